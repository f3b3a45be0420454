"""Questions about prospects; each load is given the workspace."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.domains.leads.facts import FROM_SEARCH, richness, trust
from app.domains.leads.facts import value as told
from app.domains.leads.models import CachedPlace, Lead, LeadImport, LeadRecord
from app.domains.leads.streets import street_name
from app.providers.contracts import LeadFacts


@dataclass(frozen=True)
class Fact:
    """One thing known of a prospect, and where it comes from. `seen_on` is an ISO day.

    `also` names the other sources that say the same, or their share of a list.
    """

    name: str
    value: Any
    source: str
    source_url: str
    seen_on: str
    licence: str
    also: tuple[str, ...] = ()

    @property
    def is_assumed(self) -> bool:
        """Tell whether the search itself stood in for the source."""
        return self.source == FROM_SEARCH


def lead(workspace_id: int, lead_id: int) -> Lead | None:
    """Return one prospect of one workspace."""
    return db.session.scalar(select(Lead).where(Lead.id == lead_id, Lead.workspace_id == workspace_id))


def records(lead_id: int) -> Sequence[LeadRecord]:
    """Return what each source says of a prospect, oldest first."""
    return db.session.scalars(select(LeadRecord).where(LeadRecord.lead_id == lead_id).order_by(LeadRecord.id)).all()


def provenance(lead: Lead, found: Sequence[LeadRecord]) -> dict[str, Fact]:
    """Return, for each field of a prospect, the record that is believed of it, and the others that agree."""
    origins: dict[str, Fact] = {}
    for name in dict.fromkeys(name for record in found for name in record.facts):
        shown = getattr(lead, name, None)
        saying = sorted((record for record in found if _says(record, name, shown)), key=_believed(name))
        if saying and shown not in ("", None, [], {}):
            first, sources = saying[0], [record.facts[name]["source"] for record in saying]
            said = first.facts[name]
            also = tuple(source for source in dict.fromkeys(sources) if source not in (said["source"], FROM_SEARCH))
            origins[name] = Fact(name, shown, said["source"], said.get("page") or first.source_url, said["seen_on"],
                                 said["licence"], also)  # fmt: skip
    return origins


def _believed(name: str) -> Callable[[LeadRecord], tuple[bool, int, int]]:
    def rank(record: LeadRecord) -> tuple[bool, int, int]:
        return record.facts[name]["source"] == FROM_SEARCH, trust(record, name), -richness(record)

    return rank


def _says(record: LeadRecord, name: str, shown: Any) -> bool:
    said = told(record, name)
    if said is None:
        return False
    if isinstance(shown, dict):
        return any(shown.get(key) == one for key, one in said.items())
    return any(one in shown for one in said) if isinstance(shown, list) else bool(said == shown)


def facts(lead_id: int) -> LeadFacts:
    """Return what is known for sure of a prospect, for the writers."""
    row = db.session.get_one(Lead, lead_id)
    details: dict[str, str] = {}
    for record in records(lead_id):
        details |= record.facts.get("details", {})
    return LeadFacts(
        name=row.name,
        industry=row.industry,
        city=row.city,
        street=street_name(row.address),
        category=row.category,
        cuisine=details.get("cuisine", ""),
        website=row.website,
        is_chain=row.is_chain,
    )


def origins(lead_ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Return, by prospect, the source that first named it and the licence of what it says; one query."""
    if not lead_ids:
        return {}
    statement = select(LeadRecord.lead_id, LeadRecord.source, LeadRecord.licence).where(
        LeadRecord.lead_id.in_(lead_ids)
    )
    return {
        row.lead_id: (row.source, row.licence) for row in db.session.execute(statement.order_by(LeadRecord.id.desc()))
    }


def sources_of(lead_ids: Sequence[int]) -> dict[int, list[str]]:
    """Return, by prospect, the sources that know it, oldest first and each once; one query."""
    found: dict[int, list[str]] = {}
    statement = select(LeadRecord.lead_id, LeadRecord.source).where(LeadRecord.lead_id.in_(lead_ids))
    for lead_id, source in db.session.execute(statement.order_by(LeadRecord.id)):
        known = found.setdefault(lead_id, [])
        if source not in known:
            known.append(source)
    return found


def shown_names(leads: Iterable[Lead]) -> dict[int, str]:
    """Return the names one may show today, and never keep, of prospects that have none of their own.

    One query at most. Who shows one of them shows where it comes from.
    """
    nameless = [lead.id for lead in leads if not lead.name]
    if not nameless:
        return {}
    same = (CachedPlace.source == LeadRecord.source) & (CachedPlace.source_id == LeadRecord.source_id)
    statement = select(LeadRecord.lead_id, CachedPlace.facts).join(CachedPlace, same)
    living = statement.where(LeadRecord.lead_id.in_(nameless), CachedPlace.expires_at > clock.now())
    named = db.session.execute(living.order_by(LeadRecord.id.desc()))
    return {row.lead_id: row.facts["name"] for row in named if row.facts.get("name")}


def lead_import(workspace_id: int, import_id: int) -> LeadImport | None:
    """Return one import of one workspace."""
    mine = (LeadImport.id == import_id, LeadImport.workspace_id == workspace_id)
    return db.session.scalar(select(LeadImport).where(*mine))


def lead_imports(workspace_id: int, limit: int = 10) -> Sequence[LeadImport]:
    """Return a workspace's last imports, newest first."""
    statement = select(LeadImport).where(LeadImport.workspace_id == workspace_id)
    return db.session.scalars(statement.order_by(LeadImport.id.desc()).limit(limit)).all()
