"""Every periodic job, and every question the sweep asks, in one list each."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from importlib import import_module

import redis

from app.core import clock, logs
from app.core.background import QueueName, connection
from app.core.db import db

SWEEP_KEY = "astrogrowth:sweep:at"

log = logs.get("schedule")


@dataclass(frozen=True)
class Periodic:
    """A job rung every `every_seconds`."""

    job: str
    every_seconds: int
    on: QueueName = "soon"


PERIODIC = (
    Periodic("app.core.schedule.sweep_job", every_seconds=15, on="now"),
    Periodic("app.domains.publishing.jobs.collect_figures", every_seconds=600, on="bulk"),
    Periodic("app.domains.publishing.jobs.remind", every_seconds=600),
    Periodic("app.domains.publishing.jobs.check_accesses", every_seconds=600, on="bulk"),
    Periodic("app.core.resealing.reseal", every_seconds=3600, on="bulk"),
    Periodic("app.domains.privacy.jobs.remind", every_seconds=3600),
    Periodic("app.domains.privacy.jobs.purge", every_seconds=3600, on="bulk"),
    Periodic("app.domains.leads.jobs.purge", every_seconds=3600, on="bulk"),
    Periodic("app.domains.contents.jobs.purge", every_seconds=3600, on="bulk"),
    Periodic("app.domains.notifications.jobs.look_around", every_seconds=300),
    Periodic("app.domains.notifications.jobs.purge", every_seconds=3600, on="bulk"),
    Periodic("app.domains.audit.jobs.purge", every_seconds=3600, on="bulk"),
    Periodic("app.domains.operations.jobs.look", every_seconds=60),
    Periodic("app.domains.webhooks.jobs.purge", every_seconds=3600, on="bulk"),
    Periodic("app.api.jobs.purge", every_seconds=3600, on="bulk"),
    Periodic("app.domains.accounts.jobs.purge", every_seconds=3600, on="bulk"),
)

# Each finds rows that are due, or stuck past their lease, rings, and returns how many.
SWEEPS = (
    "app.core.events:ring_waiting",
    "app.domains.campaigns.sweep:ring_due_searches",
    "app.domains.campaigns.sweep:ring_stalled_campaigns",
    "app.domains.leads.sweep:ring_due_enrichments",
    "app.domains.leads.sweep:ring_due_imports",
    "app.domains.campaigns.sweep:ring_due_announcements",
    "app.domains.contents.sweep:ring_due_writings",
    "app.domains.publishing.sweep:ring_due_deliveries",
    "app.domains.webhooks.sweep:ring_due_messages",
    "app.domains.notifications.sweep:ring_due_mails",
    "app.domains.privacy.sweep:ring_due_exports",
    "app.domains.privacy.sweep:ring_due_erasures",
    "app.domains.privacy.sweep:ring_due_closings",
    "app.domains.privacy.sweep:ring_due_account_closings",
    "app.domains.notifications.sweep:ring_due_notices",
)


def sweep() -> dict[str, int]:
    """Ask every question once; return how many rows each rang for."""
    counts: dict[str, int] = {}
    for path in SWEEPS:
        module, _, name = path.partition(":")
        try:
            counts[path] = int(getattr(import_module(module), name)())
            db.session.commit()
        except Exception:
            # One question that fails must not silence the others.
            db.session.rollback()
            log.exception("sweep failed", question=path)
            counts[path] = -1
    with contextlib.suppress(redis.RedisError):
        connection().set(SWEEP_KEY, int(clock.now().timestamp()), ex=3600)
    return counts


def sweep_job() -> None:
    """Sweep, as a job."""
    sweep()
