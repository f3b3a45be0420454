"""How alike two texts are: Jaccard of their runs of five words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

RUN = 5
NEAR = 0.8


# Many approved one after the other are each compared to the same last thirty.
@lru_cache(maxsize=64)
def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Return the runs of five words of a text, without case, accents or punctuation."""
    plain = unicodedata.normalize("NFD", text.casefold())
    words = re.findall(r"\w+", "".join(sign for sign in plain if not unicodedata.combining(sign)))
    if len(words) <= RUN:
        return frozenset([tuple(words)]) if words else frozenset()
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def likeness(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """Return the share of runs two texts have in common, from 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 0.0


def most_alike(text: str, others: Iterable[str]) -> tuple[int, float]:
    """Return which of the others a text resembles most, from 0, and how much, from 0 to 1; (-1, 0.0) if to none."""
    ours = shingles(text)
    best = (-1, 0.0)
    for index, other in enumerate(others):
        value = likeness(ours, shingles(other))
        if value > best[1]:
            best = (index, value)
    return best


def is_near(text: str, others: Iterable[str]) -> bool:
    """Tell whether a text nearly repeats one of the others."""
    return most_alike(text, others)[1] >= NEAR
