"""Best hours are proposals: off until chosen, then the first one that keeps the gap and the daily cap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from flask import Flask

from app.core import clock
from app.domains.publishing import best_hours
from app.domains.publishing.models import Connection
from app.domains.publishing.services.planning import leaves_at
from tests.domains.contents.making import reread, settings_of
from tests.domains.publishing.showing import distinct
from tests.factories.publishing import pending, planned, put
from tests.people import Person

SATURDAY_NOON = datetime.fromisoformat("2026-11-21T17:00:00Z")
TUESDAY_8 = datetime.fromisoformat("2026-11-24T13:00:00Z")
GAP = timedelta(minutes=15)
MORNINGS = best_hours.hours_of([(1, "matin")])


@pytest.fixture(autouse=True)
def on_saturday() -> Iterator[None]:
    with clock.frozen_at(SATURDAY_NOON):
        yield


def moments(alice: Person, count: int) -> list[datetime]:
    return [planned(alice, distinct(number)).scheduled_at for number in range(count)]


def test_they_are_off_until_chosen(alice: Person, connection: Connection) -> None:
    assert reread(alice.workspace).best_hours == []
    assert moments(alice, 1) == [SATURDAY_NOON + timedelta(minutes=5)]


def test_an_approval_takes_the_first_best_hour_and_the_next_one_keeps_the_gap(
    alice: Person, connection: Connection
) -> None:
    put(alice.workspace, best_hours=MORNINGS)
    content = pending(alice, distinct(99))
    assert leaves_at(content) == TUESDAY_8
    assert moments(alice, 9) == [TUESDAY_8 + number * GAP for number in range(8)] + [TUESDAY_8 + timedelta(days=7)]


def test_a_full_day_gives_way_to_the_next_one(app: Flask, alice: Person, connection: Connection) -> None:
    put(alice.workspace, best_hours=MORNINGS)
    with settings_of(app, daily_deliveries_per_connection=2):
        assert moments(alice, 3) == [TUESDAY_8, TUESDAY_8 + GAP, TUESDAY_8 + timedelta(days=7)]


def test_the_present_hour_serves_when_it_is_a_best_one(alice: Person, connection: Connection) -> None:
    put(alice.workspace, best_hours=best_hours.hours_of([(5, "midi")]))
    assert moments(alice, 1) == [SATURDAY_NOON + timedelta(minutes=5)]


def test_a_day_that_was_chosen_goes_before_best_hours(alice: Person, connection: Connection) -> None:
    put(alice.workspace, best_hours=MORNINGS)
    sunday = SATURDAY_NOON + timedelta(days=1)
    assert planned(alice, planned_at=sunday).scheduled_at == sunday


def test_hours_are_quebecs_through_the_change_of_time(alice: Person, connection: Connection) -> None:
    put(alice.workspace, best_hours=MORNINGS)
    for day, expected in (("2027-03-08", "2027-03-09T13:00:00Z"), ("2027-03-15", "2027-03-16T12:00:00Z")):
        with clock.frozen_at(datetime.fromisoformat(f"{day}T12:00:00Z")):
            found = best_hours.first_slot(connection, clock.now(), MORNINGS)
        assert found == datetime.fromisoformat(expected)


def test_a_line_fuller_than_the_horizon_leaves_as_soon_as_it_may(
    alice: Person, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(alice.workspace, best_hours=MORNINGS)
    monkeypatch.setattr(best_hours, "HORIZON", timedelta(days=2))
    assert moments(alice, 1) == [SATURDAY_NOON + timedelta(minutes=5)]


@pytest.mark.parametrize("industry", ["restaurant", "dentist", "real_estate", "other"])
def test_every_trade_has_a_proposal_that_says_why(industry: str) -> None:
    kept = best_hours.proposed(industry)
    found = best_hours.proposal(industry)
    assert best_hours.ticked(kept) == {(day, name) for day in found.weekdays for name in found.periods}
    assert found.reason.endswith(".") and not any(sign in found.reason for sign in "%0123456789")


def test_what_no_page_offers_is_dropped() -> None:
    assert best_hours.hours_of([(7, "matin"), (-1, "midi"), (1, "nuit")]) == []
