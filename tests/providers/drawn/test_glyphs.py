"""No reader ever meets an empty box in place of a letter."""

from __future__ import annotations

from random import Random

import pytest

from app.providers.drawn.glyphs import HEAVY, NO_GLYPH, PLAIN, drawable, font
from tests.providers.drawn.posters import ODD_NAMES, random_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Le Café Bleu", "Le Café Bleu"),
        ("Cafe\u0301 Bleu", "Café Bleu"),
        ("L'Été", "L’Été"),
        ("🍕 Pizza 🍕", "Pizza"),
        ("Sushi (寿司) Taxi", "Sushi Taxi"),
        ("Phở Việt", "Pho Viet"),
        ("𝓑𝓮𝓪𝓾 Café", "Beau Café"),
        ("Chez « Gérard »", "Chez « Gérard »"),
        ("מטבח Lévis – קפה", "Lévis"),
        ("Plomb\u202eerie\u202c", "Plomberie"),
        ("Bœuf\n& Cie", "Bœuf & Cie"),
        ("مطعم", ""),
        ("!!!", ""),
    ],
)
def test_what_lato_lacks_becomes_the_nearest_letter_or_nothing(name: str, shown: str) -> None:
    assert drawable(name) == shown


def test_none_of_a_thousand_random_names_shows_an_empty_box() -> None:
    chance = Random(1)
    names = [*ODD_NAMES, *(random_name(chance) for _ in range(1000))]
    shown = {character for name in names for character in drawable(name)}
    for face in (HEAVY, PLAIN):
        box = bytes(font(face, 60).getmask(NO_GLYPH))
        assert [character for character in shown if bytes(font(face, 60).getmask(character)) == box] == []
