"""Fetch again, to be shown, what a source does not let us keep."""

from __future__ import annotations

from sqlalchemy import select

from app.core.db import db
from app.domains.leads import cleaning, sources
from app.domains.leads.models import Lead, LeadEvent, LeadRecord
from app.domains.leads.services import linking
from app.domains.leads.services.billing import note_use
from app.providers.errors import ProviderError
from app.providers.google_places import prices


class NotRefreshed(Exception):
    """The source did not answer; what is known stands."""


def refresh(lead: Lead, by_id: int) -> bool:
    """Show again what the source of a prospect says of it; False when the source knows it no more.

    Commits what the caller had begun before calling out.

    Raises:
        NotRefreshed: no answer; it may be tried again.
    """
    record = db.session.scalar(
        select(LeadRecord).where(LeadRecord.lead_id == lead.id, LeadRecord.source == sources.GOOGLE).limit(1)
    )
    db.session.commit()
    finder = sources.refresher(sources.GOOGLE)
    if record is None or finder is None:
        return False
    try:
        found = finder.fetch(record.source_id)
    except ProviderError as error:
        raise NotRefreshed(error.code) from error
    note_use(lead.workspace_id, None, sources.GOOGLE, {prices.PLACE_DETAILS: 1})
    if found is not None:
        linking.cache(cleaning.clean_all([found]))
        db.session.add(LeadEvent(workspace_id=lead.workspace_id, lead_id=lead.id, kind="refreshed", by_id=by_id))
    db.session.commit()
    return found is not None
