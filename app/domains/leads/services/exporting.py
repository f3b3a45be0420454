"""Read the prospects of an export, a thousand at a time: what one may keep of them, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select

from app.core import logs
from app.core.db import db
from app.domains.leads import listing
from app.domains.leads.filters import Filters
from app.domains.leads.models import Lead, LeadRecord
from app.domains.leads.sources import GOOGLE

CHUNK = 1_000
_COLUMNS = [getattr(Lead, name) for name in (
    "id", "name", "legal_name", "address", "city", "province", "postal_code", "phone", "other_phones", "email",
    "website", "opening_hours", "category", "brand", "is_chain", "score", "contactable", "contact_reason", "latitude",
    "longitude", "created_at")]  # fmt: skip
log = logs.get(__name__)


@dataclass(frozen=True)
class Exported:
    """One prospect, and its records, oldest first: (source, licence, day seen) of those that may leave."""

    lead: Any
    records: Sequence[Any]


def exported(workspace_id: int, filters: Filters, form: str) -> Iterator[Exported]:
    """Yield the prospects that `filters` leave, in order, and write one line of log at the end.

    A prospect of which we may keep nothing is left out. No transaction outlives a chunk: a slow reader
    must not hold the database.
    """
    count, after = 0, ""
    while rows := listing.marks(workspace_id, filters, after=after, limit=CHUNK):
        found = _chunk([row.id for row in rows])
        db.session.commit()
        yield from found
        count, after = count + len(found), listing.mark(rows[-1])
    log.info("leads_exported", workspace_id=workspace_id, form=form, rows=count, filters=filters.names)


def _chunk(lead_ids: Sequence[int]) -> list[Exported]:
    something = or_(*(column != "" for column in (Lead.name, Lead.phone, Lead.email, Lead.website)))
    leads = {row.id: row for row in db.session.execute(select(*_COLUMNS).where(Lead.id.in_(lead_ids), something))}
    records: dict[int, list[Any]] = {lead_id: [] for lead_id in leads}
    told = select(LeadRecord.lead_id, LeadRecord.source, LeadRecord.licence, LeadRecord.seen_on).where(
        LeadRecord.lead_id.in_(lead_ids), LeadRecord.source != GOOGLE
    )
    for row in db.session.execute(told.order_by(LeadRecord.id)):
        if row.lead_id in records:
            records[row.lead_id].append(row)
    return [Exported(leads[lead_id], records[lead_id]) for lead_id in lead_ids if lead_id in leads]
