"""From an element to a business: every element is either kept or counted as dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.providers.contracts import FoundLead, SearchAnswer
from app.providers.openstreetmap import words

SOURCE = "openstreetmap"
LICENCE = "ODbL 1.0"
TRADE_KEYS = ("amenity", "healthcare", "shop", "office", "craft", "tourism", "leisure", "club")
_GONE = ("disused:", "abandoned:", "was:", "closed:", "demolished:", "removed:", "razed:")
_EMPTY_VALUES = {"vacant", "closed", "disused", "abandoned", "no"}
_SHUT = re.compile(r"""^["'\s]*(?:mo-su\s+|24/7\s+)?["']?(?:closed|off|ferm[ée])\b(?!.*\d\d?:\d\d)""", re.IGNORECASE)
_DAY = re.compile(r"^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")
# Groups known to run chains; their operator tag is often all that says so.
_CHAIN_OPERATORS = {
    "restaurantbrandsinternational", "restaurantbrandsinternationalinc", "groupemty", "foodtastic",
    "recipeunlimited", "awtrademarkslimitedpartnership", "yumbrands", "sobeys", "metro", "loblaw", "couchetard",
    "alimentationcouchetard", "royallepage", "viacapitale", "remax", "jeancoutu", "familiprix", "uniprix", "pharmaprix",
}  # fmt: skip
_SAME_NAMES = 3
_DETAILS = (
    "cuisine", "opening_hours", "takeaway", "delivery", "outdoor_seating", "reservation", "wheelchair",
    "branch", "operator", "description", "official_name", "healthcare:speciality", "level", "check_date",
)  # fmt: skip
_SOCIALS = ("facebook", "instagram", "twitter", "linkedin", "youtube", "tiktok")

Tags = Mapping[str, str]


def read(elements: Iterable[Any], wanted: Sequence[tuple[str, str]], seen_on: date) -> SearchAnswer:
    """Return the businesses, chains marked, and how many elements were dropped, by reason.

    `wanted` are the tags asked for: the first one an element has is its category.
    """
    leads: list[FoundLead] = []
    dropped: Counter[str] = Counter()
    for element in elements:
        tags = _tags(element)
        if tags is None:
            dropped["unreadable"] += 1
        elif not _name(tags):
            dropped["unnamed"] += 1
        elif _is_closed(tags, seen_on):
            dropped["closed"] += 1
        else:
            leads.append(_lead(element, tags, wanted, seen_on))
    return SearchAnswer(_with_chains(leads), dict(dropped))


def _tags(element: Any) -> Tags | None:
    if not isinstance(element, dict) or element.get("type") not in {"node", "way", "relation"}:
        return None
    if not isinstance(element.get("id"), int):
        return None
    found = element.get("tags", {})
    if not isinstance(found, dict):
        return None
    return {str(key): value.strip() for key, value in found.items() if isinstance(value, str)}


def _lead(element: Mapping[str, Any], tags: Tags, wanted: Sequence[tuple[str, str]], seen_on: date) -> FoundLead:
    place = f"{element['type']}/{element['id']}"
    point = element.get("center") if isinstance(element.get("center"), dict) else element
    return FoundLead(
        source=SOURCE,
        source_id=place,
        name=_name(tags),
        licence=LICENCE,
        source_url=f"https://www.openstreetmap.org/{place}",
        seen_on=seen_on,
        email=_first(tags, "email", "contact:email").removeprefix("mailto:"),
        phone=_first(tags, "phone", "contact:phone", "mobile", "contact:mobile").removeprefix("tel:"),
        website=_first(tags, "website", "contact:website", "url", "website:fr"),
        address=_address(tags),
        city=_first(tags, "addr:city", "contact:city", "addr:town", "addr:village"),
        postal_code=_first(tags, "addr:postcode", "contact:postcode"),
        latitude=_degrees(point, "lat", 90),
        longitude=_degrees(point, "lon", 180),
        brand=_first(tags, "brand"),
        is_chain=_is_chain(tags),
        category=_category(tags, wanted),
        details=_details(tags),
    )


def _name(tags: Tags) -> str:
    return " ".join((tags.get("name:fr") or tags.get("name") or "").split())


def _first(tags: Tags, *keys: str) -> str:
    """Return the first value of the first key that has one: several are separated by semicolons."""
    return next((part.strip() for key in keys for part in tags.get(key, "").split(";") if part.strip()), "")


def _address(tags: Tags) -> str:
    street = tags.get("addr:street") or tags.get("contact:street") or tags.get("addr:place") or ""
    if not street:
        return tags.get("addr:full", "")
    number = tags.get("addr:housenumber") or tags.get("contact:housenumber") or ""
    return f"{number} {street}".strip()


def _degrees(point: Any, key: str, most: int) -> float | None:
    value = point.get(key) if isinstance(point, dict) else None
    if not isinstance(value, int | float) or isinstance(value, bool) or not -most <= value <= most:
        return None
    return float(value)


def _category(tags: Tags, wanted: Sequence[tuple[str, str]]) -> str:
    asked = next((value for key, value in wanted if value in _values(tags, key)), "")
    return asked or next((_values(tags, key)[0] for key in TRADE_KEYS if tags.get(key)), "")


def _values(tags: Tags, key: str) -> list[str]:
    return [part.strip() for part in tags.get(key, "").split(";")]


def _details(tags: Tags) -> dict[str, str]:
    found = {key: tags[key] for key in _DETAILS if tags.get(key)}
    socials = {name: _first(tags, f"contact:{name}", name) for name in _SOCIALS}
    return found | {name: value for name, value in socials.items() if value}


def _is_closed(tags: Tags, today: date) -> bool:
    """Tell whether nothing lives here any more.

    A « disused:amenity » beside a living « amenity » tells of the tenant before, unless both say the same.
    """
    if any(tags.get(key) == "yes" for key in ("disused", "abandoned", "closed", "vacant", "demolished")):
        return True
    if any(tags.get(key) == "vacant" for key in ("shop", "office", "amenity")) or _SHUT.match(
        tags.get("opening_hours", "")
    ):
        return True
    living = {key: tags[key] for key in TRADE_KEYS if tags.get(key) and tags[key] not in _EMPTY_VALUES}
    gone = {key.split(":", 1)[1]: value for key, value in tags.items() if key.startswith(_GONE)}
    gone_trades = {key: value for key, value in gone.items() if key in TRADE_KEYS}
    if gone_trades and (not living or any(living.get(key) == value for key, value in gone_trades.items())):
        return True
    return _is_past(tags.get("end_date", ""), today)


def _is_past(end: str, today: date) -> bool:
    found = _DAY.match(end)
    if not found:
        return False
    year, month, day = int(found[1]), int(found[2] or 12), int(found[3] or 0)
    try:
        last = date(year, month, day) if day else date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    except ValueError:
        return False
    return last < today


def _is_chain(tags: Tags) -> bool:
    if any(tags.get(key) for key in ("brand", "brand:wikidata")) or tags.get("franchise", "no") != "no":
        return True
    return "".join(words.bare(tags.get("operator", ""))) in _CHAIN_OPERATORS


def _with_chains(leads: Sequence[FoundLead]) -> list[FoundLead]:
    names = Counter(_key(lead) for lead in leads)
    return [
        replace(lead, is_chain=True) if not lead.is_chain and names[_key(lead)] >= _SAME_NAMES else lead
        for lead in leads
    ]


def _key(lead: FoundLead) -> str:
    return "".join(words.bare(lead.name)) or lead.name
