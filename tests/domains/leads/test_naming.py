"""Signs, legal names, and the keys under which two spellings are one business."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domains.leads import naming

NUMBER = "9123-4567 Québec inc."


@pytest.mark.parametrize(
    ("raw", "sign", "legal"),
    [
        (f"{NUMBER} (Chez Ginette)", "Chez Ginette", NUMBER), (f"Chez Ginette ({NUMBER})", "Chez Ginette", NUMBER),
        (f"{NUMBER} f.a.s.r.s. Chez Ginette", "Chez Ginette", NUMBER),
        (f"{NUMBER} - Chez Ginette", "Chez Ginette", NUMBER),
        (f"{NUMBER}, Chez Ginette", "Chez Ginette", NUMBER), (f"Chez Ginette / {NUMBER}", "Chez Ginette", NUMBER),
        (f"{NUMBER}, faisant affaire sous le nom de Chez Ginette", "Chez Ginette", NUMBER),
        ("Gestion Lune ltée o/a Chez Ginette", "Chez Ginette", "Gestion Lune ltée"),
        ("Gestion Lune Ltd. d/b/a Chez Ginette enr.", "Chez Ginette", "Gestion Lune Ltd."),
        ("Restaurant Chez Ginette inc.", "Restaurant Chez Ginette", "Restaurant Chez Ginette inc."),
        ("Dr Jean Tremblay dentiste inc.", "Dr Jean Tremblay dentiste", "Dr Jean Tremblay dentiste inc."),
        ("Restaurant Ginette (1998) inc.", "Restaurant Ginette", "Restaurant Ginette (1998) inc."),
        ("Chez Ginette, enr.", "Chez Ginette", "Chez Ginette, enr."), ("Roy s.e.n.c.", "Roy", "Roy s.e.n.c."),
        ("ROY S.E.N.C.R.L.", "ROY", "ROY S.E.N.C.R.L."), ("Roy SENC", "Roy", "Roy SENC"),
        ("Ginette & Cie ltée", "Ginette & Cie", "Ginette & Cie ltée"), ("Roy Ltée/Ltd.", "Roy", "Roy Ltée/Ltd."),
        (NUMBER, NUMBER, NUMBER), ("Chez Ginette", "Chez Ginette", ""), ("Café Olé (Laval)", "Café Olé (Laval)", ""),
        ("Le Puits Sec", "Le Puits Sec", ""), ("Zinc", "Zinc", ""), ("Juliette - Chocolat", "Juliette - Chocolat", ""),
        ("Bar Dba Lounge", "Bar Dba Lounge", ""), ("Inc.", "Inc.", ""), ("", "", ""),
    ],
)  # fmt: skip
def test_the_sign_and_the_legal_name_are_told_apart(raw: str, sign: str, legal: str) -> None:
    assert naming.sign_name(raw) == (sign, legal)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Resto Chez Ginette", "Restaurant Chez Ginette inc."), ("Rest. L'Académie", "L’Académie"),
        ("Le Café Olé", "Cafe Olé Montréal"), ("Olé Coffee", "Olé Café"), ("Dr Jean Roy", "Docteur Jean Roy"),
        ("Clinique dentaire Laurier", "Centre Dentaire Laurier"), ("St-Hubert", "Saint-Hubert"),
        ("Juliette & Chocolat", "Juliette et Chocolat"), ("Juliette and Chocolat", "Juliette et Chocolat"),
        ("Tim Horton's", "Tim Hortons"), ("5e Vague", "5ième Vague"), ("Les 2 Fours", "Les Deux Fours"),
        ("Pacini Trois-Rivières", "Pacini"), (f"{NUMBER} (Chez Ginette)", "Chez Ginette"),
        ("Le Vieux Vélo (déjeuners)", "Le Vieux Vélo"), ("Fish n Chips", "Fish & Chips"),
    ],
)  # fmt: skip
def test_two_spellings_of_one_name_share_a_key(one: str, two: str) -> None:
    assert naming.loose_key(one) == naming.loose_key(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [("Café Montréal", "Café Québec"), ("Chez Lorraine", "Chez Alma"), ("Pizzeria Alma", "Pizzeria Windsor"),
     ("Le Bar", "Le Café"), ("Poutine Joliette", "Poutine Magog"), (NUMBER, "9123-4568 Québec inc.")],
)  # fmt: skip
def test_two_names_keep_two_keys(one: str, two: str) -> None:
    assert naming.loose_key(one) != naming.loose_key(two)


@pytest.mark.parametrize(
    "address",
    [
        "1234, boul. Saint-Laurent Ouest, bureau 5", "1234 Boulevard St-Laurent O.", "1234 St-Laurent Blvd W",
        "1234 saint laurent ouest", "200-1234 boul. St-Laurent O", "1234-1240, boul. Saint-Laurent O.",
        "#5, 1234 St-Laurent O",
        "1234 boul Saint-Laurent O #5", "boul. Saint-Laurent Ouest, 1234", "1234A, boul. Saint-Laurent Ouest",
        "1234, boul. Saint-Laurent O., Montréal (Québec) H2V 4G9", "1234 boul. Saint-Laurent O Montréal QC H2V 4G9",
        "1234 boul. Saint-Laurent Ouest, 2e étage", "1234 boul. Saint-Laurent O., Suite 200, Montréal",
        "01234 bd St-Laurent Ouest local 3", "1234 A boul. Saint-Laurent Ouest",
    ],
)  # fmt: skip
def test_one_address_has_one_key_however_it_is_written(address: str) -> None:
    assert naming.street_key(address) == "1234 saint laurent o"


def test_what_makes_two_addresses_is_kept() -> None:
    addresses = ["12 5e Avenue", "12 5e Rue", "12 rue Roy E", "12 rue Roy O", "12 rue Roy", "13 rue Roy",
                 "12 rue Laval", "12 rue Notre-Dame"]  # fmt: skip
    assert len({naming.street_key(address) for address in addresses}) == len(addresses)
    assert naming.street_key("12, 5th Ave.") == naming.street_key("12 5e Avenue")
    assert naming.street_key("12 chemin de la Côte-Saint-Luc") == naming.street_key("12 Côte-St-Luc Rd")


@pytest.mark.parametrize("address", ["", "1234", "rue Fabre", "Place Ville-Marie", "H2V 4G9", ", ,"])
def test_an_address_without_a_number_or_a_street_has_no_key(address: str) -> None:
    assert naming.street_key(address) == ""


@given(st.text(max_size=200))
def test_any_text_at_all_is_read_without_a_fault(raw: str) -> None:
    naming.sign_name(raw)
    naming.street_key(raw)
    assert len(naming.loose_key(raw)) <= 255
