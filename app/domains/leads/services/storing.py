"""Keep what a search found: thousands of elements in a few statements, nothing twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.exc import IntegrityError

from app.core import clock
from app.core.db import db
from app.domains.compliance import digests
from app.domains.compliance import queries as compliance
from app.domains.leads import facts
from app.domains.leads.cleaning import CleanLead, clean_all
from app.domains.leads.composition import Rules, compose
from app.domains.leads.identity import known_as
from app.domains.leads.models import Lead, LeadRecord
from app.domains.leads.sameness import Group, group
from app.domains.leads.services import composing
from app.domains.leads.services.chunks import chunks
from app.domains.leads.services.matching import candidates
from app.domains.leads.states import LeadState
from app.domains.workspaces.models import Workspace
from app.providers.contracts import FoundLead

RACES = 3
_TOLD_BY = ("name_key", "name", "phone", "postal_code", "latitude", "longitude", "email", "website", "address")
RecordKey = tuple[str, str]


@dataclass(frozen=True)
class Stored:
    """The prospects that the elements belong to, each once, and those of them that are new."""

    lead_ids: list[int]
    new_ids: list[int]

    @property
    def added(self) -> int:
        """Count the new ones."""
        return len(self.new_ids)


@dataclass(frozen=True)
class Batch:
    """What is stored together: whose, of which trade, and the import it comes from."""

    workspace_id: int
    industry: str
    import_id: int | None = None


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
    return store_clean(Batch(workspace_id, industry), clean_all(found, city, has_ratings=has_ratings))


def store_clean(batch: Batch, cleaned: Sequence[CleanLead]) -> Stored:
    """Add or refresh prospects from elements already cleaned, in the present transaction."""
    groups = group(cleaned)
    for race in range(RACES):
        try:
            with db.session.begin_nested():
                return _store(batch, groups)
        except IntegrityError:
            # Another worker stored one of these elements first: read again, and find it.
            if race == RACES - 1:
                raise
    raise AssertionError("unreachable")


def _store(batch: Batch, groups: list[Group]) -> Stored:
    # One store at a time in a workspace, or the same business found as two elements by two workers
    # would become two prospects. SQLite already has one writer at a time.
    own = select(Workspace.id).where(Workspace.id == batch.workspace_id)
    db.session.execute(own.with_for_update(key_share=True))
    given = composing.rules(batch.workspace_id)
    records = _known_records(batch.workspace_id, groups)
    plan = _plan(batch.workspace_id, groups, records)
    plan.new = _not_erased(batch.workspace_id, plan.new)
    new_ids = _insert_leads(batch, [_row(batch, one, given) for one in plan.new])
    owners = [*zip(new_ids, plan.new, strict=True), *plan.known]
    changed = _save_records(batch, records, owners)
    composing.recompose(batch.workspace_id, changed - set(new_ids), given)
    return Stored(list(dict.fromkeys(lead_id for lead_id, _group in owners)), new_ids)


def _not_erased(workspace_id: int, groups: list[Group]) -> list[Group]:
    """Leave out the businesses that were erased at their own request: nothing brings them back."""
    erased = compliance.erased(workspace_id)
    if not erased:
        return groups
    rules = Rules(workspace_id)
    return [one for one in groups if erased.isdisjoint(_marks(workspace_id, one, rules))]


def _marks(workspace_id: int, one: Group, rules: Rules) -> set[str]:
    records = [member.record for member in one.members]
    marks = known_as(compose(records, rules), records)
    return digests.of_business(workspace_id, marks)


def _plan(workspace_id: int, groups: list[Group], records: dict[RecordKey, Any]) -> _Plan:
    plan, unknown = _Plan(), []
    for one in groups:
        owners = [records[key].lead_id for member in one.members if (key := _key(member)) in records]
        if owners:
            plan.known.append((min(owners), one))
        else:
            unknown.append(one)
    near = candidates(workspace_id, [one.marks for one in unknown])
    for one in unknown:
        owners = [lead_id for lead_id, marks in near.of(one.marks) if one.marks.is_same(marks)]
        if owners:
            plan.known.append((min(owners), one))
        else:
            plan.new.append(one)
    return plan


def _known_records(workspace_id: int, groups: list[Group]) -> dict[RecordKey, Any]:
    wanted: dict[str, list[str]] = defaultdict(list)
    for member in (member for one in groups for member in one.members):
        wanted[member.found.source].append(member.found.source_id)
    found: dict[RecordKey, Any] = {}
    columns = (LeadRecord.source_id, LeadRecord.id, LeadRecord.lead_id, LeadRecord.facts)
    for source, ids in wanted.items():
        for chunk in chunks(ids):
            statement = select(*columns).where(LeadRecord.workspace_id == workspace_id, LeadRecord.source == source,
                                               LeadRecord.source_id.in_(chunk))  # fmt: skip
            found |= {(source, row.source_id): row for row in db.session.execute(statement)}
    return found


def _row(batch: Batch, one: Group, given: Rules) -> dict[str, Any]:
    now = clock.now()
    return {"workspace_id": batch.workspace_id, "industry": batch.industry, "state": LeadState.READY,
            "province": "QC", "created_at": now, "updated_at": now,
            **compose([member.record for member in one.members], given)}  # fmt: skip


def _insert_leads(batch: Batch, rows: list[dict[str, Any]]) -> list[int]:
    if not rows:
        return []
    last = db.session.scalar(select(func.max(Lead.id)).where(Lead.workspace_id == batch.workspace_id)) or 0
    db.session.execute(insert(Lead), rows)
    # SQLite gives ids back one row at a time: read them at once instead. Only this store adds prospects
    # here meanwhile, and two that are alike in all of these are interchangeable.
    told_by = [getattr(Lead, name) for name in _TOLD_BY]
    mine = select(Lead.id, *told_by).where(Lead.workspace_id == batch.workspace_id, Lead.id > last)
    ids: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for lead_id, *values in db.session.execute(mine.order_by(Lead.id)):
        ids[tuple(values)].append(lead_id)
    return [ids[tuple(row[name] for name in _TOLD_BY)].pop(0) for row in rows]


def _save_records(batch: Batch, known: dict[RecordKey, Any], owners: Iterable[tuple[int, Group]]) -> set[int]:
    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    touched: set[int] = set()
    for lead_id, member in ((lead_id, member) for lead_id, one in owners for member in one.members):
        found, record = member.found, known.get(_key(member))
        values = {"source_url": found.source_url[:500], "licence": found.licence[:60], "seen_on": found.seen_on,
                  "facts": member.record.facts}  # fmt: skip
        if record is None:
            new.append({"workspace_id": batch.workspace_id, "lead_id": lead_id, "source": found.source,
                        "source_id": found.source_id, "import_id": batch.import_id, **values})  # fmt: skip
            touched.add(lead_id)
        elif (told := facts.refreshed(record.facts, member.record.facts)) != record.facts:
            changed.append({"id": record.id, **values, "facts": told})
            touched.add(record.lead_id)
    if new:
        db.session.execute(insert(LeadRecord), new)
    if changed:
        db.session.execute(update(LeadRecord), changed)
    return touched


def _key(member: CleanLead) -> RecordKey:
    return (member.found.source, member.found.source_id)
