"""The people of a workspace: who they are, their roles, and how they leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, exists, func, select, update
from sqlalchemy.orm import aliased

from app.core import clock
from app.core.db import db
from app.core.errors import Conflict
from app.core.events import emit
from app.domains.accounts.models import ApiToken, User
from app.domains.audit import services as audit
from app.domains.workspaces import member_words as words
from app.domains.workspaces.models import Membership, OwnershipOffer, Workspace
from app.domains.workspaces.permissions import ApprovalRule, Role
from app.domains.workspaces.services import approver_count

# Owning is taken, never given: see ownership.py.
GIVEN = (Role.MANAGER, Role.EDITOR, Role.ANALYST, Role.CLIENT)
# Why she stays: nobody else owns a workspace.
ALONE = "last_owner"


@dataclass(frozen=True)
class Member:
    """A person as the list of members shows her."""

    user_id: int
    email: str
    role: str
    since: datetime


def members(workspace_id: int) -> Sequence[Member]:
    """Return the people of a workspace, oldest membership first."""
    statement = (
        select(User.id, User.email, Membership.role, Membership.created_at)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.workspace_id == workspace_id)
        .order_by(Membership.id)
    )
    return [Member(*row) for row in db.session.execute(statement)]


def member(workspace_id: int, user_id: int) -> Member | None:
    """Return one of them."""
    return next((each for each in members(workspace_id) if each.user_id == user_id), None)


def change_role(workspace: Workspace, one: Member, role: str) -> None:
    """Give a member another role, and commit.

    Raises:
        Conflict: an owner's, which only a transfer changes; or the last approver a rule of two needs.
    """
    if one.role == Role.OWNER or role not in GIVEN:
        raise Conflict("owner", words.OWNER_STAYS)
    if role == one.role:
        return
    row = _hold(workspace.id, one.user_id)
    row.role = role
    _refuse_unstaffed(workspace)
    audit.record("member.role_changed", workspace_id=workspace.id, subject=one.email, detail=f"{one.role}>{role}")
    db.session.commit()


def remove(workspace: Workspace, one: Member) -> None:
    """Take a member out of a workspace: her sessions, her tokens and her links end here at once; commit.

    Raises:
        Conflict: an owner; or the last approver a rule of two needs.
    """
    if one.role == Role.OWNER:
        raise Conflict("owner", words.OWNER_STAYS)
    _take_out(workspace, one)
    audit.record("member.removed", workspace_id=workspace.id, subject=one.email, detail=one.role)
    db.session.commit()


def leave(workspace: Workspace, one: Member) -> None:
    """Leave a workspace, and commit.

    Raises:
        Conflict: she is its last owner, or the last approver a rule of two needs.
    """
    # Counted under the lock: of two owners who leave together, the second finds herself alone.
    _hold(workspace.id, one.user_id)
    if one.role == Role.OWNER and owner_count(workspace.id) < 2:
        db.session.rollback()
        raise Conflict(ALONE, words.LAST_OWNER)
    _take_out(workspace, one)
    audit.record("member.left", workspace_id=workspace.id, subject=one.email, detail=one.role)
    db.session.commit()


def leave_all(user: User) -> None:
    """Take a person whose account closes out of every workspace, in the present transaction.

    A rule of two approvers keeps nobody in: the owner finds herself one short, and the journal says why.

    Raises:
        Conflict: code "last_owner", where she is the last owner of one of them.
    """
    for workspace_id in db.session.scalars(select(Membership.workspace_id).where(Membership.user_id == user.id)).all():
        held = _hold(workspace_id, user.id)
        # Counted under the lock, as in `leave`: the other owner may be going at this very moment.
        if held.role == Role.OWNER and owner_count(workspace_id) < 2:
            raise Conflict(ALONE, words.LAST_OWNER)
        _put_out(workspace_id, user.id)
        audit.record("member.left", workspace_id=workspace_id)


def owned_alone(user_id: int) -> Sequence[Workspace]:
    """Return the workspaces that a person alone owns, by their names."""
    others = aliased(Membership)
    another = exists().where(
        others.workspace_id == Membership.workspace_id, others.role == Role.OWNER, others.user_id != user_id
    )
    hers = select(Workspace).join(Membership, Membership.workspace_id == Workspace.id)
    hers = hers.where(Membership.user_id == user_id, Membership.role == Role.OWNER, ~another)
    return db.session.scalars(hers.order_by(Workspace.name, Workspace.id)).all()


def owner_count(workspace_id: int) -> int:
    """Count the owners of a workspace."""
    owners = select(func.count(Membership.id)).where(
        Membership.workspace_id == workspace_id, Membership.role == Role.OWNER
    )
    return db.session.scalar(owners) or 0


def _take_out(workspace: Workspace, one: Member) -> None:
    _put_out(workspace.id, one.user_id)
    _refuse_unstaffed(workspace)


def _put_out(workspace_id: int, user_id: int) -> None:
    row = _hold(workspace_id, user_id)
    # Said while the row is there: those who listen read whose it is.
    emit("member.leaving", row.id, workspace_id=workspace_id)
    db.session.execute(
        update(ApiToken)
        .where(ApiToken.user_id == user_id, ApiToken.workspace_id == workspace_id, ApiToken.revoked_at.is_(None))
        .values(revoked_at=clock.now())
    )
    db.session.execute(delete(OwnershipOffer).where(OwnershipOffer.workspace_id == workspace_id,
                                                    OwnershipOffer.to_id == user_id))  # fmt: skip
    db.session.delete(row)
    db.session.flush()


def _hold(workspace_id: int, user_id: int) -> Membership:
    """Return the row of a membership, with those of its workspace locked: two owners who leave together see each other.

    Raises:
        Conflict: it is gone meanwhile.
    """
    rows = db.session.scalars(
        select(Membership).where(Membership.workspace_id == workspace_id).order_by(Membership.id).with_for_update()
    ).all()
    found = next((row for row in rows if row.user_id == user_id), None)
    if found is None:
        raise Conflict("gone", words.GONE)
    return found


def _refuse_unstaffed(workspace: Workspace) -> None:
    db.session.flush()
    if workspace.approval_rule == ApprovalRule.TWO and approver_count(workspace.id) < 2:
        db.session.rollback()
        raise Conflict("two_needed", words.TWO_STILL_NEEDED)
