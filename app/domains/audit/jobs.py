"""The journal's doors for workers."""

from __future__ import annotations

from app.core import retention
from app.core.db import db
from app.domains.audit import services


def purge() -> None:
    """Forget what is two years old."""
    gone = services.forget_old()
    db.session.commit()
    retention.note({"audit_lines": gone})
