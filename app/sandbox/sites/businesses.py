"""Whose site is asked for: one of the hundred of the catalogue, or that of a business of the imaginary map."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from app.sandbox.overpass.invention import Element, businesses
from app.sandbox.overpass.towns import quebec_towns
from app.sandbox.overpass.trades import trades
from app.sandbox.sites import wording

HUNDRED = 100
_CATALOGUE = re.compile(r"vitrine-(\d{3})")
_ON_THE_MAP = re.compile(r"[a-z0-9-]*-(\d+)-(\d+)")
# How a good site writes its address; each five times in the catalogue.
GOOD = ("mailto", "text", "contact_page", "json_ld", "arobase", "at_words", "entities", "cloudflare", "reversed",
        "script", "footer", "data_attribute", "about_page", "latin1")  # fmt: skip
# What a careful visitor must survive, or respect.
TRAPS = ("refusal", "refusal_english", "private_redirect", "metadata_redirect", "file_redirect", "redis_redirect",
         "redirect_loop", "endless", "slow", "lying_charset", "no_charset", "robots_refuse", "robots_broken",
         "server_error", "template_address", "agency_address", "tracker_address", "image_name", "social_only",
         "another_business", "free_mail", "meta_refresh", "bomb", "link_farm", "huge_title", "glued", "broken_html",
         "not_found", "binary", "masked")  # fmt: skip


@dataclass(frozen=True)
class Business:
    """Whose site it is: `kind` is the way it writes its address, or the trap it is."""

    slug: str
    name: str
    town: str
    phone: str
    email: str
    kind: str


def business_of(slug: str) -> Business | None:
    """Return whose site a host is, None when it is nobody's."""
    if match := _CATALOGUE.fullmatch(slug):
        number = int(match[1])
        return _in_catalogue(number) if 1 <= number <= HUNDRED else None
    match = _ON_THE_MAP.fullmatch(slug)
    element = _on_the_map(int(match[1]), int(match[2])) if match else None
    return _of_element(slug, element) if element else None


def catalogue() -> list[Business]:
    """Return the hundred."""
    return [_in_catalogue(number) for number in range(1, HUNDRED + 1)]


def _in_catalogue(number: int) -> Business:
    kinds = [kind for kind in GOOD for _ in range(5)] + list(TRAPS)
    name = f"{wording.NAMES[number % len(wording.NAMES)]} {wording.FAMILIES[number % len(wording.FAMILIES)]}"
    domain = f"{_slug(name)}{number}.example"
    return Business(f"vitrine-{number:03}", name, wording.TOWNS[number % len(wording.TOWNS)],
                    f"418 555-01{number % 100:02}", f"info@{domain}", kinds[number - 1])  # fmt: skip


def _of_element(slug: str, element: Element) -> Business:
    name = " ".join(element.tags.get("name", "").split())
    draw = crc32(f"site/{element.id}".encode())
    kind = TRAPS[draw // 100 % len(TRAPS)] if draw % 100 < 25 else GOOD[draw // 100 % len(GOOD)]
    phone = element.tags.get("phone", element.tags.get("contact:phone", "")).split(";")[0].strip()
    email = f"{wording.LOCALS[draw % len(wording.LOCALS)]}@{_slug(name)}.example"
    town = next((each.name for each in quebec_towns() if each.id == element.town), "")
    return Business(slug, name, town, phone, email, kind)


@lru_cache(maxsize=2_000)
def _on_the_map(town_id: int, element_id: int) -> Element | None:
    town = next((each for each in quebec_towns() if each.id == town_id), None)
    if town is None:
        return None
    return next((each for trade in trades() for each in businesses(town, trade) if each.id == element_id), None)


def _slug(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
