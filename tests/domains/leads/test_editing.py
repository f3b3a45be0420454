"""What a person writes is believed first, never overwritten by a machine, and can be given back."""

from __future__ import annotations

import pytest

from app.core.db import db
from app.domains.leads import queries, services, sheet_words
from app.domains.leads.models import Lead
from tests.domains.leads.found import found
from tests.people import Person


def kept(person: Person, **facts: str) -> Lead:
    """Store one prospect as a search does."""
    stored = services.store(person.workspace.id, "restaurant", [found("node/1", **facts)])
    db.session.commit()
    return db.session.get_one(Lead, stored.lead_ids[0])


def test_a_search_never_overwrites_what_a_person_wrote(alice: Person) -> None:
    lead = kept(alice, phone="418 822-5555", email="info@cafebleu.ca")
    services.edit(lead, {"phone": "+14188339999", "email": ""}, alice.user.id)
    kept(alice, phone="418 822-0000", email="bonjour@cafebleu.ca")
    lead = db.session.get_one(Lead, lead.id, populate_existing=True)
    assert (lead.phone, lead.email) == ("+14188339999", "")
    assert lead.other_phones == ["+14188220000"]
    fact = queries.provenance(lead, queries.records(lead.id))["phone"]
    assert (fact.source, fact.licence) == ("manual", "saisi par vous")


def test_what_was_written_can_be_given_back_to_the_sources(alice: Person) -> None:
    lead = kept(alice, phone="418 822-5555")
    services.edit(lead, {"phone": "+14188339999", "name": "Café Bleu"}, alice.user.id)
    assert services.give_back(lead, "phone", alice.user.id)
    assert not services.give_back(lead, "phone", alice.user.id)
    lead = db.session.get_one(Lead, lead.id, populate_existing=True)
    assert (lead.phone, lead.name) == ("+14188225555", "Café Bleu")


def test_a_value_that_does_not_change_is_not_marked_as_hers(alice: Person) -> None:
    lead = kept(alice, phone="418 822-5555")
    assert services.edit(lead, {"phone": "+14188225555", "name": "Le Café Bleu"}, alice.user.id) == []
    assert [record.source for record in queries.records(lead.id)] == ["openstreetmap"]


def test_a_corrected_fact_moves_the_score(alice: Person) -> None:
    lead = kept(alice, phone="418 822-5555")
    before = lead.score
    services.edit(lead, {"email": "info@cafebleu.ca"}, alice.user.id)
    assert db.session.get_one(Lead, lead.id, populate_existing=True).score > before


@pytest.mark.parametrize(
    "typed", ["\u202e", "\u200b\u200d\u2060\ufeff", " \u00ad ", "\u3164", "\u034f\u200b", "\u2800"]
)
def test_a_name_that_nobody_sees_is_no_name(alice: Person, typed: str) -> None:
    answer = alice.client.post("/prospects/nouveau", data={"name": typed})
    assert answer.status_code == 422
    assert sheet_words.NAME_NEEDED in answer.text
    assert db.session.query(Lead).count() == 0


def test_a_name_keeps_nothing_that_turns_it_around(alice: Person) -> None:
    alice.client.post("/prospects/nouveau", data={"name": "Caf\u202eé\u200b Bleu"})
    assert [lead.name for lead in db.session.query(Lead)] == ["Café Bleu"]


def test_once_every_correction_is_taken_back_nobody_wrote_anything(alice: Person) -> None:
    lead = kept(alice, phone="418 822-5555")
    services.edit(lead, {"phone": "+14188339999", "name": "Café Bleu"}, alice.user.id)
    services.give_back(lead, "phone", alice.user.id)
    assert queries.sources_of([lead.id]) == {lead.id: ["openstreetmap", "manual"]}
    services.give_back(lead, "name", alice.user.id)
    assert queries.sources_of([lead.id]) == {lead.id: ["openstreetmap"]}
    assert "ajouté à la main" not in alice.client.get("/prospects").text
    services.edit(lead, {"phone": "+14188339999"}, alice.user.id)
    assert db.session.get_one(Lead, lead.id, populate_existing=True).phone == "+14188339999"


def test_a_prospect_only_known_by_hand_keeps_its_record(alice: Person) -> None:
    stored = services.add(alice.workspace.id, "other", {"name": "Chez Lise"}, alice.user.id)
    db.session.commit()
    lead = db.session.get_one(Lead, stored.lead_ids[0])
    for name in list(queries.records(lead.id)[0].facts):
        services.give_back(lead, name, alice.user.id)
    assert queries.sources_of([lead.id]) == {lead.id: ["manual"]}
