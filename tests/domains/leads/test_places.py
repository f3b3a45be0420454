"""Towns as people type them."""

from __future__ import annotations

import pytest

from app.domains.leads import places


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("trois rivieres", "Trois-Rivières"),
        ("TROIS-RIVIÈRES", "Trois-Rivières"),
        ("3-Rivières", "Trois-Rivières"),
        ("Mtl", "Montréal"),
        ("St-Jérôme", "Saint-Jérôme"),
        ("ste therese", "Sainte-Thérèse"),
        ("val d'or", "Val-d’Or"),
        ("Mt-Royal", "Mont-Royal"),
        ("Ville de Québec", "Québec"),
        ("Lévis (Québec)", "Lévis"),
        ("québec, qc, canada", "Québec"),
    ],
)
def test_a_town_is_known_however_it_is_typed(typed: str, name: str) -> None:
    found = places.municipality(typed)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("typed", ["Toronto", "", "  ", "x" * 10_000, "'; drop table", "---"])
def test_what_is_not_a_town_of_the_table_is_not_found(typed: str) -> None:
    assert places.municipality(typed) is None


def test_towns_that_begin_so_come_first_then_the_most_populated() -> None:
    names = [place.name for place in places.suggest("riv")]
    assert names == ["Rivière-du-Loup", "Rivière-Rouge", "Trois-Rivières"]
    assert places.suggest("mon")[0].name == "Montréal"
    assert places.suggest("st-j")[0].name == "Saint-Jean-sur-Richelieu"


def test_suggestions_are_few_and_each_name_comes_once() -> None:
    names = [place.name for place in places.suggest("sainte")]
    assert len(names) == len(set(names)) == 8
    assert places.suggest("   ") == []


def test_every_town_of_the_table_is_found_by_its_own_name() -> None:
    lost = [town.name for town in places.municipalities()
            if (found := places.municipality(town.name)) is None or found.name != town.name]  # fmt: skip
    assert not lost
