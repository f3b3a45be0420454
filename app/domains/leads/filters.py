"""Which prospects a list shows, and in which order: all of it is in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from app.core.forms import stripped

YES, NO, GROUPED = "oui", "non", "groupe"
LONGEST = 100
SOURCES = ("openstreetmap", "google_places", "website", "hunter", "import", "manual")
# The address speaks French, as the page does.
PARAMETERS = {
    "words": "q",
    "town": "ville",
    "campaign_id": "campagne",
    "least_score": "score",
    "email": "courriel",
    "phone": "telephone",
    "contactable": "contactable",
    "source": "source",
    "chain": "chaine",
    "chain_key": "enseigne",
    "sort": "tri",
}
_CLOSED = {
    "email": (YES, NO),
    "phone": (YES, NO),
    "contactable": (YES, NO),
    "source": SOURCES,
    "chain": (YES, NO, GROUPED),
}
_NUMBERS = {"campaign_id": 9, "least_score": 3}


class Sort(StrEnum):
    """The order of a list."""

    BEST = "score"
    NAME = "nom"
    NEWEST = "recent"


@dataclass(frozen=True)
class Filters:
    """What narrows the list; an empty text or a zero narrows nothing. `words` is free text."""

    words: str = ""
    town: str = ""
    campaign_id: int = 0
    least_score: int = 0
    email: str = ""
    phone: str = ""
    contactable: str = ""
    source: str = ""
    chain: str = ""
    chain_key: str = ""
    sort: Sort = Sort.BEST

    @property
    def names(self) -> list[str]:
        """Return the names of the filters in force, the order aside."""
        return [name for name in PARAMETERS if name != "sort" and getattr(self, name)]

    @property
    def query(self) -> dict[str, str]:
        """Return what the address says: the filters in force, and the order when it is not the usual one."""
        told = {PARAMETERS[name]: str(getattr(self, name)) for name in self.names}
        return told if self.sort == Sort.BEST else told | {PARAMETERS["sort"]: self.sort}


def read(arguments: Mapping[str, str]) -> Filters:
    """Read the filters of an address; what it says wrongly narrows nothing."""
    given = {one.name: _read(one.name, arguments.get(PARAMETERS[one.name], "")) for one in fields(Filters)}
    return Filters(**{name: value for name, value in given.items() if value})  # type: ignore[arg-type]  # by name


def _read(name: str, raw: str) -> str | int:
    text: str = stripped(raw[:LONGEST])
    if name == "sort":
        return Sort(text) if text in set(Sort) else ""
    if name in _NUMBERS:
        return int(text) if text.isdecimal() and len(text) <= _NUMBERS[name] else 0
    return text if text in _CLOSED.get(name, (text,)) else ""
