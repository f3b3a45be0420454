"""Find what a query asks for: places always, and businesses invented or read from a recorded answer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.sandbox.overpass.invention import Element, businesses
from app.sandbox.overpass.matching import accepts, may_hold
from app.sandbox.overpass.places import place_elements
from app.sandbox.overpass.regions import Region
from app.sandbox.overpass.syntax import TagFilter
from app.sandbox.overpass.towns import quebec_towns
from app.sandbox.overpass.trades import trades


class TooMuch(Exception):
    """The query looks at the whole planet, or brings back more than the server gives."""


PLACE_KEYS = ("boundary", "place", "admin_level", "ISO3166-2", "ISO3166-1", "type")
MOST_EXAMINED = 60_000


@lru_cache(maxsize=2)
def recorded(file: str) -> tuple[Element, ...]:
    """Read the elements of a recorded Overpass answer."""
    rows: list[dict[str, Any]] = json.loads(Path(file).read_text(encoding="utf-8"))["elements"]
    return tuple(_recorded_element(row) for row in rows if "lat" in row or "center" in row)


def _recorded_element(row: dict[str, Any]) -> Element:
    flat = "lat" in row
    where = row if flat else row["center"]
    return Element(row["type"], row["id"], where["lat"], where["lon"], row.get("tags", {}), flat=flat)


def find(filters: tuple[TagFilter, ...], regions: list[Region], file: str) -> list[Element]:
    """Find places and businesses.

    Raises:
        TooMuch: nothing bounds the query, or too much falls inside its bounds.
    """
    about_places = any(each.key in PLACE_KEYS and each.op in ("=", "~", "has") for each in filters)
    if about_places:
        return _kept(place_elements(), filters, regions)
    if not regions:
        raise TooMuch
    if file:
        return _kept(recorded(file), filters, regions)
    return _kept(_invented(filters, regions), filters, regions)


def _invented(filters: tuple[TagFilter, ...], regions: list[Region]) -> Iterator[Element]:
    near = [town for town in quebec_towns() if all(region.near(town) for region in regions)]
    wanted = [trade for trade in trades() if may_hold(filters, trade)]
    if sum(trade.count_for(town.population) for town in near for trade in wanted) > MOST_EXAMINED:
        raise TooMuch
    for town in near:
        for trade in wanted:
            yield from businesses(town, trade)


def _kept(candidates: Iterable[Element], filters: tuple[TagFilter, ...], regions: list[Region]) -> list[Element]:
    return [
        each
        for each in candidates
        if all(accepts(wanted, each.tags) for wanted in filters) and all(region.holds(each) for region in regions)
    ]
