"""Reading the journal of activity of a workspace: what was done in it, and what its people did to their accounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import Select, select

from app.core import clock
from app.core.db import db
from app.domains.audit.models import AuditLine
from app.domains.workspaces.models import Membership

PAGE, PIECE = 50, 500


@dataclass(frozen=True)
class Asked:
    """Which lines: of one person, of one family of kinds, between two days of Québec; None asks for all."""

    by_id: int | None = None
    family: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Page:
    """Some lines, newest first, and the `apres` of the following ones (None on the last page)."""

    items: Sequence[AuditLine]
    next: int | None


def page(workspace_id: int, asked: Asked, after: int | None = None) -> Page:
    """Return a page of the journal."""
    rows = _lines(workspace_id, asked, after, PAGE + 1)
    return Page(rows[:PAGE], rows[PAGE - 1].id if len(rows) > PAGE else None)


def every_line(workspace_id: int, asked: Asked) -> Iterator[AuditLine]:
    """Yield the whole journal, newest first, a piece at a time."""
    after: int | None = None
    while rows := _lines(workspace_id, asked, after, PIECE):
        yield from rows
        after = rows[-1].id


def people(workspace_id: int) -> list[tuple[int, str]]:
    """Return who is in the journal, by number and name as last noted, in order of name."""
    statement = select(AuditLine.by_id, AuditLine.by_name).where(AuditLine.workspace_id == workspace_id)
    names = {number: name for number, name in db.session.execute(statement.distinct()).tuples() if number}
    return sorted(names.items(), key=lambda found: (found[1], found[0]))


def _lines(workspace_id: int, asked: Asked, after: int | None, limit: int) -> Sequence[AuditLine]:
    """Return the newest lines of a workspace and of its people: two questions, since one with an « or » reads all."""
    found: list[AuditLine] = []
    for whose in (_own(workspace_id), _of_members(workspace_id)):
        statement = _filtered(whose, asked)
        if after is not None:
            statement = statement.where(AuditLine.id < after)
        found += db.session.scalars(statement.order_by(AuditLine.id.desc()).limit(limit))
    return sorted(found, key=lambda line: -line.id)[:limit]


def _own(workspace_id: int) -> Select[AuditLine]:
    return select(AuditLine).where(AuditLine.workspace_id == workspace_id)


def _of_members(workspace_id: int) -> Select[AuditLine]:
    """Ask for what present members did to their own accounts since they came."""
    came = (Membership.workspace_id == workspace_id, Membership.created_at <= AuditLine.happened_at)
    return select(AuditLine).join(Membership, Membership.user_id == AuditLine.person_id).where(*came)


def _filtered(statement: Select[AuditLine], asked: Asked) -> Select[AuditLine]:
    if asked.by_id is not None:
        statement = statement.where(AuditLine.by_id == asked.by_id)
    if asked.family is not None:
        statement = statement.where(AuditLine.kind.startswith(f"{asked.family}."))
    if asked.since is not None:
        statement = statement.where(AuditLine.happened_at >= _midnight(asked.since))
    if asked.until is not None:
        statement = statement.where(AuditLine.happened_at < _midnight(asked.until + timedelta(days=1)))
    return statement


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=clock.QUEBEC)
