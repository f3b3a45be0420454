"""What touches the safety of an account: kept, and told to its person by mail, whoever did it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

from sqlalchemy import delete

from app.core import clock, events
from app.core.db import db
from app.domains.accounts.models import AccountChange, User
from app.domains.audit import services as audit
from app.domains.audit.actors import present

KEPT = timedelta(days=365)


class Change(StrEnum):
    """What may change; a new one needs its sentence in notifications/account_words.py."""

    PASSWORD = "password"  # noqa: S105  # the name of a change
    RESET = "reset"
    EMAIL = "email"
    TOTP_ON = "totp_on"
    TOTP_OFF = "totp_off"
    PASSKEY_ADDED = "passkey_added"
    PASSKEY_REMOVED = "passkey_removed"
    RECOVERY_CODES = "recovery_codes"
    CLOSING = "closing"


_LINES = {
    Change.PASSWORD: "security.password_changed",
    Change.RESET: "security.password_reset",
    Change.EMAIL: "security.email_changed",
    Change.TOTP_ON: "security.second_step_on",
    Change.TOTP_OFF: "security.second_step_off",
    Change.PASSKEY_ADDED: "security.passkey_added",
    Change.PASSKEY_REMOVED: "security.passkey_removed",
    Change.RECOVERY_CODES: "security.recovery_codes",
    Change.CLOSING: "security.closing_asked",
}
_EVENTS = {
    Change.PASSWORD: "account.password_changed",
    Change.RESET: "account.password_changed",
    Change.EMAIL: "account.email_changed",
}


def note(user: User, change: Change, *, address: str = "") -> None:
    """Keep a change and have its person told, in the present transaction, at `address` where it is not her own.

    A new address is told at the old one: `note(user, Change.EMAIL, address=old)`.
    """
    row = AccountChange(user_id=user.id, what=change, address=address or user.email)
    db.session.add(row)
    db.session.flush()
    # Whoever proves a mailbox is nobody signed in: what changes is hers all the same.
    audit.record(_LINES[change], person_id=user.id, actor=replace(present(), by_id=user.id))
    events.emit(_EVENTS.get(change, "account.security_changed"), row.id, workspace_id=None)


def forget_old() -> None:
    """Delete what changed long ago, in the present transaction."""
    db.session.execute(delete(AccountChange).where(AccountChange.created_at < clock.now() - KEPT))
