"""Look one municipality up among the administrative boundaries of Québec."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.providers.contracts import Place
from app.providers.openstreetmap import query, words
from app.providers.openstreetmap.overpass import Overpass

BUDGET_SECONDS = 15.0
# https://wiki.openstreetmap.org/wiki/Tag:boundary=administrative: in Québec 8 is a municipality,
# 9 and 10 are boroughs, 6 a county; 4 is the province itself.
_PREFERRED = {"8": 0, "7": 1, "9": 2, "10": 3, "6": 4, "5": 5}
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mont"}


class OpenStreetMapPlaces:
    """A PlaceFinder over Overpass; a person waits, so it gives up after 15 s."""

    def __init__(self, urls: Sequence[str], user_agent: str) -> None:
        self._urls = tuple(urls)
        self._user_agent = user_agent

    def find_place(self, name: str) -> Place | None:
        """Return the municipality of this name, accents, case and hyphens forgiven; None when there is none.

        Raises:
            QuotaReached, ProviderError: nobody could look.
        """
        wanted = words.bare(name)
        if not any(sign.isalpha() for word in wanted for sign in word):
            return None
        overpass = Overpass(self._urls, self._user_agent, budget_seconds=BUDGET_SECONDS)
        found = overpass.ask(query.boundary(wanted), query.LOOKUP_SECONDS)
        candidates = [each for each in found if _is_municipality(each) and _whole(_name(each)) == _whole(name)]
        if not candidates:
            return None
        return _place(min(candidates, key=lambda each: _PREFERRED[_level(each)]))


def _is_municipality(element: Any) -> bool:
    if not isinstance(element, dict) or element.get("type") != "relation" or not isinstance(element.get("id"), int):
        return False
    centre, tags = element.get("center"), element.get("tags")
    if not isinstance(centre, dict) or not isinstance(tags, dict):
        return False
    return all(isinstance(centre.get(axis), int | float) for axis in ("lat", "lon")) and _level(element) in _PREFERRED


def _level(element: dict[str, Any]) -> str:
    return str(element["tags"].get("admin_level", "8"))


def _name(element: dict[str, Any]) -> str:
    return " ".join(str(element["tags"].get("name") or "").split())


def _whole(name: str) -> str:
    return "".join(_SHORT.get(word, word) for word in words.bare(name))


def _place(element: dict[str, Any]) -> Place:
    population = str(element["tags"].get("population", "")).replace(" ", "")
    return Place(
        name=_name(element),
        province="QC",
        latitude=float(element["center"]["lat"]),
        longitude=float(element["center"]["lon"]),
        population=int(population) if population.isascii() and population.isdigit() else None,
        osm_relation_id=element["id"],
    )
