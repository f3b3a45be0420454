"""Where a place stands: its address in parts, or in one line, and whether that is in Québec."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_POSTAL_CODE = re.compile(r"\b([A-Za-z]\d[A-Za-z]) ?(\d[A-Za-z]\d)\b")
_PROVINCE = re.compile(r"\b(QC|Québec|Quebec|ON|NB|NL|NS|PE|MB|SK|AB|BC|YT|NT|NU)\b(?=\s*(?:[A-Za-z]\d|,|$))")
_QUEBEC = {"QC", "Québec", "Quebec"}
_QUEBEC_LETTERS = {"G", "H", "J"}
# The widest box that holds the province: what has no address is judged by its point.
_SOUTH, _NORTH, _WEST, _EAST = 44.9, 62.7, -79.8, -56.9
_CITY_TYPES = ("locality", "postal_town", "administrative_area_level_3", "sublocality_level_1", "sublocality")
_SHORT_TYPES = {"administrative_area_level_1", "country"}


@dataclass(frozen=True)
class Address:
    """Street, town, postal code; `is_outside_quebec` only where something says so."""

    street: str = ""
    city: str = ""
    postal_code: str = ""
    is_outside_quebec: bool = False


def read(place: Mapping[str, Any]) -> Address:
    """Return the address of a place, from its parts first, from its line otherwise."""
    parts, line = _components(place), _text(place.get("formattedAddress"))
    told = _from_line(line)
    street = " ".join(filter(None, [parts.get("street_number", ""), parts.get("route", "")]))
    city = next((parts[kind] for kind in _CITY_TYPES if parts.get(kind)), "")
    postal_code = parts.get("postal_code") or told.postal_code
    province, country = parts.get("administrative_area_level_1", ""), parts.get("country", "")
    if province or country:
        outside = (province or "QC") not in _QUEBEC or (country or "CA") != "CA"
    else:
        outside = told.is_outside_quebec if line else _is_far_out(place)
    return Address(street or told.street, city or told.city, postal_code, outside)


def _from_line(line: str) -> Address:
    """Read « 100 Bd Exemple, Laval, QC H7A 1A1, Canada »."""
    parts = [part.strip() for part in line.split(",") if part.strip()]
    code = _POSTAL_CODE.search(line)
    # The last one: « Québec » is a town before it is a province.
    where = max((rank for rank, part in enumerate(parts) if rank and _PROVINCE.match(part)), default=0)
    province = _PROVINCE.match(parts[where]) if where else None
    outside = False
    if province:
        outside = province[1] not in _QUEBEC
    elif code:
        outside = code[1][0].upper() not in _QUEBEC_LETTERS
    return Address(
        street=", ".join(parts[: where - 1]) if where else "",
        city=parts[where - 1] if where else "",
        postal_code=f"{code[1]} {code[2]}".upper() if code else "",
        is_outside_quebec=outside,
    )


def _is_far_out(place: Mapping[str, Any]) -> bool:
    point = place.get("location")
    latitude, longitude = (point.get("latitude"), point.get("longitude")) if isinstance(point, dict) else (None, None)
    if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
        return False
    return not (_SOUTH <= latitude <= _NORTH and _WEST <= longitude <= _EAST)


def _components(place: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    listed = place.get("addressComponents")
    for part in listed if isinstance(listed, list) else []:
        types = part.get("types") if isinstance(part, dict) else None
        for kind in types if isinstance(types, list) else []:
            text = _text(part.get("shortText" if kind in _SHORT_TYPES else "longText"))
            if text:
                found.setdefault(str(kind), text)
    return found


def _text(value: Any) -> str:
    return " ".join(value.replace("\x00", "").split())[:300] if isinstance(value, str) else ""
