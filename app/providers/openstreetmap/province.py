"""Whether an element says itself that it stands outside Québec: a box around Gatineau holds half of Ottawa."""

from __future__ import annotations

import re

from app.providers.openstreetmap.tags import Tags, first

_POSTAL_CODE = re.compile(r"([A-Z])\d[A-Z]\s?(?:\d[A-Z]\d)?", re.IGNORECASE)
_US_CODE = re.compile(r"\d{5}(?:-\d{4})?")
# Canada Post: G, H and J are Québec's.
_LETTERS = "GHJ"
_QUEBEC = {"qc", "québec", "quebec", "pq", "ca-qc", "province de québec"}
_CANADA = {"ca", "canada"}


def is_outside_quebec(tags: Tags) -> bool:
    """Tell whether the address names another province, another country or another postal code."""
    country, province = first(tags, "addr:country"), first(tags, "addr:province", "addr:state")
    if country and country.casefold() not in _CANADA:
        return True
    if province:
        return province.casefold() not in _QUEBEC
    code = first(tags, "addr:postcode", "contact:postcode")
    found = _POSTAL_CODE.fullmatch(code)
    return bool(_US_CODE.fullmatch(code)) or (found is not None and found[1].upper() not in _LETTERS)
