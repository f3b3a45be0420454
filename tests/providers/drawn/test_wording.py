"""Those who cannot see the poster hear what it says, in good French."""

from __future__ import annotations

import pytest

from app.providers.drawn.wording import alternative_text

START = "Affiche aux couleurs de l’entreprise"


@pytest.mark.parametrize(
    ("name", "city", "heard"),
    [
        ("Le Café Bleu", "Lévis", f"{START}\u00a0: «\u00a0Le Café Bleu\u00a0», à Lévis"),
        ("L'Été", "L'Ancienne-Lorette", f"{START}\u00a0: «\u00a0L’Été\u00a0», à L’Ancienne-Lorette"),
        ("Chez « Gérard »", "Les Escoumins", f"{START}\u00a0: «\u00a0Chez “Gérard”\u00a0», aux Escoumins"),
        ("Quai 5", "Le Gardeur", f"{START}\u00a0: «\u00a0Quai 5\u00a0», au Gardeur"),
        ("Quai\u202e 5\n", "La Malbaie", f"{START}\u00a0: «\u00a0Quai 5\u00a0», à La Malbaie"),
        ("", "", START),
    ],
)
def test_the_alternative_text_names_the_business_and_its_town(name: str, city: str, heard: str) -> None:
    assert alternative_text(name, city) == heard
