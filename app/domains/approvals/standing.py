"""Where a link stands: what it still allows, or why it allows nothing more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from flask import current_app

from app.core import clock
from app.domains.approvals.links import hash_of
from app.domains.approvals.models import ApprovalLink
from app.domains.contents.models import Content
from app.domains.contents.services import seconding
from app.domains.contents.states import ContentState
from app.domains.workspaces.models import Workspace
from app.domains.workspaces.permissions import permissions_of
from app.domains.workspaces.services import membership_of


class Standing(StrEnum):
    """What a link is good for."""

    OPEN = "open"
    DECIDED = "decided"
    FIRST_KEPT = "first_kept"
    USED = "used"
    CHANGED = "changed"
    EXPIRED = "expired"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class Opened:
    """A link with all that its page shows."""

    link: ApprovalLink
    content: Content
    workspace: Workspace

    @property
    def undo_until(self) -> datetime | None:
        """Return until when the gesture of this very link can be taken back; None when it cannot."""
        link, content = self.link, self.content
        if link.used_at is None or link.undone_at is not None:
            return None
        until = link.used_at + timedelta(seconds=current_app.config["SETTINGS"].undo_seconds)
        return until if until > clock.now() and _stands(link, content) else None

    @property
    def standing(self) -> Standing:
        """Return what the link allows at this moment."""
        if self.link.expires_at <= clock.now() and self.undo_until is None:
            return Standing.EXPIRED
        if not _may_decide(self.link, self.workspace):
            return Standing.NOT_ASKED
        if self.content.state not in (ContentState.PENDING, ContentState.DRAFT):
            return Standing.DECIDED
        if seconding.first_stands(self.content) and self.content.first_approved_by == self.link.user_id:
            return Standing.FIRST_KEPT
        if self.link.used_at is not None:
            return Standing.USED
        if self.content.state == ContentState.DRAFT or self.link.text_hash != hash_of(self.content):
            return Standing.CHANGED
        return Standing.OPEN


def _stands(link: ApprovalLink, content: Content) -> bool:
    """Tell whether what the link did is still so, and is this person's."""
    if link.used_for == "first":
        return content.state == ContentState.PENDING and content.first_approved_by == link.user_id
    decided_since = content.decided_at is not None and link.used_at is not None and content.decided_at >= link.used_at
    return content.state == link.used_for and content.decided_by == link.user_id and decided_since


def _may_decide(link: ApprovalLink, workspace: Workspace) -> bool:
    membership = membership_of(link.user_id, workspace.id)
    return membership is not None and "content.approve" in permissions_of(membership.role, workspace.approval_rule)
