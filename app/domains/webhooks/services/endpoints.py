"""Add an address, change it, give it another secret, take it away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from urllib.parse import urlsplit

from flask import current_app
from sqlalchemy import func, select, update

from app.core import clock, crypto, states
from app.core.db import db
from app.core.errors import Conflict
from app.domains.audit import services as audit
from app.domains.webhooks import wording
from app.domains.webhooks.models import WebhookEndpoint, WebhookMessage
from app.domains.webhooks.states import CHOSEN, ENDPOINT_MOVES, EndpointState, MessageState
from app.domains.workspaces.services import workspace_by_id
from app.providers import registry
from app.providers.contracts import HookSender
from app.providers.errors import ProviderError

MOST = 10
PREFIX = "whsec_"
# Long enough for whoever changes the secret of a program by hand, the next day.
OVERLAP = timedelta(hours=24)


class Refused(ValueError):
    """What was asked of an address cannot be; `field` says where to show the message."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


def sender() -> HookSender:
    """Return what sends; loopback is open to it where it is to visits of sites, in tests."""
    settings = current_app.config["SETTINGS"]
    made: HookSender = registry.load(
        "webhook", HookSender, user_agent=settings.user_agent, allow_loopback=settings.enrich_allow_private
    )
    return made


def add(workspace_id: int, url: str, events: Sequence[str]) -> tuple[WebhookEndpoint, str]:
    """Add an address and commit; return it with its secret, to be shown once.

    Raises:
        Refused: the address or the events will not do.
        Conflict: a demonstration, or as many as there may be.
    """
    if workspace_by_id(workspace_id).is_demo:
        raise Conflict("demo", wording.DEMO)
    count = select(func.count(WebhookEndpoint.id)).where(WebhookEndpoint.workspace_id == workspace_id)
    if (db.session.scalar(count) or 0) >= MOST:
        raise Conflict("too_many_webhooks", wording.TOO_MANY)
    secret = PREFIX + crypto.new_token()
    row = WebhookEndpoint(
        workspace_id=workspace_id, url=_checked(url), events=_chosen(events), sealed_secret=crypto.seal(secret)
    )
    db.session.add(row)
    _record("created", row)
    db.session.commit()
    return row, secret


def change(
    row: WebhookEndpoint, *, url: str | None = None, events: Sequence[str] | None = None, active: bool | None = None
) -> None:
    """Change what is given, and commit. What waits for an address that is disabled is not sent.

    Raises:
        Refused: see `add`.
    """
    row.url = row.url if url is None else _checked(url)
    row.events = row.events if events is None else _chosen(events)
    db.session.flush()
    if active is False:
        disable(row)
    elif active:
        states.claim(row, EndpointState.ACTIVE, moves=ENDPOINT_MOVES, disabled_at=None, failing_since=None)
    _record("changed", row)
    db.session.commit()


def disable(row: WebhookEndpoint) -> bool:
    """Tell an address nothing more, in the present transaction; False when it was disabled already."""
    won = states.claim(row, EndpointState.DISABLED, moves=ENDPOINT_MOVES, disabled_at=clock.now())
    if won:
        waiting = (WebhookMessage.endpoint_id == row.id, WebhookMessage.state == MessageState.DUE)
        given_up = update(WebhookMessage).where(*waiting).values(state=MessageState.FAILED, reason="disabled")
        db.session.execute(given_up.execution_options(synchronize_session=False))
    return won


def rotate(row: WebhookEndpoint) -> str:
    """Give an address another secret, and commit; the former signs too for a day. Return the new one."""
    secret = PREFIX + crypto.new_token()
    row.sealed_former, row.former_until = row.sealed_secret, clock.now() + OVERLAP
    row.sealed_secret = crypto.seal(secret)
    _record("changed", row)
    db.session.commit()
    return secret


def remove(row: WebhookEndpoint) -> None:
    """Take an address away with its log, and commit."""
    _record("removed", row)
    db.session.delete(row)
    db.session.commit()


def _record(what: str, row: WebhookEndpoint) -> None:
    # The host alone: the rest of an address may hold a secret.
    audit.record(f"token.webhook_{what}", workspace_id=row.workspace_id, subject=urlsplit(row.url).hostname or "")


def _checked(url: str) -> str:
    address = url.strip()
    try:
        sender().check(address)
    except ProviderError as error:
        raise Refused("url", wording.BAD_URL) from error
    return address


def _chosen(events: Sequence[str]) -> list[str]:
    found = [str(event) for event in CHOSEN if event in events]
    if not found or len(found) != len(set(events)):
        raise Refused("events", wording.BAD_EVENTS)
    return found
