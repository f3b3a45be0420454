"""Every element is a business or is counted as dropped."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.providers.contracts import FoundLead
from app.providers.openstreetmap.elements import read
from app.providers.openstreetmap.trades import BY_INDUSTRY

DAY = date(2026, 11, 21)
WANTED = BY_INDUSTRY["restaurant"]


def node(**tags: str) -> dict[str, Any]:
    named = {key.replace("__", ":"): value for key, value in tags.items()}
    return {"type": "node", "id": 123, "lat": 45.5, "lon": -73.6, "tags": {"amenity": "restaurant", **named}}


def only(element: Any) -> FoundLead:
    answer = read([element], WANTED, DAY)
    assert answer.dropped == {}
    return answer.leads[0]


def reason(element: Any) -> str:
    answer = read([element], WANTED, DAY)
    assert not answer.leads
    return next(iter(answer.dropped))


def test_real_montreal_is_read_whole(shared_data: Path) -> None:
    elements = json.loads((shared_data / "osm_montreal_food_half.json").read_text())["elements"]
    answer = read(elements, WANTED, DAY)
    assert len(answer.leads) + sum(answer.dropped.values()) == len(elements) == 2937
    assert len(answer.leads) > 2850
    assert len({lead.source_id for lead in answer.leads}) == len(answer.leads)
    assert answer.dropped["unnamed"] == 53
    assert sum(lead.is_chain for lead in answer.leads) > 750
    assert sum(bool(lead.phone) for lead in answer.leads) > 680
    assert sum(bool(lead.website) for lead in answer.leads) > 620
    assert sum(bool(lead.socials) for lead in answer.leads) > 75
    assert sum(bool(lead.opening_hours) for lead in answer.leads) > 670
    assert sum(bool(lead.email) for lead in answer.leads) > 30
    assert all(lead.latitude and lead.longitude and lead.category for lead in answer.leads)


def test_an_element_says_all_it_knows() -> None:
    lead = only(
        node(
            name="Chez Alice",
            phone="+1 418-555-0100;+1 418-555-0101",
            email="bonjour@alice.example",
            website="https://alice.example/;https://facebook.com/alice",
            addr__housenumber="12",
            addr__street="Rue Principale",
            addr__city="Lévis",
            addr__postcode="G6V 1A1",
            cuisine="italian;pizza",
            opening_hours="Mo-Fr 11:00-21:00; Sa-Su off",
            contact__instagram="chezalice",
        )
    )
    assert (lead.source, lead.source_id, lead.licence) == ("openstreetmap", "node/123", "ODbL 1.0")
    assert lead.source_url == "https://www.openstreetmap.org/node/123"
    assert (lead.phone, lead.website) == ("+1 418-555-0100; +1 418-555-0101", "https://alice.example/")
    assert (lead.address, lead.city, lead.postal_code) == ("12 Rue Principale", "Lévis", "G6V 1A1")
    assert lead.details["cuisine"] == "italian;pizza"
    assert lead.opening_hours == "Mo-Fr 11:00-21:00; Sa-Su off"
    assert lead.socials == {
        "instagram": "https://www.instagram.com/chezalice",
        "facebook": "https://facebook.com/alice",
    }
    assert (lead.category, lead.is_chain, lead.rating, lead.seen_on) == ("restaurant", False, None, DAY)


def test_contact_tags_are_read_as_well() -> None:
    lead = only(
        node(name="A", contact__phone="1", contact__email="mailto:a@b.ca", contact__website="b.ca", contact__city="X")
    )
    assert (lead.phone, lead.email, lead.website, lead.city) == ("1", "a@b.ca", "b.ca", "X")


def test_a_way_and_a_relation_stand_at_their_centre() -> None:
    for kind in ("way", "relation"):
        element = {"type": kind, "id": 9, "center": {"lat": 46.8, "lon": -71.2}, "tags": {"name": "A", "shop": "books"}}
        lead = only(element)
        assert (lead.source_id, lead.latitude, lead.longitude) == (f"{kind}/9", 46.8, -71.2)
        assert lead.category == "books"


def test_the_french_name_comes_first() -> None:
    assert only(node(name="The Oven", name__fr="Le  Four")).name == "Le Four"


@pytest.mark.parametrize(
    "element",
    [None, 3, {}, {"type": "area", "id": 1}, {"type": "node"}, {"type": "node", "id": 1, "tags": []}],
)
def test_what_is_not_an_element_is_counted(element: Any) -> None:
    assert reason(element) == "unreadable"


def test_what_has_no_name_is_counted() -> None:
    assert reason(node()) == "unnamed"
    assert reason({"type": "node", "id": 1, "lat": 1.0, "lon": 1.0}) == "unnamed"


@pytest.mark.parametrize(
    "tags",
    [
        {"opening_hours": "closed"},
        {"opening_hours": "off"},
        {"opening_hours": '"closed for emergency renovations"'},
        {"opening_hours": "Mo-Su closed"},
        {"shop": "vacant"},
        {"disused": "yes"},
        {"end_date": "2024"},
        {"end_date": "2026-10"},
        {"end_date": "2026-11-20"},
        {"disused__amenity": "restaurant"},
    ],
)
def test_what_has_closed_is_counted(tags: dict[str, str]) -> None:
    assert reason(node(name="A", **tags)) == "closed"


@pytest.mark.parametrize("prefix", ["disused", "abandoned", "was", "closed"])
def test_what_only_lived_once_is_counted(prefix: str) -> None:
    element = {"type": "node", "id": 1, "lat": 45.0, "lon": -73.0, "tags": {"name": "A", f"{prefix}:shop": "books"}}
    assert reason(element) == "closed"


@pytest.mark.parametrize(
    "tags",
    [
        {"opening_hours": "Mo off; Tu-Su 11:00-22:00"},
        {"opening_hours": "off; Mo-Fr 11:00-22:00"},
        {"opening_hours": "Mo-Su 11:00-20:00; PH closed"},
        {"end_date": "2026"},
        {"end_date": "2027-01-01"},
        {"end_date": "bientôt"},
        {"disused__amenity": "cafe", "disused__name": "Le Locataire d'avant"},
    ],
)
def test_what_still_lives_is_kept(tags: dict[str, str]) -> None:
    assert only(node(name="A", **tags)).name == "A"


@pytest.mark.parametrize(
    "tags",
    [
        {"brand": "A"},
        {"brand__wikidata": "Q1"},
        {"brand__wikipedia": "fr:A"},
        {"franchise": "yes"},
        {"operator": "Groupe MTY"},
    ],
)
def test_a_chain_is_marked(tags: dict[str, str]) -> None:
    assert only(node(name="A", **tags)).is_chain


def test_three_of_a_name_are_a_chain_and_two_are_not() -> None:
    three = [
        {**node(name=name), "id": rank} for rank, name in enumerate(["Frite Alors!", "FRITE ALORS", "Frite alors"])
    ]
    assert all(lead.is_chain for lead in read(three, WANTED, DAY).leads)
    assert not any(lead.is_chain for lead in read(three[:2], WANTED, DAY).leads)


def test_the_trade_asked_for_is_the_category() -> None:
    element = node(name="A", amenity="clinic", healthcare="doctor;dentist")
    assert read([element], BY_INDUSTRY["dentist"], DAY).leads[0].category == "dentist"


def test_a_position_off_the_globe_is_no_position() -> None:
    assert only({**node(name="A"), "lat": 945.0}).latitude is None


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ({"contact__facebook": "chezalice"}, {"facebook": "https://www.facebook.com/chezalice"}),
        ({"facebook": "https://fb.com/alice"}, {"facebook": "https://fb.com/alice"}),
        ({"contact__facebook": "facebook.com/alice"}, {"facebook": "https://facebook.com/alice"}),
        (
            {"contact__facebook": "pages/Alice/154300254764417"},
            {"facebook": "https://www.facebook.com/pages/Alice/154300254764417"},
        ),
        ({"contact__instagram": "@chez.alice"}, {"instagram": "https://www.instagram.com/chez.alice"}),
        ({"contact__instagram": "https://www.facebook.com/alice"}, {"facebook": "https://www.facebook.com/alice"}),
        ({"twitter": "alice"}, {"twitter": "https://x.com/alice"}),
        ({"contact__tiktok": "alice"}, {"tiktok": "https://www.tiktok.com/@alice"}),
        (
            {"contact__linkedin": "https://ca.linkedin.com/company/alice"},
            {"linkedin": "https://ca.linkedin.com/company/alice"},
        ),
        ({"contact__linkedin": "https://www.linkedin.com/in/alice-tremblay"}, {}),
        ({"contact__facebook": "Restaurant Chez Alice"}, {}),
        ({"contact__facebook": "yes"}, {}),
        ({"contact__facebook": "javascript:alert(1)"}, {}),
        ({"contact__facebook": "https://[broken"}, {}),
        ({"website": "https://www.facebook.com/alice"}, {"facebook": "https://www.facebook.com/alice"}),
    ],
)
def test_a_page_on_a_network_is_an_address(tags: dict[str, str], expected: dict[str, str]) -> None:
    assert only(node(name="A", **tags)).socials == expected


def test_a_page_on_a_network_is_no_site_of_one_s_own() -> None:
    lead = only(node(name="A", website="https://www.facebook.com/alice; https://alice.example"))
    assert lead.website == "https://alice.example"
    assert only(node(name="A", website="https://www.facebook.com/alice")).website == ""


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ({"official_name": "Restaurant Chez Alice inc."}, "Restaurant Chez Alice inc."),
        ({"operator": "9123-4567 Québec inc."}, "9123-4567 Québec inc."),
        ({"operator": "Gestion Tremblay S.E.N.C."}, "Gestion Tremblay S.E.N.C."),
        ({"operator": "Marie Tremblay"}, ""),
        ({"operator": "Restaurant Brands International Inc."}, ""),
        ({"official_name": "chez alice"}, ""),
    ],
)
def test_a_legal_name_is_an_official_one_or_a_company_s(tags: dict[str, str], expected: str) -> None:
    assert only(node(name="Chez Alice", **tags)).legal_name == expected


def several(name: str, *sites: str) -> list[dict[str, Any]]:
    return [{**node(name=name, website=site), "id": rank} for rank, site in enumerate(sites)]


def test_homonyms_each_with_a_site_are_no_chain() -> None:
    answer = read(several("Chez Alice", "https://a.example", "https://b.example", "https://c.example"), WANTED, DAY)
    assert not any(lead.is_chain for lead in answer.leads)


def test_one_name_and_one_site_are_a_chain_wherever_the_page_is() -> None:
    sites = ("https://www.alice.example/levis", "alice.example", "https://quebec.alice.example/")
    assert all(lead.is_chain for lead in read(several("Chez Alice", *sites), WANTED, DAY).leads)


def test_one_name_and_one_telephone_are_a_chain_whatever_the_sites() -> None:
    sites = ("https://a.example", "https://b.example", "https://c.example")
    phones = ("+1 418-555-0100", "418 555-0100", "581-555-0199; (418) 555-0100")
    listed = [each | {"tags": each["tags"] | {"phone": phone}}
              for each, phone in zip(several("Chez Alice", *sites), phones, strict=True)]  # fmt: skip
    assert all(lead.is_chain for lead in read(listed, WANTED, DAY).leads)


def test_the_bare_name_of_a_trade_is_no_chain() -> None:
    answer = read(several("Dépanneur", "", "", "", ""), WANTED, DAY)
    assert not any(lead.is_chain for lead in answer.leads)


def test_every_number_is_kept_once() -> None:
    tags = {"phone": "+1 418-555-0100;418 555-0101", "contact__phone": "+1 418-555-0100", "mobile": "tel:4185550102"}
    assert only(node(name="A", **tags)).phone == "+1 418-555-0100; 418 555-0101; 4185550102"


@pytest.mark.parametrize(
    "tags",
    [
        {"addr__province": "ON"},
        {"addr__state": "Ontario", "addr__postcode": "J8X 1A1"},
        {"addr__country": "US"},
        {"addr__postcode": "K1P 1A1"},
        {"addr__postcode": "k1p"},
        {"addr__postcode": "12945"},
    ],
)
def test_what_says_it_is_elsewhere_is_counted(tags: dict[str, str]) -> None:
    assert reason(node(name="A", **tags)) == "outside_quebec"


@pytest.mark.parametrize(
    "tags",
    [
        {},
        {"addr__province": "QC"},
        {"addr__province": "Québec", "addr__postcode": "K1P 1A1"},
        {"addr__country": "CA"},
        {"addr__postcode": "h2v4g9"},
        {"addr__postcode": "G1R"},
        {"addr__postcode": "illisible"},
    ],
)
def test_what_does_not_is_kept(tags: dict[str, str]) -> None:
    assert only(node(name="A", **tags)).name == "A"
