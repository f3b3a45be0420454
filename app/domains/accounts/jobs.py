"""What the accounts' own calendar does."""

from __future__ import annotations

from app.core.db import db
from app.domains.accounts import challenges, devices, links


def purge() -> None:
    """Delete what has expired."""
    devices.forget_old()
    links.forget_old()
    challenges.forget_old()
    db.session.commit()
