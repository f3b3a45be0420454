"""What a person writes of a prospect by hand: believed before any source, and never overwritten by one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.domains.leads import facts
from app.domains.leads.models import Lead, LeadEvent, LeadRecord
from app.domains.leads.services import composing

SOURCE = "manual"
LICENCE = "saisi par vous"
FIELDS = ("name", "legal_name", "phone", "email", "website", "address", "city", "postal_code", "opening_hours")


def edit(lead: Lead, values: Mapping[str, Any], by_id: int) -> list[str]:
    """Keep what a person changed, in clean values; an empty one says that the business has none.

    Returns:
        The names of the fields that changed.
    """
    changed = [name for name in FIELDS if name in values and (values[name] or "") != (getattr(lead, name) or "")]
    if changed:
        record = record_of(lead) or _open(lead)
        today = clock.today().isoformat()
        said = {name: facts.fact(values[name] or "", SOURCE, today, LICENCE, by=by_id) for name in changed}
        record.facts, record.seen_on = {**record.facts, **said}, clock.today()
        _finish(lead, "edited", changed, by_id)
    db.session.commit()
    return changed


def give_back(lead: Lead, name: str, by_id: int) -> bool:
    """Take back what a person wrote of one field: the sources speak again. False where nobody wrote any."""
    record = record_of(lead)
    if record is None or name not in record.facts:
        db.session.commit()
        return False
    record.facts = {field: said for field, said in record.facts.items() if field != name}
    if not record.facts and _is_known_otherwise(lead):
        db.session.delete(record)
    _finish(lead, "given_back", [name], by_id)
    db.session.commit()
    return True


def record_of(lead: Lead) -> LeadRecord | None:
    """Return what a person wrote of a prospect."""
    mine = (LeadRecord.workspace_id == lead.workspace_id, LeadRecord.source == SOURCE, LeadRecord.lead_id == lead.id)
    return db.session.scalar(select(LeadRecord).where(*mine).order_by(LeadRecord.id).limit(1))


def _is_known_otherwise(lead: Lead) -> bool:
    others = select(LeadRecord.id).where(LeadRecord.lead_id == lead.id, LeadRecord.source != SOURCE)
    return db.session.scalar(others.limit(1)) is not None


def _open(lead: Lead) -> LeadRecord:
    record = LeadRecord(workspace_id=lead.workspace_id, lead_id=lead.id, source=SOURCE, source_id=f"lead:{lead.id}",
                        licence=LICENCE, seen_on=clock.today(), facts={})  # fmt: skip
    db.session.add(record)
    return record


def _finish(lead: Lead, kind: str, names: list[str], by_id: int) -> None:
    composing.recompose(lead.workspace_id, [lead.id])
    # Names of fields, never their values: what somebody erased must be gone from here too.
    db.session.add(LeadEvent(workspace_id=lead.workspace_id, lead_id=lead.id, kind=kind, by_id=by_id,
                             told={"fields": names}))  # fmt: skip
