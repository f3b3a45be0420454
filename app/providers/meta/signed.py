"""What Meta signs with the application's secret: the request of a person who removes us and wants her data erased.

Meta's « Data Deletion Request Callback », https://developers.facebook.com/docs/development/create-an-app/
app-dashboard/data-deletion-callback/ (contract 08, 2026-11-21, not read again at its source).
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

LONGEST = 4096
ALGORITHM = "HMAC-SHA256"
# Meta calls at once. What is older is the same call made again by who saw it go by.
_LASTS, _AHEAD = timedelta(days=1), timedelta(minutes=5)
_LONGEST_ID = 64


class SignedRefused(ValueError):
    """A request that proves nothing; `code` is too_long, malformed, forged or stale."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Signed:
    """Whose request it is, by the number she has in our application; `proof` is the same whenever it is sent again."""

    user_id: str
    proof: str


def read(signed_request: str, app_secret: str, now: datetime) -> Signed:
    """Read a signed request; its signature is looked at before anything it says.

    Raises:
        SignedRefused: it is not one, or not Meta's, or not of today.
    """
    if len(signed_request) > LONGEST:
        raise SignedRefused("too_long")
    signature, _, payload = signed_request.partition(".")
    if not signature or not payload:
        raise SignedRefused("malformed")
    ours = hmac.new(app_secret.encode(), payload.encode(errors="replace"), sha256).digest()
    if not hmac.compare_digest(_bytes(signature), ours):
        raise SignedRefused("forged")
    told = _object(payload)
    if str(told.get("algorithm", "")).upper() != ALGORITHM:
        raise SignedRefused("malformed")
    return Signed(_user(told, now), ours.hex())


def _user(told: dict[str, Any], now: datetime) -> str:
    user_id, issued_at = told.get("user_id"), told.get("issued_at")
    is_named = isinstance(user_id, str) and 0 < len(user_id) <= _LONGEST_ID
    if not is_named or not isinstance(issued_at, int) or isinstance(issued_at, bool):
        raise SignedRefused("malformed")
    if not (now - _LASTS).timestamp() <= issued_at <= (now + _AHEAD).timestamp():
        raise SignedRefused("stale")
    return str(user_id)


def _object(payload: str) -> dict[str, Any]:
    try:
        told = json.loads(_bytes(payload))
    except (ValueError, RecursionError) as error:
        raise SignedRefused("malformed") from error
    if not isinstance(told, dict):
        raise SignedRefused("malformed")
    return told


def _bytes(text: str) -> bytes:
    """Decode base64url, which travels without its padding."""
    try:
        padded = text.encode("ascii") + b"=" * (-len(text) % 4)
        return base64.b64decode(padded, altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError, ValueError) as error:
        raise SignedRefused("malformed") from error
