"""What Google says of one place: its fields, as the API words them."""

from __future__ import annotations

from random import Random
from typing import Any

from app.sandbox.overpass import wording
from app.sandbox.overpass.contacts import POSTAL_LETTERS
from app.sandbox.overpass.towns import Town, region_of

CLOSED_FOR_GOOD, CLOSED_FOR_NOW, RATED, OPEN_KNOWN, OWN_PHONE = 0.05, 0.02, 0.85, 0.6, 0.5
_DAYS = ("dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi")


def address(street: tuple[str, str], town: str, province: str, postal_code: str) -> dict[str, Any]:
    """Write an address in one line and in parts; street is its number and its name."""
    number, route = street
    line = f"{number} {route}, {town}, {province} {postal_code}".strip()
    names = {"QC": "Québec", "ON": "Ontario"}
    parts = (
        (number, number, ["street_number"]),
        (route, route, ["route"]),
        (town, town, ["locality", "political"]),
        (names[province], province, ["administrative_area_level_1", "political"]),
        ("Canada", "CA", ["country", "political"]),
        (postal_code, postal_code, ["postal_code"]),
    )
    return {
        "formattedAddress": f"{line}, Canada",
        "shortFormattedAddress": f"{number} {route}, {town}",
        "addressComponents": [
            {"longText": long, "shortText": short, "types": types, "languageCode": "fr"}
            for long, short, types in parts
            if long
        ],
    }


def reached(tags: dict[str, str], town: Town, draw: Random) -> dict[str, Any]:
    """Write telephone and site: those of the map, or a telephone Google alone knows."""
    told = tags.get("phone", tags.get("contact:phone", "")).split(";")[0]
    digits = "".join(sign for sign in told if sign.isdigit()).removeprefix("1")
    if len(digits) != 10 and draw.random() < OWN_PHONE:
        digits = f"{draw.choice(region_of(town).area_codes)}55501{draw.randint(0, 99):02d}"
    found: dict[str, Any] = {}
    if len(digits) == 10:
        area, middle, last = digits[:3], digits[3:6], digits[6:]
        found = {
            "nationalPhoneNumber": f"({area}) {middle}-{last}",
            "internationalPhoneNumber": f"+1 {area}-{middle}-{last}",
        }
    site = tags.get("website", tags.get("contact:website", tags.get("url", "")))
    if site:
        found["websiteUri"] = site if "://" in site else f"https://{site}/"
    return found


def postal_code(tags: dict[str, str], town: Town, draw: Random) -> str:
    """Write the postal code of the map as the post does, or another of the same town; some have none."""
    told = "".join(sign for sign in tags.get("addr:postcode", "").upper() if sign.isalnum())
    if len(told) == 6:
        return f"{told[:3]} {told[3:]}"
    of_town = Random(f"postal/{town.id}")
    first = f"{region_of(town).postal_letter}{of_town.randint(1, 9)}{of_town.choice(POSTAL_LETTERS)}"
    last = f"{draw.randint(0, 9)}{draw.choice(POSTAL_LETTERS)}{draw.randint(0, 9)}"
    return f"{first} {last}" if draw.random() < 0.9 else ""


def street(tags: dict[str, str], draw: Random) -> tuple[str, str]:
    """Return the number and the name of the street."""
    return tags.get("addr:housenumber", str(draw.randint(2, 900))), tags.get(
        "addr:street", draw.choice(wording.STREETS)
    )


def opinion(draw: Random) -> dict[str, Any]:
    """Write what people think, whether it is open at all, and when; much may be unknown."""
    chance = draw.random()
    status = "OPERATIONAL"
    if chance < CLOSED_FOR_GOOD:
        status = "CLOSED_PERMANENTLY"
    elif chance < CLOSED_FOR_GOOD + CLOSED_FOR_NOW:
        status = "CLOSED_TEMPORARILY"
    found: dict[str, Any] = {"businessStatus": status}
    if draw.random() < RATED:
        found |= {"rating": round(draw.uniform(2.8, 5.0), 1), "userRatingCount": draw.randint(3, 900)}
    if draw.random() < OPEN_KNOWN:
        found["regularOpeningHours"] = _hours(draw)
    return found


def _hours(draw: Random) -> dict[str, Any]:
    opens, closes = draw.choice(((9, 17), (8, 18), (11, 22), (17, 2)))
    days = draw.choice(((1, 2, 3, 4, 5), (1, 2, 3, 4, 5, 6), (0, 1, 2, 3, 4, 5, 6), (2, 3, 4, 5, 6)))
    periods = [
        {
            "open": {"day": day, "hour": opens, "minute": 0},
            "close": {"day": (day + (closes < opens)) % 7, "hour": closes, "minute": 0},
        }
        for day in days
    ]
    told = [f"{name}: {opens:02}:00 – {closes:02}:00" if day in days else f"{name}: Fermé"
            for day, name in enumerate(_DAYS)]  # fmt: skip
    return {"openNow": True, "periods": periods, "weekdayDescriptions": told[1:] + told[:1]}
