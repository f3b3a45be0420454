"""The ways Places API (New) says no: google.rpc.Status in JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from app.providers.errors import PermissionMissing, ProviderError, QuotaReached, Refused
from app.providers.http import Answer, redact, retry_after_seconds

# Quotas are per minute (https://developers.google.com/maps/documentation/places/web-service/usage-and-billing).
QUOTA_SECONDS = 60.0
_SECONDS = re.compile(r"(\d{1,6})(?:\.\d+)?s")


def error_of(answer: Answer, key: str) -> ProviderError:
    """Return the error an unhappy answer stands for, with its reason and without the key."""
    told = status_of(answer)
    details = [each for each in _list(told.get("details")) if isinstance(each, dict)]
    reasons = " ".join(str(each["reason"]) for each in details if each.get("reason"))
    words = f"{told.get('status', '')} {reasons} {told.get('message', '')}"
    message = redact(f"Google Places: {answer.status} {words}", [key])
    status, wait = answer.status, retry_after_seconds(answer.headers.get("Retry-After"))
    if status == 429:
        wait = wait if wait is not None else _retry_delay(details)
        return QuotaReached(message, code="quota", status=status, retry_after_seconds=wait)
    if status in (401, 403):
        return PermissionMissing(message, code="permission_missing", status=status)
    if status >= 500 or status in (408, 425):
        return ProviderError(message, status=status, retry_after_seconds=wait)
    if "API_KEY_INVALID" in reasons:
        return Refused(message, code="key_refused", status=status)
    code = {404: "not_found"}.get(status, "redirected" if 300 <= status < 400 else "refused")
    return Refused(message, code=code, status=status)


def status_of(answer: Answer) -> Mapping[str, Any]:
    """Return the error's object, an empty one where the body is anything else."""
    told = answer.json_object().get("error")
    return told if isinstance(told, dict) else {}


def _retry_delay(details: list[dict[str, Any]]) -> float:
    for each in details:
        if found := _SECONDS.fullmatch(str(each.get("retryDelay", ""))):
            return float(found[1]) + 1
    return QUOTA_SECONDS


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
