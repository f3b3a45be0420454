"""One publication, several accounts: each gets it once, and a gesture on one leaves what the others did."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError

from app.core import clock
from app.core.db import db
from app.core.errors import Conflict
from app.domains.campaigns.services import settle
from app.domains.contents.models import Content
from app.domains.publishing import accounts, queries, services, wording
from app.domains.publishing.models import Connection, Delivery
from app.sandbox.server import RunningSandbox
from tests.domains.contents import making
from tests.domains.contents.making import reread
from tests.domains.publishing import showing
from tests.factories.publishing import CAMILLE, OLIVIER, after, at_once, behave, connect, feed, pending, put, sent
from tests.people import Person

Drain = Callable[..., int]


@pytest.fixture
def other(alice: Person, connection: Connection) -> Connection:
    """A second account that receives publications too."""
    opened = connect(alice, member=OLIVIER)
    assert not opened.is_target, "a further account waits to be asked to"
    services.target(opened)
    return opened


def approved(person: Person, text: str = making.TEXT) -> list[Delivery]:
    """Approve a publication; return its deliveries."""
    return list(services.approve(pending(person, text), person.user.id, confirm=True).deliveries)


def states(content_id: int) -> list[str]:
    db.session.rollback()
    return [row.state for row in showing.deliveries_of(db.session.get_one(Content, content_id))]


def test_an_approval_goes_to_each_account_once(
    alice: Person, connection: Connection, other: Connection, sandbox: RunningSandbox
) -> None:
    rows = approved(alice)
    assert [row.connection_id for row in rows] == [connection.id, other.id]
    assert [sent(row).state for row in rows] == ["published", "published"]
    assert sorted(post.author for post in feed(sandbox)) == [f"urn:li:person:{who}" for who in (CAMILLE, OLIVIER)]
    assert reread(db.session.get_one(Content, rows[0].content_id)).state == "published"


def test_each_account_keeps_its_own_pace(alice: Person, connection: Connection, other: Connection) -> None:
    first, second = approved(alice, "Un premier texte."), approved(alice, "Un second, tout autre.")
    for one, two in zip(first, second, strict=True):
        assert two.scheduled_at - one.scheduled_at == queries.gap()
    assert abs(first[0].scheduled_at - first[1].scheduled_at) < queries.gap()


def test_what_is_planned_twice_is_planned_once(alice: Person, connection: Connection, other: Connection) -> None:
    rows = approved(alice)
    services.plan_delivery(rows[0].content_id)
    services.plan_waiting(other.id)
    assert states(rows[0].content_id) == ["scheduled", "scheduled"]


def test_the_database_itself_refuses_a_second_living_delivery(alice: Person, connection: Connection) -> None:
    [row] = approved(alice)
    content = db.session.get_one(Content, row.content_id)
    with pytest.raises(IntegrityError):
        showing.delivery(content, connection, "scheduled")
    db.session.rollback()
    put(row, state="cancelled")
    showing.delivery(content, connection, "scheduled")


def test_cancelling_one_before_any_is_out_takes_the_approval_back(
    alice: Person, connection: Connection, other: Connection
) -> None:
    rows = approved(alice)
    assert services.cancel(rows[1], alice.user.id)
    assert states(rows[0].content_id) == ["cancelled", "cancelled"]
    assert reread(db.session.get_one(Content, rows[0].content_id)).state == "pending"


def test_cancelling_one_when_another_is_out_cancels_that_one_alone(
    alice: Person, connection: Connection, other: Connection, sandbox: RunningSandbox
) -> None:
    rows = approved(alice)
    sent(rows[0])
    assert not services.cancel(reread(rows[1]), alice.user.id)
    assert states(rows[0].content_id) == ["published", "cancelled"]
    assert reread(db.session.get_one(Content, rows[0].content_id)).state == "published"
    with pytest.raises(Conflict):
        services.cancel(reread(rows[1]), alice.user.id)


def test_one_that_may_be_out_does_not_keep_another_from_being_stopped(
    alice: Person, connection: Connection, other: Connection, sandbox: RunningSandbox
) -> None:
    rows = approved(alice)
    behave(sandbox, "cut_before")
    assert sent(rows[0]).state == "unconfirmed"
    assert not services.cancel(reread(rows[1]), alice.user.id)
    assert states(rows[0].content_id) == ["unconfirmed", "cancelled"]


def test_an_edit_cancels_on_every_account(alice: Person, connection: Connection, other: Connection) -> None:
    rows = approved(alice)
    content = db.session.get_one(Content, rows[0].content_id)
    alice.client.post(f"/contenus/{content.id}/modifier", data={"text": "Un autre texte.", "hashtags": ""})
    assert states(content.id) == ["cancelled", "cancelled"]
    assert reread(content).state == "pending"


def test_a_lost_account_keeps_its_part_until_it_is_opened_again(
    alice: Person, connection: Connection, other: Connection, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    put(other, state="needs_reconnection", reason="access_revoked")
    rows = approved(alice)
    assert [(row.state, row.reason) for row in rows] == [("scheduled", ""), ("blocked", "access_revoked")]
    assert sent(rows[0]).state == "published"
    connect(alice, member=OLIVIER)
    run_jobs()
    freed = reread(rows[1])
    assert freed.state == "scheduled"
    with clock.frozen_at(after(freed, 0)):
        run_jobs()
    assert reread(freed).state == "published"


def test_closing_one_account_holds_its_own_part_only(
    alice: Person, connection: Connection, other: Connection, sandbox: RunningSandbox
) -> None:
    rows = approved(alice)
    services.disconnect(other)
    assert states(rows[0].content_id) == ["scheduled", "blocked"]
    assert sent(rows[0]).state == "published"
    assert not services.cancel(reread(rows[1]), alice.user.id), "what is out stays out"


def test_an_account_that_is_not_chosen_receives_nothing(alice: Person, connection: Connection) -> None:
    beside = connect(alice, member=OLIVIER)
    assert [row.connection_id for row in approved(alice)] == [connection.id]
    services.target(beside)
    assert len(queries.deliveries(alice.workspace.id).items) == 1, "what was approved before is not sent there too"


def test_one_refusal_does_not_hold_the_other_account_back(
    alice: Person, connection: Connection, other: Connection, sandbox: RunningSandbox
) -> None:
    rows = approved(alice)
    behave(sandbox, "400")
    assert sent(rows[0]).state == "refused"
    assert sent(rows[1]).state == "published"
    assert reread(db.session.get_one(Content, rows[0].content_id)).state == "published"


def test_a_campaign_is_over_when_its_last_account_is(
    alice: Person, connection: Connection, other: Connection, sandbox: RunningSandbox
) -> None:
    campaign = making.campaign(alice.workspace)
    put(campaign, state="publishing")
    content = pending(alice, campaign_id=campaign.id)
    rows = services.approve(content, alice.user.id).deliveries
    sent(rows[0])
    settle(campaign.id)
    assert reread(campaign).state == "publishing", "one account has yet to receive it"
    services.cancel(reread(rows[1]), alice.user.id)
    settle(campaign.id)
    assert reread(campaign).state == "completed"


def test_the_page_and_the_api_say_where_each_stands(
    alice: Person, connection: Connection, other: Connection, sandbox: RunningSandbox
) -> None:
    rows = approved(alice)
    sent(rows[0])
    page = alice.client.get(f"/contenus/{rows[0].content_id}").text
    for said in (wording.account(connection), wording.account(other), "Publiée", "Prochain envoi", "Annuler cet envoi"):
        assert said in page
    listed = alice.client.get("/contenus").text
    assert "2 comptes" in listed
    asked = alice.client.get(
        f"/api/v1/deliveries?content_id={rows[0].content_id}", headers={"Authorization": f"Bearer {alice.token}"}
    )
    assert [(row["connection_id"], row["state"]) for row in asked.json["items"]] == [
        (connection.id, "published"), (other.id, "scheduled")]  # fmt: skip
    answer = alice.client.post(f"/a-venir/{rows[1].id}/annulation", data={"retour": "contenu"})
    assert answer.location == f"/contenus/{rows[0].content_id}"
    assert states(rows[0].content_id) == ["published", "cancelled"]


def test_the_queue_names_the_account_only_among_several(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    approved(alice, "Un premier texte.")
    assert wording.account(connection) not in alice.client.get("/a-venir").text
    services.target(connect(alice, member=OLIVIER))
    approved(alice, "Un second, tout autre.")
    page = alice.client.get("/a-venir").text
    assert page.count("Olivier") == 1
    assert wording.account(connection) in page


def test_published_counts_publications_and_not_accounts(
    alice: Person, connection: Connection, other: Connection, sandbox: RunningSandbox
) -> None:
    for row in approved(alice):
        sent(row)
    asked = alice.client.get("/api/v1/metrics", headers={"Authorization": f"Bearer {alice.token}"})
    assert asked.json["published"] == 1


def test_an_account_she_said_no_to_stays_without_it_whatever_opens_after(
    alice: Person, connection: Connection, other: Connection, sandbox: RunningSandbox
) -> None:
    rows = approved(alice)
    content = db.session.get_one(Content, rows[0].content_id)
    sent(rows[0])
    assert not services.cancel(reread(rows[1]), alice.user.id)
    closed = showing.connection(alice.workspace, account_urn="urn:li:person:closed", state="disconnected")
    held = showing.delivery(content, closed, "blocked", reason="disconnected")
    services.plan_waiting(connection.id)
    assert reread(held).state == "cancelled"
    assert sorted(states(content.id)) == ["cancelled", "cancelled", "published"]


def test_what_was_stopped_on_one_account_goes_to_both_once_approved_again(
    alice: Person, connection: Connection, other: Connection, sandbox: RunningSandbox
) -> None:
    rows = approved(alice)
    content = db.session.get_one(Content, rows[0].content_id)
    behave(sandbox, "cut_before")
    sent(rows[0])
    assert not services.cancel(reread(rows[1]), alice.user.id)
    services.resolve(reread(rows[0]), published=False, by=alice.user.id)
    services.reopen(reread(content), alice.user.id)
    again = services.approve(content, alice.user.id, confirm=True)
    assert [row.connection_id for row in again.deliveries] == [connection.id, other.id]


def test_what_a_closed_account_held_is_taken_over_by_one_account_and_not_given_to_every_other(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    rows = approved(alice)
    content = db.session.get_one(Content, rows[0].content_id)
    closed = showing.connection(alice.workspace, account_urn="urn:li:person:closed", state="disconnected")
    showing.delivery(content, closed, "blocked", reason="disconnected")
    newcomer = showing.connection(alice.workspace, account_urn="urn:li:person:newcomer")
    services.plan_waiting(connection.id)
    held_by = {row.connection_id: row.state for row in queries.deliveries(alice.workspace.id).items}
    assert held_by == {connection.id: "scheduled", closed.id: "cancelled"}
    assert newcomer.is_target


def test_two_clicks_never_leave_her_without_an_account_that_receives(
    app: Flask, alice: Person, connection: Connection, other: Connection
) -> None:
    workspace_id, other_id = alice.workspace.id, other.id

    def leave_the_other_out() -> None:
        row = accounts.connection_by_id(workspace_id, other_id)
        assert row is not None
        services.untarget(row)

    assert all(each.is_target for each in accounts.targets(workspace_id))
    assert at_once(app, [leave_the_other_out]) == ["done"]
    # Read before the other click, as the page of this one was.
    with pytest.raises(Conflict):
        services.untarget(connection)
