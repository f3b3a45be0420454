"""Publications as the studio shows them: page after page by the key of their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select, tuple_
from sqlalchemy.orm import joinedload, load_only

from app.core.db import db
from app.core.forms import whole_number
from app.domains.contents.gallery_filters import Filters, Sort, read
from app.domains.contents.models import Content
from app.domains.contents.states import ContentState
from app.domains.leads import naming
from app.domains.leads.models import Lead

__all__ = [
    "Filters",
    "Shelf",
    "Sort",
    "counts",
    "ids",
    "mark",
    "neighbours",
    "next_to_decide",
    "read",
    "shelf",
    "statement",
]

# Three columns of eight, or two of twelve: what a screen and a half shows.
PAGE = 24
_CARD = (Content.id, Content.workspace_id, Content.state, Content.text, Content.score, Content.title,
         Content.lead_id, Content.picture_key, Content.thumbnail_key, Content.first_approved_at,
         Content.revision, Content.flags)  # fmt: skip
_LEAD = (Lead.id, Lead.name, Lead.city)
Clause = ColumnElement[bool]


@dataclass(frozen=True)
class Shelf:
    """Some publications with their prospects, and the mark after which the following ones begin (empty at the end)."""

    items: list[Content]
    next: str

    def __iter__(self) -> Iterator[Content]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


def shelf(workspace_id: int, filters: Filters, *, after: str = "", limit: int = PAGE) -> Shelf:
    """Return a page of publications, in one query; `after` is the mark of the last one already shown."""
    columns = (load_only(*_CARD), joinedload(Content.lead).options(load_only(*_LEAD)))
    rows = list(db.session.scalars(statement(workspace_id, filters, after=after, limit=limit + 1).options(*columns)))
    return Shelf(rows[:limit], mark(rows[limit - 1], filters.sort) if len(rows) > limit else "")


def ids(workspace_id: int, filters: Filters, *, limit: int) -> list[int]:
    """Return the first publications' ids, in order."""
    return list(db.session.scalars(statement(workspace_id, filters, limit=limit).with_only_columns(Content.id)))


def counts(workspace_id: int, filters: Filters) -> dict[str, int]:
    """Count the publications that the filters leave in each state, in one query."""
    kept = _kept(workspace_id, filters.of_state(""))
    rows = db.session.execute(select(Content.state, func.count()).where(*kept).group_by(Content.state))
    found = {row[0]: row[1] for row in rows}
    return {str(state): found.get(state, 0) for state in ContentState}


def neighbours(content: Content, filters: Filters) -> tuple[int | None, int | None]:
    """Return the publications before and after one, in the gallery's own order."""
    first, second = (_beside(content, filters, backwards=backwards) for backwards in (True, False))
    return first, second


def next_to_decide(content: Content, filters: Filters) -> int | None:
    """Return the publication to decide on after one: the next of the gallery, else its first that waits."""
    waiting = filters.of_state(ContentState.PENDING)
    following = _beside(content, waiting, backwards=False)
    if following is not None:
        return following
    return next((found for found in ids(content.workspace_id, waiting, limit=2) if found != content.id), None)


def mark(content: Content, sort: Sort) -> str:
    """Return the mark after which the following page begins."""
    return f"{content.score}-{content.id}" if sort == Sort.BEST else str(content.id)


def statement(workspace_id: int, filters: Filters, *, after: str = "", limit: int = PAGE) -> Select[Any]:
    """Return the statement of a page."""
    kept = _kept(workspace_id, filters)
    last = _read_mark(after, filters.sort)
    if last is not None:
        kept.append(_past(filters.sort, *last))
    return select(Content).where(*kept).order_by(*_order(filters.sort)).limit(limit)


def _beside(content: Content, filters: Filters, *, backwards: bool) -> int | None:
    kept = _kept(content.workspace_id, filters)
    kept.append(_past(filters.sort, content.score, content.id, backwards=backwards))
    order = _order(filters.sort, backwards=backwards)
    return db.session.scalar(select(Content.id).where(*kept).order_by(*order).limit(1))


def _order(sort: Sort, *, backwards: bool = False) -> list[Any]:
    columns: list[Any] = [Content.score, Content.id] if sort == Sort.BEST else [Content.id]
    rising = (sort == Sort.OLDEST) != backwards
    return [column.asc() if rising else column.desc() for column in columns]


def _past(sort: Sort, score: int, content_id: int, *, backwards: bool = False) -> Clause:
    rising = (sort == Sort.OLDEST) != backwards
    if sort != Sort.BEST:
        return Content.id > content_id if rising else Content.id < content_id
    key: Any = tuple_(Content.score, Content.id)
    clause: Clause = key > (score, content_id) if rising else key < (score, content_id)
    return clause


def _read_mark(after: str, sort: Sort) -> tuple[int, int] | None:
    score, dash, content_id = after.rpartition("-")
    points, found = whole_number(score) if dash else 0, whole_number(content_id)
    if found is None or points is None or bool(dash) != (sort == Sort.BEST):
        return None
    return points, found


def _kept(workspace_id: int, filters: Filters) -> list[Clause]:
    kept: list[Clause] = [Content.workspace_id == workspace_id]
    if filters.state:
        kept.append(Content.state == filters.state)
    if filters.campaign_id:
        kept.append(Content.campaign_id == filters.campaign_id)
    if filters.least_score:
        # By « + 0 », SQLite follows the index of the order rather than the one of the score, and sorts nothing.
        points: Any = Content.score if filters.sort == Sort.BEST else Content.score + 0
        kept.append(points >= filters.least_score)
    if filters.words:
        kept.append(_saying(workspace_id, filters.words))
    return kept


def _saying(workspace_id: int, words: str) -> Clause:
    named = select(Lead.id).where(
        Lead.workspace_id == workspace_id, Lead.name_key.contains(naming.fold(words), autoescape=True)
    )
    said = (column.icontains(one, autoescape=True) for column in (Content.text, Content.title) for one in _ways(words))
    return or_(Content.lead_id.in_(named), *said)


def _ways(words: str) -> set[str]:
    # SQLite folds the case of A to Z alone: « été » is looked for as « Été » too. An apostrophe may be either.
    cased = {words} if words.isascii() else {words.lower(), words.upper(), words[:1].upper() + words[1:].lower()}
    return cased | {one.replace("'", "’") for one in cased}
