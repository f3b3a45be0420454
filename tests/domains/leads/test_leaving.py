"""Someone who asks to be left alone is, at once, and whatever finds her again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from app.core import clock, storage
from app.core.db import db
from app.core.errors import Conflict
from app.core.events import DomainEvent
from app.domains.compliance import services as compliance
from app.domains.compliance.models import Consent, DoNotContact
from app.domains.compliance.services import Address, Proof
from app.domains.compliance.states import Silence
from app.domains.leads import queries, services
from app.domains.leads.models import Lead, LeadEvent, LeadImport, LeadRecord
from app.domains.publishing.models import Connection, Delivery
from app.providers.contracts import FoundLead
from tests.domains.leads.found import found
from tests.domains.leads.scan import scan_database
from tests.domains.leads.written import written
from tests.people import Person

CAFE = {
    "phone": "418 822-5555",
    "email": "info@cafebleu.ca",
    "website": "https://cafebleu.ca",
    "postal_code": "G6V 3V9",
}
TOLD = ["Café Bleu", "+14188225555", "cafebleu.ca"]


def keep(person: Person, *elements: FoundLead) -> list[Lead]:
    """Store as a search does; return the prospects."""
    stored = services.store(person.workspace.id, "restaurant", elements, city="Lévis")
    db.session.commit()
    return [db.session.get_one(Lead, lead_id, populate_existing=True) for lead_id in stored.lead_ids]


def cafe(person: Person, **facts: str) -> Lead:
    """Store the café."""
    return keep(person, found("node/1", **(CAFE | facts)))[0]


def consent(person: Person, lead: Lead) -> None:
    """Keep the proof of its address."""
    proof = Proof("https://cafebleu.ca/contact", date(2026, 1, 2), f"Écrivez à {lead.email}")
    address = Address(lead.email, "generic", lead.id)
    compliance.record_publication(person.workspace.id, address, proof, has_refusal=False)


def test_silence_is_at_once_and_undone_at_once(alice: Person) -> None:
    lead = cafe(alice)
    services.silence(lead, by_id=alice.user.id)
    assert (lead.contactable, lead.contact_reason) == (False, "do_not_contact")
    services.hear(lead, by_id=alice.user.id)
    assert (lead.contactable, lead.contact_reason) == (True, "email")
    kinds = select(LeadEvent.kind, LeadEvent.by_id).where(LeadEvent.lead_id == lead.id).order_by(LeadEvent.id)
    assert [tuple(row) for row in db.session.execute(kinds)][-2:] == [
        ("silenced", alice.user.id), ("heard", alice.user.id)]  # fmt: skip


@pytest.mark.parametrize(
    "seen_again",
    [
        found("node/1", **CAFE),
        found("way/9", "Le Café Bleu inc.", phone="(418) 822-5555"),
        found("row/1", "Bleu", source="import", licence="votre fichier", email="INFO@cafebleu.ca"),
        found("row/2", "Bleu", source="import", licence="votre fichier", email="bonjour@cafebleu.ca"),
        found("way/9", "Bleu", website="http://www.cafebleu.ca/menu"),
        found("node/1", "Nouveau nom", phone="514 555-0101"),
        found("way/8", "LE CAFE BLEU", postal_code="g6v3v9"),
    ],
)
def test_whatever_finds_it_again_it_stays_not_contactable(alice: Person, seen_again: FoundLead) -> None:
    services.silence(cafe(alice), by_id=alice.user.id)
    for lead in keep(alice, seen_again):
        assert (lead.contactable, lead.contact_reason) == (False, "do_not_contact")


def test_an_address_shown_by_no_field_is_silenced_too(alice: Person) -> None:
    lead = cafe(alice)
    keep(alice, found("way/2", phone="418 822-5555", postal_code="G6V 3V9", email="autre@ailleurs.ca"))
    services.silence(lead, by_id=None)
    [other] = keep(alice, found("node/7", "Sans rapport", email="autre@ailleurs.ca"))
    assert other.contact_reason == "do_not_contact"


def test_the_other_prospects_of_the_same_number_are_silenced_at_once(alice: Person) -> None:
    lead, other = keep(
        alice,
        found("node/1", **CAFE),
        found("node/2", "Traiteur", phone="514 555-0101; 418 822-5555", postal_code="H2V 4G9"),
    )
    services.silence(lead, by_id=None)
    assert other.contact_reason == "do_not_contact"
    services.hear(lead, by_id=None)
    assert other.contact_reason == "phone"


def test_a_site_that_several_businesses_share_silences_none_of_the_others(alice: Person) -> None:
    first, second = keep(
        alice,
        found("node/1", "Marie Roy", phone="418 822-5555", website="https://agence.ca/marie"),
        found("node/2", "Jean Caron", phone="418 822-5556", website="https://agence.ca/jean"),
    )
    services.silence(first, by_id=None)
    assert (first.contactable, second.contactable) == (False, True)


@pytest.mark.parametrize("site", ["https://facebook.com/cafebleu", "https://cafebleu.ca"])
def test_a_platform_or_a_chain_is_never_silenced_whole(alice: Person, site: str) -> None:
    lead = keep(alice, found("node/1", website=site, phone="418 822-5555", email="cafebleu@gmail.com", is_chain=True))[
        0
    ]
    services.silence(lead, by_id=None)
    [other] = keep(alice, found("node/5", "Autre", website=site + "/x", phone="514 555-0101", email="autre@gmail.com"))
    assert other.contact_reason != "do_not_contact"


def test_another_workspace_decides_for_itself(alice: Person, charlie: Person) -> None:
    services.silence(cafe(alice), by_id=None)
    assert cafe(charlie).contactable


def test_a_silence_ends_the_consent_and_its_undo_brings_it_back(alice: Person) -> None:
    lead = cafe(alice)
    consent(alice, lead)
    services.silence(lead, by_id=None)
    assert compliance.living_consent(alice.workspace.id, lead.email) is None
    services.hear(lead, by_id=None)
    assert compliance.living_consent(alice.workspace.id, lead.email) is not None


def test_their_own_request_is_not_hers_to_undo(alice: Person) -> None:
    lead = cafe(alice)
    compliance.forbid(alice.workspace.id, {"email": lead.email}, reason=Silence.UNSUBSCRIBED, by_id=None)
    db.session.commit()
    with pytest.raises(Conflict):
        services.hear(lead, by_id=alice.user.id)
    db.session.rollback()
    assert cafe(alice, phone="418 822-5557").contact_reason == "do_not_contact"


def test_an_undo_reaches_a_number_that_has_changed_since(alice: Person) -> None:
    lead = cafe(alice)
    services.silence(lead, by_id=None)
    keep(alice, found("node/1", **(CAFE | {"phone": "514 555-0199"})))
    services.hear(lead, by_id=None)
    assert db.session.scalar(select(func.count(DoNotContact.id))) == 0


def test_the_gesture_works_with_and_without_script(alice: Person) -> None:
    lead = cafe(alice)
    here = f"/prospects/{lead.id}/silence"
    answer = alice.client.post(here)
    assert (answer.status_code, answer.location) == (303, f"/prospects/{lead.id}")
    page = alice.client.get(f"/prospects/{lead.id}").get_data(as_text=True)
    assert "plus à contacter" in page
    assert "Permettre le contact" in page
    assert alice.client.post(f"{here}?_method=DELETE").status_code == 303
    piece = alice.client.post(here, headers=alice.hx).get_data(as_text=True)
    assert "<html" not in piece
    assert "À ne plus contacter" in piece
    assert "Appeler" not in piece
    assert "Ajouter à mes contacts" not in piece
    piece = alice.client.post(f"{here}?_method=DELETE", headers=alice.hx).get_data(as_text=True)
    assert "Joignable par courriel" in piece
    assert "Écrire" in piece
    assert "Ajouter à mes contacts" in piece


def test_who_only_reads_silences_and_forgets_nobody(alice: Person, bob: Person) -> None:
    lead = cafe(alice)
    for path in ("silence", "oubli"):
        assert bob.client.post(f"/prospects/{lead.id}/{path}").status_code == 403
    assert bob.client.get(f"/prospects/{lead.id}/oubli").status_code == 403


def test_what_is_forgotten_is_nowhere_and_does_not_come_back(alice: Person) -> None:
    lead = cafe(alice)
    consent(alice, lead)
    lead_id, picture = lead.id, written(alice, lead).picture_key
    services.silence(lead, by_id=None)
    assert scan_database(TOLD)
    assert "ne se défait pas" in alice.client.get(f"/prospects/{lead.id}/oubli").get_data(as_text=True)
    assert alice.client.post(f"/prospects/{lead.id}/oubli").status_code == 303
    assert scan_database(TOLD) == []
    assert not storage.store().exists(picture)
    assert db.session.scalars(select(DomainEvent.payload).where(DomainEvent.name == "leads.ready")).one()["leads"] == [
        {"id": 0, "name": "Autre"}]  # fmt: skip
    assert alice.client.get(f"/prospects/{lead_id}").status_code == 404
    assert keep(alice, found("node/1", **CAFE)) == []
    assert keep(alice, found("row/1", "Bleu", source="import", licence="votre fichier", email=CAFE["email"])) == []


def test_those_merged_into_it_are_forgotten_with_it(alice: Person) -> None:
    lead, other = keep(alice, found("node/1", **CAFE), found("node/2", "Bistro Roux", phone="514 555-0101"))
    services.merge(lead, other, why="name")
    db.session.commit()
    services.forget(other, by_id=None)
    assert scan_database([*TOLD, "Bistro Roux", "+15145550101"]) == []
    assert db.session.scalar(select(func.count(Lead.id))) == 0
    assert keep(alice, found("node/9", "Roux", phone="514 555-0101")) == []


def test_the_proof_of_a_message_that_left_outlives_the_prospect(alice: Person) -> None:
    lead = cafe(alice)
    consent(alice, lead)
    lead.last_contacted_at = clock.now()
    db.session.commit()
    services.forget(lead, by_id=None)
    kept = db.session.scalars(select(Consent)).one()
    assert kept.ended_at is not None
    assert kept.lead_id is None


def test_the_file_it_was_imported_from_goes_with_it(alice: Person) -> None:
    key = f"imports/{alice.workspace.id}/clients.csv"
    storage.store().put(key, b"nom;tel", "text/csv")
    ended = LeadImport(workspace_id=alice.workspace.id, state="done", filename="clients.csv", file_key=key)
    db.session.add(ended)
    lead = cafe(alice)
    db.session.scalars(select(LeadRecord).where(LeadRecord.lead_id == lead.id)).one().import_id = ended.id
    db.session.commit()
    services.forget(lead, by_id=None)
    assert not storage.store().exists(key)
    assert db.session.get_one(LeadImport, ended.id, populate_existing=True).file_key == ""


def test_nothing_is_forgotten_while_its_publication_leaves(alice: Person) -> None:
    lead = cafe(alice)
    content = written(alice, lead)
    now = clock.now()
    connection = Connection(workspace_id=alice.workspace.id, network="linkedin", account_urn="urn:li:person:1",
                            account_name="Alice", sealed_access_token="-", scopes=[],
                            expires_at=now + timedelta(days=9))  # fmt: skip
    db.session.add(connection)
    db.session.flush()
    db.session.add(
        Delivery(workspace_id=alice.workspace.id, content_id=content.id, connection_id=connection.id, text="t",
                 hashtags=[], scheduled_at=now, undo_until=now, state="sending")
    )  # fmt: skip
    assert alice.client.post(f"/prospects/{lead.id}/oubli").status_code == 409
    assert queries.lead(alice.workspace.id, lead.id) is not None
    assert storage.store().exists(content.picture_key)
    assert db.session.scalar(select(func.count(DoNotContact.id))) == 0


def test_after_oblivion_the_bells_find_nothing_wrong(alice: Person, run_jobs: Callable[..., int]) -> None:
    lead = cafe(alice)
    written(alice, lead)
    services.forget(lead, by_id=None)
    run_jobs()
    event = db.session.scalars(select(DomainEvent).where(DomainEvent.name == "lead.forgotten")).one()
    assert event.payload == {}
