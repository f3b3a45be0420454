"""Doors of privacy: what anybody may read, and the console of those who answer."""

from __future__ import annotations

from app.domains.privacy.routes import (
    account_closing,
    answering,
    asking,
    closing,
    consents,
    console,
    exports,
    incidents,
    networks,
    people,
    public,
    silences,
)

blueprints = (public.blueprint, console.blueprint, account_closing.blueprint)
__all__ = [
    "answering",
    "asking",
    "blueprints",
    "closing",
    "consents",
    "console",
    "exports",
    "incidents",
    "account_closing",
    "networks",
    "people",
    "public",
    "silences",
]
