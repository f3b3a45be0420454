"""The dates nobody invents: the feasts, the days the law sets, and those on which an occasion begins or ends."""

from __future__ import annotations

import re
from functools import lru_cache

from app.providers.occasions import OCCASIONS

# The days everybody knows: the calendar's own.
FEASTS = frozenset([
    "1 janvier", "6 janvier", "2 février", "14 février", "8 mars", "17 mars", "1 avril", "22 avril", "1 mai",
    "21 juin", "23 juin", "24 juin", "1 juillet", "30 septembre", "31 octobre", "1 novembre", "11 novembre",
    "25 novembre", "6 décembre", "24 décembre", "25 décembre", "26 décembre", "31 décembre",
])  # fmt: skip
# Winter tyres, from one to the other (Highway Safety Code, s. 440.1), and the income tax return.
_OF_THE_LAW = frozenset(["1 décembre", "15 mars", "30 avril"])
_MONTHS = (
    "", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
# What a business would have to announce itself: on an occasion's day, this is still a claim.
_ANNOUNCED = re.compile(
    r"\b(?:r?ouvr\w+|r?ouvert\w*|ferm\w+|fête (?:ses|leurs)|célèbre\w*|lance\w*|offr\w+|rabais|promotion\w*|gratuit\w*"
    r"|inaugur\w+|spectacle|soirée|dégustation|tirage|concours|réserv\w+|portes ouvertes|rendez-vous|attend\w*"
    r"|jusqu\w*|à partir d\w*|dès le|d’ici)\b",
    re.IGNORECASE,
)


def is_known_day(day: str, sentence: str, year: int) -> bool:
    """Tell whether a date claims nothing: « 1 novembre » always, an occasion's own unless something is announced."""
    if day in FEASTS:
        return True
    return (day in _OF_THE_LAW or day in _edges(year)) and not _ANNOUNCED.search(sentence)


@lru_cache(maxsize=4)
def _edges(year: int) -> frozenset[str]:
    """Return the first and the last day of each occasion, this year and the next."""
    windows = [each.window(number) for each in OCCASIONS for number in (year, year + 1)]
    return frozenset(f"{day.day} {_MONTHS[day.month]}" for window in windows for day in window)
