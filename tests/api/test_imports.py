"""A file sent by a program comes in whole, once, into the campaign it names."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from app.core.db import db
from app.domains.campaigns.models import CampaignLead
from app.domains.leads.models import Lead
from tests.domains.campaigns.making import draft
from tests.people import Person

CSV = "Nom,Téléphone,Courriel\nChez Lise,418 822-5555,info@chezlise.ca\n,514 555-0101,\n"


def send(person: Person, campaign_id: int, content: bytes | None = None, **headers: str) -> Any:
    """Send a file."""
    parts = {} if content is None else {"file": (io.BytesIO(content), "prospects.csv")}
    return person.client.post(f"/api/v1/campaigns/{campaign_id}/leads/import", data=parts,
                              headers={**person.headers, **headers}, content_type="multipart/form-data")  # fmt: skip


def test_a_program_imports_a_file(alice: Person, run_jobs: Callable[[], int]) -> None:
    campaign = draft(alice)
    answer = send(alice, campaign.id, CSV.encode())
    assert (answer.status_code, answer.json["state"], answer.json["rows"]) == (202, "due", 2)
    run_jobs()
    told = alice.client.get(f"/api/v1/imports/{answer.json['id']}", headers=alice.headers).json
    assert (told["state"], told["added"], told["rejected"]) == ("done", 1, 1)
    lead = db.session.query(Lead).filter_by(name="Chez Lise").one()
    assert db.session.query(CampaignLead).filter_by(campaign_id=campaign.id, lead_id=lead.id).count() == 1


def test_the_same_key_imports_once(alice: Person) -> None:
    campaign = draft(alice)
    first, second = (send(alice, campaign.id, CSV.encode(), **{"Idempotency-Key": "k1"}) for _ in range(2))
    assert first.json["id"] == second.json["id"], (first.json, second.json)


def test_what_is_no_table_is_refused_with_its_reason(alice: Person) -> None:
    campaign = draft(alice)
    assert send(alice, campaign.id).json["code"] == "file_needed"
    assert send(alice, campaign.id, b"").json["code"] == "file_empty"
    assert send(alice, campaign.id, b"Couleur;Taille\nbleu;grand\n").json["code"] == "no_name_column"


def test_a_stranger_finds_nothing(alice: Person, charlie: Person) -> None:
    campaign = draft(alice)
    assert send(charlie, campaign.id, CSV.encode()).status_code == 404
    import_id = send(alice, campaign.id, CSV.encode()).json["id"]
    assert charlie.client.get(f"/api/v1/imports/{import_id}", headers=charlie.headers).status_code == 404
