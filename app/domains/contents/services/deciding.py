"""Approve, reject, take a decision back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement

from app.core import clock
from app.core.db import db
from app.core.errors import Conflict
from app.core.events import emit
from app.core.states import claim
from app.domains.contents import queries, wording
from app.domains.contents.judging import Flag
from app.domains.contents.likeness import is_near
from app.domains.contents.models import Content
from app.domains.contents.services import decisions, seconding
from app.domains.contents.services.decisions import RULE, UNSAID, Origin
from app.domains.contents.states import MOVES, ContentState
from app.domains.workspaces.models import Workspace
from app.domains.workspaces.services import workspace_by_id

NEAR_DUPLICATE = "near_duplicate"


@dataclass(frozen=True)
class Approval:
    """What was said of a text that is approved all the same, and how many approvals it has of those it needs."""

    warnings: Sequence[Flag]
    approvals: int = 1
    needed: int = 1


def approve(content: Content, by: int | None, confirm: bool = False, origin: Origin = UNSAID) -> Approval:
    """Approve a publication, or keep its first approval where two people have to.

    `by` is None where the workspace's own rule approves. Announces content.approved, logs, and does not commit.

    Raises:
        Conflict: decided already (already_approved…), a blocking flag (its code), changed meanwhile,
            near_duplicate unless confirmed, or second_person_needed.
    """
    _refuse_unless_pending(content)
    workspace = workspace_by_id(content.workspace_id)
    flags = _warnings(content, workspace, confirm)
    needed = seconding.approvals_needed(workspace)
    if needed > 1 and seconding.keep_first(content, by, origin):
        return Approval(flags, 1, needed)
    _decide(content, ContentState.APPROVED, by, Content.updated_at == content.updated_at)
    if any(flag.code == NEAR_DUPLICATE for flag in flags):
        decisions.record(content, "repeat_allowed", by=by, origin=origin)
    if by is None:
        score = f"{content.score}/{workspace.auto_approve_threshold}"
        decisions.record(content, "auto_approved", by=None, origin=RULE, detail=score)
    else:
        decisions.record(content, "approved", by=by, origin=origin)
    if not workspace.is_demo:
        _announce("content.approved", content)
    return Approval(flags, needed, needed)


def reject(content: Content, by: int | None, origin: Origin = UNSAID) -> None:
    """Reject a publication, and commit.

    Raises:
        Conflict: decided already.
    """
    _refuse_unless_pending(content)
    _decide(content, ContentState.REJECTED, by)
    decisions.record(content, "rejected", by=by, origin=origin)
    _announce("content.rejected", content)
    db.session.commit()


def reopen(content: Content, by: int | None, origin: Origin = UNSAID) -> None:
    """Have a decision taken again, and announce content.reopened; no commit.

    What awaits a decision loses its first approval, if it has one, and nothing else happens to it.

    Raises:
        Conflict: published already, or somebody acted meanwhile.
    """
    if content.state in (ContentState.PENDING, ContentState.DRAFT):
        seconding.drop_first(content, by, origin)
        return
    if content.state == ContentState.PUBLISHED or not claim(
        content, ContentState.PENDING, moves=MOVES, only_from=ContentState(content.state),
        decided_at=None, decided_by=None, first_approved_at=None, first_approved_by=None,
    ):  # fmt: skip
        raise Conflict(*wording.ALREADY[content.state])
    decisions.record(content, "reopened", by=by, origin=origin)
    if not workspace_by_id(content.workspace_id).is_demo:
        _announce("content.reopened", content)


def mark_published(content_id: int) -> bool:
    """Note that an approved publication is out; False when it is no longer approved. Does not commit."""
    content = db.session.get(Content, content_id)
    return content is not None and claim(content, ContentState.PUBLISHED, moves=MOVES, only_from=ContentState.APPROVED)


def _refuse_unless_pending(content: Content) -> None:
    if content.state != ContentState.PENDING:
        raise Conflict(*wording.ALREADY[content.state])


def _decide(content: Content, to: ContentState, by: int | None, *where: ColumnElement[bool]) -> None:
    won = claim(content, to, moves=MOVES, only_from=ContentState.PENDING, where=where,
                decided_at=clock.now(), decided_by=by)  # fmt: skip
    if not won:
        _refuse_unless_pending(content)
        raise Conflict("changed", wording.TEXT_CHANGED)


def _warnings(content: Content, workspace: Workspace, confirm: bool) -> list[Flag]:
    flags = queries.present_flags(content, workspace)
    for flag in flags:
        if flag.blocking:
            raise Conflict(flag.code, flag.said)
    if _repeats_another(content):
        if not confirm:
            raise Conflict(NEAR_DUPLICATE, wording.NEAR_DUPLICATE)
        flags.append(Flag(NEAR_DUPLICATE, wording.NEAR_DUPLICATE, False))
    return flags


def _repeats_another(content: Content) -> bool:
    return is_near(content.text, queries.recent_texts(content))


def _announce(name: str, content: Content) -> None:
    payload = {"campaign_id": content.campaign_id, "content_id": content.id}
    emit(name, content.id, workspace_id=content.workspace_id, payload=payload)
