"""Columns are known by their titles, in three languages, and by what is under them."""

from __future__ import annotations

import pytest

from app.providers.spreadsheet.headers import Guess, guess, recognise
from app.providers.spreadsheet.titles import WORDS, known

FRENCH = "Nom du commerce;Courriel;Téléphone;Site Web;Adresse;Ville;Code postal;Catégorie;Note;Nombre d’avis;Nom légal"
ENGLISH = "Business Name;E-mail;Phone Number;Website;Street Address;City;ZIP;Category;Rating;Reviews;Legal name"
SPANISH = "Empresa;Correo electrónico;Teléfono;Página web;Dirección;Ciudad;Código postal;Rubro;Calificación;Reseñas;"
SPANISH += "Razón social"
FIELDS = [
    "name",
    "email",
    "phone",
    "website",
    "address",
    "city",
    "postal_code",
    "category",
    "rating",
    "review_count",
    "legal_name",
]


@pytest.mark.parametrize("header", [FRENCH, ENGLISH, SPANISH])
def test_titles_are_known_in_three_languages(header: str) -> None:
    assert guess(header.split(";"), []) == {field: at for at, field in enumerate(FIELDS)}
    assert guess(header.upper().split(";"), []) == {field: at for at, field in enumerate(FIELDS)}


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Nom;Prénom;Entreprise", 2),
        ("Prénom;Nom;Courriel;Compagnie", 3),
        ("First name;Last name;Title;Company", 3),
        ("Contact;Raison sociale", 1),
        ("Nom du contact;Nom", 1),
        ("Razón social;Ciudad", 0),
    ],
)
def test_a_person_s_name_is_not_the_business_s(header: str, name: int) -> None:
    assert guess(header.split(";"), [])["name"] == name


def test_a_title_may_be_followed_by_words_that_change_nothing() -> None:
    told = ["Téléphone (bureau)", "Courriel général", "Adresse 1", "No de tél."]
    assert [(known(title) or ("",))[0] for title in told] == ["phone", "email", "address", "phone"]
    for title in ("Restaurant Le Commerce", "Ville de Lévis", "Rue Principale 5", "Note interne", "x" * 5_000):
        assert known(title) is None


def test_a_title_that_its_cells_contradict_is_not_believed() -> None:
    rows = [["Lise", "12", "418 555-0100"], ["Rose", "14", "(418) 555-0101 poste 5"]]
    assert guess(["Nom", "Numéro", "Joindre"], rows) == {"name": 0, "phone": 2}


def test_columns_without_titles_are_known_by_what_they_hold() -> None:
    rows = [
        ["G1K 3A1", "info@lise.ca", "418 555-0100", "www.lise.ca", "Chez Lise", "x"],
        ["g1k3a2", "", "5,14555E+09", "https://rose.ca/fr", "Chez Rose", ""],
    ]
    found = recognise([], rows)
    assert {field: each.column for field, each in found.items()} == {
        "postal_code": 0, "email": 1, "phone": 2, "website": 3, "name": 4,
    }  # fmt: skip
    assert found["name"].confidence < found["phone"].confidence <= 1


def test_a_fax_is_no_telephone() -> None:
    assert guess(["Nom", "Télécopieur"], [["Lise", "418 555-0100"]]) == {"name": 0}


def test_a_list_of_names_needs_no_title() -> None:
    assert recognise([], [["Chez Lise"], ["Chez Rose"]]) == {"name": Guess(0, 0.3)}
    assert recognise([], [["1"], ["2"]]) == {}


def test_each_column_is_taken_once_whatever_the_titles() -> None:
    titles = [words[0] for words in WORDS.values()] * 2
    found = guess(titles, [])
    assert len(set(found.values())) == len(found) == len(WORDS)
