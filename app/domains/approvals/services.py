"""What a link does, once: approve, reject; and for a few minutes, take that back."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, update

from app.core import clock
from app.core.db import changed, db
from app.core.errors import Conflict
from app.core.events import emit
from app.domains.approvals import links
from app.domains.approvals.models import ApprovalLink
from app.domains.approvals.standing import Opened, Standing
from app.domains.approvals.wording import REFUSALS
from app.domains.contents.queries import content as content_by_id
from app.domains.contents.services.decisions import Origin
from app.domains.contents.services.seconding import approvals_needed, first_stands
from app.domains.publishing import queries as publishing_queries
from app.domains.publishing import services as publishing
from app.domains.workspaces.services import workspace_by_id


def open_link(token: str) -> Opened | None:
    """Return what a token shows; None for one that was never given, or whose publication is gone. Changes nothing."""
    link = links.find(token)
    content = content_by_id(link.workspace_id, link.content_id) if link is not None else None
    if link is None or content is None:
        return None
    return Opened(link, content, workspace_by_id(link.workspace_id))


def approve(opened: Opened, address: str, *, confirm: bool = False) -> None:
    """Approve what the link is bound to, and commit; refused, the link stays good.

    Raises:
        Conflict: the link's own standing, or what the gate holds against the text.
    """
    _hold(opened)
    is_first = approvals_needed(opened.workspace) > 1 and not first_stands(opened.content)
    try:
        _use(opened.link, "first" if is_first else "approved")
        publishing.approve(opened.content, opened.link.user_id, confirm, Origin("email", address))
    except Conflict:
        db.session.rollback()
        raise


def reject(opened: Opened, address: str) -> None:
    """Reject what the link is bound to, and commit.

    Raises:
        Conflict: the link's own standing, or somebody decided meanwhile.
    """
    _hold(opened)
    try:
        _use(opened.link, "rejected")
        publishing.reject(opened.content, opened.link.user_id, Origin("email", address))
    except Conflict:
        db.session.rollback()
        raise


def undo(opened: Opened, address: str) -> None:
    """Take back what this very link did, while the undo window lasts, and commit.

    Raises:
        Conflict: the window is over, or it is leaving.
    """
    publishing_queries.hold_content(opened.content.id)
    db.session.refresh(opened.content)
    link = opened.link
    may = opened.undo_until is not None and opened.standing != Standing.NOT_ASKED
    if not may or not _set(link, ApprovalLink.undone_at.is_(None), undone_at=clock.now()):
        raise Conflict("too_late", REFUSALS["too_late"])
    try:
        publishing.reopen(opened.content, link.user_id, Origin("email", address))
    except Conflict:
        db.session.rollback()
        raise


def ask_again(opened: Opened) -> None:
    """Have a fresh link mailed to the same person for the present text, and commit."""
    if opened.standing in (Standing.EXPIRED, Standing.CHANGED, Standing.USED):
        emit("approval.link_asked", opened.link.id, workspace_id=opened.link.workspace_id)
        db.session.commit()


def _hold(opened: Opened) -> None:
    """Read the text again under its lock: what is decided is what the hash was compared with."""
    publishing_queries.hold_content(opened.content.id)
    db.session.refresh(opened.content)
    standing = opened.standing
    if standing != Standing.OPEN:
        raise Conflict(standing, REFUSALS[standing])


def _use(link: ApprovalLink, gesture: str) -> None:
    now = clock.now()
    if not _set(link, ApprovalLink.used_at.is_(None), ApprovalLink.expires_at > now, used_at=now, used_for=gesture):
        raise Conflict(Standing.USED, REFUSALS[Standing.USED])


def _set(link: ApprovalLink, *where: ColumnElement[bool], **values: Any) -> bool:
    statement = (
        update(ApprovalLink)
        .where(ApprovalLink.id == link.id, *where)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    won = changed(statement) == 1
    db.session.refresh(link)
    return won
