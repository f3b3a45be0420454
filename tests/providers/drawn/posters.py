"""Businesses to draw: ordinary ones, and the ones that break posters."""

from __future__ import annotations

from random import Random

from app.providers.contracts import PictureRequest

BRANDS = (
    ("#1a2240", "#b93a12"), ("#0b6e4f", "#f2c14e"), ("#ffffff", "#ffff00"), ("#000000", "#000000"),
    ("#808080", "#7f7f7f"), ("#ff00ff", "#00ff00"), ("#fdf6e3", "#fdf6e3"), ("blue", ""),
)  # fmt: skip
ODD_NAMES = (
    "Le Café Bleu", "Ô", "ÀÉÎÕÜ ÇŸ gjpqy", "L'Été d'Ève & fils", "Chez « Gérard »", "Sushi 寿司 Taxi", "🍕 Pizza 🍕",
    "مطعم بيروت", "בית קפה", "Phở Việt", "((((((", "Le\u202etrebmulP\u202c", "A" * 80, "Éé" * 40, "W" * 300, "a-" * 40,
    "Restaurant familial Chez Ti-Père et ses fils de la Côte-de-Beaupré, depuis Noël", "\u200b", "l l l l l l l l l l",
    "Anticonstitutionnellement intergouvernementalisation", "ﬁ ½ € ™ ®", "a\nb\tc", "𝓑𝓮𝓪𝓾 Café", "Z͑ͫ̓a̴l̷g̸o",
)  # fmt: skip
TOWNS = (
    "Lévis", "Saint-Louis-du-Ha! Ha!", "Notre-Dame-de-l'Île-Perrot", "L'Ancienne-Lorette", "Les Escoumins", "", "東京",
    "Saint-Remi-de-Tingwick-et-de-la-Présentation-de-la-Bienheureuse-Vierge-Marie",
)  # fmt: skip
INDUSTRIES = ("restaurant", "dentist", "real_estate", "other")
LETTERS = "abcdefgijlmnopqrstuvyzàâçéèêëîïôûùüÿœæÉÀÊÎÇABCDGQJ&-’'\"«»!,.🍁🦷寿司مطعשלםЖЯ"
# Every composition in every mood, four times over.
ALL_LAYOUTS = 84


def poster_of(seed: int, width: int = 1200, height: int = 627) -> PictureRequest:
    """Return the request number `seed`, the same every time, each as odd as the next."""
    chance = Random(seed)
    primary, accent = chance.choice(BRANDS)
    return PictureRequest(
        name=chance.choice(ODD_NAMES) if chance.random() < 0.6 else random_name(chance),
        city=chance.choice(TOWNS),
        industry=chance.choice(INDUSTRIES),
        primary_colour=primary,
        accent_colour=accent,
        seed=seed,
        width=width,
        height=height,
    )


def random_name(chance: Random) -> str:
    """Return up to 80 characters of words no one chose."""
    words = ("".join(chance.choices(LETTERS, k=chance.randrange(1, 15))) for _ in range(chance.randrange(1, 9)))
    return " ".join(words)[:80]
