"""The page one opens in the morning: one thing to do, true figures, the latest work, few queries."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from app.core import clock
from app.core.db import db
from app.domains.campaigns.wording import failure
from app.domains.contents.models import Content
from app.domains.dashboard import seeding
from app.domains.dashboard.agenda import first_task
from app.domains.dashboard.queries import overview
from app.domains.publishing.models import Connection, Delivery, FiguresDay
from tests.benchmarks.rows import fill
from tests.domains.contents import making
from tests.domains.publishing import showing
from tests.people import Person
from tests.statements import statements


def page(alice: Person, **options: Any) -> str:
    answer = alice.client.get("/tableau-de-bord", **options)
    assert answer.status_code == 200
    return " ".join(answer.get_data(as_text=True).replace("\u00a0", " ").split())


def connection(alice: Person, state: str = "active") -> Connection:
    row = Connection(workspace_id=alice.workspace.id, network="linkedin", account_urn="urn:li:person:a", state=state,
                     account_name="Alice", sealed_access_token="-", scopes=[],
                     expires_at=clock.now() + timedelta(days=50))  # fmt: skip
    db.session.add(row)
    db.session.commit()
    return row


def delivery(content: Content, to: Connection, **values: Any) -> Delivery:
    now = clock.now()
    row = Delivery(workspace_id=content.workspace_id, content_id=content.id, connection_id=to.id, text=content.text,
                   hashtags=[], scheduled_at=now, undo_until=now, **values)  # fmt: skip
    db.session.add(row)
    db.session.commit()
    return row


def test_a_new_owner_is_invited_to_her_first_campaign(alice: Person) -> None:
    assert "Lancez votre première campagne" in page(alice)


def test_what_waits_for_the_thumb_comes_before_connecting(alice: Person) -> None:
    making.content(alice.workspace)
    assert "1 publication attend votre pouce" in page(alice)


def test_a_text_to_mend_is_offered_to_mend_and_not_to_approve(alice: Person) -> None:
    content = making.content(alice.workspace)
    assert f'action="/contenus/{content.id}/approbation"' in page(alice)
    content.flags = [{"code": "fact_price", "message": "Ce prix ne vient de nulle part.", "blocking": True}]
    db.session.commit()
    shown = page(alice)
    assert "À corriger" in shown and 'aria-label="Corriger ' in shown
    assert f'action="/contenus/{content.id}/approbation"' not in shown


def test_an_unconfirmed_delivery_comes_before_everything(alice: Person) -> None:
    content = making.content(alice.workspace, "approved")
    making.content(alice.workspace, lead_id=content.lead_id, campaign_id=content.campaign_id)
    delivery(content, connection(alice), state="unconfirmed")
    assert first_task(overview(alice.workspace.id)).label == "Répondre"


def test_a_lost_connection_is_said_before_she_asks(alice: Person) -> None:
    connection(alice, "needs_reconnection")
    assert "Un compte est à reconnecter" in page(alice)


def test_where_no_account_receives_an_open_one_is_chosen_in_one_tap(alice: Person, bob: Person) -> None:
    content = making.content(alice.workspace, "approved")
    closed = connection(alice, "disconnected")
    held = delivery(content, closed, state="blocked", reason="disconnected")
    row = showing.connection(alice.workspace, account_urn="urn:li:person:b", is_target=False)
    shown = page(alice)
    assert "Aucun compte ne reçoit vos publications" in shown
    assert f'action="/connexions/{row.id}/cible"' in shown
    assert "Aucun compte ne reçoit" not in page(bob), "she may not choose"
    told = alice.client.post(f"/connexions/{row.id}/cible", follow_redirects=True).text
    assert "Ce compte reçoit maintenant vos publications" in told
    assert "Aucun compte ne reçoit" not in page(alice)
    assert [making.reread(held).state, *(each.state for each in showing.deliveries_of(content)[1:])] == [
        "cancelled", "scheduled"
    ]  # fmt: skip


def test_no_hour_is_announced_while_departures_are_paused(alice: Person) -> None:
    delivery(making.content(alice.workspace, "approved"), connection(alice))
    assert "Prochain envoi" in page(alice)
    alice.workspace.paused_at = clock.now()
    db.session.commit()
    assert "Prochain envoi" not in page(alice)


def test_figures_tell_the_last_seven_days_apart(alice: Person) -> None:
    content = making.content(alice.workspace, "published")
    sent = delivery(content, connection(alice), state="published", published_at=clock.now() - timedelta(days=9),
                    reactions=20, comments=3, shares=1)  # fmt: skip
    day = (clock.now() - timedelta(days=8)).astimezone(clock.QUEBEC).date().isoformat()
    db.session.add(FiguresDay(workspace_id=sent.workspace_id, delivery_id=sent.id, day=day, engagement=15))
    db.session.commit()
    found = overview(alice.workspace.id)
    assert (found.engagement.total, found.engagement.change) == (24, 9)
    assert (found.published.total, found.published.change) == (1, 0)


def test_another_workspace_counts_for_nothing(alice: Person, charlie: Person) -> None:
    making.content(alice.workspace)
    found = overview(charlie.workspace.id)
    assert (found.leads.total, found.contents.total, found.pending) == (0, 0, 0)


def test_a_poll_brings_only_the_pieces_that_changed(alice: Person) -> None:
    first = page(alice)
    seen = first.partition("?vu=")[2].partition('"')[0]
    address = f"/tableau-de-bord?vu={seen}"
    assert alice.client.get(address, headers=alice.hx).status_code == 204
    making.content(alice.workspace)
    answer = alice.client.get(address, headers=alice.hx).get_data(as_text=True)
    assert 'id="dashboard-contents"' in answer
    assert 'id="dashboard-poll"' in answer
    assert "<html" not in answer
    assert alice.client.get("/tableau-de-bord?vu=n-importe.quoi", headers=alice.hx).status_code == 200


@pytest.mark.parametrize(("leads", "contents"), [(3, 4), (300, 120)])
def test_the_page_asks_few_questions_whatever_its_rows(alice: Person, leads: int, contents: int) -> None:
    workspace = fill(alice.user, leads=leads, contents=contents)
    db.session.execute(db.text("DELETE FROM memberships WHERE workspace_id <> :id"), {"id": workspace.id})
    db.session.commit()
    with statements() as seen:
        page(alice)
    assert len(seen) <= 10
    assert not [statement for statement in seen if not statement.lstrip().startswith("SELECT")]


def test_on_an_old_demonstration_what_is_planned_stays_ahead(alice: Person) -> None:
    seeding.seed()
    later = clock.now() + timedelta(days=40)
    with clock.frozen_at(later):
        seeding.seed(only_if_empty=True)
        planned = db.session.scalars(db.select(Delivery).where(Delivery.state == "scheduled")).one()
        assert later < planned.scheduled_at < later + timedelta(days=4)
        assert planned.undo_until == planned.scheduled_at


def test_a_campaign_that_stopped_says_why_and_offers_the_way_out(alice: Person) -> None:
    failed, paused = making.campaign(alice.workspace), making.campaign(alice.workspace)
    failed.state, failed.reason, paused.state = "failed", "unavailable", "paused"
    html = page(alice)
    assert f'action="/campagnes/{failed.id}/essais"' in html
    assert f'action="/campagnes/{paused.id}/pause?_method=DELETE"' in html
    assert failure("unavailable")[0].replace("\u00a0", " ") in html


def test_the_demonstration_is_full_marked_and_loaded_once(alice: Person) -> None:
    seeding.seed()
    assert seeding.seed() == "La démonstration est déjà là."
    assert seeding.seed(only_if_empty=True)
    states = set(db.session.scalars(db.select(Content.state)))
    assert states == {"draft", "pending", "approved", "rejected", "published"}
    assert db.session.scalar(db.select(db.func.count(Delivery.id)).where(Delivery.state == "published")) == 3
    db.session.commit()
    client = alice.client
    client.post("/deconnexion")
    client.post("/connexion", data={"email": "demo@astrogrowth.example", "password": "demonstration"})
    assert "Données de démonstration" in page(alice)


def test_the_style_page_stays_out_of_production(app: Flask, alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    assert alice.client.get("/style").status_code == 200
    monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], app_env="production"))
    assert alice.client.get("/style").status_code == 404
