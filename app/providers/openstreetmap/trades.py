"""What a trade is called in OpenStreetMap (https://wiki.openstreetmap.org/wiki/Map_features)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.providers.errors import Refused
from app.providers.openstreetmap import words
from app.providers.openstreetmap.vocabulary import VOCABULARY

KEYS = ("shop", "craft", "office", "amenity")
BY_INDUSTRY = {
    "restaurant": tuple(("amenity", value) for value in ("restaurant", "cafe", "fast_food", "bar", "pub")),
    "dentist": (("amenity", "dentist"), ("healthcare", "dentist")),
    "real_estate": (("office", "estate_agent"),),
}
_BETWEEN = re.compile(r"[,;/+&\n]|\b(?:et|ou|and|or)\b", re.IGNORECASE)
_MOST_TRADES = 6


@dataclass(frozen=True)
class Trade:
    """What to ask for: exact tags, and patterns where no tag is known."""

    tags: tuple[tuple[str, str], ...] = ()
    patterns: tuple[str, ...] = ()

    def filters(self) -> list[str]:
        """Return the filters of the query, each for one statement."""
        exact = [f'["{key}"="{value}"]' for key, value in self.tags]
        loose = [
            each
            for pattern in self.patterns
            for key in KEYS
            for each in (f'["{key}"~"{pattern}",i]', f'["{key}"]["name"~"{pattern}",i]')
        ]
        return exact + loose


def trade_of(industry: str, free_words: str = "") -> Trade:
    """Return what to ask OpenStreetMap for.

    Raises:
        Refused: an industry nobody knows, or « other » without a usable word.
    """
    if industry in BY_INDUSTRY:
        return Trade(BY_INDUSTRY[industry])
    if industry != "other":
        raise Refused(f"unknown industry {industry[:40]!r}", code="unknown_industry")
    whole = _vocabulary().get(_phrase(words.bare(free_words)))
    if whole:
        return Trade(whole)
    parts = [part for part in map(words.bare, _BETWEEN.split(free_words[: words.LONGEST])) if part]
    tags: list[tuple[str, str]] = []
    patterns: list[str] = []
    for part in parts[:_MOST_TRADES]:
        known = _known(part)
        tags += known
        # One letter would match every business of the town.
        if not known and sum(map(len, part)) >= 3:
            patterns.append(words.pattern([words.stem(word) for word in part], plural=True))
    if not tags and not patterns:
        raise Refused("no usable word for the trade", code="no_words")
    return Trade(tuple(dict.fromkeys(tags)), tuple(dict.fromkeys(patterns)))


@lru_cache(maxsize=1)
def common_names() -> frozenset[str]:
    """Return the trades' own names, without blanks: a business called « Dépanneur » may be anybody's."""
    names = (name for line in VOCABULARY.strip().splitlines() for name in line.partition(":")[0].split(","))
    return frozenset("".join(words.bare(name)) for name in names)


def _known(part: Sequence[str]) -> list[tuple[str, str]]:
    """Find the longest trades named in a phrase: « salon de coiffure » before « salon »."""
    singulars = [words.singular(word) for word in part]
    found: list[tuple[str, str]] = []
    start = 0
    while start < len(singulars):
        for end in range(len(singulars), start, -1):
            tags = _vocabulary().get(" ".join(singulars[start:end]))
            if tags:
                found += tags
                start = end - 1
                break
        start += 1
    return found


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, tuple[tuple[str, str], ...]]:
    table = {}
    for line in VOCABULARY.strip().splitlines():
        names, _, tags = line.partition(":")
        pairs = tuple((key, value) for key, _, value in (tag.partition("=") for tag in tags.split()))
        for name in names.split(","):
            table[_phrase(words.bare(name))] = pairs
    return table


def _phrase(part: Sequence[str]) -> str:
    return " ".join(words.singular(word) for word in part)
