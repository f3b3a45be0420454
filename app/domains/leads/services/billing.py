"""Write down what a source bills, when it is asked."""

from __future__ import annotations

from collections.abc import Mapping

from app.core.db import db
from app.domains.leads.models import SourceUse
from app.providers.prices import micros


def note_use(workspace_id: int, campaign_id: int | None, source: str, billed: Mapping[str, int]) -> None:
    """Write down the requests a source bills, and their cost, for the operator; in the present transaction."""
    for price_line, requests in billed.items():
        db.session.add(SourceUse(workspace_id=workspace_id, campaign_id=campaign_id, source=source,
                                 price_line=price_line, requests=requests,
                                 cost_micros=micros(source, price_line, requests)))  # fmt: skip
