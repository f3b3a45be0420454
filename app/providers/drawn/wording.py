"""What a picture says to those who cannot see it."""

from __future__ import annotations

import re
import unicodedata

NBSP = "\u00a0"
# What stands for a name no sign of which can be drawn.
TRADE_WORDS = {"restaurant": "Restaurant", "dentist": "Clinique dentaire", "real_estate": "Immobilier"}
ANY_TRADE = "Entreprise d’ici"


def trade_words(industry: str) -> str:
    """Return the French words of a trade, a few letters long."""
    return TRADE_WORDS.get(industry, ANY_TRADE)


def alternative_text(name: str, city: str) -> str:
    """Describe the poster in one French line: its colours, the name and the town it bears."""
    name, city = _spoken(name), _spoken(city)
    text = "Affiche aux couleurs de l’entreprise"
    if name:
        text += f"{NBSP}: «{NBSP}{name}{NBSP}»"
    if city:
        text += f", {_at(city)}"
    return text


def _spoken(text: str) -> str:
    """Keep one line of visible characters; inner guillemets become the quotation marks French nests."""
    text = "".join(character for character in text if character.isspace() or unicodedata.category(character)[0] != "C")
    text = re.sub(r"[ \t\r\n\f\v]+", " ", text).strip().replace("'", "’")
    return re.sub(r"«\s*", "“", re.sub(r"\s*»", "”", text))


def _at(city: str) -> str:
    for article, contracted in (("Les ", "aux "), ("Le ", "au ")):
        if city.startswith(article):
            return contracted + city.removeprefix(article)
    return f"à {city}"
