"""The proof that a message is ours and fresh: `t=<unix>,v1=<HMAC-SHA-256 of "t.body">`, in hexadecimal."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence

HEADER = "AstroGrowth-Signature"
ID_HEADER = "AstroGrowth-Event-Id"


def signature(body: bytes, secrets: Sequence[str], at: int) -> str:
    """Return the header's value; each secret that stands signs, the newest first."""
    signed = f"{at}.".encode() + body
    marks = [hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest() for secret in secrets]
    return ",".join([f"t={at}", *(f"v1={mark}" for mark in marks)])
