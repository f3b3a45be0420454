"""The transfer of a workspace: an owner offers her place, another member takes it; nobody is made owner unasked."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, select

from app.core import clock
from app.core.db import db
from app.core.errors import Conflict
from app.core.events import emit
from app.domains.accounts.models import User
from app.domains.audit import services as audit
from app.domains.workspaces import member_words as words
from app.domains.workspaces.members import Member
from app.domains.workspaces.models import Membership, OwnershipOffer
from app.domains.workspaces.permissions import Role

LIFE = timedelta(days=7)


def offer(workspace_id: int, to: Member, by: User) -> None:
    """Offer one's place to a member, in place of any former offer, and commit.

    Raises:
        Conflict: she owns the workspace already.
    """
    if to.role == Role.OWNER:
        raise Conflict("owner", words.OWNER_ALREADY)
    _forget(workspace_id)
    row = OwnershipOffer(workspace_id=workspace_id, from_id=by.id, to_id=to.user_id, expires_at=clock.now() + LIFE)
    db.session.add(row)
    db.session.flush()
    emit("ownership.offered", row.id, workspace_id=workspace_id)
    audit.record("member.ownership_offered", workspace_id=workspace_id, subject=to.email)
    db.session.commit()


def present(workspace_id: int) -> OwnershipOffer | None:
    """Return the offer that stands in a workspace."""
    statement = select(OwnershipOffer).where(OwnershipOffer.workspace_id == workspace_id)
    return db.session.scalar(statement.where(OwnershipOffer.expires_at > clock.now()))


def withdraw(workspace_id: int) -> None:
    """Take the offer back, or decline it, and commit."""
    if present(workspace_id) is not None:
        audit.record("member.ownership_declined", workspace_id=workspace_id)
    _forget(workspace_id)
    db.session.commit()


def take(workspace_id: int, user: User) -> None:
    """Become the owner in place of who offered it, who stays as a manager; commit.

    Raises:
        Conflict: it was not offered to her, or is not any more.
    """
    row = present(workspace_id)
    places = {} if row is None else _places(workspace_id, row)
    if row is None or row.to_id != user.id or set(places) != {row.from_id, row.to_id}:
        raise Conflict("not_offered", words.NOT_OFFERED)
    if places[row.from_id].role != Role.OWNER:
        raise Conflict("not_offered", words.NOT_OFFERED)
    places[row.to_id].role, places[row.from_id].role = Role.OWNER, Role.MANAGER
    _forget(workspace_id)
    audit.record("member.ownership_taken", workspace_id=workspace_id, subject=user.email)
    db.session.commit()


def _places(workspace_id: int, row: OwnershipOffer) -> dict[int, Membership]:
    statement = select(Membership).where(
        Membership.workspace_id == workspace_id, Membership.user_id.in_((row.from_id, row.to_id))
    )
    found = db.session.scalars(statement.order_by(Membership.id).with_for_update())
    return {each.user_id: each for each in found}


def _forget(workspace_id: int) -> None:
    db.session.execute(delete(OwnershipOffer).where(OwnershipOffer.workspace_id == workspace_id))
