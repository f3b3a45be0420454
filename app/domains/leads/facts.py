"""What a record holds: each fact with its value, its source, its day and its licence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

# How the town of the search stands in for a missing one, in a record's facts.
FROM_SEARCH = "search"
# Who is believed first: a person, then her file, then the business's own site, then the maps.
TRUST = ("manual", "import", "website", "openstreetmap", "demonstration", "hunter")
# The sign over the door is better read on a map than in a page's title.
TRUST_NAME = ("manual", "import", "openstreetmap", "demonstration", "website")


class Told(Protocol):
    """A record, or what will be one."""

    @property
    def source(self) -> str: ...

    @property
    def source_id(self) -> str: ...

    @property
    def facts(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True)
class Record:
    """What one source says, before it has a row."""

    source: str
    source_id: str
    facts: Mapping[str, Any]


def fact(value: Any, source: str, seen_on: str, licence: str, **more: Any) -> dict[str, Any]:
    """Return one fact as records hold it; `raw`, the source's own words, where they differ."""
    return {"value": value, "source": source, "seen_on": seen_on, "licence": licence, **more}


def value(record: Told, name: str) -> Any:
    """Return what a record says of one field, None where it says nothing usable."""
    found = record.facts.get(name)
    if not isinstance(found, dict) or found.get("suspect") or found.get("value") in ("", None, [], {}):
        return None
    return found["value"]


def is_final(record: Told, name: str) -> bool:
    """Tell whether a person set this field by hand, be it to nothing."""
    return record.source == "manual" and name in record.facts


def trust(record: Told, name: str) -> int:
    """Return a record's rank for a field; the smaller is believed."""
    order = TRUST_NAME if name == "name" else TRUST
    return order.index(record.source) if record.source in order else len(order)


def richness(record: Told) -> int:
    """Count what a record knows."""
    return sum(1 for name in record.facts if name != "details" and value(record, name) is not None)


def refreshed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record's facts seen again: a town the source once gave is not lost to an assumed one."""
    known, town = before.get("city", {}), after.get("city", {})
    if known.get("value") and known.get("source") != FROM_SEARCH and town.get("source") in (None, FROM_SEARCH):
        return {**after, "city": known}
    return dict(after)
