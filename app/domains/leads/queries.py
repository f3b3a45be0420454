"""Questions about prospects; each load is given the workspace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.core.db import db
from app.domains.leads.facts import FROM_SEARCH
from app.domains.leads.models import Lead, LeadRecord
from app.providers.contracts import LeadFacts


@dataclass(frozen=True)
class Fact:
    """One thing known of a prospect, and where it comes from. `seen_on` is an ISO day."""

    name: str
    value: Any
    source: str
    source_url: str
    seen_on: str
    licence: str

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
    """Return, for each field of a prospect, the record that says what is shown."""
    origins: dict[str, Fact] = {}
    for record in found:
        for name, fact in record.facts.items():
            if name == "details" or fact.get("value") in ("", None) or fact["value"] != getattr(lead, name, None):
                continue
            known = origins.get(name)
            if known is None or known.is_assumed:
                origins[name] = Fact(name, fact["value"], fact["source"], record.source_url, fact["seen_on"],
                                     fact["licence"])  # fmt: skip
    return origins


def facts(lead_id: int) -> LeadFacts:
    """Return what is known for sure of a prospect, for the writers."""
    row = db.session.get_one(Lead, lead_id)
    details: dict[str, str] = {}
    for record in records(lead_id):
        details |= record.facts.get("details", {})
    street = row.address.partition(",")[0].lstrip("0123456789-– ").strip()
    return LeadFacts(
        name=row.name,
        industry=row.industry,
        city=row.city,
        street=street,
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
