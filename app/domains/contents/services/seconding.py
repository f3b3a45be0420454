"""Two steps of approval: the first person's is kept, another one's decides."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, update

from app.core import clock
from app.core.db import changed, db
from app.core.errors import Conflict
from app.domains.contents import decision_words, wording
from app.domains.contents.models import Content
from app.domains.contents.services import decisions
from app.domains.contents.services.decisions import Origin
from app.domains.contents.states import ContentState
from app.domains.workspaces.models import Workspace
from app.domains.workspaces.permissions import ApprovalRule
from app.domains.workspaces.services import may_approve

SECOND_NEEDED = "second_person_needed"


def approvals_needed(workspace: Workspace) -> int:
    """Return how many people have to approve."""
    return 2 if workspace.approval_rule == ApprovalRule.TWO else 1


def first_stands(content: Content) -> bool:
    """Tell whether a first approval counts: of this very text, by a person who may still approve."""
    by = content.first_approved_by
    if content.first_approved_at is None or by is None or content.state != ContentState.PENDING:
        return False
    return decisions.first_approved_text(content.id) == decisions.fingerprint(content) and may_approve(
        content.workspace_id, by
    )


def keep_first(content: Content, by: int | None, origin: Origin) -> bool:
    """Keep a first approval, in the present transaction.

    Returns:
        False where another person's stands: the present one is the second, and decides.

    Raises:
        Conflict: second_person_needed, or changed meanwhile.
    """
    seen = decisions.fingerprint(content)
    while not first_stands(content):
        if by is None:
            raise Conflict(SECOND_NEEDED, decision_words.SECOND_NEEDED)
        if _set(content, Content.updated_at == content.updated_at, at=clock.now(), by=by):
            decisions.record(content, decisions.FIRST_APPROVED, by=by, origin=origin)
            return True
        # Somebody was quicker: a first approval of this very text makes ours the second, anything else is read again.
        if content.state != ContentState.PENDING or decisions.fingerprint(content) != seen:
            raise Conflict("changed", wording.TEXT_CHANGED)
    if by is None or by == content.first_approved_by:
        raise Conflict(SECOND_NEEDED, decision_words.SECOND_NEEDED)
    return False


def drop_first(content: Content, by: int | None, origin: Origin, detail: str = "") -> None:
    """Take a first approval back, in the present transaction; nothing happens where there is none.

    Raises:
        Conflict: somebody decided, or changed the text, meanwhile.
    """
    if content.first_approved_at is None:
        return
    if not _set(content, Content.updated_at == content.updated_at, at=None, by=None):
        raise Conflict("changed", decision_words.DECIDED_MEANWHILE)
    decisions.record(content, "first_withdrawn", by=by, origin=origin, detail=detail)


def _set(content: Content, *where: ColumnElement[bool], **first: Any) -> bool:
    statement = (
        update(Content)
        .where(Content.id == content.id, Content.state == ContentState.PENDING, *where)
        .values(first_approved_at=first["at"], first_approved_by=first["by"], updated_at=clock.now())
        .execution_options(synchronize_session=False)
    )
    won = changed(statement) == 1
    db.session.refresh(content)
    return won
