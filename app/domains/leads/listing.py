"""Pages of prospects: each order follows one index, whatever their number."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, exists, func, literal, or_, select, tuple_, union_all
from sqlalchemy.orm import aliased, load_only

from app.core.db import db
from app.domains.leads import filters as asked
from app.domains.leads import membership, naming, places
from app.domains.leads.filters import Filters, Sort
from app.domains.leads.maps import Point
from app.domains.leads.models import Lead, LeadRecord

PAGE = 50
# Beyond this the count says « plus de ».
MOST_COUNTED = 1_000
_SHOWN = (Lead.id, Lead.name, Lead.city, Lead.score, Lead.phone, Lead.email, Lead.website, Lead.contactable,
          Lead.contact_reason, Lead.is_chain, Lead.chain_key, Lead.industry, Lead.created_at)  # fmt: skip
_FEWEST_DIGITS = 3
_YEARS = range(2000, 2200)
Clause = ColumnElement[bool]
_SIDE = aliased(Lead, name="side")


@dataclass(frozen=True)
class Listing:
    """A page: its prospects, where the next one begins, and the ids from its first row on, up to the most counted.

    `count` is that of the whole list, None on any page but the first.
    """

    leads: Sequence[Lead]
    next: str
    ids: Sequence[int]
    count: int | None

    @property
    def is_capped(self) -> bool:
        """Tell whether there are more than were counted."""
        return len(self.ids) > MOST_COUNTED


def page(workspace_id: int, filters: Filters, *, after: str = "", limit: int = PAGE) -> Listing:
    """Return a page of prospects, in two queries; `after` is the mark of the last one already shown."""
    rows = marks(workspace_id, filters, after=after, limit=MOST_COUNTED + 1)
    ids = [row.id for row in rows]
    following = mark(rows[limit - 1]) if len(rows) > limit else ""
    return Listing(_loaded(ids[:limit]), following, ids, None if after else min(len(ids), MOST_COUNTED))


def marks(workspace_id: int, filters: Filters, *, after: str = "", limit: int = PAGE) -> Sequence[Any]:
    """Return (id, key) of prospects in order, `key` being what they are sorted by."""
    return db.session.execute(statement(workspace_id, filters, after=after, limit=limit)).all()


def mark(row: Any) -> str:
    """Return the mark after which the following page begins."""
    key = row.key.isoformat() if isinstance(row.key, datetime) else row.key
    return f"{key}-{row.id}"


def statement(workspace_id: int, filters: Filters, *, after: str = "", limit: int = PAGE) -> Select[Any]:
    """Return the statement of `marks`."""
    where = [Lead.workspace_id == workspace_id, *clauses(workspace_id, filters, Lead)]
    if filters.sort == Sort.NAME:
        return _by_name(where, _read(after, str), limit)
    column: Any = Lead.created_at if filters.sort == Sort.NEWEST else Lead.score
    last = _read(after, _moment if filters.sort == Sort.NEWEST else _score)
    if last is not None:
        where.append(tuple_(column, Lead.id) < tuple_(literal(last[0], column.type), last[1]))
    # PostgreSQL follows an index through « IS NULL » only when the order names that column too.
    order = (Lead.merged_into_id.desc(), column.desc(), Lead.id.desc())
    return select(Lead.id, column.label("key")).where(*where).order_by(*order).limit(limit)


def clauses(workspace_id: int, filters: Filters, lead: Any) -> list[Clause]:
    """Return what `filters` ask of `lead`, merged prospects being left out."""
    found = _plain(workspace_id, filters, lead)
    if filters.chain == asked.GROUPED:
        # The first of each chain among those that the other filters leave.
        other = aliased(Lead)
        earlier = (other.workspace_id == workspace_id, other.chain_key == lead.chain_key, other.id < lead.id)
        found.append(or_(lead.chain_key == "", ~exists().where(*earlier, *_plain(workspace_id, filters, other))))
    return found


def chain_sizes(workspace_id: int, filters: Filters, leads: Sequence[Lead]) -> dict[str, int]:
    """Return, by chain, how many prospects the filters leave, in one query."""
    keys = {lead.chain_key for lead in leads if lead.chain_key}
    if filters.chain != asked.GROUPED or not keys:
        return {}
    counted = select(Lead.chain_key, func.count()).where(
        Lead.workspace_id == workspace_id, Lead.chain_key.in_(keys), *_plain(workspace_id, filters, Lead)
    )
    return {row[0]: row[1] for row in db.session.execute(counted.group_by(Lead.chain_key))}


def _plain(workspace_id: int, filters: Filters, lead: Any) -> list[Clause]:
    # A list follows its order's own index, row after row; what that index does not hold is looked for in another
    # index, on the side, so that neither reads the prospects themselves.
    def among(*where: Clause) -> Clause:
        clause: Clause = lead.id.in_(select(_SIDE.id).where(_SIDE.workspace_id == workspace_id, *where))
        return clause

    found: list[Clause] = [lead.merged_into_id.is_(None)]
    known = ((_SIDE.email, filters.email), (_SIDE.phone, filters.phone), (_SIDE.chain_key, filters.chain))
    found += [among(column > "") if answer == asked.YES else ~among(column > "")
              for column, answer in known if answer in (asked.YES, asked.NO)]  # fmt: skip
    if filters.contactable:
        found.append(lead.contactable.is_(filters.contactable == asked.YES))
    if filters.least_score:
        found.append(among(_SIDE.merged_into_id.is_(None), _SIDE.score >= filters.least_score))
    if filters.chain_key:
        found.append(among(_SIDE.chain_key == filters.chain_key))
    if filters.source:
        told = (LeadRecord.workspace_id == workspace_id, LeadRecord.source == filters.source)
        found.append(lead.id.in_(select(LeadRecord.lead_id).where(*told)))
    if filters.campaign_id:
        found.append(membership.held_by(lead.id, filters.campaign_id))
    if filters.town:
        found.append(among(_in_town(filters.town)))
    return [*found, lead.id.in_(_saying(workspace_id, filters.words))] if filters.words else found


def _in_town(town: str) -> Clause:
    known = places.municipality(town)
    return _SIDE.city == known.name if known else func.lower(_SIDE.city) == town.lower()


def _saying(workspace_id: int, words: str) -> CompoundSelect[Any]:
    """Find the ids of those whose name, town, site, phone or e-mail holds these words, accents and case aside.

    One look at an index for each: put together in one condition, they would read every prospect.
    """
    small, digits = words.lower(), re.sub(r"\D", "", words)
    where: list[Clause] = [func.lower(_SIDE.email).contains(small, autoescape=True)]
    if "@" not in words:
        where += [_SIDE.name_key.contains(naming.fold(words), autoescape=True),
                  _SIDE.domain.contains(small, autoescape=True),
                  _SIDE.city.in_([town.name for town in places.suggest(words)]),
                  func.lower(_SIDE.city).contains(small, autoescape=True)]  # fmt: skip
    if len(digits) >= _FEWEST_DIGITS and not any(sign.isalpha() for sign in words):
        where.append(_SIDE.phone.contains(digits))
    return union_all(*(select(_SIDE.id).where(_SIDE.workspace_id == workspace_id, clause) for clause in where))


def _by_name(where: list[Clause], last: tuple[Any, int] | None, limit: int) -> Select[Any]:
    # Those without a name come after the others: two walks of the same index, one after the other.
    named, nameless = [*where, Lead.name_key > ""], [*where, Lead.name_key == ""]
    if last is not None and last[0]:
        named.append(tuple_(Lead.name_key, Lead.id) > tuple_(*map(literal, last)))
    elif last is not None:
        nameless.append(Lead.id > last[1])
    order = (Lead.merged_into_id, Lead.name_key, Lead.id)
    walks = [(0, named), (1, nameless)] if last is None or last[0] else [(1, nameless)]
    parts = [
        select(select(Lead.id, Lead.name_key.label("key"), literal(rank).label("rank"))
               .where(*part).order_by(*order).limit(limit).subquery())
        for rank, part in walks
    ]  # fmt: skip
    both = union_all(*parts).subquery()
    return select(both.c.id, both.c.key).order_by(both.c.rank, both.c.key, both.c.id).limit(limit)


def _read(after: str, key_of: Callable[[str], Any]) -> tuple[Any, int] | None:
    key, dash, lead_id = after.rpartition("-")
    if not dash or not lead_id.isdecimal() or len(lead_id) > 9 or len(key) > 300 or "\0" in key:
        return None
    try:
        return key_of(key), int(lead_id)
    except (ValueError, OverflowError):
        return None


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    # Near the ends of the calendar, turned to UTC, it would be of no year at all.
    if found.tzinfo is None or found.year not in _YEARS:
        raise ValueError("no row was made at such a moment")
    return found


def _score(text: str) -> int:
    return int(text[:3])


def _loaded(ids: Sequence[int]) -> list[Lead]:
    rows = db.session.scalars(select(Lead).where(Lead.id.in_(ids)).options(load_only(*_SHOWN)))
    by_id = {lead.id: lead for lead in rows}
    # One erased between the two queries is simply not shown.
    return [by_id[lead_id] for lead_id in ids if lead_id in by_id]


def points(ids: Sequence[int]) -> list[Point]:
    """Return where these prospects are, those nobody places left out, in one query."""
    columns = (Lead.latitude, Lead.longitude, Lead.city)
    placed = select(*columns).where(Lead.id.in_(ids), Lead.latitude.is_not(None)).order_by(Lead.id)
    return [Point(row.latitude, row.longitude, row.city) for row in db.session.execute(placed) if row.longitude]
