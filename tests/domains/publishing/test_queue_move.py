"""A planned delivery goes where its owner puts it, or to the first free place after."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

import pytest
from flask import Flask
from sqlalchemy import update

from app.core import clock
from app.core.db import db
from app.core.errors import Conflict
from app.domains.contents.models import Content
from app.domains.contents.services import TextRefused
from app.domains.publishing import queries, services
from app.domains.publishing.models import Connection, Delivery
from tests.domains.contents.making import reread
from tests.domains.publishing.showing import distinct
from tests.factories.publishing import at_once, planned, put
from tests.people import Person

GAP = timedelta(minutes=15)
NOON = datetime.fromisoformat("2026-11-21T17:00:00Z")
MONDAY = datetime.fromisoformat("2026-11-23T14:00:00Z")


@pytest.fixture
def two(alice: Person, connection: Connection) -> list[Delivery]:
    with clock.frozen_at(NOON):
        return [planned(alice, distinct(number)) for number in range(2)]


def move(delivery: Delivery, moment: datetime, person: Person) -> datetime:
    found = queries.delivery(person.workspace.id, delivery.id)
    assert found is not None
    with clock.frozen_at(NOON):
        return services.move(found, moment, person.user.id)


def test_a_moved_delivery_leaves_then_and_its_content_says_so(alice: Person, two: list[Delivery]) -> None:
    before = two[0].scheduled_at
    assert move(two[0], MONDAY, alice) == MONDAY
    assert reread(two[0]).scheduled_at == MONDAY
    assert db.session.get_one(Content, two[0].content_id).planned_at == MONDAY
    # Moving back is the undo.
    assert move(two[0], before, alice) == before


def test_it_keeps_the_gap_with_all_but_itself(alice: Person, two: list[Delivery]) -> None:
    move(two[0], MONDAY, alice)
    assert move(two[1], MONDAY + timedelta(minutes=5), alice) == MONDAY + GAP
    assert move(two[1], MONDAY + timedelta(minutes=20), alice) == MONDAY + timedelta(minutes=20)


def test_a_past_moment_or_one_beyond_a_year_is_refused(alice: Person, two: list[Delivery]) -> None:
    for wrong in (NOON - timedelta(minutes=1), NOON, NOON + timedelta(days=367)):
        with pytest.raises(TextRefused):
            move(two[0], wrong, alice)
    assert reread(two[0]).scheduled_at == two[0].scheduled_at


def test_only_what_is_merely_planned_moves(alice: Person, two: list[Delivery]) -> None:
    for state in ("sending", "published", "unconfirmed", "blocked", "refused", "cancelled"):
        put(two[0], state=state)
        with pytest.raises(Conflict):
            move(two[0], MONDAY, alice)
    assert db.session.get_one(Content, two[0].content_id).planned_at is None


def test_the_undo_window_is_never_shortened(alice: Person, two: list[Delivery]) -> None:
    assert move(two[0], NOON + timedelta(seconds=1), alice) == two[0].undo_until


def test_two_deliveries_moved_to_one_moment_at_once_keep_the_gap(
    app: Flask, alice: Person, two: list[Delivery]
) -> None:
    person = alice.user.id

    def gesture(delivery_id: int, workspace_id: int) -> None:
        found = queries.delivery(workspace_id, delivery_id)
        assert found is not None
        services.move(found, MONDAY, person)

    ids, workspace_id = [each.id for each in two], alice.workspace.id
    with clock.frozen_at(NOON):
        assert at_once(app, [partial(gesture, key, workspace_id) for key in ids]) == ["done", "done"]
    moments = sorted(reread(each).scheduled_at for each in two)
    assert moments == [MONDAY, MONDAY + GAP]


def test_a_delivery_that_leaves_while_its_move_is_asked_is_left_alone(alice: Person, two: list[Delivery]) -> None:
    found = queries.delivery(alice.workspace.id, two[0].id)
    assert found is not None
    leaving = update(Delivery).where(Delivery.id == found.id).values(state="sending")
    db.session.execute(leaving.execution_options(synchronize_session=False))
    db.session.commit()
    with clock.frozen_at(NOON), pytest.raises(Conflict):
        services.move(found, MONDAY, alice.user.id)
    assert (reread(two[0]).state, reread(two[0]).scheduled_at) == ("sending", two[0].scheduled_at)
