"""All that the page of one prospect shows, in a constant number of questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import literal, or_, select, union_all

from app.core import clock
from app.core.db import db
from app.domains.leads import queries, wording
from app.domains.leads.models import CachedPlace, DuplicatePair, Lead, LeadEvent, LeadMerge, LeadRecord
from app.domains.leads.queries import Fact
from app.domains.leads.states import PairState

LAST_EVENTS = 20
MERGED, MAYBE = "merged", "maybe"


@dataclass(frozen=True)
class Sheet:
    """One prospect with its sources, its past, and what may be the same business."""

    lead: Lead
    records: Sequence[LeadRecord]
    facts: dict[str, Fact]
    events: Sequence[LeadEvent]
    others: Sequence[Any]
    passing: dict[str, Any] | None

    @property
    def name(self) -> str:
        """Return the prospect's own name, or the one its source lets us show today."""
        return self.lead.name or (self.passing or {}).get("name", "")

    @property
    def corrected(self) -> set[str]:
        """Return the fields a person wrote over what was found."""
        found = {name for record in self.records if record.source != "manual" for name in record.facts}
        return {name for record in self.records if record.source == "manual" for name in record.facts} & found

    @property
    def refusal(self) -> dict[str, Any] | None:
        """Return the notice against solicitation that its site shows, with its page."""
        return next((record.facts["refusal"] for record in self.records if record.facts.get("refusal")), None)

    @property
    def sources(self) -> list[str]:
        """Return the sources it comes from, oldest first, each once."""
        return list(dict.fromkeys(record.source for record in self.records))

    @property
    def licences(self) -> list[tuple[str, str]]:
        """Return what its sources' licences are, each with the address that tells more, if any."""
        return wording.licences((record.source, record.licence) for record in self.records)

    @property
    def merges(self) -> list[Any]:
        """Return the prospects that were merged into this one."""
        return [row for row in self.others if row.kind == MERGED]

    @property
    def pairs(self) -> list[Any]:
        """Return the prospects that may be this one."""
        return [row for row in self.others if row.kind == MAYBE]

    @property
    def last_visit(self) -> str:
        """Return how the last visit of its site ended (a code), if one did."""
        return next((event.told.get("outcome", "") for event in self.events if event.kind == "visited"), "")


def sheet(workspace_id: int, lead_id: int) -> Sheet | None:
    """Gather all that the page of a prospect of this workspace shows."""
    rows = _rows(workspace_id, lead_id)
    if not rows:
        return None
    lead: Lead = rows[0][0]
    records = [row[1] for row in rows if row[1] is not None]
    passing = next((row[2] for row in rows if row[2] is not None), None)
    return Sheet(lead, records, queries.provenance(lead, records), _events(lead_id), _others(lead_id), passing)


def pair(lead: Lead, pair_id: int) -> DuplicatePair | None:
    """Return one proposal that concerns `lead`."""
    mine = or_(DuplicatePair.first_id == lead.id, DuplicatePair.second_id == lead.id)
    here = (DuplicatePair.id == pair_id, DuplicatePair.workspace_id == lead.workspace_id)
    return db.session.scalar(select(DuplicatePair).where(*here, mine))


def merge(lead: Lead, merge_id: int) -> LeadMerge | None:
    """Return one merge into `lead`."""
    return db.session.scalar(select(LeadMerge).where(LeadMerge.id == merge_id, LeadMerge.kept_id == lead.id))


def _rows(workspace_id: int, lead_id: int) -> Sequence[Any]:
    same = (CachedPlace.source == LeadRecord.source) & (CachedPlace.source_id == LeadRecord.source_id)
    alive = CachedPlace.expires_at > clock.now()
    statement = (
        select(Lead, LeadRecord, CachedPlace.facts)
        .outerjoin(LeadRecord, LeadRecord.lead_id == Lead.id)
        .outerjoin(CachedPlace, same & alive)
        .where(Lead.id == lead_id, Lead.workspace_id == workspace_id)
    )
    return db.session.execute(statement.order_by(LeadRecord.id)).all()


def _events(lead_id: int) -> Sequence[LeadEvent]:
    statement = select(LeadEvent).where(LeadEvent.lead_id == lead_id).order_by(LeadEvent.id.desc())
    return db.session.scalars(statement.limit(LAST_EVENTS)).all()


def _others(lead_id: int) -> Sequence[Any]:
    shown = (Lead.id.label("other_id"), Lead.name, Lead.city, Lead.phone)
    merged = (
        select(literal(MERGED).label("kind"), LeadMerge.id, LeadMerge.why, *shown)
        .join(Lead, Lead.id == LeadMerge.absorbed_id)
        .where(LeadMerge.kept_id == lead_id, LeadMerge.undone_at.is_(None))
    )
    either = or_(DuplicatePair.first_id == lead_id, DuplicatePair.second_id == lead_id)
    maybe = (
        select(literal(MAYBE), DuplicatePair.id, DuplicatePair.why, *shown)
        .join(Lead, or_(Lead.id == DuplicatePair.first_id, Lead.id == DuplicatePair.second_id))
        .where(either, Lead.id != lead_id, DuplicatePair.state == PairState.OPEN, Lead.merged_into_id.is_(None))
    )
    return db.session.execute(union_all(merged, maybe)).all()
