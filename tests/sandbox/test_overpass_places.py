"""Boundaries: towns of the table, towns outside it, homonyms abroad, towns that do not exist."""

from __future__ import annotations

import pytest

from tests.sandbox.outside import Outside

IN_QUEBEC = (
    '[out:json][timeout:25];area["ISO3166-2"="CA-QC"]->.q;'
    'rel(area.q)["boundary"="administrative"]["name"~"^{name}$",i];out center tags;'
)


@pytest.mark.parametrize("name", ["Trois-Rivières", "saint-exemple-des-monts", "Notre-Dame-du-Bac-à-Sable", "Percé"])
def test_a_town_is_found_by_its_boundary(outside: Outside, name: str) -> None:
    found = outside.elements(IN_QUEBEC.format(name=name))
    assert [each["tags"]["name"].lower() for each in found] == [name.lower()]
    assert found[0]["type"] == "relation"
    assert 44 < found[0]["center"]["lat"] < 63


def test_an_unknown_town_is_an_empty_answer(outside: Outside) -> None:
    assert outside.elements(IN_QUEBEC.format(name="Saint-Nulle-Part")) == []


def test_a_homonym_abroad_comes_when_the_province_is_not_named(outside: Outside) -> None:
    careless = outside.elements('[out:json];rel["boundary"="administrative"]["name"="Laval"];out center tags;')
    careful = outside.elements(IN_QUEBEC.format(name="Laval"))
    assert len(careless) == 2
    assert len(careful) == 1


def test_the_area_of_a_boundary_found_by_name_holds_its_businesses(outside: Outside) -> None:
    nested = (
        '[out:json];area["ISO3166-2"="CA-QC"]->.q;rel(area.q)["name"="Laval"]["boundary"="administrative"];'
        'map_to_area->.a;(nwr["amenity"="dentist"](area.a);nwr["healthcare"="dentist"](area.a););out center;'
    )
    assert len(outside.elements(nested)) >= 60


def test_an_area_can_be_named_by_its_number(outside: Outside) -> None:
    relation = outside.elements(IN_QUEBEC.format(name="Rimouski"))[0]["id"]
    found = outside.elements(
        f'[out:json];area({3_600_000_000 + relation})->.a;nwr["office"="estate_agent"](area.a);out;'
    )
    assert len(found) >= 60
