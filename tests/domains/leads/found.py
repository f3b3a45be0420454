"""Businesses as a source gives them."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.providers.contracts import FoundLead

DAY = date(2026, 11, 21)


def found(source_id: str, name: str = "Le Café Bleu", **facts: Any) -> FoundLead:
    """Return one element of OpenStreetMap."""
    options: dict[str, Any] = {"source": "openstreetmap", "licence": "ODbL 1.0", "seen_on": DAY,
                               "source_url": f"https://www.openstreetmap.org/{source_id}"}  # fmt: skip
    return FoundLead(**(options | {"source_id": source_id, "name": name} | facts))
