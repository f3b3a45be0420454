"""The accounts' doors for workers."""

from __future__ import annotations

from app.core.db import db
from app.domains.accounts import challenges, devices, journal, links


def note_lock(user_id: int) -> None:
    """Write down that too many wrong passwords or codes were given for an account."""
    journal.note_lock(user_id)


def purge() -> None:
    """Delete what has expired."""
    devices.forget_old()
    links.forget_old()
    challenges.forget_old()
    db.session.commit()
