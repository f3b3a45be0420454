"""Add one business by hand; one that is already known is completed, never doubled."""

from __future__ import annotations

from collections.abc import Mapping
from secrets import token_hex
from typing import Any

from app.core import clock
from app.core.db import db
from app.domains.leads.models import LeadEvent
from app.domains.leads.services.editing import LICENCE, SOURCE
from app.domains.leads.services.enriching import order
from app.domains.leads.services.storing import Stored, store
from app.providers.contracts import FoundLead

FIELDS = ("name", "phone", "email", "website", "address", "city", "postal_code", "opening_hours")


def add(workspace_id: int, industry: str, values: Mapping[str, str], by_id: int) -> Stored:
    """Add a business from clean values, in the present transaction; its site is visited like any other."""
    given: dict[str, Any] = {name: values.get(name, "") for name in FIELDS}
    found = FoundLead(source=SOURCE, source_id=token_hex(8), licence=LICENCE, source_url="", seen_on=clock.today(),
                      **given)  # fmt: skip
    stored = store(workspace_id, industry, [found])
    [lead_id] = stored.lead_ids
    db.session.add(LeadEvent(workspace_id=workspace_id, lead_id=lead_id, kind="added", by_id=by_id))
    order(workspace_id, stored.lead_ids)
    return stored
