"""Reading the log of decisions: of one publication, or of the whole workspace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, select

from app.core.db import db
from app.domains.contents.models import Content, ContentDecision
from app.domains.leads.models import Lead

PAGE = 50
PIECE = 500


@dataclass(frozen=True)
class Asked:
    """Which lines: of one publication, of one kind, of one person; None asks for all."""

    content_id: int | None = None
    kind: str | None = None
    by_id: int | None = None


@dataclass(frozen=True)
class Line:
    """A decision, and what it was about: `heading` is empty, and `is_there` False, once the publication is gone."""

    decision: ContentDecision
    heading: str
    is_there: bool


@dataclass(frozen=True)
class Page:
    """Some lines, and the `after` of the following ones (None on the last page)."""

    items: list[Line]
    next: int | None


def page(workspace_id: int, asked: Asked, *, after: int | None = None, limit: int = PAGE) -> Page:
    """Return a page of the log, newest first; `after` is the last id already shown."""
    rows = _lines(workspace_id, asked, after, limit + 1)
    return Page(rows[:limit], rows[limit - 1].decision.id if len(rows) > limit else None)


def every_line(workspace_id: int, asked: Asked) -> Iterator[Line]:
    """Yield the whole log, newest first, a piece at a time."""
    after: int | None = None
    while rows := _lines(workspace_id, asked, after, PIECE):
        yield from rows
        after = rows[-1].decision.id


def people(workspace_id: int) -> list[tuple[int, str]]:
    """Return who decided in a workspace, by number and name as last noted, in order of name."""
    statement = select(ContentDecision.by_id, ContentDecision.by_name).where(
        ContentDecision.workspace_id == workspace_id, ContentDecision.by_id.is_not(None)
    )
    names = {number: name for number, name in db.session.execute(statement.distinct()).tuples() if number is not None}
    return sorted(names.items(), key=lambda found: (found[1], found[0]))


def _lines(workspace_id: int, asked: Asked, after: int | None, limit: int) -> list[Line]:
    statement = _joined(workspace_id)
    if asked.content_id is not None:
        # A database may give the number of a publication that is gone to another one.
        statement = statement.where(ContentDecision.content_id == asked.content_id, Content.id.is_not(None))
    if asked.kind is not None:
        statement = statement.where(ContentDecision.kind == asked.kind)
    if asked.by_id is not None:
        statement = statement.where(ContentDecision.by_id == asked.by_id)
    if after is not None:
        statement = statement.where(ContentDecision.id < after)
    found = db.session.execute(statement.order_by(ContentDecision.id.desc()).limit(limit)).all()
    return [Line(line, name or title or line.heading, number is not None) for line, number, title, name in found]


def _joined(workspace_id: int) -> Any:
    same = and_(
        Content.id == ContentDecision.content_id,
        Content.workspace_id == ContentDecision.workspace_id,
        Content.created_at <= ContentDecision.decided_at,
    )
    return (
        select(ContentDecision, Content.id, Content.title, Lead.name)
        .outerjoin(Content, same)
        .outerjoin(Lead, Lead.id == Content.lead_id)
        .where(ContentDecision.workspace_id == workspace_id)
    )
