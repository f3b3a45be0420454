"""The lines that signing in leaves in the journal: few, whoever tries, and none of the account everybody shares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from app.core import background, clock
from app.core.db import db
from app.domains.accounts.models import User
from app.domains.audit import services as audit
from app.domains.audit.actors import present
from app.domains.audit.models import AuditLine

LOCK_JOB = "app.domains.accounts.jobs.note_lock"
CAME, CAME_ANEW, LOCKED = "security.signed_in", "security.new_device", "security.sign_in_refused"
# A device that nobody came in with for so long is new again.
KNOWN_FOR = timedelta(days=90)
# One sign-in is written in this time, for a device and a network.
CAME_EVERY = timedelta(days=1)
# One lock is written in this time: it lasts as long at least (core.limits).
LOCKED_EVERY = timedelta(minutes=15)

# Whose account strangers share, given the person: told by a domain above.
_shared: list[Callable[[int], bool]] = []


def leave_out(shared: Callable[[int], bool]) -> None:
    """Write nothing of those for whom `shared` is true."""
    _shared[:] = [shared]


def write(kind: str, user: User, *, subject: str = "", detail: str = "") -> None:
    """Write what somebody did to her own account, signed in or not, in the present transaction."""
    if not _is_shared(user.id):
        audit.record(kind, person_id=user.id, subject=subject, detail=detail, actor=replace(present(), by_id=user.id))


def note_arrival(user: User, device: str) -> None:
    """Write that a person came in, in the present transaction: once a day for a device and a network.

    Devices are told apart by what they say they are, « Chrome, Android »: there are few such names.
    """
    if not _was_written(user.id, KNOWN_FOR, device=device):
        write(CAME_ANEW, user, subject=device)
    elif not _was_written(user.id, CAME_EVERY, device=device, network=present().address):
        write(CAME, user, subject=device)


def ring_lock(user_id: int | None) -> None:
    """Have a lock written down, by a job: the answer takes the same time whether there is such an account or not."""
    background.ring(LOCK_JOB, user_id or 0)


def note_lock(user_id: int) -> None:
    """Write that an account is closed for a while to whoever tried it too often, and commit."""
    user = db.session.get(User, user_id)
    if user is None or _is_shared(user_id) or _was_written(user_id, LOCKED_EVERY, kind=LOCKED):
        return
    # Whoever tried is nobody known: the line is about her account, and by nobody.
    audit.record(LOCKED, person_id=user_id, subject=user.email)
    db.session.commit()


def _is_shared(user_id: int) -> bool:
    return any(shared(user_id) for shared in _shared)


def _was_written(user_id: int, lately: timedelta, *, kind: str = "", device: str = "", network: str = "") -> bool:
    lines = select(AuditLine.id).where(AuditLine.person_id == user_id, AuditLine.happened_at > clock.now() - lately)
    lines = lines.where(AuditLine.kind == kind) if kind else lines.where(AuditLine.kind.in_((CAME, CAME_ANEW)))
    if not kind:
        lines = lines.where(AuditLine.subject == device)
    if network:
        lines = lines.where(AuditLine.address == network)
    return db.session.scalar(lines.limit(1)) is not None
