"""The life mails and notices share: due, taken by one sender under a lease, put back when that sender died."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import ColumnElement, func, or_, select

from app.core import background, clock, states
from app.core.db import db
from app.domains.notifications.models import Mail, PushNotice
from app.domains.notifications.states import MOVES, MailState
from app.domains.workspaces.models import Workspace

LEASE_SECONDS = 60
Message = TypeVar("Message", Mail, PushNotice)


def claim(row: Mail | PushNotice) -> bool:
    """Take a row whose moment has come, for the length of a lease; a demonstration writes to nobody."""
    model = type(row)
    is_time = model.next_try_at <= clock.now()
    lease = clock.in_seconds(LEASE_SECONDS)
    return states.claim(
        row, MailState.SENDING, moves=MOVES, where=[_is_real(model), is_time], tries=row.tries + 1, lease_until=lease
    )


def ring_due(model: type[Message], job: str, limit: int) -> int:
    """Put back the rows whose sender died, ring `job` for all that are due, and commit; return how many."""
    rows = due(model, limit)
    for row in rows:
        if row.state == MailState.SENDING:
            states.claim(row, MailState.DUE, moves=MOVES, only_from=MailState.SENDING, lease_until=None)
    db.session.commit()
    return sum(background.ring(job, row.id) for row in rows)


def due(model: type[Message], limit: int) -> Sequence[Message]:
    """Return the rows to ring for, each workspace in its turn: due, or past their lease; never a demonstration's."""
    now = clock.now()
    is_due = (model.state == MailState.DUE) & (model.next_try_at <= now)
    is_stuck = (model.state == MailState.SENDING) & (model.lease_until < now)
    order = (model.next_try_at, model.id)
    # What is said of a person's own account waits behind nobody.
    whose = func.coalesce(model.workspace_id, -model.id)
    turn = func.row_number().over(partition_by=whose, order_by=order).label("turn")
    waiting = select(model.id, turn).where(is_due | is_stuck, _is_real(model)).subquery()
    statement = select(model).join(waiting, waiting.c.id == model.id).order_by(waiting.c.turn, *order)
    return db.session.scalars(statement.limit(limit)).all()


def _is_real(model: type[Mail] | type[PushNotice]) -> ColumnElement[bool]:
    demos = select(Workspace.id).where(Workspace.is_demo)
    return or_(model.workspace_id.is_(None), model.workspace_id.not_in(demos))
