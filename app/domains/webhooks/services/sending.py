"""Carry one message to its address, and say in the row what came of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.core import background, clock, crypto, logs, states
from app.core.db import db
from app.core.events import emit
from app.domains.webhooks import bodies
from app.domains.webhooks.models import WebhookEndpoint, WebhookMessage
from app.domains.webhooks.services import attempts
from app.domains.webhooks.services.attempts import Outcome
from app.domains.webhooks.services.endpoints import disable, sender
from app.domains.webhooks.services.messages import LIFE, MESSAGES, SEND_JOB
from app.domains.webhooks.signing import HEADER, ID_HEADER, signature
from app.domains.webhooks.states import MOVES, EndpointState, Event, MessageState
from app.providers.contracts import HookAnswer, HookRequest
from app.providers.errors import ProviderError

WAITS_SECONDS = (60, 300, 900, 3600, 2 * 3600, 4 * 3600)
# A day, less what passes between an event and its first failure: the last try of a message ends it.
PATIENCE = LIFE - timedelta(minutes=5)

log = logs.get("webhooks")


def send(message_id: int) -> None:
    """Send one message, if its moment has come and nobody else does.

    A crash between the program's yes and our commit sends it twice, with the same event id.
    """
    row = db.session.get(WebhookMessage, message_id)
    if row is None or not MESSAGES.claim(row):
        db.session.rollback()
        return
    endpoint = db.session.get_one(WebhookEndpoint, row.endpoint_id)
    row.body = row.body or bodies.body_of(row)
    request = _signed(row, endpoint)
    db.session.commit()
    outcome = _tried(request)
    if not attempts.note(row, outcome):
        # Its prospect or its address was forgotten meanwhile, and the message with it.
        db.session.rollback()
        return
    db.session.refresh(endpoint)
    if outcome.reason:
        _put_back(row, endpoint, outcome)
    else:
        states.claim(row, MessageState.SENT, moves=MOVES, sent_at=clock.now(), **_said(outcome))
        _note_health(endpoint, is_well=True)
    db.session.commit()


def secrets_of(endpoint: WebhookEndpoint) -> list[str]:
    """Return the secrets that sign now, the newest first."""
    former = endpoint.sealed_former if endpoint.former_until and endpoint.former_until > clock.now() else ""
    return [crypto.unseal(each) for each in (endpoint.sealed_secret, former) if each]


def _signed(row: WebhookMessage, endpoint: WebhookEndpoint) -> HookRequest:
    body = row.body.encode()
    mark = signature(body, secrets_of(endpoint), int(clock.now().timestamp()))
    return HookRequest(endpoint.url, body, {HEADER: mark, ID_HEADER: row.event_id})


def _tried(request: HookRequest) -> Outcome:
    began_at, passed = clock.now(), clock.stopwatch()
    try:
        answer = sender().send(request)
        reason = "" if 200 <= answer.status < 300 else "refused"
    except ProviderError as error:
        answer, reason = HookAnswer(0, ""), error.code or "unavailable"
    return Outcome(began_at, passed(), answer.status or None, answer.excerpt, reason)


def _put_back(row: WebhookMessage, endpoint: WebhookEndpoint, outcome: Outcome) -> None:
    log.warning("webhook not taken", message_id=row.id, reason=outcome.reason, status=outcome.status)
    said = _said(outcome)
    wait = WAITS_SECONDS[min(row.tries, len(WAITS_SECONDS)) - 1]
    next_try = min(clock.in_seconds(wait), row.give_up_at)
    is_over = row.give_up_at <= clock.now() or endpoint.state != EndpointState.ACTIVE
    if is_over:
        states.claim(row, MessageState.FAILED, moves=MOVES, **said)
    else:
        states.claim(row, MessageState.DUE, moves=MOVES, next_try_at=next_try, **said)
        # Who did not answer may keep a worker for seconds: what is tried again gives way to publications.
        background.ring_after_commit(SEND_JOB, row.id, on="bulk", at=next_try)
    if row.type != Event.TEST:
        _note_health(endpoint, is_well=False)


def _said(outcome: Outcome) -> dict[str, Any]:
    return {"status": outcome.status, "excerpt": outcome.excerpt, "reason": outcome.reason, "lease_until": None}


def _note_health(endpoint: WebhookEndpoint, *, is_well: bool) -> None:
    """Note since when an address fails; after a day of it, disable it and have its owner told."""
    since = endpoint.failing_since
    if is_well:
        endpoint.failing_since = None
    elif since is None:
        endpoint.failing_since = clock.now()
    elif since + PATIENCE <= clock.now() and disable(endpoint):
        emit("webhook.disabled", endpoint.id, workspace_id=endpoint.workspace_id)
