"""What LinkedIn counts comes back where it may be read, and nobody waits for somebody else's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.core import clock
from app.core.db import db
from app.domains.publishing import queries, services
from app.domains.publishing.models import Connection, Delivery, FiguresDay
from app.sandbox.server import RunningSandbox
from tests.domains.contents import making
from tests.domains.publishing import showing
from tests.factories.publishing import behave, calls, planned, put, sent
from tests.people import Person

READING = ["r_member_social", "r_member_postAnalytics"]


@pytest.fixture
def partner(sandbox: RunningSandbox, connection: Connection) -> Iterator[Connection]:
    """Alice's LinkedIn, opened by an application LinkedIn lets read."""
    settings = sandbox.state.settings
    before, settings.linkedin_extra_scopes = settings.linkedin_extra_scopes, READING
    yield put(connection, scopes=[*connection.scopes, *READING])
    settings.linkedin_extra_scopes = before


def out(alice: Person, connection: Connection, count: int = 1) -> list[Delivery]:
    """Add publications that are out, as far as we know."""
    return [
        showing.delivery(content, connection, "published", urn=f"urn:li:share:{content.id}", published_at=clock.now())
        for content in showing.several(alice.workspace, count, state="published")
    ]


def test_the_counters_of_the_feed_come_back_with_their_day(alice: Person, partner: Connection) -> None:
    delivery = sent(planned(alice))
    assert services.collect() == 1
    delivery = making.reread(delivery)
    assert delivery.measured_at is not None
    assert delivery.impressions is not None
    day = db.session.query(FiguresDay).one()
    assert (day.day, day.engagement) == (
        clock.today().isoformat(), delivery.reactions + delivery.comments + delivery.shares
    )  # fmt: skip
    assert services.collect() == 0, "read again at once"


def test_a_connection_that_may_not_read_is_never_asked(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    delivery = sent(planned(alice))
    assert services.collect() == 0
    assert calls(sandbox, "GET", "/rest/") == 0
    assert making.reread(delivery).measured_at is None


def test_nobodys_figures_wait_behind_an_account_with_many(alice: Person, partner: Connection) -> None:
    before = clock.now() - timedelta(days=1)
    out(alice, put(showing.connection(alice.workspace, connected_at=before), scopes=READING), 60)
    delivery = sent(planned(alice))
    assert services.collect() == 1
    assert making.reread(delivery).measured_at is not None


def test_a_dead_token_is_said_before_a_publication_is_due(
    alice: Person, partner: Connection, sandbox: RunningSandbox
) -> None:
    first, second = out(alice, partner, 2)
    behave(sandbox, "401", method="GET", path="/rest/")
    assert services.collect() == 0
    assert making.reread(partner).state == "needs_reconnection"
    assert making.reread(partner).reason == "access_revoked"
    assert calls(sandbox, "GET", "/rest/") == 1, "the second one was asked with the same dead token"


def test_a_token_sealed_with_a_lost_key_stops_nobody_else(alice: Person, partner: Connection) -> None:
    delivery = sent(planned(alice))
    lost = put(showing.connection(alice.workspace), scopes=READING, sealed_access_token="scellé autrement")
    out(alice, lost)
    assert services.collect() == 1
    assert making.reread(delivery).measured_at is not None
    assert making.reread(lost).state == "needs_reconnection"


def test_an_account_asked_to_wait_is_left_alone_and_the_others_are_read(
    alice: Person, partner: Connection, sandbox: RunningSandbox
) -> None:
    out(alice, partner, 3)
    behave(sandbox, "429", method="GET", path="/rest/", retry_after=60)
    assert services.collect() == 0
    assert calls(sandbox, "GET", "/rest/") == 1


def test_what_its_author_deleted_keeps_its_place_in_the_line(
    alice: Person, partner: Connection, sandbox: RunningSandbox
) -> None:
    (gone,) = out(alice, partner)
    services.collect()
    asked = calls(sandbox, "GET", "/rest/")
    assert making.reread(gone).measured_at is not None
    services.collect()
    assert calls(sandbox, "GET", "/rest/") == asked
    with clock.frozen_at(clock.now() + timedelta(hours=7)):
        services.collect()
    assert calls(sandbox, "GET", "/rest/") > asked


def test_a_demonstration_is_never_measured(alice: Person, partner: Connection, sandbox: RunningSandbox) -> None:
    out(alice, partner)
    put(alice.workspace, is_demo=True)
    assert services.collect() == 0
    assert calls(sandbox, "GET", "/rest/") == 0


@pytest.mark.parametrize(
    ("days", "pace"),
    [(0, timedelta(hours=6)), (6.9, timedelta(hours=6)), (7, timedelta(days=1)), (29, timedelta(days=1)),
     (30, timedelta(days=7)), (364, timedelta(days=7)), (365, None)],
)  # fmt: skip
def test_a_publication_is_read_less_often_as_it_ages(
    alice: Person, partner: Connection, sandbox: RunningSandbox, days: float, pace: timedelta | None
) -> None:
    now, age = clock.now(), timedelta(days=days)
    (delivery,) = out(alice, partner)
    put(delivery, published_at=now - age, measured_at=now - (pace or timedelta(days=300)) + timedelta(minutes=5))
    services.collect()
    assert calls(sandbox, "GET", "/rest/") == 0, "asked before its time"
    with clock.frozen_at(now + timedelta(minutes=10)):
        services.collect()
    assert (calls(sandbox, "GET", "/rest/") > 0) is (pace is not None)


def test_opening_the_results_reads_hers_again_and_nobody_elses(
    alice: Person, charlie: Person, partner: Connection, sandbox: RunningSandbox
) -> None:
    delivery = sent(planned(alice))
    before = put(delivery, measured_at=clock.now() - timedelta(hours=1)).measured_at
    services.collect(charlie.workspace.id)
    assert making.reread(delivery).measured_at == before
    services.collect(alice.workspace.id)
    first = making.reread(delivery).measured_at
    services.collect(alice.workspace.id)
    assert first > before
    assert making.reread(delivery).measured_at == first, "each opening asks again"


def test_where_linkedin_forbids_the_reading_the_typed_numbers_stay(
    alice: Person, partner: Connection, sandbox: RunningSandbox
) -> None:
    delivery = sent(planned(alice))
    behave(sandbox, "403", method="GET", path="/rest/", times=9)
    assert services.collect() == 0
    delivery = queries.delivery(alice.workspace.id, delivery.id)
    assert delivery is not None and services.is_typed(delivery)
    services.type_figures(delivery, 12, 3)
    with clock.frozen_at(clock.now() + timedelta(hours=7)):
        services.collect()
    kept = making.reread(delivery)
    assert (kept.reactions, kept.comments, kept.figures_by) == (12, 3, "person")
    assert db.session.query(FiguresDay).one().engagement == 15


def test_a_later_reading_of_the_network_wins(alice: Person, partner: Connection) -> None:
    delivery = put(sent(planned(alice)), reactions=99, comments=99, figures_by="person")
    assert services.collect() == 1
    read = making.reread(delivery)
    assert read.figures_by == "network"
    assert 99 not in (read.reactions, read.comments)


@pytest.mark.long
def test_over_its_first_forty_days_a_publication_is_read_as_often_as_it_moves(
    alice: Person, partner: Connection
) -> None:
    born = clock.now()
    put(partner, expires_at=born + timedelta(days=400))
    delivery = sent(planned(alice))
    first = delivery.published_at
    read_at = []
    for hours in range(40 * 24):
        now = first + timedelta(hours=hours)
        with clock.frozen_at(now):
            if services.collect():
                read_at.append(now - first)
    gaps = [after - before for before, after in zip(read_at, read_at[1:], strict=False)]
    young = [gap for age, gap in zip(read_at, gaps, strict=False) if age < timedelta(days=6)]
    older = [gap for age, gap in zip(read_at, gaps, strict=False) if timedelta(days=7) <= age < timedelta(days=28)]
    assert read_at[0] == timedelta(0)
    assert set(young) == {timedelta(hours=6)}
    assert set(older) == {timedelta(days=1)}
    assert [age.days for age in read_at if age >= timedelta(days=31)] == [36]
