"""What awaits one person's approval in all her workspaces, by workspace: three queries, whatever their number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from flask import abort
from sqlalchemy import ColumnElement, and_, func, not_, or_, select
from sqlalchemy.orm import joinedload

from app.core.db import db
from app.domains.contents import queries as contents
from app.domains.contents.models import Content
from app.domains.contents.states import ContentState
from app.domains.workspaces.models import Membership, Workspace
from app.domains.workspaces.permissions import ApprovalRule, permissions_of
from app.domains.workspaces.services import membership_of, memberships

PAGE = 20
APPROVES = "content.approve"
Place = tuple[int, int]


@dataclass(frozen=True)
class Group:
    """One workspace, how many publications await her there in all, and those of this page."""

    workspace: Workspace
    count: int
    contents: Sequence[Content]


@dataclass(frozen=True)
class Page:
    """Some groups, and the place the following page begins after (None on the last one)."""

    groups: Sequence[Group]
    next: Place | None


def page(user_id: int, after: Place | None = None) -> Page:
    """Return a page of what a person may approve anywhere, workspace by workspace, oldest first."""
    mine = {each.workspace_id: each.workspace for each in memberships(user_id) if _approves(each)}
    hers = _awaits(user_id, mine)
    statement = select(Content).where(*hers).options(joinedload(Content.lead))
    if after is not None:
        here, last = after
        statement = statement.where(
            or_(Content.workspace_id > here, and_(Content.workspace_id == here, Content.id > last))
        )
    rows = list(db.session.scalars(statement.order_by(Content.workspace_id, Content.id).limit(PAGE + 1)))
    tally = select(Content.workspace_id, func.count(Content.id)).where(*hers).group_by(Content.workspace_id)
    counts = dict(db.session.execute(tally).tuples().all())
    groups = [
        Group(mine[workspace_id], counts[workspace_id], list(found))
        for workspace_id, found in groupby(rows[:PAGE], key=lambda row: row.workspace_id)
    ]
    ends = rows[PAGE - 1] if len(rows) > PAGE else None
    return Page(groups, (ends.workspace_id, ends.id) if ends is not None else None)


def load(user_id: int, workspace_id: int, content_id: int) -> Content:
    """Return a publication of any workspace of hers; 404 for another's, 403 where she may not approve."""
    membership = membership_of(user_id, workspace_id) or abort(404)
    found = contents.content(workspace_id, content_id) or abort(404)
    return found if _approves(membership) else abort(403)


def _approves(membership: Membership) -> bool:
    return APPROVES in permissions_of(membership.role, membership.workspace.approval_rule)


def _awaits(user_id: int, mine: dict[int, Workspace]) -> tuple[ColumnElement[bool], ...]:
    by_two = [number for number, workspace in mine.items() if workspace.approval_rule == ApprovalRule.TWO]
    # What she approved a first time awaits somebody else.
    is_second = and_(Content.workspace_id.in_(by_two), func.coalesce(Content.first_approved_by, 0) == user_id)
    return Content.workspace_id.in_(mine), Content.state == ContentState.PENDING, not_(is_second)
