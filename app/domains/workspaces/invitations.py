"""Invitations: asked by an owner, mailed with a link, taken once within seven days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import joinedload

from app.core import clock, crypto, letter_tokens
from app.core.db import changed, db
from app.core.errors import Conflict
from app.core.events import emit
from app.domains.accounts import services as accounts
from app.domains.accounts.models import User
from app.domains.audit import services as audit
from app.domains.audit.actors import Actor, present
from app.domains.workspaces import member_words as words
from app.domains.workspaces.members import GIVEN
from app.domains.workspaces.models import Invitation, Membership
from app.domains.workspaces.services import membership_of

LIFE = timedelta(days=7)
# One workspace's letters to strangers, waiting at once.
MOST_WAITING = 20
# Between two letters to the same address.
APART = timedelta(minutes=10)
SALT = "invitation"


def invite(workspace_id: int, email: str, role: str, by: int) -> Invitation:
    """Offer a place by mail, and commit; the answer never tells whether the address has an account.

    Raises:
        AccountError: not an address.
        Conflict: a member already, invited already or a moment ago, too many waiting, a role nobody gives, or by
            somebody whose own address is not proved.
    """
    address = accounts.normalised_email(email)
    if role not in GIVEN:
        raise Conflict("role", words.ROLE_NEEDED)
    waiting = pending(workspace_id)
    if any(each.email == address for each in waiting):
        raise Conflict("invited", words.INVITED_ALREADY)
    if len(waiting) >= MOST_WAITING:
        raise Conflict("too_many", words.TOO_MANY)
    _refuse_to_flood(workspace_id, address, by)
    if _is_member(workspace_id, address):
        raise Conflict("member", words.MEMBER_ALREADY)
    row = Invitation(workspace_id=workspace_id, email=address, role=role, invited_by=by, asked_at=clock.now(),
                     expires_at=clock.now() + LIFE)  # fmt: skip
    db.session.add(row)
    _post(row, "member.invited")
    return row


def invite_again(row: Invitation) -> None:
    """Mail a fresh link, good for seven days more, and commit; the former one is dead.

    Raises:
        Conflict: the last letter is minutes old.
    """
    if clock.now() - row.asked_at < APART:
        raise Conflict("too_soon", words.TOO_SOON)
    row.asked_at, row.expires_at, row.fingerprint = clock.now(), clock.now() + LIFE, None
    _post(row, "member.invited_again")


def revoke(row: Invitation) -> None:
    """Take an invitation back, and commit: its link is dead."""
    if _claim(row, revoked_at=clock.now()):
        audit.record("member.invitation_revoked", workspace_id=row.workspace_id, subject=row.email, detail=row.role)
    db.session.commit()


def pending(workspace_id: int) -> Sequence[Invitation]:
    """Return the invitations nobody took yet, newest first; those that died unused are shown a month."""
    recent = Invitation.expires_at > clock.now() - timedelta(days=30)
    statement = select(Invitation).where(Invitation.workspace_id == workspace_id, recent, *_waits())
    return db.session.scalars(statement.order_by(Invitation.id.desc())).all()


def one(workspace_id: int, invitation_id: int) -> Invitation | None:
    """Return one invitation that waits."""
    statement = select(Invitation).where(Invitation.workspace_id == workspace_id, Invitation.id == invitation_id)
    return db.session.scalar(statement.where(*_waits()))


def issue(invitation_id: int) -> tuple[Invitation, str] | None:
    """Return an invitation that waits to be mailed with the token of its letter, once an asking; no commit."""
    token = letter_tokens.draw(SALT)
    due = (Invitation.mailed_at.is_(None)) | (Invitation.mailed_at < Invitation.asked_at)
    statement = select(Invitation).where(Invitation.id == invitation_id, due, *_waits())
    row = db.session.scalar(statement.options(joinedload(Invitation.workspace)))
    if row is None or not _claim(row, due, mailed_at=clock.now(), fingerprint=crypto.fingerprint(token)):
        return None
    return row, token


def find(token: str) -> Invitation | None:
    """Return the invitation of a token with its workspace; what was not signed here is not even looked for."""
    known = letter_tokens.kept_as(SALT, token)
    if known is None:
        return None
    statement = select(Invitation).where(Invitation.fingerprint == known)
    return db.session.scalar(statement.options(joinedload(Invitation.workspace)))


def is_open(row: Invitation) -> bool:
    """Tell whether an invitation can still be taken."""
    return row.accepted_at is None and row.revoked_at is None and row.expires_at > clock.now()


def accept(row: Invitation, user: User) -> None:
    """Take the place, once, and commit; whoever has one already keeps her role.

    Raises:
        Conflict: another account's, taken back, taken already or too old.
    """
    if user.email != row.email:
        raise Conflict("not_yours", words.NOT_YOURS)
    if not _claim(row, Invitation.expires_at > clock.now(), accepted_at=clock.now()):
        db.session.rollback()
        raise Conflict("closed", words.CLOSED)
    if membership_of(user.id, row.workspace_id) is None:
        db.session.add(Membership(user_id=user.id, workspace_id=row.workspace_id, role=row.role))
        actor = Actor(user.id, "letter", present().address)
        audit.record("member.joined", workspace_id=row.workspace_id, subject=row.email, detail=row.role, actor=actor)
    db.session.commit()


def accept_anew(row: Invitation, password: str) -> User:
    """Open the account of the address invited, which the letter proved, and take the place; commit.

    Raises:
        AccountError: the password is too short, or the address has an account meanwhile.
        Conflict: see accept.
    """
    user = accounts.create_user(row.email, password, verified=True)
    accept(row, user)
    return user


def _refuse_to_flood(workspace_id: int, address: str, by: int) -> None:
    """Refuse what would have us write to strangers in the name of nobody known, or again and again.

    Raises:
        Conflict: see `invite`.
    """
    if db.session.get_one(User, by).verified_at is None:
        raise Conflict("unverified", words.PROVE_FIRST)
    lately = (Invitation.email == address, Invitation.asked_at > clock.now() - APART)
    # Taken back, an invitation has been mailed all the same.
    if db.session.scalar(select(Invitation.id).where(Invitation.workspace_id == workspace_id, *lately).limit(1)):
        raise Conflict("too_soon", words.TOO_SOON)


def _post(row: Invitation, kind: str) -> None:
    db.session.flush()
    emit("member.invited", row.id, workspace_id=row.workspace_id)
    audit.record(kind, workspace_id=row.workspace_id, subject=row.email, detail=row.role)
    db.session.commit()


def _waits() -> tuple[ColumnElement[bool], ...]:
    return Invitation.accepted_at.is_(None), Invitation.revoked_at.is_(None)


def _claim(row: Invitation, *conditions: ColumnElement[bool], **values: Any) -> bool:
    statement = update(Invitation).where(Invitation.id == row.id, *_waits(), *conditions).values(**values)
    if not changed(statement.execution_options(synchronize_session=False)):
        return False
    db.session.refresh(row, list(values))
    return True


def _is_member(workspace_id: int, email: str) -> bool:
    statement = select(func.count(Membership.id)).join(User, User.id == Membership.user_id)
    return bool(db.session.scalar(statement.where(Membership.workspace_id == workspace_id, User.email == email)))
