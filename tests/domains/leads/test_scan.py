"""The scan finds what any column of any table holds, so that finding nothing means something."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.core import clock
from app.core.db import db
from app.domains.leads.models import CachedPlace, Lead, LeadRecord
from tests.domains.leads.scan import scan_database
from tests.people import Person


@pytest.fixture(autouse=True)
def _rows(alice: Person) -> None:
    here: dict[str, Any] = {"workspace_id": alice.workspace.id}
    lead = Lead(**here, industry="restaurant", name="Café « Été »", name_key="cafe", other_phones=["+14188225555"])
    db.session.add(lead)
    db.session.flush()
    told = {"facts": {"deep": [{"er": "Zyx’w"}]}, "seen_on": date(2026, 1, 1), "latitude": 46.80331}
    db.session.add(LeadRecord(**here, **told, lead_id=lead.id, source="google_places", source_id="ChIJ1", licence="l"))
    db.session.add(
        CachedPlace(source="google_places", source_id="c", facts={"name": "Kept a day"}, expires_at=clock.now())
    )


@pytest.mark.parametrize(
    ("value", "where"),
    [
        ("café « été »", ("leads", "name")),
        ("4188225555", ("leads", "other_phones")),
        ("zyx’W", ("lead_records", "facts")),
        ("46.80331", ("lead_records", "latitude")),
        ("ChIJ1", ("lead_records", "source_id")),
    ],
)
def test_it_finds_words_in_texts_documents_and_numbers(value: str, where: tuple[str, str]) -> None:
    assert scan_database([value]) == [(*where, value)]


def test_it_leaves_the_cache_out_unless_asked(alice: Person) -> None:
    assert scan_database(["Kept a day"]) == []
    assert scan_database(["Kept a day"], besides=()) == [("cached_places", "facts", "Kept a day")]
