"""Which types and words Google has for the trades of the imaginary world."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from app.sandbox.overpass.trades import Trade, trades

# By trade of the map: its types, the first one being the primary.
TYPES = {
    "restaurant": ("restaurant",), "dentist": ("dentist", "dental_clinic"), "estate_agent": ("real_estate_agency",),
    "cafe": ("cafe", "restaurant"), "fast_food": ("fast_food_restaurant", "restaurant"), "bar": ("bar",),
    "pub": ("pub", "bar", "restaurant"), "bakery": ("bakery",), "florist": ("florist",),
    "hairdresser": ("hair_salon",), "beauty": ("beauty_salon",), "plumber": ("plumber",), "butcher": ("butcher_shop",),
    "electrician": ("electrician",), "painter": ("painter",), "roofer": ("roofing_contractor",), "lawyer": ("lawyer",),
    "accountant": ("accounting",), "insurance": ("insurance_agency",), "fitness_centre": ("gym",),
    "clothes": ("clothing_store",), "shoes": ("shoe_store",), "jewelry": ("jewelry_store",), "books": ("book_store",),
    "bicycle": ("bicycle_store",), "car_repair": ("car_repair",), "car": ("car_dealer",), "car_wash": ("car_wash",),
    "furniture": ("furniture_store",), "hardware": ("hardware_store",), "pet": ("pet_store",),
    "pharmacy": ("pharmacy",), "veterinary": ("veterinary_care",), "physiotherapist": ("physiotherapist",),
    "chiropractor": ("chiropractor",), "hotel": ("hotel",), "motel": ("motel",), "museum": ("museum",),
    "massage": ("massage",), "spa": ("spa",), "laundry": ("laundry",), "locksmith": ("locksmith",),
    "ice_cream": ("ice_cream_shop",), "caterer": ("catering_service",), "fuel": ("gas_station",),
}  # fmt: skip
TABLE_A = frozenset(kind for kinds in TYPES.values() for kind in kinds)
# What people type for the trades the map names without a label.
_WORDS = {
    "restaurant": "restaurant resto",
    "cafe": "cafe restaurant",
    "fast_food": "restauration rapide restaurant casse croute",
    "bar": "bar",
    "pub": "pub bar restaurant",
    "dentist": "dentiste clinique dentaire",
    "estate_agent": "courtier immobilier agence immobiliere",
}
_VAGUE = ("point_of_interest", "establishment")
_STEM = 5
_SMALL = {"salon", "centre", "clinique", "studio", "magasin", "boutique"}


def bare(text: str) -> str:
    """Take case, accents, hyphens and apostrophes off."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in spread if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())


def types_of(trade: Trade) -> tuple[str, ...]:
    """List the types of a trade's businesses; most trades have none of their own."""
    return (*TYPES.get(trade.value, ()), *_VAGUE)


def matching(text: str, wanted: str, *, strict: bool) -> list[Trade]:
    """Find the trades a question means: by its type, and by its words unless the type is strict."""
    said = {word[:_STEM] for word in bare(text).split() if len(word) > 2}
    big = {stem for stem in said if stem not in {small[:_STEM] for small in _SMALL}}
    found = []
    for trade in trades():
        is_typed = bool(wanted) and wanted in types_of(trade)
        is_named = bool(big) and big <= _stems(trade)
        if is_typed or (is_named and not (wanted and strict)):
            found.append(trade)
    return found


@lru_cache(maxsize=400)
def _stems(trade: Trade) -> frozenset[str]:
    words = f"{_WORDS.get(trade.value, '')} {bare(trade.label)} {' '.join(types_of(trade)).replace('_', ' ')}"
    return frozenset(word[:_STEM] for word in words.split())
