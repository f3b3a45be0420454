"""OpenStreetMap is thanked, with its link, wherever prospects show or leave."""

from __future__ import annotations

from typing import Any

import pytest

from app.core.db import db
from app.domains.leads import services
from app.domains.leads.models import Lead
from tests.domains.leads.found import found
from tests.domains.leads.written import written
from tests.people import Person

RIGHTS = "https://www.openstreetmap.org/copyright"


def lead_of(person: Person, *elements: Any) -> Lead:
    """Store one business."""
    [lead_id] = services.store(person.workspace.id, "restaurant", elements, city="Lévis").lead_ids
    db.session.commit()
    return db.session.get_one(Lead, lead_id)


@pytest.mark.parametrize(
    "page", ["/", "/contenus", "/contenus/{content}", "/prospects/{lead}", "/campagnes/{campaign}"]
)
def test_every_page_that_shows_a_prospect_of_the_map_thanks_it(alice: Person, page: str) -> None:
    lead = lead_of(alice, found("node/1", phone="418 822-5555"))
    content = written(alice, lead)
    address = page.format(content=content.id, lead=lead.id, campaign=content.campaign_id)
    shown = alice.client.get(address, follow_redirects=True).get_data(as_text=True)
    assert lead.name in shown
    assert f'href="{RIGHTS}"' in shown
    assert "© les contributeurs d’OpenStreetMap" in shown


def test_a_page_of_the_demonstration_thanks_nobody(alice: Person) -> None:
    alice.workspace.is_demo = True
    written(alice, lead_of(alice, found("node/1", source="demonstration", licence="-")))
    for page in ("/", "/contenus"):
        assert RIGHTS not in alice.client.get(page).get_data(as_text=True)


def test_a_program_reads_the_licence_and_what_must_be_said(alice: Person) -> None:
    mapped = lead_of(alice, found("node/1", phone="418 822-5555"), found(
        "row/1", phone="418 822-5555", source="import", licence="votre fichier"))  # fmt: skip
    shown = alice.client.get(f"/api/v1/leads/{mapped.id}", headers=alice.headers).json
    assert (shown["source"], shown["licence"]) == ("openstreetmap", "ODbL 1.0")
    assert [RIGHTS in words for words in shown["attributions"]] == [True]
    assert shown["contact_reason"] == "phone"
    own = lead_of(alice, found("row/2", "Chez Lise", source="import", licence="votre fichier"))
    assert alice.client.get(f"/api/v1/leads/{own.id}", headers=alice.headers).json["attributions"] == []
