"""Domain events: rows of an outbox, written with what they tell, delivered at least once.

The list stays short. Each name says who listens:
  leads.ready        campaigns (begin writing), notifications (mail « Vos prospects sont prêts »)
  content.ready      campaigns (state), publishing (auto-approval), notifications (ask for decisions)
  content.approved   publishing, inline: the delivery is planned in the same transaction
  content.rejected   campaigns (completion)
  content.reopened   publishing, inline: a planned delivery is cancelled; campaigns (state)
  delivery.ended     campaigns (completion), notifications (it is published)
  delivery.needs_person    notifications (late, refused, or nobody knows whether it is out)
  delivery.needs_operator  notifications (the network retired our version)
  connection.opened  publishing (plan what was approved without a connection), notifications
  workspace.opened   notifications (welcome)
  connection.ending  notifications (an access ends, or has ended)
  approval.link_asked  notifications (a fresh link by mail)
  account.password_changed, account.email_changed, account.security_changed
                     notifications (a mail that says what to do if it was somebody else); no workspace is theirs
  account.link_asked  notifications (the letter whose link proves a mailbox); no workspace is its
  webhook.disabled   notifications (an address of the owner’s programs failed for a day)
  member.invited     notifications (the letter of an invitation)
  member.leaving     approvals, inline: her links die; notifications, inline: what she was to be told;
                     publishing, inline: the calendar's address she was shown
  ownership.offered  notifications (mail)
  lead.forgotten     campaigns, inline: its pictures and its name in what was announced go with it;
                     webhooks, inline: what was told of its publications;
                     notifications, inline: mails that wait and may name it; api, inline: the answers that do
Webhooks listen inline to leads.ready, content.*, delivery.ended and delivery.needs_person, and write down what to tell.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile
from typing import Any

import redis
from sqlalchemy import ForeignKey, Index, String, select, update
from sqlalchemy.orm import Mapped, mapped_column

from app.core import background, clock, logs
from app.core.db import Row, db

RELAY_JOB = "app.core.events.relay"
# One bell for all that waits: a burst of events is told by a few jobs.
RELAY_LINE = "events"
MOST = 100
GRACE = timedelta(seconds=10)

log = logs.get("events")


class DomainEvent(Row):
    """Something that happened to the row `subject_id`, in the past tense."""

    __tablename__ = "domain_events"
    __table_args__ = (Index("ix_domain_events_waiting", "relayed_at", "created_at"),)

    name: Mapped[str] = mapped_column(String(60))
    subject_id: Mapped[int]
    # None for what happened to a person, who may be in several workspaces or in none.
    workspace_id: Mapped[int | None] = mapped_column(ForeignKey("workspaces.id", ondelete="CASCADE"), index=True)
    payload: Mapped[dict[str, Any]]
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    relayed_at: Mapped[datetime | None]


@dataclass(frozen=True)
class Listener:
    """A job rung after an event, on a queue, unless `when` says of its subject that it has nothing to do."""

    job: str
    queue: background.QueueName
    when: Callable[[int], bool] | None


_jobs: dict[str, list[Listener]] = {}
_inline: dict[str, list[Callable[[int], None]]] = {}


def on(name: str, job: str, *, queue: background.QueueName = "soon", when: Callable[[int], bool] | None = None) -> None:
    """Have `job` rung with the subject's id after each event `name`; `when` spares a job that would only look."""
    listeners = _jobs.setdefault(name, [])
    listener = Listener(job, queue, when)
    if listener not in listeners:
        listeners.append(listener)


def on_inline(name: str, listener: Callable[[int], None]) -> None:
    """Have `listener` called with the subject's id in the very transaction of the event."""
    listeners = _inline.setdefault(name, [])
    if listener not in listeners:
        listeners.append(listener)


def emit(name: str, subject_id: int, *, workspace_id: int | None, payload: dict[str, Any] | None = None) -> None:
    """Record an event in the present transaction; it is relayed after the commit."""
    row = DomainEvent(name=name, subject_id=subject_id, workspace_id=workspace_id, payload=payload or {})
    db.session.add(row)
    db.session.flush()
    for listener in _inline.get(name, []):
        listener(subject_id)
    background.ring_after_commit(RELAY_JOB, row.id, on="now", line=RELAY_LINE)


def relay(event_id: int) -> None:
    """Ring every listener of an event, and of those that wait with it, and publish each on the channel of its name.

    Another worker may tell the same ones: whoever holds their rows does.
    """
    waiting = select(DomainEvent).where(DomainEvent.relayed_at.is_(None)).order_by(DomainEvent.id).limit(MOST)
    rows = db.session.scalars(waiting.with_for_update(skip_locked=True)).all()
    told = list(takewhile(_is_told, rows))
    if told:
        done = update(DomainEvent).where(DomainEvent.id.in_([row.id for row in told]))
        db.session.execute(done.values(relayed_at=clock.now()).execution_options(synchronize_session=False))
    db.session.commit()
    if len(told) == MOST:
        background.ring(RELAY_JOB, event_id, on="now", line=RELAY_LINE)


def _is_told(row: DomainEvent) -> bool:
    """Tell an event to all; False when Redis does not answer."""
    for listener in _jobs.get(row.name, []):
        if _is_wanted(listener, row) and not background.ring(listener.job, row.subject_id, on=listener.queue):
            return False
    try:
        background.connection().publish(row.name, json.dumps(row.payload, ensure_ascii=False))
    except redis.RedisError:
        return False
    return True


def _is_wanted(listener: Listener, row: DomainEvent) -> bool:
    if listener.when is None:
        return True
    try:
        with db.session.begin_nested():
            return listener.when(row.subject_id)
    except Exception as error:
        # Its job looks for itself; what cannot be asked holds back no event behind it.
        log.error("a listener's question failed", name=row.name, job=listener.job, error=type(error).__name__)
        return True


def ring_waiting() -> int:
    """Ring the relay for events whose bell was lost; return how many bells."""
    waiting = select(DomainEvent.id).where(
        DomainEvent.relayed_at.is_(None), DomainEvent.created_at < clock.now() - GRACE
    )
    oldest = db.session.scalar(waiting.order_by(DomainEvent.id).limit(1))
    return int(oldest is not None and background.ring(RELAY_JOB, oldest, on="now", line=RELAY_LINE))
