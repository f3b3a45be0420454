"""What the tables and the queues hold now, read at most every few seconds whoever asks."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import redis
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from app.core import background, clock, queues
from app.core.db import db
from app.core.ringer import HEARTBEAT_KEY
from app.core.schedule import SWEEP_KEY
from app.domains.campaigns.models import CampaignSearch
from app.domains.campaigns.states import SearchState
from app.domains.contents.models import Writing
from app.domains.contents.states import WritingState
from app.domains.notifications.models import Mail, PushNotice
from app.domains.notifications.states import MailState
from app.domains.publishing.models import Delivery
from app.domains.publishing.states import OPEN, DeliveryState

KEPT_SECONDS = 5.0
# What is over grows for ever and is counted as it ends: only what lives or failed is here.
LIVES = (
    ("deliveries", Delivery, (*OPEN, DeliveryState.REFUSED)),
    ("mails", Mail, (MailState.DUE, MailState.SENDING, MailState.FAILED)),
    ("notices", PushNotice, (MailState.DUE, MailState.SENDING, MailState.FAILED)),
    ("writings", Writing, tuple(state for state in WritingState if state != WritingState.DONE)),
    ("searches", CampaignSearch, tuple(state for state in SearchState if state != SearchState.DONE)),
)


@dataclass(frozen=True)
class Gauge:
    """One number, its labels, and what it is."""

    name: str
    help: str
    value: float
    labels: tuple[tuple[str, str], ...] = ()


_lock = threading.Lock()
_kept: tuple[float, list[Gauge]] = (float("-inf"), [])


def read() -> list[Gauge]:
    """Return every gauge, at most a few seconds old; those of a service that does not answer are absent."""
    global _kept
    with _lock:
        if time.monotonic() - _kept[0] > KEPT_SECONDS:
            _kept = (time.monotonic(), [*_of_queues(), *_of_tables()])
        return _kept[1]


def forget() -> None:
    """Have the next reading ask again."""
    global _kept
    _kept = (float("-inf"), [])


def _of_queues() -> Iterator[Gauge]:
    try:
        for backlog in queues.backlogs():
            labels = (("queue", backlog.queue),)
            yield Gauge("queue_length", "Jobs that wait.", backlog.length, labels)
            yield Gauge("queue_oldest_seconds", "Age of the oldest job that waits.", backlog.oldest_seconds, labels)
        stamps: Any = background.connection().mget([HEARTBEAT_KEY, SWEEP_KEY])
    except redis.RedisError:
        return
    for name, stamp in zip(("worker_beat", "sweep"), stamps, strict=True):
        if stamp is not None:
            age = max(0.0, clock.now().timestamp() - int(stamp))
            yield Gauge(f"{name}_age_seconds", f"Since the last sign of life of the {name}.", age)


def _of_tables() -> Iterator[Gauge]:
    for name, model, states in LIVES:
        statement = select(model.state, func.count()).where(model.state.in_(states)).group_by(model.state)
        try:
            found = dict(db.session.execute(statement).tuples().all())
        except SQLAlchemyError:
            db.session.rollback()
            return
        for state in states:
            yield Gauge(f"{name}_in_state", f"{name.capitalize()} by state.", found.get(state, 0), (("state", state),))
