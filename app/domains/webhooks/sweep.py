"""The messages' question for the sweep."""

from __future__ import annotations

from sqlalchemy import func, select

from app.core import background, clock, states
from app.core.db import db
from app.domains.webhooks.models import WebhookMessage
from app.domains.webhooks.services.messages import SEND_JOB
from app.domains.webhooks.states import MOVES, MessageState
from app.domains.workspaces.models import Workspace


def ring_due_messages(limit: int = 100) -> int:
    """Put back the messages whose sender died, ring for all that are due, each address in its turn; return how many."""
    now = clock.now()
    is_due = (WebhookMessage.state == MessageState.DUE) & (WebhookMessage.next_try_at <= now)
    is_stuck = (WebhookMessage.state == MessageState.SENDING) & (WebhookMessage.lease_until < now)
    turn = func.row_number().over(partition_by=WebhookMessage.endpoint_id, order_by=WebhookMessage.id)
    waiting = select(WebhookMessage.id, turn.label("turn")).join(Workspace).where(
        is_due | is_stuck, Workspace.is_demo.is_(False)
    ).subquery()  # fmt: skip
    statement = select(WebhookMessage).join(waiting, waiting.c.id == WebhookMessage.id)
    rows = db.session.scalars(statement.order_by(waiting.c.turn, WebhookMessage.id).limit(limit)).all()
    for row in rows:
        if row.state == MessageState.SENDING:
            states.claim(row, MessageState.DUE, moves=MOVES, only_from=MessageState.SENDING, lease_until=None)
    db.session.commit()
    return sum(background.ring(SEND_JOB, row.id, on="bulk" if row.tries else "soon") for row in rows)
