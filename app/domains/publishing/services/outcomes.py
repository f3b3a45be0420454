"""What an answer makes of a delivery: the error table of publishing, one line a case."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement

from app.core import clock, crypto, logs, states
from app.core.db import db
from app.domains.contents import services as contents
from app.domains.publishing import network, queries
from app.domains.publishing.models import Connection, Delivery, DeliveryAttempt
from app.domains.publishing.services import pace, telling
from app.domains.publishing.services.planning import ABSENT, ring
from app.domains.publishing.states import MOVES, ConnectionState, DeliveryState
from app.providers.contracts import PublishedPost
from app.providers.errors import (
    AccessRevoked,
    Duplicate,
    MediaLost,
    OutcomeUnknown,
    PermissionMissing,
    ProviderError,
    QuotaReached,
    VersionRetired,
)

WAITS_SECONDS = (10, 30, 60, 300)
# An operator has to raise the version; the deliveries wait meanwhile.
VERSION_WAIT_SECONDS = 3600
# Longer than this, what a network asks for is a mistake of its own: it is asked again.
LONGEST_WAIT_SECONDS = 24 * 3600.0
# A picture the network lost is given to it again this often, then the person hears of it.
MOST_MEDIA = 3
UNKNOWN = "unknown"

log = logs.get("publishing")


def publish(delivery: Delivery, published: PublishedPost, *, attempt: DeliveryAttempt | None) -> None:
    """Record that a delivery is out, and commit."""
    if attempt is not None:
        _answer(attempt, "published", urn=published.urn)
        attempt.url = published.url
    queries.hold_content(delivery.content_id)
    url = network.public_url(delivery.connection, published.urn, published.url)
    won = states.claim(
        delivery, DeliveryState.PUBLISHED, moves=MOVES, urn=published.urn, url=url, reason="",
        published_at=clock.now(), lease_until=None,
    )  # fmt: skip
    if won:
        contents.mark_published(delivery.content_id)
        telling.announce_end(delivery)
    db.session.commit()


def fail(delivery: Delivery, sealed: str, error: Exception, *, attempt: DeliveryAttempt | None) -> None:
    """Record what an error makes of a delivery, and commit. Without an attempt, nothing can have been created.

    `sealed` is the access the call was made with: another one, given meanwhile, is not lost by its refusal.
    """
    code = _code(error)
    log.warning("delivery failed", delivery_id=delivery.id, reason=code, error=type(error).__name__)
    if isinstance(error, OutcomeUnknown) and attempt is not None:
        attempt.outcome, attempt.status = UNKNOWN, error.status
        if _move(delivery, DeliveryState.UNCONFIRMED, "outcome_unknown"):
            telling.tell(delivery, "outcome_unknown")
        db.session.commit()
        return
    if isinstance(error, Duplicate) and _is_our_own(delivery, error, attempt):
        publish(delivery, PublishedPost(error.urn, network.public_url(delivery.connection, error.urn)), attempt=attempt)
        return
    _note(delivery, error, attempt)
    if isinstance(error, Duplicate) and not error.urn and _may_be_out(delivery, attempt):
        # It may well be ours: refused, its owner would change the words and have it out twice.
        if _move(delivery, DeliveryState.UNCONFIRMED, "outcome_unknown"):
            telling.tell(delivery, "outcome_unknown")
    else:
        _decide(delivery, sealed, error, code)
    db.session.commit()


def hear(delivery: Delivery, error: Exception, attempt: DeliveryAttempt | None) -> None:
    """Record that nothing was created, before what follows is known, and commit."""
    _note(delivery, error, attempt)
    db.session.commit()


def _note(delivery: Delivery, error: Exception, attempt: DeliveryAttempt | None) -> None:
    if attempt is not None and attempt.answered_at is None:
        _answer(attempt, _code(error), status=getattr(error, "status", None))
        pace.give_back(delivery.connection)


def _decide(delivery: Delivery, sealed: str, error: Exception, code: str) -> None:
    if isinstance(error, AccessRevoked | PermissionMissing | crypto.UnreadableSecret):
        _lose(delivery, code, Connection.sealed_access_token == sealed)
    elif isinstance(error, QuotaReached):
        wait = timedelta(seconds=_asked_seconds(error) or WAITS_SECONDS[-1])
        _later(delivery, pace.rest(delivery.connection, wait), code)
    elif isinstance(error, VersionRetired):
        log.error("the network retired our API version", delivery_id=delivery.id)
        _later(delivery, clock.in_seconds(VERSION_WAIT_SECONDS), code)
        telling.tell(delivery, code)
    elif _is_final(delivery, error):
        # Lost again and again, there is no better word than that it cannot be read.
        if _move(delivery, DeliveryState.REFUSED, "media_failed" if isinstance(error, MediaLost) else code):
            telling.announce_end(delivery)
            telling.tell(delivery, delivery.reason)
    else:
        wait_seconds = _asked_seconds(error) or WAITS_SECONDS[min(delivery.tries, len(WAITS_SECONDS) - 1)]
        anew = {"media_urn": ""} if isinstance(error, MediaLost) else {}
        _later(delivery, clock.in_seconds(wait_seconds), code, tries=delivery.tries + 1, **anew)


def _asked_seconds(error: Exception) -> float:
    """Return the wait a network asks for, 0 where it asks for none."""
    return max(0.0, min(LONGEST_WAIT_SECONDS, getattr(error, "retry_after_seconds", None) or 0.0))


def _is_final(delivery: Delivery, error: Exception) -> bool:
    is_spent = isinstance(error, MediaLost) and delivery.tries >= MOST_MEDIA
    return isinstance(error, ProviderError) and (error.permanent or is_spent)


def block(delivery: Delivery, reason: str) -> None:
    """Wait for the person, and commit."""
    if reason == "access_expired":
        _lose(delivery, reason, Connection.expires_at <= clock.now())
    elif _move(delivery, DeliveryState.BLOCKED, reason):
        telling.tell(delivery, reason)
    db.session.commit()


def _lose(delivery: Delivery, reason: str, where: ColumnElement[bool]) -> None:
    """Wait for the person to reopen an account; where she did meanwhile, leave by the access she gave."""
    lost = telling.lose(delivery.connection, reason, where)
    if not lost and delivery.connection.state == ConnectionState.ACTIVE:
        _later(delivery, clock.now(), "renewing")
    elif _move(delivery, DeliveryState.BLOCKED, reason):
        telling.tell(delivery, reason)


def postpone(delivery: Delivery, until: datetime, reason: str) -> None:
    """Put a delivery back to a later moment, and commit."""
    _later(delivery, until, reason)
    db.session.commit()


def _is_our_own(delivery: Delivery, error: Duplicate, attempt: DeliveryAttempt | None) -> bool:
    """Tell whether the duplicate is what an earlier attempt of this very delivery created, unheard."""
    if not error.urn or queries.is_anothers(delivery, error.urn):
        return False
    return _may_be_out(delivery, attempt, error.urn)


def _may_be_out(delivery: Delivery, attempt: DeliveryAttempt | None, urn: str = "") -> bool:
    """Tell whether an attempt before this one may have been carried out, or is known by `urn`."""
    own = attempt.id if attempt is not None else None
    earlier = [row for row in queries.attempts(delivery.id) if row.id != own]
    return any(row.outcome in {UNKNOWN, ABSENT} or (urn and row.urn == urn) for row in earlier)


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
