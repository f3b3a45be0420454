"""What a page says to machines of the business itself (https://schema.org, as JSON-LD)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_MOST_DEEP, _MOST_NODES = 12, 3_000
# Others than the business, or no business at all.
_OTHERS = frozenset({
    "aggregaterating", "answer", "article", "blogposting", "breadcrumblist", "creativework", "event", "faqpage",
    "imageobject", "jobposting", "listitem", "newsarticle", "offer", "person", "product", "question", "rating",
    "review", "searchaction", "softwareapplication", "videoobject", "webpage",
})  # fmt: skip
_OTHERS_KEYS = frozenset({
    "alumni", "author", "brand", "contributor", "creator", "employee", "employees", "founder", "funder",
    "hasoffercatalog", "isrelatedto", "knowsabout", "maintainer", "makesoffer", "member", "mentions", "provider",
    "review", "reviews", "sponsor", "subjectof", "supplier", "translator",
})  # fmt: skip
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_NAMES = {
    name: day
    for day, names in zip(
        _DAYS,
        ("monday lundi mo", "tuesday mardi tu", "wednesday mercredi we", "thursday jeudi th", "friday vendredi fr",
         "saturday samedi sa", "sunday dimanche su"),
        strict=True,
    )
    for name in names.split()
}  # fmt: skip


def businesses(blocks: Sequence[str]) -> list[Mapping[str, Any]]:
    """Return the nodes that describe the business, from a page's JSON-LD blocks; broken blocks are passed over."""
    found: list[Mapping[str, Any]] = []
    for block in blocks:
        for node in _nodes(_parsed(block), 0):
            if len(found) < _MOST_NODES and _is_business(node):
                found.append(node)
    return found


def texts(value: Any) -> list[str]:
    """Return the texts of a value that may be one, several, or an object with a name or an address."""
    if isinstance(value, str):
        return [value.strip()[:500]] if value.strip() else []
    if isinstance(value, list):
        return [text for each in value[:50] for text in texts(each)]
    if isinstance(value, dict):
        return texts(value.get("@value") or value.get("url") or value.get("@id") or "")
    return []


def opening_hours(node: Mapping[str, Any]) -> str:
    """Return a node's hours in OpenStreetMap's form, or an empty text."""
    plain = [" ".join(text.split()) for text in texts(node.get("openingHours"))]
    if plain:
        return "; ".join(dict.fromkeys(plain))[:500]
    wanted = node.get("openingHoursSpecification")
    specified = wanted if isinstance(wanted, list) else [wanted]
    by_day: dict[str, list[str]] = {}
    for each in specified[:50]:
        if not isinstance(each, dict) or each.get("validFrom"):
            continue
        opens, closes = _hour(each.get("opens")), _hour(each.get("closes"))
        for day in texts(each.get("dayOfWeek")):
            short = _NAMES.get(day.rpartition("/")[2].lower())
            if short and opens and closes and opens != closes:
                by_day.setdefault(short, []).append(f"{opens}-{closes}")
    return grouped({day: ",".join(sorted(set(spans))) for day, spans in by_day.items()})


def grouped(by_day: Mapping[str, str]) -> str:
    """Return hours by day as runs of days: « Mo-Fr 09:00-17:00; Sa 10:00-16:00 »."""
    runs: list[tuple[int, int, str]] = []
    for number, day in enumerate(_DAYS):
        hours = by_day.get(day, "")
        if hours and runs and runs[-1][1] == number - 1 and runs[-1][2] == hours:
            runs[-1] = (runs[-1][0], number, hours)
        elif hours:
            runs.append((number, number, hours))
    return "; ".join(
        f"{_DAYS[first]}{f'-{_DAYS[last]}' if last > first else ''} {hours}" for first, last, hours in runs
    )


def _parsed(block: str) -> Any:
    clean = re.sub(
        r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)\s*$", "", block
    )
    try:
        return json.loads(clean, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _MOST_DEEP:
        return
    if isinstance(value, list):
        for each in value[:_MOST_NODES]:
            yield from _nodes(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key, each in value.items():
            if isinstance(each, list | dict) and key.lower() not in _OTHERS_KEYS:
                yield from _nodes(each, depth + 1)


def _is_business(node: Mapping[str, Any]) -> bool:
    kinds = {kind.rpartition("/")[2].lower() for kind in texts(node.get("@type"))}
    return bool(kinds) and not kinds & _OTHERS


def _hour(value: Any) -> str:
    found = re.match(r"(?:\d{4}-\d\d-\d\dT)?(\d{1,2}):(\d\d)", value) if isinstance(value, str) else None
    return f"{int(found[1]):02d}:{found[2]}" if found else ""
