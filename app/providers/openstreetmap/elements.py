"""From an element to a business: every element is either kept or counted as dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from app.providers import chains
from app.providers.contracts import FoundLead, SearchAnswer
from app.providers.openstreetmap import socials
from app.providers.openstreetmap.living import TRADE_KEYS, is_closed
from app.providers.openstreetmap.province import is_outside_quebec
from app.providers.openstreetmap.tags import Tags, first, values
from app.providers.openstreetmap.trades import common_names

SOURCE = "openstreetmap"
LICENCE = "ODbL 1.0"
# Groups known to run chains; their operator tag is often all that says so.
_CHAIN_OPERATORS = {
    "restaurantbrandsinternational", "restaurantbrandsinternationalinc", "groupemty", "foodtastic",
    "recipeunlimited", "awtrademarkslimitedpartnership", "yumbrands", "sobeys", "metro", "loblaw", "couchetard",
    "alimentationcouchetard", "royallepage", "viacapitale", "remax", "jeancoutu", "familiprix", "uniprix", "pharmaprix",
}  # fmt: skip
_DETAILS = (
    "cuisine", "takeaway", "delivery", "outdoor_seating", "reservation", "wheelchair",
    "branch", "operator", "description", "official_name", "healthcare:speciality", "level", "check_date",
)  # fmt: skip
_PHONES = ("phone", "contact:phone", "mobile", "contact:mobile")
_LONGEST_PHONES = 200
# How a company ends its name in Québec.
_COMPANY = re.compile(
    r"\b(?:inc|ltée|ltee|ltd|limitée|enr|enrg|s\.?e\.?n\.?c(?:\.?r\.?l)?|s\.?e\.?c|corp|llc)\b\.?\s*$", re.IGNORECASE
)


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
        elif is_closed(tags, seen_on):
            dropped["closed"] += 1
        elif is_outside_quebec(tags):
            dropped["outside_quebec"] += 1
        else:
            leads.append(_lead(element, tags, wanted, seen_on))
    return SearchAnswer(chains.mark(leads, common_names()), dict(dropped))


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
        email=first(tags, "email", "contact:email").removeprefix("mailto:"),
        phone=_phones(tags),
        website=socials.website(tags),
        address=_address(tags),
        city=first(tags, "addr:city", "contact:city", "addr:town", "addr:village"),
        postal_code=first(tags, "addr:postcode", "contact:postcode"),
        latitude=_degrees(point, "lat", 90),
        longitude=_degrees(point, "lon", 180),
        brand=first(tags, "brand"),
        is_chain=_is_chain(tags),
        category=_category(tags, wanted),
        legal_name=_legal_name(tags),
        opening_hours=tags.get("opening_hours", ""),
        socials=socials.pages(tags),
        details={key: tags[key] for key in _DETAILS if tags.get(key)},
    )


def _name(tags: Tags) -> str:
    return " ".join((tags.get("name:fr") or tags.get("name") or "").split())


def _phones(tags: Tags) -> str:
    return "; ".join(each.removeprefix("tel:") for each in values(tags, *_PHONES))[:_LONGEST_PHONES]


def _legal_name(tags: Tags) -> str:
    """Return the official name, or an operator that is plainly a company and not a group of chains."""
    operator = tags.get("operator", "")
    is_company = _COMPANY.search(operator) and chains.bare(operator) not in _CHAIN_OPERATORS
    told = [first(tags, "official_name:fr", "official_name"), operator if is_company else ""]
    return next((each for each in told if each and chains.bare(each) != chains.bare(_name(tags))), "")


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
    asked = next((value for key, value in wanted if value in values(tags, key)), "")
    return asked or next((first(tags, key) for key in TRADE_KEYS if first(tags, key)), "")


def _is_chain(tags: Tags) -> bool:
    branded = any(value for key, value in tags.items() if key == "brand" or key.startswith("brand:"))
    if branded or tags.get("franchise", "no") != "no":
        return True
    return chains.bare(tags.get("operator", "")) in _CHAIN_OPERATORS
