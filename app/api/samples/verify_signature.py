"""Check that a message comes from AstroGrowth: what the page shows is this very function."""

from __future__ import annotations

import hashlib
import hmac
import time


def verify(body: bytes, header: str, secret: str, now: float | None = None) -> None:
    """Check the AstroGrowth-Signature header of a message; raises ValueError for what is forged or old."""
    parts = [part.partition("=") for part in header.split(",")]
    sent_at = next(value for name, _, value in parts if name == "t")
    signed = hmac.new(secret.encode(), sent_at.encode() + b"." + body, hashlib.sha256).hexdigest()
    if not any(hmac.compare_digest(signed, value) for name, _, value in parts if name == "v1"):
        raise ValueError("the signature is not ours")
    if abs((time.time() if now is None else now) - int(sent_at)) > 300:
        raise ValueError("the message is too old")
