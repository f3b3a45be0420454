"""Ten thousand deliveries due in one minute: everyone's first leaves before anyone's backlog."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from flask import Flask
from rq.registry import ScheduledJobRegistry
from sqlalchemy import Engine, event, func, select, text

from app.core import background, clock, ringer
from app.core.db import db
from app.domains.publishing import queries, services, sweep
from app.domains.publishing.models import Connection, Delivery
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import settings_of
from tests.factories.backlogs import backlog
from tests.factories.publishing import token_of

pytestmark = pytest.mark.long

WORKSPACES = 500
EVEN = [20] * WORKSPACES
SKEWED = [9_000, *[1 + number % 3 for number in range(WORKSPACES - 1)]]
MINUTE = datetime.fromisoformat("2026-11-21T15:00:00Z")
AFTER = MINUTE + timedelta(seconds=61)


@pytest.fixture
def after_the_minute(app: Flask) -> Iterator[None]:
    """Live once the whole minute is over."""
    with clock.frozen_at(AFTER):
        yield


@pytest.fixture
def token(connection: Connection) -> str:
    """What the twin lets in."""
    return token_of(connection)


def accounts_rung() -> list[int]:
    """Return the accounts whose line has a bell in the queue, in its order."""
    ids = [job.args[0] for job in background.queue("soon").jobs if job.func_name.endswith("jobs.send")]
    rows = db.session.execute(select(Delivery.id, Delivery.connection_id).where(Delivery.id.in_(ids))).all()
    db.session.commit()
    owners = {row[0]: row[1] for row in rows}
    return [owners[key] for key in ids]


def statements_of(engine: Engine, action: Callable[[], object]) -> list[str]:
    """Return the SQL an action sends."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, sql: str, *_: object) -> None:
        seen.append(sql)

    event.listen(engine, "before_cursor_execute", note)
    try:
        action()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return seen


@pytest.mark.usefixtures("after_the_minute")
@pytest.mark.parametrize("counts", [EVEN, SKEWED], ids=["even", "one holds nine thousand"])
def test_a_sweep_rings_once_for_each_account_whoever_has_a_backlog(counts: list[int]) -> None:
    accounts = backlog(counts, MINUTE)
    assert sum(counts) >= 9_900
    assert sweep.ring_due_deliveries(limit=10_000) == WORKSPACES
    assert sorted(accounts_rung()) == sorted(accounts)
    for _ in range(3):
        assert sweep.ring_due_deliveries(limit=10_000) == 0, "nobody answered yet: the same bells still wait"
    assert background.queue("soon").count == WORKSPACES


@pytest.mark.usefixtures("after_the_minute")
def test_passes_that_ring_for_a_part_reach_everyone(app: Flask) -> None:
    accounts = backlog([300, *[2] * 49], MINUTE)
    assert [sweep.ring_due_deliveries(limit=20) for _ in range(4)] == [20, 20, 10, 0]
    assert sorted(accounts_rung()) == sorted(accounts)


@pytest.mark.usefixtures("after_the_minute")
def test_bells_due_together_join_the_queue_once_for_each_account(app: Flask) -> None:
    accounts = backlog([600, *[2] * 20], MINUTE)
    with clock.frozen_at(MINUTE - timedelta(minutes=5)):
        for delivery in db.session.scalars(select(Delivery).order_by(Delivery.id)):
            services.planning.ring(delivery)
        db.session.commit()
    assert ringer.ring_due(background.connection()) == len(accounts)
    assert sorted(accounts_rung()) == sorted(accounts)
    assert not list(ScheduledJobRegistry("soon", connection=background.connection()).get_job_ids())


@pytest.mark.usefixtures("after_the_minute")
def test_a_pass_asks_as_many_questions_for_ten_thousand_as_for_a_few(app: Flask) -> None:
    backlog([2, 1], MINUTE)
    few = statements_of(db.engine, sweep.ring_due_deliveries)
    backlog(EVEN, MINUTE)
    background.connection().flushdb()
    many = statements_of(db.engine, sweep.ring_due_deliveries)
    assert len(few) == len(many)


@pytest.mark.usefixtures("after_the_minute")
def test_what_is_not_due_is_not_even_read(app: Flask) -> None:
    backlog(EVEN, MINUTE)
    is_sqlite = db.engine.dialect.name == "sqlite"
    if not is_sqlite:
        db.session.execute(text("ANALYZE"))
    with clock.frozen_at(MINUTE - timedelta(hours=1)):
        heads = sweep._heads().compile(db.engine)
    values = tuple(heads.params[name] for name in heads.positiontup) if heads.positiontup else heads.params
    explained = f"EXPLAIN {'QUERY PLAN ' if is_sqlite else ''}{heads}"
    plan = " ".join(map(str, db.session.connection().exec_driver_sql(explained, values).all()))
    assert re.search(r"ix_deliveries_(due|connection)\b", plan), plan
    assert not re.search(r"Seq Scan on deliveries|SCAN deliveries\b", plan), plan


def drain(most: int) -> list[int]:
    """Answer the waiting bells in their order, as workers would; return the account of each that was answered."""
    answered: list[int] = []
    queue = background.queue("soon")
    while queue.count and len(answered) < most:
        answered += accounts_rung()[:1]
        job = queue.fetch_job(str(queue.pop_job_id()))
        assert job is not None
        job.func(*job.args)
        db.session.rollback()
        db.session.expire_all()
    return answered


@pytest.mark.usefixtures("after_the_minute")
def test_everyone_publishes_before_anyone_has_had_two_jobs(token: str, sandbox: RunningSandbox) -> None:
    accounts = backlog([500, *[3] * 9], MINUTE, token=token)
    sweep.ring_due_deliveries()
    first = drain(len(accounts))
    assert sorted(first) == sorted(accounts)
    assert published() == dict.fromkeys(accounts, 1)
    # The others' rest has its own moments; only the long line is still being told its own.
    assert set(drain(100)) == {accounts[0]}
    assert published() == dict.fromkeys(accounts, 1)
    assert sweep.ring_due_deliveries() == 0


@pytest.mark.usefixtures("after_the_minute")
def test_without_a_gap_accounts_take_turns(app: Flask, token: str, sandbox: RunningSandbox) -> None:
    with settings_of(app, publish_gap_seconds=0, daily_deliveries_per_connection=1000):
        accounts = backlog([40, 2, 2], MINUTE, token=token)
        sweep.ring_due_deliveries()
        answered = drain(100)
    assert published() == dict(zip(accounts, [40, 2, 2], strict=True))
    assert Counter(answered[:6]) == dict.fromkeys(accounts, 2), "forty of one never stand before two of another"
    assert len(answered) == 44, "a job each"


@pytest.mark.usefixtures("after_the_minute")
def test_a_line_is_spaced_out_once_around_what_is_planned(app: Flask, token: str, sandbox: RunningSandbox) -> None:
    [account] = backlog([6], MINUTE, token=token)
    rows = db.session.scalars(select(Delivery).order_by(Delivery.id)).all()
    kept = AFTER + timedelta(minutes=40)
    rows[5].scheduled_at = rows[5].promised_at = kept
    db.session.commit()
    services.send_in_turn(rows[0].id)
    db.session.expire_all()
    moments = [row.scheduled_at for row in rows]
    gap = queries.gap()
    free = db.session.get_one(Connection, account).next_free_at
    assert [row.state for row in rows] == ["published", *["scheduled"] * 5]
    assert moments[5] == kept
    assert moments[1:5] == [free, kept + gap, kept + 2 * gap, kept + 3 * gap]


def published() -> dict[int, int]:
    """Count what each account has published."""
    counted = select(Delivery.connection_id, func.count()).where(Delivery.state == "published")
    found = {row[0]: row[1] for row in db.session.execute(counted.group_by(Delivery.connection_id))}
    db.session.commit()
    return found
