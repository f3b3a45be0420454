"""Ten thousand deliveries due in one minute: what a pass of the sweep costs, and who waits for whom."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from flask_migrate import upgrade
from sqlalchemy import delete, event, func, select

from app import ROOT, create_app
from app.core import background, clock, ringer
from app.core.db import db
from app.domains.publishing import sweep
from app.domains.publishing.models import Delivery
from app.sandbox.server import RunningSandbox
from app.settings import Settings
from tests.factories.backlogs import backlog
from tests.factories.publishing import connect, token_of
from tests.people import make_person
from tests.services import redis_server

SIZES, WORKSPACES, ROUNDS = (1_000, 2_500, 5_000, 10_000), 500, 5
MINUTE = datetime.fromisoformat("2026-11-21T15:00:00Z")
AFTER = MINUTE + timedelta(seconds=61)
GAP = timedelta(minutes=15)
# Those whose bells are answered, one real sending after the other.
FEW_WORKSPACES, JOBS_WORKSPACES, EACH = 60, 10, 20


def measure(folder: Path) -> Iterator[str]:
    """Time the sweep on four backlogs, then answer its bells in their order as workers would."""
    folder.mkdir(parents=True, exist_ok=True)
    with redis_server(folder) as redis_url, RunningSandbox() as sandbox:
        app = create_app(_settings(folder, redis_url, sandbox.url))
        with app.app_context(), clock.frozen_at(AFTER):
            upgrade(str(ROOT / "migrations"))
            db.session.remove()
            yield from _sweeps()
            token = token_of(connect(make_person(app, "alice")))
            sandbox.state.settings.linkedin_posts_per_day = 100_000
            yield _waits("even, 20 each", [EACH] * FEW_WORKSPACES, token)
            yield _waits("one holds 9,000", [9_000, *[2] * (FEW_WORKSPACES - 1)], token)
            yield _jobs_each(token)
            db.session.remove()
            db.engine.dispose()


def _settings(folder: Path, redis_url: str, sandbox_url: str) -> Settings:
    return Settings.from_env(
        {"APP_ENV": "test", "INSTANCE_FOLDER": str(folder), "DATABASE_URL": f"sqlite:///{folder / 'deliveries.db'}",
         "REDIS_URL": redis_url, "MEDIA_URL": str(folder / "media"), "LINKEDIN_AUTH_URL": sandbox_url,
         "LINKEDIN_API_URL": sandbox_url, "LINKEDIN_CLIENT_ID": "sandbox-client",
         "LINKEDIN_CLIENT_SECRET": "sandbox-secret"}
    )  # fmt: skip


def _sweeps() -> Iterator[str]:
    first = 0.0
    for size in SIZES:
        _begin([size // WORKSPACES] * WORKSPACES)
        times, queries = [], 0
        for _ in range(ROUNDS):
            background.connection().flushdb()
            began = time.process_time()
            queries = _count_queries()
            times.append(time.process_time() - began)
        took = statistics.median(times)
        first = first or took / size
        yield (f"{size:>6,} due, {WORKSPACES} accounts: a pass takes {took * 1000:4.0f} ms of processor with its "
               f"{background.queue('soon').count} bells, {took / size / first:.2f} of linear, {queries} queries; "
               f"the next one {_again() * 1000:3.0f} ms and no bell")  # fmt: skip


def _again() -> float:
    began = time.process_time()
    assert sweep.ring_due_deliveries() == 0
    return time.process_time() - began


def _count_queries() -> int:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, sql: str, *_: object) -> None:
        seen.append(sql)

    event.listen(db.engine, "before_cursor_execute", note)
    sweep.ring_due_deliveries()
    event.remove(db.engine, "before_cursor_execute", note)
    return len(seen)


def _begin(counts: Sequence[int], token: str = "") -> list[int]:
    db.session.execute(delete(Delivery))
    db.session.commit()
    background.connection().flushdb()
    return backlog(counts, MINUTE, token=token)


def _waits(title: str, counts: Sequence[int], token: str) -> str:
    accounts = _begin(counts, token)
    sweep.ring_due_deliveries()
    jobs, out = 0, 0
    while out < len(accounts) and _answer_one():
        jobs += 1
        if jobs >= len(accounts):
            out = _published_accounts()
    return f"{title}: the last account's first leaves with job {jobs} of {len(accounts)} accounts ({out} out)"


def _jobs_each(token: str) -> str:
    _begin([EACH] * JOBS_WORKSPACES, token)
    jobs, moment = Counter[str](), AFTER
    for _ in range(EACH + 2):
        with clock.frozen_at(moment):
            ringer.ring_due(background.connection(), until=moment.timestamp() + 1)
            sweep.ring_due_deliveries()
            while name := _answer_one():
                jobs[name] += 1
        moment += GAP + timedelta(seconds=2)
    out = db.session.scalar(select(func.count(Delivery.id)).where(Delivery.state == "published")) or 0
    return f"{JOBS_WORKSPACES} accounts with {EACH} each: {out} out, {jobs['send'] / max(out, 1):.2f} jobs a delivery"


def _answer_one() -> str:
    """Answer the first bell of the queue of deliveries; return its job's name."""
    queue = background.queue("soon")
    bell = queue.pop_job_id() if queue.count else None
    job = queue.fetch_job(str(bell)) if bell else None
    if job is None:
        return ""
    job.func(*job.args)
    db.session.remove()
    return str(job.func_name).rpartition(".")[2]


def _published_accounts() -> int:
    counted = select(func.count(Delivery.connection_id.distinct())).where(Delivery.state == "published")
    found = db.session.scalar(counted) or 0
    db.session.commit()
    return found
