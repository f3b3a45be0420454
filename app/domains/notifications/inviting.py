"""Letters about the people of a workspace: an invitation, an offer of ownership; and what goes with who leaves."""

from __future__ import annotations

from sqlalchemy import delete

from app.core import crypto
from app.core.db import db
from app.domains.accounts.models import User
from app.domains.accounts.services import user_by_email
from app.domains.notifications import outbox, wording
from app.domains.notifications.models import Mail, Notification, NotificationChoice
from app.domains.notifications.states import MailState
from app.domains.workspaces import invitations
from app.domains.workspaces.member_words import ROLES
from app.domains.workspaces.models import Membership, OwnershipOffer
from app.domains.workspaces.services import workspace_by_id


def send_invitation(invitation_id: int) -> None:
    """Mail an invitation with a fresh link, once each time it is asked, and commit."""
    found = invitations.issue(invitation_id)
    if found is None:
        return
    row, token = found
    guest = user_by_email(row.email)
    inviter = db.session.get(User, row.invited_by) if row.invited_by is not None else None
    letter = outbox.Letter(
        workspace_id=row.workspace_id,
        kind="invitation",
        dedupe_key=f"invitation:{row.id}:{crypto.fingerprint(token)[:16]}",
        recipient=row.email,
        user_id=guest.id if guest is not None else None,
    )
    outbox.post(
        letter,
        workspace=row.workspace,
        inviter=inviter.email if inviter is not None else row.workspace.name,
        role=ROLES[row.role][0],
        expires_at=row.expires_at,
        address=f"{outbox.site()}/invitation/{token}",
        told_because=wording.INVITED,
    )
    db.session.commit()


def send_offer(offer_id: int) -> None:
    """Mail an offer of ownership to whom it is made, once, and commit."""
    row = db.session.get(OwnershipOffer, offer_id)
    if row is None:
        return
    taker, giver = db.session.get_one(User, row.to_id), db.session.get_one(User, row.from_id)
    letter = outbox.Letter(
        workspace_id=row.workspace_id,
        kind="ownership",
        dedupe_key=f"ownership:{row.id}:{row.expires_at.timestamp():.0f}",
        recipient=taker.email,
        user_id=taker.id,
    )
    outbox.post(
        letter,
        workspace=workspace_by_id(row.workspace_id),
        giver=giver.email,
        expires_at=row.expires_at,
        address=outbox.page(row.workspace_id, "/espace/propriete"),
    )
    db.session.commit()


def forget_member(membership_id: int) -> None:
    """Delete what a member who leaves was to be told, and what she chose, in the present transaction."""
    place = db.session.get(Membership, membership_id)
    if place is None:
        return
    for table in (Notification, NotificationChoice, Mail):
        hers = (table.user_id == place.user_id, table.workspace_id == place.workspace_id)
        waiting = (Mail.state == MailState.DUE,) if table is Mail else ()
        db.session.execute(delete(table).where(*hers, *waiting).execution_options(synchronize_session=False))
