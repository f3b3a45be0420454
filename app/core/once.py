"""A secret shown to whoever asked for it, on the very next page, and never again."""

from __future__ import annotations

from flask import session

from app.core import crypto

_PREFIX = "once:"


def keep(name: str, secret: str) -> None:
    """Keep a secret for the next page; sealed, since the cookie of a session is signed and no more."""
    session[_PREFIX + name] = crypto.seal(secret)


def take(name: str) -> str:
    """Return what was kept, and forget it; nothing when there is nothing."""
    sealed = session.pop(_PREFIX + name, "")
    try:
        return crypto.unseal(sealed) if sealed else ""
    except crypto.UnreadableSecret:
        return ""
