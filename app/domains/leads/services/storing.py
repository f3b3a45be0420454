"""Keep what a search found: thousands of elements in a few statements, nothing twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import func, insert, select, update
from sqlalchemy.exc import IntegrityError

from app.core import clock
from app.core.db import db
from app.domains.leads.cleaning import CleanLead, clean_all
from app.domains.leads.models import Lead, LeadRecord
from app.domains.leads.sameness import Group, Marks, group
from app.domains.leads.services import composing
from app.domains.leads.states import LeadState
from app.domains.workspaces.models import Workspace
from app.providers.contracts import FoundLead

T = TypeVar("T")
CHUNK = 500
RACES = 3
_TOLD_BY = ("name_key", "name", "phone", "postal_code", "latitude", "longitude", "email", "website", "address")
RecordKey = tuple[str, str]


@dataclass(frozen=True)
class Stored:
    """The prospects that the elements belong to, each once, and how many of them are new."""

    lead_ids: list[int]
    added: int


@dataclass
class _Plan:
    new: list[Group] = field(default_factory=list)
    known: list[tuple[int, Group]] = field(default_factory=list)


def store(
    workspace_id: int, industry: str, found: Sequence[FoundLead], *, city: str = "", has_ratings: bool = False
) -> Stored:
    """Add or refresh prospects, in the present transaction; the caller commits.

    `city`, the town of the search, stands in where an element has none. Cleaning comes before the
    first statement, so that the database is not held meanwhile.
    """
    groups = group(clean_all(found, city))
    judge = composing.Judge(workspace_id, industry, has_ratings)
    for race in range(RACES):
        try:
            with db.session.begin_nested():
                return _store(judge, groups)
        except IntegrityError:
            # Another worker stored one of these elements first: read again, and find it.
            if race == RACES - 1:
                raise
    raise AssertionError("unreachable")


def _store(judge: composing.Judge, groups: list[Group]) -> Stored:
    # One store at a time in a workspace, or the same business found as two elements by two workers
    # would become two prospects. SQLite already has one writer at a time.
    own = select(Workspace.id).where(Workspace.id == judge.workspace_id)
    db.session.execute(own.with_for_update(key_share=True))
    records = _known_records(judge.workspace_id, groups)
    leads = _known_leads(judge.workspace_id, groups, [lead_id for _id, lead_id, _facts in records.values()])
    plan = _plan(groups, records, leads)
    refreshed = [row for lead_id, one in plan.known if (row := judge.changes(leads[lead_id], one))]
    if refreshed:
        db.session.execute(update(Lead), refreshed)
    new_ids = _insert_leads(judge.workspace_id, [judge.row(one) for one in plan.new])
    owners = [*zip(new_ids, plan.new, strict=True), *plan.known]
    _save_records(judge.workspace_id, records, owners)
    _mark_ready(judge.workspace_id, new_ids)
    return Stored(list(dict.fromkeys(lead_id for lead_id, _group in owners)), len(new_ids))


def _plan(groups: list[Group], records: dict[RecordKey, tuple[int, int, Any]], leads: dict[int, Any]) -> _Plan:
    namesakes: dict[str, list[Any]] = defaultdict(list)
    for lead in leads.values():
        namesakes[lead.name_key].append(lead)
    plan = _Plan()
    for one in groups:
        owners = [records[key][1] for member in one.members if (key := _key(member)) in records]
        if not owners:
            owners = [lead.id for lead in namesakes[one.key] if one.marks.is_same(_marks(lead))]
        if owners:
            plan.known.append((min(owners), one))
        else:
            plan.new.append(one)
    return plan


def _known_records(workspace_id: int, groups: list[Group]) -> dict[RecordKey, tuple[int, int, Any]]:
    wanted: dict[str, list[str]] = defaultdict(list)
    for member in (member for one in groups for member in one.members):
        wanted[member.found.source].append(member.found.source_id)
    found: dict[RecordKey, tuple[int, int, Any]] = {}
    for source, ids in wanted.items():
        for chunk in _chunks(ids):
            statement = select(LeadRecord.source_id, LeadRecord.id, LeadRecord.lead_id, LeadRecord.facts).where(
                LeadRecord.workspace_id == workspace_id,
                LeadRecord.source == source,
                LeadRecord.source_id.in_(chunk),
            )
            found |= {
                (source, row.source_id): (row.id, row.lead_id, row.facts) for row in db.session.execute(statement)
            }
    return found


def _known_leads(workspace_id: int, groups: list[Group], ids: Iterable[int]) -> dict[int, Any]:
    found: dict[int, Any] = {}
    for column, wanted in ((Lead.name_key, {one.key for one in groups}), (Lead.id, set(ids))):
        for chunk in _chunks(sorted(wanted)):
            statement = select(*composing.COLUMNS).where(Lead.workspace_id == workspace_id, column.in_(chunk))
            found |= {row.id: row for row in db.session.execute(statement)}
    return found


def _insert_leads(workspace_id: int, rows: list[dict[str, Any]]) -> list[int]:
    if not rows:
        return []
    last = db.session.scalar(select(func.max(Lead.id)).where(Lead.workspace_id == workspace_id)) or 0
    db.session.execute(insert(Lead), rows)
    # SQLite gives ids back one row at a time: read them at once instead. Only this store adds prospects
    # here meanwhile, and two that are alike in all of these are interchangeable.
    told_by = [getattr(Lead, name) for name in _TOLD_BY]
    statement = select(Lead.id, *told_by).where(Lead.workspace_id == workspace_id, Lead.id > last).order_by(Lead.id)
    ids: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for lead_id, *values in db.session.execute(statement):
        ids[tuple(values)].append(lead_id)
    return [ids[tuple(row[name] for name in _TOLD_BY)].pop(0) for row in rows]


def _save_records(
    workspace_id: int, known: dict[RecordKey, tuple[int, int, Any]], owners: list[tuple[int, Group]]
) -> None:
    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    for lead_id, member in ((lead_id, member) for lead_id, one in owners for member in one.members):
        found = member.found
        values = {"source_url": found.source_url[:500], "licence": found.licence[:60], "seen_on": found.seen_on,
                  "facts": member.facts}  # fmt: skip
        record = known.get(_key(member))
        if record is None:
            new.append({"workspace_id": workspace_id, "lead_id": lead_id, "source": found.source,
                        "source_id": found.source_id, **values})  # fmt: skip
        elif record[2] != member.facts:
            changed.append({"id": record[0], **values})
    if new:
        db.session.execute(insert(LeadRecord), new)
    if changed:
        db.session.execute(update(LeadRecord), changed)


def _mark_ready(workspace_id: int, ids: list[int]) -> None:
    # Nothing enriches prospects yet: what is stored and scored is ready.
    for chunk in _chunks(ids):
        db.session.execute(
            update(Lead)
            .where(Lead.workspace_id == workspace_id, Lead.id.in_(chunk), Lead.state == LeadState.NEW)
            .values(state=LeadState.READY, updated_at=clock.now())
            .execution_options(synchronize_session=False)
        )


def _key(member: CleanLead) -> RecordKey:
    return (member.found.source, member.found.source_id)


def _marks(lead: Any) -> Marks:
    return Marks.of(lead.phone, lead.postal_code, lead.latitude, lead.longitude)


def _chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]
