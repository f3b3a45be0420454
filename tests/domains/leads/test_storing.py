"""What a search found is kept once, whatever the order, the second search, or another worker."""

from __future__ import annotations

import json
import random
import threading
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event, func, select
from sqlalchemy.exc import IntegrityError

from app.core.db import db
from app.domains.leads import queries, services
from app.domains.leads.models import Lead, LeadRecord
from app.providers.contracts import FoundLead
from tests.domains.leads.found import DAY, found
from tests.people import Person

HERE = {"latitude": 46.8033, "longitude": -71.1779}


def keep(person: Person, *elements: FoundLead, city: str = "Lévis") -> services.Stored:
    """Store as a search does."""
    stored = services.store(person.workspace.id, "restaurant", elements, city=city)
    db.session.commit()
    return stored


def leads_of(person: Person) -> list[Lead]:
    """Return the prospects of a person's workspace."""
    return list(db.session.scalars(select(Lead).where(Lead.workspace_id == person.workspace.id).order_by(Lead.id)))


def test_a_second_search_adds_nothing(alice: Person) -> None:
    elements = [found("node/1"), found("node/2", "Chez Lise", phone="418 822-5555")]
    first, second = keep(alice, *elements), keep(alice, *elements)
    assert (first.added, second.added) == (2, 0)
    assert first.lead_ids == second.lead_ids
    assert db.session.scalar(select(func.count(LeadRecord.id))) == 2


def test_the_same_name_with_the_same_phone_or_postal_code_is_one_prospect(alice: Person) -> None:
    keep(alice, found("node/1", "Chez Lise", phone="418 822-5555"), found("node/2", "Autre"))
    keep(
        alice,
        found("way/3", "CHEZ LISE", phone="(418) 822-5555", postal_code="g6v3v9"),
        found("way/4", "Chez-Lise", postal_code="G6V 3V9"),
        found("node/5", "Chez Lise", phone="514 555-0101", postal_code="H2V 4G9"),
    )
    assert [lead.name for lead in leads_of(alice)] == ["Chez Lise", "Autre", "Chez Lise"]


def test_the_order_of_elements_does_not_matter(alice: Person) -> None:
    elements = [
        found("node/1", phone="418 822-5555"),
        found("node/2", postal_code="G6V 3V9"),
        found("node/3", phone="418 822-5555", postal_code="G6V 3V9"),
    ]
    for _ in range(4):
        random.shuffle(elements)
        keep(alice, *elements)
        assert len(leads_of(alice)) == 1


def test_a_point_and_its_building_are_one_prospect(alice: Person) -> None:
    keep(alice, found("node/1", **HERE), found("way/2", latitude=46.8037, longitude=-71.1775, phone="418 822-5555"))
    [lead] = leads_of(alice)
    assert lead.phone == "+14188225555"
    assert len(queries.records(lead.id)) == 2


def test_neighbours_of_one_name_with_other_phones_stay_two(alice: Person) -> None:
    keep(alice, found("node/1", phone="418 822-5555", **HERE), found("node/2", phone="418 822-5556", **HERE))
    assert len(leads_of(alice)) == 2


def test_the_same_name_across_town_stays_two(alice: Person) -> None:
    keep(alice, found("node/1", **HERE), found("node/2", latitude=46.82, longitude=-71.20))
    assert len(leads_of(alice)) == 2


def test_what_a_source_learns_later_completes_the_prospect_and_its_score(alice: Person) -> None:
    keep(alice, found("node/1", phone="418 822-5555"))
    before = leads_of(alice)[0].score
    keep(alice, found("node/1", phone="418 822-5555", email="info@cafebleu.ca"))
    [lead] = leads_of(alice)
    assert (before, lead.score) == (31, 77)
    assert lead.contactable
    assert lead.contact_nature == "generic"
    assert lead.state == "ready"


def test_a_known_town_is_worth_more_than_an_assumed_one(alice: Person) -> None:
    keep(alice, found("node/1", city="Rimouski"))
    keep(alice, found("node/1"))
    assert leads_of(alice)[0].city == "Rimouski"


def test_a_missing_town_is_that_of_the_search_and_says_so(alice: Person) -> None:
    keep(alice, found("node/1", phone="418 822-5555"))
    [lead] = leads_of(alice)
    facts = queries.provenance(lead, queries.records(lead.id))
    assert lead.city == "Lévis"
    assert facts["city"].is_assumed
    assert (facts["phone"].source, facts["phone"].licence, facts["phone"].seen_on) == (
        "openstreetmap", "ODbL 1.0", DAY.isoformat())  # fmt: skip


def test_a_person_s_own_address_alone_does_not_make_a_prospect_contactable(alice: Person) -> None:
    keep(alice, found("node/1", email="marie.tremblay@gmail.com"))
    [lead] = leads_of(alice)
    assert (lead.contact_nature, lead.contactable) == ("personal", False)


def test_chains_are_kept_and_marked(alice: Person) -> None:
    keep(alice, found("node/1", "Tim Hortons", brand="Tim Hortons", is_chain=True))
    assert leads_of(alice)[0].is_chain


def test_two_workspaces_keep_their_own_prospects(alice: Person, charlie: Person) -> None:
    keep(alice, found("node/1"))
    assert keep(charlie, found("node/1")).added == 1
    assert queries.lead(charlie.workspace.id, leads_of(alice)[0].id) is None


def test_thousands_of_elements_take_few_statements(alice: Person) -> None:
    elements = [found(f"node/{number}", f"Café {number}", phone="418 822-5555") for number in range(2_000)]
    statements: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    assert keep(alice, *elements).added == 2_000
    assert len(statements) < 40


def test_two_workers_who_store_the_same_elements_at_once_keep_them_once(app: Flask, alice: Person) -> None:
    workspace_id = alice.workspace.id
    elements = [found(f"node/{number}", f"Café {number}") for number in range(300)]
    db.session.commit()
    barrier, failures = threading.Barrier(2), []

    def work() -> None:
        with app.app_context():
            barrier.wait(5)
            try:
                services.store(workspace_id, "restaurant", elements)
                db.session.commit()
            except IntegrityError as error:
                failures.append(error)
            finally:
                db.session.remove()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not failures
    assert len(leads_of(alice)) == 300


def test_the_real_restaurants_of_montreal_are_kept_once(alice: Person, shared_data: Path) -> None:
    answer = json.loads((shared_data / "osm_montreal_food_half.json").read_text())
    elements = [_element(one) for one in answer["elements"] if one.get("tags", {}).get("name")]
    first = keep(alice, *elements, city="Montréal")
    assert first.added == len(first.lead_ids) > 2_500
    assert keep(alice, *elements, city="Montréal").added == 0
    keys = [(lead.name_key, mark) for lead in leads_of(alice) for mark in (lead.phone, lead.postal_code) if mark]
    assert len(keys) == len(set(keys))


def _element(one: dict) -> FoundLead:
    tags, centre = one["tags"], one.get("center", one)
    return found(
        f"{one['type']}/{one['id']}",
        tags["name"],
        phone=tags.get("phone", tags.get("contact:phone", "")),
        email=tags.get("email", ""),
        website=tags.get("website", ""),
        city=tags.get("addr:city", ""),
        postal_code=tags.get("addr:postcode", ""),
        latitude=centre.get("lat"),
        longitude=centre.get("lon"),
        is_chain="brand" in tags,
    )


@pytest.mark.parametrize("facts", [{"name": "   "}, {"name": "x" * 400}, {"phone": "9" * 5_000}, {"city": "v" * 500}])
def test_strange_elements_never_stop_a_search(alice: Person, facts: dict[str, str]) -> None:
    keep(alice, found("node/1", **facts), found("node/2", "Chez Lise"))
    assert "Chez Lise" in {lead.name for lead in leads_of(alice)}
