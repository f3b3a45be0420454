"""A thousand businesses drawn by lot: every script, sign and trick a directory may hold, the same each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from app.providers.contracts import PictureRequest
from tests.providers.drawn.posters import BRANDS, INDUSTRIES, TOWNS, random_name

SIZES = ((1200, 627), (1080, 1080), (1080, 1920))
OCCASIONS = ("", "", "", "", "holidays", "sugar", "mothers_day", "valentine", "labour_day", "no such feast")
FRENCH = (
    "Le", "La", "Les", "Café", "Bœuf", "Œuvre", "Été", "Noël", "Île", "Forêt", "Crêperie", "Brûlerie", "Maïs", "Ça",
    "Où", "Gaîté", "Façade", "Pâtisserie", "Ÿ", "À",
)  # fmt: skip
TOWN_PARTS = (
    "Saint-", "Sainte-", "Notre-Dame-", "L’", "Œ", "É", "ville", "-sur-le-Lac", "-des-Monts", "-de-l’Île", "’s", "🍁",
    "寿", "\u202e", "\u0301",
)  # fmt: skip
EMOJI = "🍕🦷🏠🍁👨‍👩‍👧‍👦🇨🇦👍🏽❤️☕✨"
ARABIC, HEBREW, CHINESE = "مطعم بيروت الشرق", "בית קפה ירושלים", "寿司東京北京飯店한국日本ラーメン"
CONTROLS = "\x00\x07\x1b\x7f\u200b\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\u2028\n\r\t\ud800\ufffe\U000e0001"
MARKS = "\u0300\u0301\u0302\u0303\u0308\u0327\u0328\u030a\u0336\u20dd\u0338\u0345"
QUOTES = (
    "«", "»", "“", "”", "‘", "’", '"', "'", "„", "‟", "‹", "›", "`", "´", "′", "″", "<b>", "&amp;", "{{", "}}", "%",
    "$",
)  # fmt: skip


def _french(chance: Random) -> str:
    return " ".join(chance.choices(FRENCH, k=chance.randrange(1, 6)))


def _among(signs: Sequence[str], least: int, most: int) -> Callable[[Random], str]:
    return lambda chance: "".join(chance.choices(signs, k=chance.randrange(least, most)))


def _mixed(signs: Sequence[str]) -> Callable[[Random], str]:
    def made(chance: Random) -> str:
        return "".join(letter + chance.choice(["", "", chance.choice(signs)]) for letter in _french(chance))

    return made


KINDS: Sequence[Callable[[Random], str]] = (
    _french,
    random_name,
    _mixed(EMOJI),
    _mixed(QUOTES),
    _mixed(CONTROLS),
    _mixed(MARKS),
    _mixed(CHINESE),
    _mixed(ARABIC),
    _mixed(HEBREW),
    _among(EMOJI, 1, 9),
    _among(ARABIC, 3, 40),
    _among(HEBREW, 3, 40),
    _among(CHINESE, 1, 20),
    _among("\u202e\u202d\u202c", 1, 4),
    _among(QUOTES, 1, 8),
    _among("abcdefghijklmnopqrstuvwxyzéèœ", 60, 61),
    _among("ABCDEFGHIJKLMNOPQRSTUVWXYZÉÈŒÇ", 60, 61),
    lambda chance: (_french(chance) + " ") * 20,
    lambda chance: " ".join(_french(chance) for _ in range(9))[:80],
    lambda chance: "".join(chr(chance.randrange(1, 0x30000)) for _ in range(chance.randrange(1, 30))),
    lambda chance: chance.choice("WiÔ&1.…|"),
)


def _town(chance: Random) -> str:
    if chance.random() < 0.4:
        return chance.choice(TOWNS)
    if chance.random() < 0.3:
        return chance.choice(KINDS)(chance)
    return "".join(chance.choices(TOWN_PARTS, k=chance.randrange(1, 7)))


def businesses(count: int = 1000) -> list[PictureRequest]:
    """Return the first of the thousand requests."""
    return [_business(number) for number in range(count)]


def _business(number: int) -> PictureRequest:
    chance = Random(number)
    width, height = SIZES[number // 5 % len(SIZES)]
    brand = (f"#{chance.randrange(1 << 24):06x}", f"#{chance.randrange(1 << 24):06x}")
    primary, accent = brand if number % 2 else chance.choice(BRANDS)
    return PictureRequest(
        name=KINDS[number % len(KINDS)](chance),
        city=_town(chance),
        industry=chance.choice(INDUSTRIES),
        primary_colour=primary,
        accent_colour=accent,
        seed=chance.randrange(10_000),
        width=width,
        height=height,
        occasion=chance.choice(OCCASIONS),
    )
