"""Doors of privacy: what anybody may read, and the console of those who answer."""

from __future__ import annotations

from app.domains.privacy.routes import (
    answering,
    asking,
    closing,
    consents,
    console,
    exports,
    incidents,
    leaving,
    networks,
    people,
    public,
    silences,
)

blueprints = (public.blueprint, console.blueprint, leaving.blueprint)
__all__ = [
    "answering",
    "asking",
    "blueprints",
    "closing",
    "consents",
    "console",
    "exports",
    "incidents",
    "leaving",
    "networks",
    "people",
    "public",
    "silences",
]
