"""Take in what a source answered, as its terms allow."""

from __future__ import annotations

from app.domains.leads.services.linking import link
from app.domains.leads.services.pairing import pair
from app.domains.leads.services.storing import Batch, Stored, store
from app.providers.contracts import LeadSource, SearchAnswer


def take_in(batch: Batch, source: LeadSource, answer: SearchAnswer, *, city: str) -> Stored:
    """Keep the facts of a source that lets us, and only its ids otherwise; in the present transaction."""
    if not source.keeps_facts:
        return link(batch, answer.leads, city=city)
    stored = store(batch.workspace_id, batch.industry, answer.leads, city=city, has_ratings=source.has_ratings)
    pair(batch.workspace_id, stored.new_ids)
    return stored
