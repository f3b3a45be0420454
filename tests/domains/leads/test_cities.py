"""Cities as sources write them."""

from __future__ import annotations

import pytest

from app.domains.leads import cities, places
from app.domains.leads.cities import City


@pytest.mark.parametrize(
    ("raw", "city"),
    [
        ("Montreal", "Montréal"), ("MTL", "Montréal"), ("Montréal", "Montréal"), ("MONTRÉAL, QC", "Montréal"),
        ("Montréal (Québec)", "Montréal"), ("Montreal QC H2V 4G9", "Montréal"),
        ("montréal, québec, canada", "Montréal"),
        ("Ville de Québec", "Québec"), ("Québec City", "Québec"), ("Quebec", "Québec"), ("Québec, QC", "Québec"),
        ("City of Montreal", "Montréal"), ("St-Jérôme", "Saint-Jérôme"), ("Ste. Thérèse", "Sainte-Thérèse"),
        ("Ville de Mont-Royal", "Mont-Royal"), ("TMR", "Mont-Royal"), ("DDO", "Dollard-Des Ormeaux"),
        ("Val d'Or", "Val-d’Or"), ("Lévis", "Lévis"), ("Montreal West", "Montréal-Ouest"),
        ("Ville-Marie", "Ville-Marie"),
        ("Saint-Henri", "Saint-Henri"),
    ],
)  # fmt: skip
def test_a_city_has_one_name(raw: str, city: str) -> None:
    assert cities.read(raw) == City(city)


@pytest.mark.parametrize(
    ("raw", "city", "borough"),
    [
        ("Montréal (Le Plateau-Mont-Royal)", "Montréal", "Le Plateau-Mont-Royal"), ("Verdun", "Montréal", "Verdun"),
        ("Verdun (Montréal)", "Montréal", "Verdun"), ("Lasalle", "Montréal", "LaSalle"),
        ("Saint-Leonard, QC", "Montréal", "Saint-Léonard"), ("Ville Saint-Laurent", "Montréal", "Saint-Laurent"),
        ("Montréal-Nord", "Montréal", "Montréal-Nord"), ("Pierrefonds", "Montréal", "Pierrefonds-Roxboro"),
        ("Arrondissement de Lachine", "Montréal", "Lachine"), ("Montréal, Ville-Marie", "Montréal", "Ville-Marie"),
        ("Sainte-Foy", "Québec", "Sainte-Foy–Sillery–Cap-Rouge"),
        ("Ste-Foy (Québec)", "Québec", "Sainte-Foy–Sillery–Cap-Rouge"),
        ("Hull", "Gatineau", "Hull"), ("CHICOUTIMI", "Saguenay", "Chicoutimi"), ("Jonquière", "Saguenay", "Jonquière"),
        ("Saint-Romuald", "Lévis", "Les Chutes-de-la-Chaudière-Est"), ("Chomedey, Laval", "Laval", "Chomedey"),
        ("Cap-de-la-Madeleine", "Trois-Rivières", "Cap-de-la-Madeleine"), ("Rock Forest", "Sherbrooke", "Rock Forest"),
        ("Saint-Hubert", "Longueuil", "Saint-Hubert"), ("Montréal (Petite Italie)", "Montréal", "Petite Italie"),
    ],
)  # fmt: skip
def test_a_borough_or_a_former_town_is_of_its_city(raw: str, city: str, borough: str) -> None:
    assert cities.read(raw) == City(city, borough)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("Toronto", "Toronto"), ("SAINT-XAVIER-DE-LA-BROUSSE", "Saint-Xavier-de-la-Brousse"),
        ("L'Anse-au-Nord", "L’Anse-au-Nord"),
        ("VAL-DES-BOULEAUX, QC", "Val-des-Bouleaux"), ("St-Xavier-de-Brousse", "Saint-Xavier-de-Brousse"),
        ("ANSE-À-L'EAU", "Anse-à-l’Eau"), ("", ""), ("   ", ""), ("NYC", "NYC"),
    ],
)  # fmt: skip
def test_an_unknown_town_is_kept_and_neatly_written(raw: str, kept: str) -> None:
    assert cities.read(raw) == City(kept)


def test_every_joined_town_leads_to_a_city_of_the_table() -> None:
    names = {town.name for town in places.municipalities()}
    assert {city for city, _, _ in cities._joined().values()} <= names
