"""The register of consents: whom one may write to, on what proof, until when; filled by hand too, and closed."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.domains.audit.models import AuditLine
from app.domains.compliance import services
from app.domains.compliance.models import Consent
from app.domains.compliance.services import Address, Proof
from app.domains.compliance.states import ConsentKind
from app.domains.leads.models import Lead
from app.domains.leads.services import storing
from app.domains.privacy import consents, erasing
from tests.domains.leads.found import found
from tests.domains.privacy.erased import erase_person
from tests.people import Person

HERE = "/reglages/confidentialite/consentements"
NOON = datetime(2026, 11, 21, 17, tzinfo=UTC)
GIVEN = {
    "email": "Marie@ChezMarie.ca",
    "given_on": "2026-11-19",
    "manner": "paper",
    "note": "Formulaire signé, tiroir 3",
}


@pytest.fixture(autouse=True)
def _noon() -> Any:
    with clock.frozen_at(NOON):
        yield


def published(alice: Person, email: str = "info@cafebleu.ca", lead_id: int | None = None) -> Consent:
    proof = Proof("https://cafebleu.ca/contact", date(2026, 11, 20), f"Écrivez-nous\u00a0: {email}")
    address = Address(email, "generic", lead_id)
    row = services.record_publication(alice.workspace.id, address, proof, has_refusal=False)
    db.session.commit()
    return row


def bought(alice: Person, email: str = "achat@exemple.ca", on: date = date(2023, 1, 5)) -> Consent:
    proof = Proof("", on, "Facture 12")
    row = services.record_dealing(alice.workspace.id, ConsentKind.PURCHASE, Address(email), proof)
    db.session.commit()
    return row


def listed(alice: Person, query: str = "") -> str:
    return str(alice.client.get(f"{HERE}{query}").text)


def test_the_register_is_empty_then_says_whom_on_what_ground_and_until_when(alice: Person) -> None:
    assert "s’inscriront ici d’elles-mêmes" in listed(alice)
    stored = storing.store(alice.workspace.id, "restaurant", [found("n/1", "Café Bleu", email="info@cafebleu.ca")])
    row = published(alice, lead_id=stored.lead_ids[0])
    proof = Proof("", date(2026, 11, 1), "Soumission demandée")
    services.record_dealing(alice.workspace.id, ConsentKind.INQUIRY, Address("r@exemple.ca"), proof)
    db.session.commit()
    page = listed(alice)
    assert "info@cafebleu.ca" in page
    assert "Café Bleu" in page
    assert "publication visible" in page
    assert "relation d’affaires (demande de renseignements)" in page
    assert "1er mai 2027" in page
    sheet = alice.client.get(f"{HERE}/{row.id}").text
    assert "https://cafebleu.ca/contact" in sheet
    assert "Jusqu’à son retrait" in sheet


def test_it_is_narrowed_by_ground_by_state_and_by_words(alice: Person) -> None:
    published(alice)
    bought(alice)
    assert "info@cafebleu.ca" in listed(alice, "?fondement=publication")
    assert "Facture" not in listed(alice, "?fondement=publication")
    # A line whose address is written nowhere is found all the same by its digest.
    assert "Adresse effacée" in listed(alice, "?q=ACHAT@exemple.ca")
    assert "info@cafebleu.ca" not in listed(alice, "?q=achat@exemple.ca")
    assert "info@cafebleu.ca" not in listed(alice, "?etat=echu")
    assert "Rien ne répond" in listed(alice, "?etat=retire")
    assert "info@cafebleu.ca" in listed(alice, "?etat=nimporte&fondement=quoi")


def test_a_long_register_is_read_page_after_page_without_a_hole(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(consents, "PAGE", 2)
    ids = [published(alice, f"info@cafe{number}.ca").id for number in range(5)]
    seen: list[int] = []
    after: int | None = None
    while True:
        page = consents.page(alice.workspace.id, consents.Asked(), after)
        seen += [line.consent.id for line in page.items]
        if page.next is None:
            break
        after = page.next
    assert seen == sorted(ids, reverse=True)
    assert "apres=" in listed(alice)


def test_a_yes_given_in_person_is_noted_with_who_notes_it(alice: Person) -> None:
    stored = storing.store(alice.workspace.id, "restaurant", [found("n/1", "Chez Marie", email="marie@chezmarie.ca")])
    db.session.commit()
    answer = alice.client.post(f"{HERE}/nouveau", data=GIVEN)
    assert answer.status_code == 303
    row = db.session.scalars(select(Consent)).one()
    assert (row.kind, row.email, row.manner) == ("express", "marie@chezmarie.ca", "paper")
    assert (row.seen_on, row.expires_on, row.lead_id) == (date(2026, 11, 19), None, stored.lead_ids[0])
    assert row.recorded_by == alice.user.id
    page = alice.client.get(answer.location).text
    assert "tiroir 3" in page
    assert "Noté par alice@exemple.ca" in page
    living = services.living_consent(alice.workspace.id, "marie@chezmarie.ca")
    assert living is not None
    assert living.id == row.id
    assert "consent.noted" in db.session.scalars(select(AuditLine.kind)).all()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"email": "marie"}, "adresse de courriel complète"),
        ({"given_on": "2026-11-22"}, "aujourd’hui au plus tard"),
        ({"given_on": ""}, "aujourd’hui au plus tard"),
        ({"given_on": "0001-01-01"}, "aujourd’hui au plus tard"),
        ({"manner": ""}, "comment la personne a dit oui"),
        ({"manner": "pigeon"}, "comment la personne a dit oui"),
        ({"note": "  "}, "vous en portez la preuve"),
        ({"note": "x" * 401}, "raccourcissez"),
    ],
)
def test_a_yes_that_proves_nothing_is_refused_at_its_field(alice: Person, changed: dict[str, str], said: str) -> None:
    answer = alice.client.post(f"{HERE}/nouveau", data=GIVEN | changed)
    assert answer.status_code == 422
    assert said in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert db.session.scalars(select(Consent)).all() == []


def test_the_same_yes_is_not_noted_twice(alice: Person) -> None:
    assert alice.client.post(f"{HERE}/nouveau", data=GIVEN).status_code == 303
    again = alice.client.post(f"{HERE}/nouveau", data=GIVEN)
    assert again.status_code == 422
    assert "déjà en vigueur" in again.text


def test_who_asked_to_be_left_alone_is_not_noted(alice: Person) -> None:
    alice.client.post("/reglages/confidentialite/ne-plus-contacter", data={"q": "marie@chezmarie.ca"})
    answer = alice.client.post(f"{HERE}/nouveau", data=GIVEN)
    assert answer.status_code == 422
    assert "liste à ne plus contacter" in answer.text


def test_a_withdrawal_ends_every_consent_of_the_address_and_nothing_brings_it_back(alice: Person) -> None:
    stored = storing.store(alice.workspace.id, "restaurant", [found("n/1", "Chez Marie", email="marie@chezmarie.ca")])
    shown = published(alice, "marie@chezmarie.ca", stored.lead_ids[0])
    there = alice.client.post(f"{HERE}/nouveau", data=GIVEN).location
    assert alice.client.post(f"{there}/retrait").status_code == 303
    assert "Retiré" in alice.client.get(there).text
    assert "Noter le retrait" not in alice.client.get(there).text
    db.session.refresh(shown)
    assert shown.ended_at is not None
    assert services.living_consent(alice.workspace.id, "marie@chezmarie.ca") is None
    assert db.session.get_one(Lead, stored.lead_ids[0]).contact_reason == "do_not_contact"
    with pytest.raises(services.ConsentRefused):
        published(alice, "marie@chezmarie.ca")


def test_the_file_runs_no_formula_and_follows_the_filters(alice: Person) -> None:
    alice.client.post(f"{HERE}/nouveau", data=GIVEN | {"note": "=HYPERLINK(1)"})
    published(alice)
    rows = list(csv.reader(io.StringIO(alice.client.get(f"{HERE}/registre.csv").text[1:]), delimiter=";"))
    assert rows[0][0] == "Adresse"
    assert [row[0] for row in rows[1:]] == ["info@cafebleu.ca", "marie@chezmarie.ca"]
    assert rows[2][9] == "'=HYPERLINK(1)"
    assert rows[2][11] == "alice@exemple.ca"
    only = alice.client.get(f"{HERE}/registre.csv?fondement=expres").text
    assert "cafebleu" not in only
    assert "export.consents" in db.session.scalars(select(AuditLine.kind)).all()


def test_nobody_else_reads_or_withdraws_it(alice: Person, bob: Person, charlie: Person) -> None:
    row = published(alice)
    assert bob.client.get(HERE).status_code == 403
    assert "cafebleu" not in charlie.client.get(HERE).text
    assert charlie.client.get(f"{HERE}/{row.id}").status_code == 404
    assert charlie.client.post(f"{HERE}/{row.id}/retrait").status_code == 404
    db.session.refresh(row)
    assert row.ended_at is None


def test_an_erased_person_leaves_her_digest_and_no_address(alice: Person) -> None:
    alice.client.post(f"{HERE}/nouveau", data=GIVEN)
    erase_person(erasing.person(alice.workspace.id, "marie@chezmarie.ca"), by_id=alice.user.id)
    row = db.session.scalars(select(Consent)).one()
    assert (row.email, row.ended_at is not None) == ("", True)
    assert "marie@chezmarie.ca" not in listed(alice)
    assert "Adresse effacée" in listed(alice, "?q=marie@chezmarie.ca")


def test_a_line_outlives_who_noted_it(alice: Person) -> None:
    alice.client.post(f"{HERE}/nouveau", data=GIVEN)
    row = db.session.scalars(select(Consent)).one()
    row.recorded_by = None
    db.session.commit()
    assert "Noté par" not in alice.client.get(f"{HERE}/{row.id}").text


def test_what_is_past_its_term_says_so(alice: Person) -> None:
    row = bought(alice, on=NOON.date() - timedelta(days=1000))
    page = alice.client.get(f"{HERE}/{row.id}").text
    assert "Échu" in page
    assert "Noter le retrait" not in page
