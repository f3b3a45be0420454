"""Questions about the addresses and their log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app.core.db import db
from app.domains.webhooks.models import WebhookEndpoint, WebhookMessage


@dataclass(frozen=True)
class Page:
    """Some messages, newest first, and what the following page begins after (None on the last)."""

    items: Sequence[WebhookMessage]
    next: int | None


def endpoints(workspace_id: int) -> Sequence[WebhookEndpoint]:
    """Return the addresses of a workspace, oldest first."""
    mine = select(WebhookEndpoint).where(WebhookEndpoint.workspace_id == workspace_id)
    return db.session.scalars(mine.order_by(WebhookEndpoint.id)).all()


def endpoint(workspace_id: int, endpoint_id: int) -> WebhookEndpoint | None:
    """Return one address of a workspace."""
    mine = (WebhookEndpoint.workspace_id == workspace_id, WebhookEndpoint.id == endpoint_id)
    return db.session.scalar(select(WebhookEndpoint).where(*mine))


def message(workspace_id: int, message_id: int) -> WebhookMessage | None:
    """Return one message of a workspace."""
    mine = (WebhookMessage.workspace_id == workspace_id, WebhookMessage.id == message_id)
    return db.session.scalar(select(WebhookMessage).where(*mine))


def with_attempts(row: WebhookMessage) -> WebhookMessage:
    """Return a message with its attempts read."""
    mine = select(WebhookMessage).where(WebhookMessage.id == row.id).options(selectinload(WebhookMessage.attempts))
    return db.session.scalars(mine).one()


def log(row: WebhookEndpoint, *, after: int | None = None, limit: int = 30) -> Page:
    """Return a page of what an address was told, each message with its attempts."""
    told = select(WebhookMessage).where(WebhookMessage.endpoint_id == row.id)
    statement = told.options(selectinload(WebhookMessage.attempts))
    if after is not None:
        statement = statement.where(WebhookMessage.id < after)
    rows = db.session.scalars(statement.order_by(WebhookMessage.id.desc()).limit(limit + 1)).all()
    return Page(rows[:limit], rows[limit - 1].id if len(rows) > limit else None)
