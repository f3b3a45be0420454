"""Domain events: rows of an outbox, written with what they tell, delivered at least once.

The list stays short. Each name says who listens:
  leads.ready        campaigns (begin writing), notifications (mail « Vos prospects sont prêts »)
  content.ready      campaigns (state), publishing (auto-approval)
  content.approved   publishing, inline: the delivery is planned in the same transaction
  content.rejected   campaigns (completion)
  content.reopened   publishing, inline: a planned delivery is cancelled; campaigns (state)
  delivery.ended     campaigns (completion)
  connection.opened  publishing (plan what was approved without a connection)
  lead.forgotten     campaigns, inline: its pictures and its name in what was announced go with it;
                     api, inline: so do the answers that name it
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import redis
from sqlalchemy import ForeignKey, Index, String, select, update
from sqlalchemy.orm import Mapped, mapped_column

from app.core import background, clock, logs
from app.core.db import Row, db

RELAY_JOB = "app.core.events.relay"
GRACE = timedelta(seconds=10)

log = logs.get("events")


class DomainEvent(Row):
    """Something that happened to the row `subject_id`, in the past tense."""

    __tablename__ = "domain_events"
    __table_args__ = (Index("ix_domain_events_waiting", "relayed_at", "created_at"),)

    name: Mapped[str] = mapped_column(String(60))
    subject_id: Mapped[int]
    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    payload: Mapped[dict[str, Any]]
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    relayed_at: Mapped[datetime | None]


_jobs: dict[str, list[tuple[str, background.QueueName]]] = {}
_inline: dict[str, list[Callable[[int], None]]] = {}


def on(name: str, job: str, *, queue: background.QueueName = "soon") -> None:
    """Have `job` rung with the subject's id after each event `name`."""
    listeners = _jobs.setdefault(name, [])
    if (job, queue) not in listeners:
        listeners.append((job, queue))


def on_inline(name: str, listener: Callable[[int], None]) -> None:
    """Have `listener` called with the subject's id in the very transaction of the event."""
    listeners = _inline.setdefault(name, [])
    if listener not in listeners:
        listeners.append(listener)


def emit(name: str, subject_id: int, *, workspace_id: int, payload: dict[str, Any] | None = None) -> None:
    """Record an event in the present transaction; it is relayed after the commit."""
    row = DomainEvent(name=name, subject_id=subject_id, workspace_id=workspace_id, payload=payload or {})
    db.session.add(row)
    db.session.flush()
    for listener in _inline.get(name, []):
        listener(subject_id)
    background.ring_after_commit(RELAY_JOB, row.id, on="now")


def relay(event_id: int) -> None:
    """Ring every listener of one event and publish it on the channel of its name."""
    row = db.session.get(DomainEvent, event_id)
    if row is None or row.relayed_at is not None:
        return
    for job, queue in _jobs.get(row.name, []):
        if not background.ring(job, row.subject_id, on=queue):
            return
    try:
        background.connection().publish(row.name, json.dumps(row.payload, ensure_ascii=False))
    except redis.RedisError:
        return
    db.session.execute(update(DomainEvent).where(DomainEvent.id == event_id).values(relayed_at=clock.now()))
    db.session.commit()


def ring_waiting(limit: int = 500) -> int:
    """Ring the relay for events whose bell was lost; return how many."""
    waiting = select(DomainEvent.id).where(
        DomainEvent.relayed_at.is_(None), DomainEvent.created_at < clock.now() - GRACE
    )
    ids = db.session.scalars(waiting.order_by(DomainEvent.id).limit(limit)).all()
    return sum(background.ring(RELAY_JOB, event_id, on="now") for event_id in ids)
