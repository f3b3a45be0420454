"""Doors of accounts: signing in and out, proving who one is, and what keeps an account safe."""

from __future__ import annotations

from app.domains.accounts.routes import (
    addresses,
    confirming,
    language,
    passkeys,
    password,
    recovery,
    security,
    signing,
    two_steps,
)
from app.domains.accounts.routes.signing import blueprint

blueprints = (blueprint,)
__all__ = ["addresses", "blueprints", "confirming", "language", "passkeys", "password", "recovery", "security",
           "signing", "two_steps"]  # fmt: skip
