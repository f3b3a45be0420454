"""The person's words become tags, and never anything else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.providers.contracts import Place
from app.providers.errors import Refused
from app.providers.openstreetmap import query
from app.providers.openstreetmap.areas import radius_km
from app.providers.openstreetmap.trades import trade_of
from app.providers.openstreetmap.words import bare, pattern

LEVIS = Place("Lévis", "QC", 46.8, -71.18, population=150_000)


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("coiffeur", ("shop", "hairdresser")),
        ("Salons de coiffure", ("shop", "hairdresser")),
        ("PLOMBIERS", ("craft", "plumber")),
        ("fleuriste", ("shop", "florist")),
        ("boulangerie artisanale", ("shop", "bakery")),
        ("cabinet de comptables", ("office", "accountant")),
        ("garage", ("shop", "car_repair")),
        ("garderies", ("amenity", "kindergarten")),
        ("hotel", ("tourism", "hotel")),
        ("portes et fenêtres", ("craft", "window_construction")),
        ("veterinaire", ("amenity", "veterinary")),
        ("cliniques dentaires", ("amenity", "dentist")),
    ],
)
def test_a_trade_is_known_under_its_usual_names(words: str, tag: tuple[str, str]) -> None:
    trade = trade_of("other", words)
    assert tag in trade.tags
    assert not trade.patterns


def test_the_three_trades_of_the_wizard_ask_for_their_tags() -> None:
    assert trade_of("dentist").filters() == ['["amenity"="dentist"]', '["healthcare"="dentist"]']
    assert trade_of("real_estate").filters() == ['["office"="estate_agent"]']
    assert len(trade_of("restaurant").filters()) == 5


def test_two_trades_are_both_asked_for() -> None:
    assert trade_of("other", "fleuristes et plombiers").tags == (("shop", "florist"), ("craft", "plumber"))


def test_an_unknown_trade_is_looked_for_by_name_and_by_kind() -> None:
    filters = trade_of("other", "cerfs-volants").filters()
    assert len(filters) == 8
    found = re.search(r'\["name"~"(.*?)",i\]', "".join(filters))
    assert found is not None
    assert re.search(found[1], "L'Atelier du Cerf-Volant", re.IGNORECASE)
    assert not re.search(found[1], "L'Atelier du cerf", re.IGNORECASE)
    assert re.search(found[1], "Boutique de cerfs-volants", re.IGNORECASE)


@pytest.mark.parametrize("words", ["", "  ", "a", "!!!", '"];', "é"])
def test_no_usable_word_is_refused(words: str) -> None:
    with pytest.raises(Refused) as caught:
        trade_of("other", words)
    assert caught.value.code == "no_words"


def test_an_industry_nobody_knows_is_refused() -> None:
    with pytest.raises(Refused):
        trade_of("plomberie")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60) | st.text(alphabet='ab"\\];()\n/*out', max_size=60))
def test_no_word_can_add_to_the_question(words: str) -> None:
    try:
        trade = trade_of("other", words)
    except Refused:
        return
    for each in trade.filters():
        assert re.fullmatch(r'(\["[a-z_]+"(=|~)?("(?:[^"\\]|\\.)*")?(,i)?\])+', each), each


def test_a_question_has_its_limits_written_in() -> None:
    scope = query.scopes_of(LEVIS)[-1]
    asked = query.businesses(trade_of("dentist"), scope, scope.box, 4000)
    assert asked.startswith("[out:json][timeout:45][maxsize:268435456];")
    assert 'nwr["healthcare"="dentist"](46.' in asked
    assert asked.endswith("out center tags qt 4000;\n")


def test_a_known_boundary_is_searched_inside() -> None:
    scope = query.scopes_of(Place("Laval", "QC", 45.6, -73.7, osm_relation_id=221998))[0]
    asked = query.businesses(trade_of("dentist"), scope, scope.box, 4000)
    assert "area(3600221998)->.a;" in asked
    assert 'nwr["amenity"="dentist"](area.a)(45.' in asked


def test_a_town_of_the_table_is_searched_inside_its_own_boundary_first() -> None:
    scope = query.scopes_of(LEVIS)[0]
    asked = query.businesses(trade_of("dentist"), scope, scope.box, 4000)
    assert 'rel(area.q)["boundary"="administrative"]["admin_level"="8"]["name"~"^l' in asked
    assert "map_to_area->.a;" in asked
    assert 'nwr["amenity"="dentist"](area.a)(46.' in asked


@pytest.mark.parametrize(
    ("typed", "real"),
    [
        ("levis", "Lévis"),
        ("TROIS RIVIERES", "Trois-Rivières"),
        ("l’assomption", "L'Assomption"),
        ("ste-anne-des-monts", "Sainte-Anne-des-Monts"),
        ("saint-jerome", "Saint-Jérôme"),
    ],
)
def test_a_town_is_recognised_however_it_is_typed(typed: str, real: str) -> None:
    expression = pattern(bare(typed)).replace("\\\\", "\\")
    assert re.fullmatch(expression, real, re.IGNORECASE)


@pytest.mark.parametrize(("population", "low", "high"), [(0, 4, 6), (800, 2, 3), (140_000, 5, 8), (1_780_000, 14, 15)])
def test_a_town_reaches_as_far_as_its_people(population: int, low: float, high: float) -> None:
    assert low <= radius_km(population) <= high
