"""What a trade is called at Google: one type at most, and the words people of Québec use.

Types: Table A of https://developers.google.com/maps/documentation/places/web-service/place-types.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.providers.errors import Refused

_LONGEST = 80


@dataclass(frozen=True)
class Trade:
    """The words of the question, and the type every answer must have, when the trade has one."""

    words: str
    type: str = ""


BY_INDUSTRY = {
    "restaurant": Trade("restaurant", "restaurant"),
    "dentist": Trade("dentiste", "dentist"),
    "real_estate": Trade("courtier immobilier", "real_estate_agency"),
}


def trade_of(industry: str, free_words: str = "") -> Trade:
    """Return what to ask Google for.

    Raises:
        Refused: an industry nobody knows, or « other » without a usable word.
    """
    if industry in BY_INDUSTRY:
        return BY_INDUSTRY[industry]
    if industry != "other":
        raise Refused(f"unknown industry {industry[:40]!r}", code="unknown_industry")
    words = " ".join("".join(sign if sign.isprintable() else " " for sign in free_words).split())[:_LONGEST].strip()
    if sum(sign.isalpha() for sign in words) < 3:
        raise Refused("no usable word for the trade", code="no_words")
    return Trade(words)
