"""Open a workspace, know who is in it, keep its profile."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import joinedload

from app.core import clock
from app.core.db import db
from app.core.errors import Conflict
from app.core.events import emit
from app.domains.accounts import links, passwords
from app.domains.accounts import services as accounts
from app.domains.accounts.links import Purpose
from app.domains.accounts.models import User
from app.domains.audit import services as audit
from app.domains.workspaces.member_words import TOO_MANY_SPACES
from app.domains.workspaces.models import Membership, Workspace
from app.domains.workspaces.permissions import ApprovalRule, Role, approvers

A_DAY, MOST_A_DAY = timedelta(days=1), 3
# Who approves, and what approves itself.
RULES = frozenset({"approval_rule", "auto_approve", "auto_approve_threshold"})
PROFILE_FIELDS = frozenset({
    "name", "industry", "industry_words", "city", "phone", "website", "form_of_address",
    "primary_colour", "accent_colour", "auto_approve", "auto_approve_threshold", "tone", "approval_rule",
    "permit_name", "permit_title", "agency_name", "hours",
})  # fmt: skip


def sign_up(email: str, password: str, business_name: str) -> User:
    """Open an account and its workspace.

    Raises:
        AccountError: bad or taken address, password too weak.
    """
    if fault := passwords.fault_of(password, email, business_name):
        raise accounts.AccountError("password", fault)
    user = accounts.create_user(email, password)
    workspace = open_workspace(user, business_name)
    emit("workspace.opened", workspace.id, workspace_id=workspace.id)
    links.ask(Purpose.VERIFY, user.email, user)
    db.session.commit()
    return user


def open_workspace(user: User, name: str) -> Workspace:
    """Add a workspace owned by `user`, in the present transaction."""
    workspace = Workspace(name=name.strip()[:120])
    db.session.add(workspace)
    db.session.flush()
    db.session.add(Membership(user_id=user.id, workspace_id=workspace.id, role=Role.OWNER))
    return workspace


def present_membership(user_id: int, wanted_id: int | None) -> Membership | None:
    """Return a person's membership of the workspace she chose, else her oldest one, with its workspace loaded."""
    statement = select(Membership).where(Membership.user_id == user_id).options(joinedload(Membership.workspace))
    chosen = case((Membership.workspace_id == wanted_id, 0), else_=1)
    return db.session.scalar(statement.order_by(chosen, Membership.id).limit(1))


def memberships(user_id: int) -> list[Membership]:
    """Return every membership of a person with its workspace, in the order of names."""
    statement = select(Membership).join(Workspace).where(Membership.user_id == user_id)
    return list(
        db.session.scalars(statement.options(joinedload(Membership.workspace)).order_by(Workspace.name, Membership.id))
    )


def open_another(user: User, name: str) -> Workspace:
    """Open one more workspace for a person, and commit.

    Raises:
        Conflict: she opened several today.
    """
    mine = (
        select(func.count(Workspace.id))
        .join(Membership)
        .where(Membership.user_id == user.id, Membership.role == Role.OWNER, Workspace.created_at > clock.now() - A_DAY)
    )
    if (db.session.scalar(mine) or 0) >= MOST_A_DAY:
        raise Conflict("too_many", TOO_MANY_SPACES)
    workspace = open_workspace(user, name)
    audit.record("setting.workspace_opened", workspace_id=workspace.id, subject=workspace.name)
    db.session.commit()
    return workspace


def membership_of(user_id: int, workspace_id: int) -> Membership | None:
    """Return a person's membership of one workspace, with it loaded."""
    statement = select(Membership).where(Membership.user_id == user_id, Membership.workspace_id == workspace_id)
    return db.session.scalar(statement.options(joinedload(Membership.workspace)))


def has_demonstration() -> bool:
    """Tell whether a demonstration is loaded, for strangers to look at."""
    return db.session.scalar(select(Workspace.id).where(Workspace.is_demo).limit(1)) is not None


def is_in_demonstration(user_id: int) -> bool:
    """Tell whether a person is one of the demonstration's, whom nobody writes to."""
    statement = select(Membership.id).join(Membership.workspace).where(Membership.user_id == user_id, Workspace.is_demo)
    return db.session.scalar(statement.limit(1)) is not None


def workspace_by_id(workspace_id: int) -> Workspace:
    """Return a workspace known to exist."""
    return db.session.get_one(Workspace, workspace_id)


def owner_addresses(workspace_id: int) -> list[str]:
    """Return the addresses of the owners, oldest first."""
    statement = (
        select(User.email)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.workspace_id == workspace_id, Membership.role == Role.OWNER)
        .order_by(Membership.id)
    )
    return list(db.session.scalars(statement))


def people_in(workspace_id: int, roles: Collection[str]) -> list[User]:
    """Return the people who hold one of these roles, oldest membership first."""
    statement = (
        select(User)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.workspace_id == workspace_id, Membership.role.in_(roles))
        .order_by(Membership.id)
    )
    return list(db.session.scalars(statement))


def approver_count(workspace_id: int) -> int:
    """Count the people who may approve where approving is asked for."""
    return db.session.scalar(_approvers(workspace_id).with_only_columns(func.count(Membership.id))) or 0


def may_approve(workspace_id: int, user_id: int) -> bool:
    """Tell whether a person is still one of those who may approve where approving is asked for."""
    return db.session.scalar(_approvers(workspace_id).where(Membership.user_id == user_id)) is not None


def _approvers(workspace_id: int) -> Select[int]:
    roles = approvers(ApprovalRule.TWO)
    return select(Membership.id).where(Membership.workspace_id == workspace_id, Membership.role.in_(roles))


def update_profile(workspace: Workspace, **values: Any) -> None:
    """Change the profile; only its own fields may be named."""
    changed = {name for name in PROFILE_FIELDS & values.keys() if getattr(workspace, name) != values[name]}
    before = {name: getattr(workspace, name) for name in RULES}
    for name in changed:
        setattr(workspace, name, values[name])
    if changed - RULES:
        audit.record("setting.profile", workspace_id=workspace.id)
    if "approval_rule" in changed:
        detail = f"{before['approval_rule']}>{workspace.approval_rule}"
        audit.record("setting.approval_rule", workspace_id=workspace.id, detail=detail)
    if changed & {"auto_approve", "auto_approve_threshold"}:
        detail = f"{workspace.auto_approve_threshold}" if workspace.auto_approve else "off"
        audit.record("setting.auto_approve", workspace_id=workspace.id, detail=detail)
    db.session.commit()
