"""The trades the twin can invent, and how many businesses of each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from app.sandbox.overpass import wording

# Above 60 whatever is set aside: chains are drawn inside this number, traps come on top of it.
FEWEST = 68
ROOMY = {"restaurant": 5_000, "cafe": 20_000, "fast_food": 20_000, "dentist": 20_000}


@dataclass(frozen=True)
class Trade:
    """One `key=value` of the map, with the patterns that name its businesses."""

    key: str
    value: str
    patterns: tuple[str, ...]
    label: str = ""

    def count_for(self, population: int) -> int:
        """Tell how many ordinary businesses a town of this size has."""
        fewest = FEWEST + 16 if self.value == "dentist" else FEWEST
        return fewest + min(population, 1_600_000) // ROOMY.get(self.value, 40_000)


@cache
def trades() -> tuple[Trade, ...]:
    """List every trade."""
    fixed = [
        Trade("office" if value == "estate_agent" else "amenity", value, tuple(patterns.split("|")))
        for value, patterns in wording.NAMED_BY.items()
    ]
    for key, listed in wording.OTHER_TRADES.items():
        for pair in listed.split("|"):
            value, label = pair.split("=")
            fixed.append(Trade(key, value, tuple(wording.LABELLED.split("|")), label))
    return tuple(fixed)


@cache
def primary_keys() -> frozenset[str]:
    """List the keys that say what a business is."""
    return frozenset(trade.key for trade in trades()) | {"healthcare"}
