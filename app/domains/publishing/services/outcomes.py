"""What an answer makes of a delivery: the error table of publishing, one line a case."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from app.core import clock, crypto, logs, states
from app.core.db import db
from app.core.events import emit
from app.domains.contents import services as contents
from app.domains.publishing import network, queries
from app.domains.publishing.models import Connection, Delivery, DeliveryAttempt
from app.domains.publishing.services import pace
from app.domains.publishing.services.planning import ABSENT, ring
from app.domains.publishing.states import CONNECTION_MOVES, MOVES, ConnectionState, DeliveryState
from app.providers.contracts import PublishedPost
from app.providers.errors import (
    AccessRevoked,
    Duplicate,
    OutcomeUnknown,
    PermissionMissing,
    ProviderError,
    QuotaReached,
    VersionRetired,
)

WAITS_SECONDS = (10, 30, 60, 300)
# An operator has to raise the version; the deliveries wait meanwhile.
VERSION_WAIT_SECONDS = 3600
UNKNOWN = "unknown"

log = logs.get("publishing")


def publish(delivery: Delivery, published: PublishedPost, *, attempt: DeliveryAttempt | None) -> None:
    """Record that a delivery is out, and commit."""
    if attempt is not None:
        _answer(attempt, "published", urn=published.urn)
    queries.hold_content(delivery.content_id)
    won = states.claim(
        delivery, DeliveryState.PUBLISHED, moves=MOVES, urn=published.urn, url=network.public_url(published.urn),
        reason="", published_at=clock.now(), lease_until=None,
    )  # fmt: skip
    if won:
        contents.mark_published(delivery.content_id)
        _ended(delivery)
    db.session.commit()


def fail(delivery: Delivery, error: Exception, *, attempt: DeliveryAttempt | None) -> None:
    """Record what an error makes of a delivery, and commit. Without an attempt, nothing can have been created."""
    code = _code(error)
    log.warning("delivery failed", delivery_id=delivery.id, reason=code, error=type(error).__name__)
    if isinstance(error, OutcomeUnknown) and attempt is not None:
        attempt.outcome, attempt.status = UNKNOWN, error.status
        _move(delivery, DeliveryState.UNCONFIRMED, "outcome_unknown")
        db.session.commit()
        return
    if isinstance(error, Duplicate) and _is_our_own(delivery, error, attempt):
        publish(delivery, PublishedPost(error.urn, network.public_url(error.urn)), attempt=attempt)
        return
    if attempt is not None:
        _answer(attempt, code, status=getattr(error, "status", None))
        pace.give_back(delivery.connection)
    _decide(delivery, error, code)
    db.session.commit()


def _decide(delivery: Delivery, error: Exception, code: str) -> None:
    if isinstance(error, AccessRevoked | PermissionMissing | crypto.UnreadableSecret):
        lose_connection(delivery.connection, code)
        _move(delivery, DeliveryState.BLOCKED, code)
    elif isinstance(error, QuotaReached):
        wait = timedelta(seconds=error.retry_after_seconds or WAITS_SECONDS[-1])
        _later(delivery, pace.rest(delivery.connection, wait), code)
    elif isinstance(error, VersionRetired):
        log.error("the network retired our API version", delivery_id=delivery.id)
        _later(delivery, clock.in_seconds(VERSION_WAIT_SECONDS), code)
    elif isinstance(error, ProviderError) and error.permanent:
        if _move(delivery, DeliveryState.REFUSED, code):
            _ended(delivery)
    else:
        asked = getattr(error, "retry_after_seconds", None)
        wait_seconds = asked or WAITS_SECONDS[min(delivery.tries, len(WAITS_SECONDS) - 1)]
        _later(delivery, clock.in_seconds(wait_seconds), code, tries=delivery.tries + 1)


def block(delivery: Delivery, reason: str) -> None:
    """Wait for the person, and commit."""
    if reason == "access_expired":
        lose_connection(delivery.connection, reason)
    _move(delivery, DeliveryState.BLOCKED, reason)
    db.session.commit()


def postpone(delivery: Delivery, until: datetime, reason: str) -> None:
    """Put a delivery back to a later moment, and commit."""
    _later(delivery, until, reason)
    db.session.commit()


def lose_connection(connection: Connection, reason: str) -> None:
    """Mark a connection as to be reopened by its owner."""
    states.claim(connection, ConnectionState.NEEDS_RECONNECTION, moves=CONNECTION_MOVES, reason=reason)


def tomorrow() -> datetime:
    """Return the next midnight in Québec."""
    local = clock.now().astimezone(clock.QUEBEC) + timedelta(days=1)
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


def _is_our_own(delivery: Delivery, error: Duplicate, attempt: DeliveryAttempt | None) -> bool:
    """Tell whether the duplicate is what an earlier attempt of this very delivery created, unheard."""
    if not error.urn or queries.is_anothers(delivery, error.urn):
        return False
    own = attempt.id if attempt is not None else None
    earlier = [row for row in queries.attempts(delivery.id) if row.id != own]
    return any(row.outcome in {UNKNOWN, ABSENT} or row.urn == error.urn for row in earlier)


def _code(error: Exception) -> str:
    if isinstance(error, crypto.UnreadableSecret):
        return "access_revoked"
    return str(getattr(error, "code", "storage"))


def _answer(attempt: DeliveryAttempt, outcome: str, *, urn: str = "", status: int | None = None) -> None:
    attempt.answered_at, attempt.outcome, attempt.urn, attempt.status = clock.now(), outcome, urn, status


def _move(delivery: Delivery, to: DeliveryState, reason: str, **values: Any) -> bool:
    # The lease is the proof that it is still ours: a sender that slept past it moves nothing.
    mine = [Delivery.lease_until == delivery.lease_until]
    return states.claim(
        delivery, to, moves=MOVES, only_from=DeliveryState.SENDING, where=mine, reason=reason, lease_until=None,
        **values,
    )  # fmt: skip


def _later(delivery: Delivery, at: datetime, reason: str, **values: Any) -> None:
    if _move(delivery, DeliveryState.SCHEDULED, reason, scheduled_at=at, **values):
        ring(delivery)


def _ended(delivery: Delivery) -> None:
    payload = {"delivery_id": delivery.id, "content_id": delivery.content_id, "state": delivery.state}
    emit("delivery.ended", delivery.id, workspace_id=delivery.workspace_id, payload=payload)
