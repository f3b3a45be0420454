"""The ways Hunter says no; 403 and 429 mean the opposite of what they mean elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.providers.errors import AccessRevoked, ProviderError, QuotaReached, Refused
from app.providers.http import Answer, redact, retry_after_seconds


class ClaimedPerson(Refused):
    """The person asked not to be processed (451): never ask again, never write to them."""


def error_of(answer: Answer, key: str) -> ProviderError:
    """Return the error an unhappy answer stands for, without the key."""
    told = _first(answer)
    message = redact(f"Hunter: {answer.status} {told.get('id', '')} {told.get('details', '')}", [key])
    status, wait = answer.status, retry_after_seconds(answer.headers.get("Retry-After"))
    if status == 401:
        return AccessRevoked(message, code="access_revoked", status=status)
    if status == 403:
        # Too many in this second or minute: a moment later is enough.
        return QuotaReached(message, code="rate", status=status, retry_after_seconds=wait)
    if status == 429:
        # The credits of the billing period are spent: nothing before its end, or a larger plan.
        return QuotaReached(message, code="credits_exhausted", status=status, permanent=True)
    if status == 451:
        return ClaimedPerson(message, code="claimed", status=status)
    if status >= 500 or status in {408, 409, 425}:
        return ProviderError(message, status=status, retry_after_seconds=wait)
    codes = {404: "not_found", 422: "invalid"}
    named = told.get("id") if told.get("id") in {"wrong_params", "pagination_error"} else ""
    code = codes.get(status) or named or ("redirected" if 300 <= status < 400 else "refused")
    return Refused(message, code=code, status=status)


def _first(answer: Answer) -> Mapping[str, Any]:
    errors = answer.json_object().get("errors")
    told = errors[0] if isinstance(errors, list) and errors else {}
    return told if isinstance(told, dict) else {}
