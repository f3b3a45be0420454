"""Write down what is to be told, in the very transaction of what happened; tell it again when asked."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, select

from app.core import background, clock, states
from app.core.db import db
from app.core.errors import Conflict
from app.domains.webhooks import wording
from app.domains.webhooks.models import WebhookEndpoint, WebhookMessage
from app.domains.webhooks.states import MOVES, EndpointState, Event, MessageState
from app.domains.workspaces.errands import Errands
from app.domains.workspaces.models import Workspace

SEND_JOB = "app.domains.webhooks.jobs.send"
LIFE = timedelta(hours=24)
MESSAGES = Errands(
    WebhookMessage,
    SEND_JOB,
    due=MessageState.DUE,
    taken=MessageState.SENDING,
    moves=MOVES,
    whose=WebhookMessage.endpoint_id,
    first=(WebhookMessage.id,),
    # Who did not answer may keep a worker for seconds: what is tried again gives way to publications.
    queue=lambda row: "bulk" if row.tries else "soon",
)


def note(event: Event, workspace_id: int, subject_id: int, lead_id: int | None = None) -> int:
    """Add a message for each address that chose this event, in the present transaction; return how many."""
    active = select(WebhookEndpoint).where(
        WebhookEndpoint.workspace_id == workspace_id, WebhookEndpoint.state == EndpointState.ACTIVE
    )
    is_real = WebhookEndpoint.workspace_id.in_(select(Workspace.id).where(Workspace.is_demo.is_(False)))
    event_id = f"evt_{uuid4().hex}"
    rows = [
        _row(each, event, event_id, subject_id, lead_id)
        for each in db.session.scalars(active.where(is_real).order_by(WebhookEndpoint.id))
        if event in each.events
    ]
    _post(rows)
    return len(rows)


def try_out(endpoint: WebhookEndpoint) -> WebhookMessage:
    """Send a message that tells of nothing, once, whatever comes of it; commit."""
    row = _row(endpoint, Event.TEST, f"evt_{uuid4().hex}", 0, None)
    row.give_up_at = clock.now()
    _post([row])
    db.session.commit()
    return row


def replay(row: WebhookMessage) -> None:
    """Send a message again, with the same body and the same id, and commit.

    Raises:
        Conflict: it is on its way, or its address is disabled.
    """
    endpoint = db.session.get_one(WebhookEndpoint, row.endpoint_id)
    if endpoint.state != EndpointState.ACTIVE and row.type != Event.TEST:
        raise Conflict("webhook_disabled", wording.IS_DISABLED)
    life = timedelta() if row.type == Event.TEST else LIFE
    again: dict[str, Any] = {"tries": 0, "next_try_at": clock.now(), "give_up_at": clock.now() + life, "reason": ""}
    if not states.claim(row, MessageState.DUE, moves=MOVES, where=[_at_rest()], **again):
        raise Conflict("under_way", wording.UNDER_WAY)
    background.ring_after_commit(SEND_JOB, row.id, on="soon")
    db.session.commit()


def _at_rest() -> ColumnElement[bool]:
    return WebhookMessage.state.in_([MessageState.SENT, MessageState.FAILED])


def _row(
    endpoint: WebhookEndpoint, event: Event, event_id: str, subject_id: int, lead_id: int | None
) -> WebhookMessage:
    return WebhookMessage(
        workspace_id=endpoint.workspace_id,
        endpoint_id=endpoint.id,
        event_id=event_id,
        type=event,
        subject_id=subject_id,
        lead_id=lead_id,
        give_up_at=clock.now() + LIFE,
    )


def _post(rows: list[WebhookMessage]) -> None:
    db.session.add_all(rows)
    db.session.flush()
    for row in rows:
        background.ring_after_commit(SEND_JOB, row.id, on="soon")
