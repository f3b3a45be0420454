"""Each field says where it comes from, when it was seen, and under which licence."""

from __future__ import annotations

from typing import Any

from app.core.db import db
from app.domains.leads import queries, services, wording
from app.domains.leads.models import Lead
from app.domains.leads.queries import Fact
from tests.domains.leads.found import found
from tests.people import Person


def lead_of(person: Person, *elements: Any) -> Lead:
    """Store elements that are one business; return its prospect."""
    [lead_id] = services.store(person.workspace.id, "restaurant", elements, city="Lévis").lead_ids
    db.session.commit()
    return db.session.get_one(Lead, lead_id, populate_existing=True)


def facts_of(lead: Lead) -> dict[str, Fact]:
    """Return the provenance that its page shows."""
    return queries.provenance(lead, queries.records(lead.id))


def mapped(**facts: Any) -> Any:
    """Return an element of the map."""
    return found("node/1", phone="418 822-5555", **facts)


def listed(**facts: Any) -> Any:
    """Return a row of a file."""
    options = {"source": "import", "licence": "votre fichier", "source_url": ""}
    return found("row/1", phone="418 822-5555", **(options | facts))


def test_a_prospect_of_two_sources_shows_each_beside_its_own_fields(alice: Person) -> None:
    facts = facts_of(lead_of(alice, mapped(city="Lévis"), listed(email="info@cafebleu.ca")))
    assert (facts["city"].source, facts["city"].licence) == ("openstreetmap", "ODbL 1.0")
    assert (facts["email"].source, facts["email"].licence) == ("import", "votre fichier")


def test_what_two_sources_say_is_of_the_one_believed_and_names_the_other(alice: Person) -> None:
    fact = facts_of(lead_of(alice, mapped(), listed()))["phone"]
    assert (fact.source, fact.also) == ("import", ("openstreetmap",))
    assert "OpenStreetMap" in wording.origin(fact)


def test_a_list_names_each_source_of_its_parts(alice: Person) -> None:
    lead = lead_of(
        alice,
        mapped(socials={"facebook": "https://facebook.com/cafebleu"}),
        listed(socials={"instagram": "https://instagram.com/cafebleu"}),
    )
    fact = facts_of(lead)["socials"]
    assert set(fact.value) == {"facebook", "instagram"}
    assert {fact.source, *fact.also} == {"import", "openstreetmap"}


def test_a_field_edited_by_hand_says_so_even_where_the_map_agrees(alice: Person) -> None:
    lead = lead_of(alice, mapped(email="info@cafebleu.ca"))
    services.edit(lead, {"email": "bonjour@cafebleu.ca"}, alice.user.id)
    fact = facts_of(lead)["email"]
    assert (fact.value, fact.source) == ("bonjour@cafebleu.ca", "manual")
    assert "vous" in wording.origin(fact)
    assert facts_of(lead)["phone"].source == "openstreetmap"
    again = lead_of(alice, mapped(email="bonjour@cafebleu.ca"))
    assert (facts_of(again)["email"].source, facts_of(again)["email"].also) == ("manual", ("openstreetmap",))


def test_a_field_emptied_by_hand_shows_nothing_of_the_map(alice: Person) -> None:
    lead = lead_of(alice, mapped(email="info@cafebleu.ca"))
    services.edit(lead, {"email": ""}, alice.user.id)
    assert lead.email == ""
    assert "email" not in facts_of(lead)


def test_a_town_that_the_search_assumed_is_told_from_one_that_a_source_gives(alice: Person) -> None:
    assert facts_of(lead_of(alice, mapped()))["city"].is_assumed
    fact = facts_of(lead_of(alice, mapped(), listed(city="Lévis")))["city"]
    assert not fact.is_assumed
    assert fact.also == ()


def test_a_suspect_address_is_nobody_s_word(alice: Person) -> None:
    lead = lead_of(alice, mapped(email="info@cafebleu.ca"), listed(email="info@cafebleu.ca"))
    for record in queries.records(lead.id):
        if record.source == "import":
            record.facts = {**record.facts, "email": {**record.facts["email"], "suspect": True}}
    services.recompose(alice.workspace.id, [lead.id])
    assert (facts_of(lead)["email"].source, facts_of(lead)["email"].also) == ("openstreetmap", ())


def test_the_page_where_a_fact_was_read_is_its_address(alice: Person) -> None:
    lead = lead_of(alice, mapped(email="info@cafebleu.ca"))
    [record] = queries.records(lead.id)
    page = "https://cafebleu.ca/contact"
    record.facts = {**record.facts, "email": {**record.facts["email"], "page": page}}
    assert facts_of(lead)["email"].source_url == page
    assert facts_of(lead)["phone"].source_url == "https://www.openstreetmap.org/node/1"


def test_what_must_be_said_of_sources_is_said_once_with_its_link() -> None:
    said = wording.attributions(["website", "openstreetmap", "openstreetmap", "import"])
    assert len(said) == 1
    assert "© les contributeurs d’OpenStreetMap" in said[0]
    assert "https://www.openstreetmap.org/copyright" in said[0]
    assert wording.attributions([]) == []
