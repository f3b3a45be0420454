"""The invented map: enough businesses everywhere, always the same, with the flaws of a real one."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from typing import Any

import pytest

from app.sandbox.overpass.invention import businesses
from app.sandbox.overpass.towns import quebec_towns
from app.sandbox.overpass.trades import trades
from tests.sandbox.outside import Outside

FOOD = '"amenity"~"^(restaurant|cafe|fast_food|bar|pub)$"'
TRADES = {
    "restaurant": f"nwr[{FOOD}]({{place}});",
    "dentist": 'nwr["amenity"="dentist"]({place});nwr["healthcare"="dentist"]({place});',
    "real_estate": 'nwr["office"="estate_agent"]({place});',
    "florist": 'nwr[~"^(shop|craft|office|amenity)$"~"^florist$",i]({place});',
    "plumber": 'nwr["craft"="plumber"]({place});',
}
TOWNS = ("Montréal", "Trois-Rivières", "Gatineau", "Saint-Tite", "Salluit", "Saint-Antonin", "Val-Fictif")


def query(trade: str, place: str) -> str:
    return f"[out:json][timeout:60];({TRADES[trade].format(place=place)});out center tags qt;"


def around(name: str) -> str:
    town = next(town for town in quebec_towns() if town.name == name)
    return f"around:5000,{town.lat},{town.lon}"


def is_usable(tags: dict[str, str]) -> bool:
    gone = any(key.startswith(("disused:", "abandoned:")) for key in tags) or "end_date" in tags
    return bool(tags.get("name", "").strip()) and not gone and tags.get("opening_hours") not in ("closed", "off")


def folded(name: str) -> str:
    plain = "".join(each for each in unicodedata.normalize("NFD", name) if not unicodedata.combining(each))
    return re.sub(r"\W+", " ", plain).strip().lower()


@pytest.mark.parametrize("town", TOWNS)
@pytest.mark.parametrize("trade", TRADES)
def test_sixty_businesses_of_a_trade_stand_in_any_town(outside: Outside, town: str, trade: str) -> None:
    found = outside.elements(query(trade, around(town)))
    # Chains carry the town's flavour in their name, so names alone tell businesses apart.
    usable = {folded(each["tags"]["name"]) for each in found if is_usable(each["tags"])}
    assert len(usable) >= 60


def test_every_town_of_the_table_has_its_dentists(outside: Outside) -> None:
    dentist = next(trade for trade in trades() if trade.value == "dentist")
    for town in quebec_towns():
        assert len({folded(each.tags["name"]) for each in businesses(town, dentist) if is_usable(each.tags)}) >= 60


def test_a_box_a_circle_and_a_boundary_agree_on_a_lonely_town(outside: Outside) -> None:
    town = next(town for town in quebec_towns() if town.name == "Salluit")
    box = f"{town.lat - 0.2},{town.lon - 0.4},{town.lat + 0.2},{town.lon + 0.4}"
    by_box = outside.elements(query("dentist", box))
    by_circle = outside.elements(query("dentist", around("Salluit")))
    by_area = outside.elements(query("dentist", f"area:{3_600_000_000 + town.relation}"))
    assert ids(by_box) == ids(by_circle) == ids(by_area)


def test_four_quarters_of_a_box_hold_what_the_box_holds(outside: Outside) -> None:
    whole = outside.elements(query("restaurant", "45.85,-72.52,45.91,-72.44"))
    quarters = [
        outside.elements(query("restaurant", f"{south},{west},{south + 0.03},{west + 0.04}"))
        for south in (45.85, 45.88)
        for west in (-72.52, -72.48)
    ]
    assert ids(whole) == set().union(*(ids(quarter) for quarter in quarters))


def ids(found: list[dict[str, Any]]) -> set[tuple[str, int]]:
    return {(each["type"], each["id"]) for each in found}


def test_no_two_businesses_share_a_number(outside: Outside) -> None:
    found = outside.elements(query("restaurant", around("Drummondville")))
    assert len(ids(found)) == len(found)


def test_the_same_question_has_the_same_answer_in_another_process(outside: Outside) -> None:
    program = (
        "import json, sys; from app.sandbox.overpass.evaluation import Run;"
        "from app.sandbox.overpass.parser import parse;"
        "run = Run(parse(sys.argv[1])); run.carry_out(9999); print(json.dumps(run.output))"
    )
    asked = query("dentist", around("Rimouski"))
    answers = [
        subprocess.run(
            [sys.executable, "-c", program, asked],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    # The sites are on the port the twin answers on: nothing else tells two twins apart.
    here = json.loads(json.dumps(outside.elements(asked)).replace(f":{outside.sandbox.port}", ""))
    assert json.loads(answers[0]) == json.loads(answers[1]) == here


def test_the_flaws_of_a_real_map_are_there(outside: Outside) -> None:
    found = outside.elements(query("restaurant", around("Sherbrooke")))
    tags = [each["tags"] for each in found]
    assert {each["type"] for each in found} == {"node", "way", "relation"}
    assert all(("center" in each) is (each["type"] != "node") for each in found)
    assert any("name" not in each for each in tags)
    assert any(each.get("opening_hours") in ("closed", "off") for each in tags)
    assert any("disused:amenity" in each for each in tags)
    assert any("abandoned:amenity" in each for each in tags)
    assert any("end_date" in each for each in tags)
    assert any("brand:wikidata" in each for each in tags)
    assert any("phone" in each for each in tags)
    assert any("contact:phone" in each for each in tags)
    assert any(";" in each.get("phone", "") for each in tags)
    assert any("name:fr" in each and each["name:fr"] != each.get("name") for each in tags)
    assert any(each.get("name", "") != each.get("name", "").strip() for each in tags)
    assert any(each.get("addr:postcode", "A") != each.get("addr:postcode", "A").upper() for each in tags)
    assert 0.6 < sum("addr:city" not in each for each in tags) / len(tags) < 0.8
    assert 0.2 < sum("email" in each or "contact:email" in each for each in tags) / len(tags) < 0.4


def test_some_places_are_drawn_twice_with_and_without_accents(outside: Outside) -> None:
    found = outside.elements(query("restaurant", around("Sherbrooke")))
    by_spot: dict[tuple[float, float], list[dict[str, Any]]] = {}
    for each in found:
        where = each.get("center") or each
        by_spot.setdefault((where["lat"], where["lon"]), []).append(each)
    twice = [
        pair
        for pair in by_spot.values()
        if len(pair) > 1 and folded(pair[0]["tags"].get("name", "")) == folded(pair[1]["tags"].get("name", "."))
    ]
    assert twice


def test_no_telephone_and_no_address_belongs_to_anyone(outside: Outside) -> None:
    for each in outside.elements(query("restaurant", around("Montréal"))):
        for key in ("phone", "contact:phone"):
            for phone in each["tags"].get(key, "").split(";"):
                assert not phone or re.search(r"55501\d\d$", re.sub(r"\D", "", phone))
        for key in ("email", "contact:email"):
            assert each["tags"].get(key, ".example").lower().endswith(".example")


@pytest.mark.parametrize(
    ("town", "codes"),
    [("Montréal", "514|438"), ("Québec", "418|581"), ("Gatineau", "819|873"), ("Longueuil", "450|579")],
)
def test_telephones_have_the_area_code_of_their_region(outside: Outside, town: str, codes: str) -> None:
    place = next(each for each in quebec_towns() if each.name == town)
    found = outside.elements(query("real_estate", f"area:{3_600_000_000 + place.relation}"))
    phones = [each["tags"]["phone"].split(";")[0] for each in found if "phone" in each["tags"]]
    assert phones
    assert all(re.search(rf"(?:{codes})\D*555", phone) for phone in phones)


def test_a_word_that_is_no_trade_of_the_map_finds_nothing(outside: Outside) -> None:
    assert outside.elements(f'[out:json];nwr["shop"="zorglub"]({around("Laval")});out center;') == []


def test_nobody_lives_in_the_middle_of_the_gulf(outside: Outside) -> None:
    assert outside.elements(query("restaurant", "around:5000,49.5,-62.0")) == []
