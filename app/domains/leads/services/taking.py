"""Take in what a source answered, as its terms allow, and count what it bills."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from app.core.db import db
from app.domains.leads import sources
from app.domains.leads.models import SourceUse
from app.domains.leads.services.linking import link
from app.domains.leads.services.pairing import pair
from app.domains.leads.services.storing import Batch, Stored, store
from app.providers.contracts import LeadSource, SearchAnswer

MICROS_PER_CENT = 10_000


def take_in(batch: Batch, source: LeadSource, answer: SearchAnswer, *, city: str) -> Stored:
    """Keep the facts of a source that lets us, and only its ids otherwise; in the present transaction."""
    if not source.keeps_facts:
        return link(batch, answer.leads, city=city)
    stored = store(batch.workspace_id, batch.industry, answer.leads, city=city, has_ratings=source.has_ratings)
    pair(batch.workspace_id, stored.new_ids)
    return stored


def note_use(workspace_id: int, campaign_id: int | None, source: str, billed: Mapping[str, int]) -> None:
    """Write down the requests a source bills, and their cost, for the operator; in the present transaction."""
    for price_line, requests in billed.items():
        cents: Decimal = sources.cost_cents(source, {price_line: requests})
        db.session.add(SourceUse(workspace_id=workspace_id, campaign_id=campaign_id, source=source,
                                 price_line=price_line, requests=requests,
                                 cost_micros=int(cents * MICROS_PER_CENT)))  # fmt: skip
