"""What Overpass answered: elements, or one of its many ways to say no, some of them dressed as a success."""

from __future__ import annotations

from typing import Any

from app.providers.errors import ProviderError, QuotaReached, Refused
from app.providers.http import Answer, redact, retry_after_seconds
from app.providers.openstreetmap.rests import LEAST_SECONDS

_RATE_WORDS = ("rate_limited", "duplicate_query")
_REFUSALS = {400: "bad_query", 403: "forbidden", 406: "agent_refused"}
_HEAD = 5_000


class Overloaded(ProviderError):
    """The question was too big for this server: ask for less, or later."""


def elements(answer: Answer) -> list[Any]:
    """Return the elements of an answer.

    Raises:
        QuotaReached: this server asks for rest.
        Overloaded: the area holds too much for it.
        Refused: this question will never pass.
        ProviderError: anything else; "malformed" where it is no answer of Overpass's.
    """
    is_json = answer.media_type == "application/json"
    if answer.status == 429 or (not is_json and _wants_rest(answer.text[:_HEAD])):
        raise _quota(answer)
    if answer.status in _REFUSALS:
        raise Refused(_message(answer), code=_REFUSALS[answer.status], status=answer.status)
    if answer.status != 200 or not is_json:
        permanent = 300 <= answer.status < 500 and answer.status != 408
        code = "malformed" if answer.status == 200 else "unavailable"
        wait = retry_after_seconds(answer.headers.get("Retry-After"))
        raise ProviderError(
            _message(answer), code=code, permanent=permanent, status=answer.status, retry_after_seconds=wait
        )
    found = answer.json()
    listed = found.get("elements") if isinstance(found, dict) else None
    if not isinstance(listed, list):
        raise ProviderError("Overpass gave no elements", code="malformed", status=200)
    # A remark is a failure dressed as a success: the elements are partial.
    remark = str(found.get("remark") or "")
    if _wants_rest(remark):
        raise _quota(answer)
    if remark:
        raise Overloaded(redact(f"Overpass: {remark}"), code="overloaded", status=200)
    return listed


def _wants_rest(text: str) -> bool:
    return any(word in text for word in _RATE_WORDS)


def _quota(answer: Answer) -> QuotaReached:
    asked = retry_after_seconds(answer.headers.get("Retry-After")) or 0.0
    wait = max(LEAST_SECONDS, asked)
    return QuotaReached(_message(answer), code="quota", status=429, retry_after_seconds=wait)


def _message(answer: Answer) -> str:
    return redact(f"Overpass: {answer.status} {answer.text[:2000]}")
