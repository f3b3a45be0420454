"""While a workspace is paused nothing of it leaves; what waited then leaves without a burst."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from app.core import clock
from app.core.db import db
from app.domains.contents.models import Content
from app.domains.publishing import queries, services, sweep
from app.domains.publishing.models import Connection, Delivery
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import reread
from tests.domains.publishing.showing import distinct
from tests.factories.publishing import after, feed, planned, put, sent
from tests.people import Person

GAP = timedelta(minutes=15)
NOON = datetime.fromisoformat("2026-11-21T17:00:00Z")


@pytest.fixture
def three(alice: Person, connection: Connection) -> list[Delivery]:
    """Three deliveries of one account, a gap apart from noon on."""
    with clock.frozen_at(NOON):
        return [planned(alice, distinct(number)) for number in range(3)]


def test_nothing_leaves_a_paused_workspace_by_its_bell_nor_by_the_sweep(
    alice: Person, three: list[Delivery], sandbox: RunningSandbox
) -> None:
    assert services.pause(alice.workspace.id)
    with clock.frozen_at(after(three[2])):
        assert sweep.ring_due_deliveries() == 0
        for each in three:
            services.send(each.id)
    assert not feed(sandbox)
    assert {reread(each).state for each in three} == {"scheduled"}


def test_another_workspaces_pause_holds_nothing_here(
    charlie: Person, three: list[Delivery], sandbox: RunningSandbox
) -> None:
    services.pause(charlie.workspace.id)
    assert sent(three[0]).state == "published"


def test_a_pause_during_the_upload_stops_the_publication_before_it_is_created(
    alice: Person, three: list[Delivery], sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The claim found no pause; one came while the picture was on its way.
    monkeypatch.setattr(queries, "is_paused", lambda _workspace_id: True)
    found = sent(three[0])
    assert not feed(sandbox)
    assert (found.state, found.lease_until) == ("scheduled", None)


def test_what_waited_leaves_one_gap_apart_in_its_order_and_after_what_is_planned(
    alice: Person, three: list[Delivery]
) -> None:
    services.pause(alice.workspace.id)
    back = three[2].scheduled_at + timedelta(hours=3)
    put(three[2], scheduled_at=back + timedelta(minutes=20))
    with clock.frozen_at(back):
        assert services.resume(alice.workspace.id)
        moments = [reread(each).scheduled_at for each in three]
    assert moments == [back, back + timedelta(minutes=35), back + timedelta(minutes=20)]
    assert reread(alice.workspace).paused_at is None


def test_a_backlog_of_one_moment_is_spread(alice: Person, three: list[Delivery], sandbox: RunningSandbox) -> None:
    for each in three:
        put(each, scheduled_at=three[0].scheduled_at)
    services.pause(alice.workspace.id)
    back = after(three[0], 3600)
    with clock.frozen_at(back):
        services.resume(alice.workspace.id)
    assert sorted(reread(each).scheduled_at for each in three) == [back, back + GAP, back + 2 * GAP]
    assert [sent(reread(each)).state for each in three] == ["published"] * 3


def test_what_is_more_than_a_day_late_asks_for_a_new_approval(alice: Person, three: list[Delivery]) -> None:
    services.pause(alice.workspace.id)
    with clock.frozen_at(three[1].scheduled_at + timedelta(hours=24)):
        services.resume(alice.workspace.id)
    found = [reread(each) for each in three]
    assert [(each.state, each.reason) for each in found] == [("blocked", "late"), ("scheduled", ""), ("scheduled", "")]
    content = db.session.get_one(Content, found[0].content_id)
    services.reopen(content, alice.user.id)
    assert reread(content).state == "pending"


def test_a_second_pause_keeps_the_first_moment_and_a_second_resumption_moves_nothing(
    alice: Person, three: list[Delivery]
) -> None:
    with clock.frozen_at(NOON):
        assert services.pause(alice.workspace.id)
    assert not services.pause(alice.workspace.id)
    assert reread(alice.workspace).paused_at == NOON
    late = after(three[2], 60)
    with clock.frozen_at(late):
        assert services.resume(alice.workspace.id)
        before = [reread(each).scheduled_at for each in three]
        assert not services.resume(alice.workspace.id)
        assert [reread(each).scheduled_at for each in three] == before
