"""Webhooks: where programs are told of what happens, and what they were told."""

from __future__ import annotations

from typing import Any

from flask import g

from app.api.base import blueprint, door
from app.api.freshness import refuse_stale
from app.api.paging import PageQuery, page, page_of
from app.api.webhook_schemas import (
    NewWebhookSchema,
    SecretWebhookSchema,
    WebhookChangesSchema,
    WebhookMessageSchema,
    WebhookSchema,
)
from app.domains.webhooks import queries, services
from app.domains.webhooks.models import WebhookEndpoint, WebhookMessage

TAGS = ["webhooks"]


def load(webhook_id: int) -> WebhookEndpoint | None:
    """Return an address of this workspace."""
    return queries.endpoint(g.workspace_id, webhook_id)


def load_message(message_id: int) -> WebhookMessage | None:
    """Return a message of this workspace."""
    return queries.message(g.workspace_id, message_id)


@blueprint.get("/webhooks", tags=TAGS)
@door("webhook.manage")
@blueprint.response(200, page_of(WebhookSchema))
def list_webhooks() -> dict[str, Any]:
    """List the addresses; there are never more than one page."""
    return page(queries.endpoints(g.workspace_id), None)


@blueprint.post("/webhooks", tags=TAGS)
@door("webhook.manage")
@blueprint.arguments(NewWebhookSchema)
@blueprint.response(201, SecretWebhookSchema)
def create_webhook(given: dict[str, Any]) -> dict[str, Any]:
    """Add an address; its secret is in this answer and in no other."""
    return with_secret(*services.add(g.workspace_id, **given))


@blueprint.get("/webhooks/<int:webhook_id>", tags=TAGS)
@door("webhook.manage", load)
@blueprint.response(200, WebhookSchema)
def show_webhook(row: WebhookEndpoint) -> WebhookEndpoint:
    """Return one address."""
    return row


@blueprint.patch("/webhooks/<int:webhook_id>", tags=TAGS)
@door("webhook.manage", load)
@blueprint.arguments(WebhookChangesSchema)
@blueprint.response(200, WebhookSchema)
def edit_webhook(row: WebhookEndpoint, changes: dict[str, Any]) -> WebhookEndpoint:
    """Change it, stop it or start it again."""
    refuse_stale(WebhookSchema(), row)
    services.change(row, **changes)
    return row


@blueprint.delete("/webhooks/<int:webhook_id>", tags=TAGS)
@door("webhook.manage", load)
@blueprint.response(204)
def delete_webhook(row: WebhookEndpoint) -> None:
    """Take it away with its log."""
    services.remove(row)


@blueprint.post("/webhooks/<int:webhook_id>/secret", tags=TAGS)
@door("webhook.manage", load)
@blueprint.response(201, SecretWebhookSchema)
def rotate_webhook_secret(row: WebhookEndpoint) -> dict[str, Any]:
    """Give it another secret; the former signs too for a day."""
    return with_secret(row, services.rotate(row))


@blueprint.post("/webhooks/<int:webhook_id>/tests", tags=TAGS)
@door("webhook.manage", load)
@blueprint.response(202, WebhookMessageSchema)
def test_webhook(row: WebhookEndpoint) -> WebhookMessage:
    """Send a message that tells of nothing."""
    return queries.with_attempts(services.try_out(row))


@blueprint.get("/webhooks/<int:webhook_id>/messages", tags=TAGS)
@door("webhook.manage", load)
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, page_of(WebhookMessageSchema))
def list_webhook_messages(row: WebhookEndpoint, asked: dict[str, Any]) -> dict[str, Any]:
    """List what it was told, newest first."""
    found = queries.log(row, **asked)
    return page(found.items, found.next)


@blueprint.post("/webhook-messages/<int:message_id>/replay", tags=TAGS)
@door("webhook.manage", load_message)
@blueprint.response(202, WebhookMessageSchema)
def replay_webhook_message(row: WebhookMessage) -> WebhookMessage:
    """Send a message again, with the same id."""
    services.replay(row)
    return queries.with_attempts(row)


def with_secret(row: WebhookEndpoint, secret: str) -> dict[str, Any]:
    """Return an address with its secret."""
    names = [name for name in SecretWebhookSchema().fields if name != "secret"]
    return {name: getattr(row, name) for name in names} | {"secret": secret}
