"""The journal's doors for workers."""

from __future__ import annotations

from app.core.db import db
from app.domains.audit import services


def purge() -> None:
    """Forget what is two years old."""
    services.forget_old()
    db.session.commit()
