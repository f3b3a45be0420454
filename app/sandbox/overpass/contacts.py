"""Invented addresses, telephones, e-mails and sites, written as people write them."""

from __future__ import annotations

import re
import unicodedata
from random import Random
from typing import Any

from app.sandbox.overpass import wording
from app.sandbox.overpass.towns import Town, region_of

POSTAL_LETTERS = "ABCEGHJKLMNPRSTVXY"
_HOST = re.compile(r"(\.localhost)(?!:)")
PHONE_FORMS = (
    "+1 {a}-555-{n}",
    "+1 {a}-555-{n}",
    "+1 {a} 555 {n}",
    "+1-{a}-555-{n}",
    "({a}) 555-{n}",
    "{a} 555-{n}",
    "{a}.555.{n}",
    "{a}555{n}",
    "1 {a} 555-{n}",
)


def address(town: Town, draw: Random) -> dict[str, str]:
    """Invent the address tags; most lack the town, as on the real map."""
    tags: dict[str, str] = {}
    if draw.random() < 0.75:
        tags["addr:street"] = draw.choice(wording.STREETS)
        tags["addr:housenumber"] = str(draw.randint(2, 4800))
    if draw.random() < 0.3:
        tags["addr:city"] = town.name
    if draw.random() < 0.45:
        tags["addr:postcode"] = _postal_code(town, draw)
    return tags


def _postal_code(town: Town, draw: Random) -> str:
    of_town = Random(f"postal/{town.id}")
    first = f"{region_of(town).postal_letter}{of_town.randint(1, 9)}{of_town.choice(POSTAL_LETTERS)}"
    last = f"{draw.randint(0, 9)}{draw.choice(POSTAL_LETTERS)}{draw.randint(0, 9)}"
    chance = draw.random()
    if chance < 0.1:
        return f"{first} {last}".lower()
    return f"{first}{last}" if chance < 0.2 else f"{first} {last}"


def reach(town: Town, draw: Random, name: str, number: int) -> dict[str, str]:
    """Invent the ways to reach business `number`, each under one of the keys mappers use."""
    tags: dict[str, str] = {}
    host = _host(name)
    if draw.random() < 0.7:
        tags[draw.choice(("phone", "phone", "contact:phone"))] = _phones(town, draw)
    if draw.random() < 0.45:
        form = draw.choice(("http://{}", "http://{}/", "http://{}", "http://{}/", "{}", "https://www.{}"))
        # Most sites are there to be visited; a few are dead, as on the real map.
        site = host if form.startswith("https") else site_host(host.split(".")[0], town.id, number)
        tags[draw.choice(("website", "website", "contact:website", "url"))] = form.format(site)
    if draw.random() < 0.3:
        tags[draw.choice(("email", "contact:email"))] = _email(host, draw)
    if draw.random() < 0.12:
        tags["contact:facebook"] = f"https://facebook.example/{host.split('.')[0]}"
    return tags


def site_host(slug: str, town_id: int, number: int) -> str:
    """Name the host of a business's site: the sandbox itself answers there, and knows whose it is."""
    return f"{slug[:34].strip('-')}-{town_id}-{number}.localhost"


def with_port(told: dict[str, Any], port: str) -> dict[str, Any]:
    """Give the addresses of sites the port the sandbox answers on."""
    return {key: _HOST.sub(rf"\1:{port}", value) if port and isinstance(value, str) else value
            for key, value in told.items()}  # fmt: skip


def _phones(town: Town, draw: Random) -> str:
    code = draw.choice(region_of(town).area_codes)
    one = draw.choice(PHONE_FORMS).format(a=code, n=f"01{draw.randint(0, 99):02d}")
    chance = draw.random()
    if chance < 0.06:
        return f"{one};+1 800-555-01{draw.randint(0, 99):02d}"
    return f" {one} " if chance < 0.09 else one


def _email(host: str, draw: Random) -> str:
    email = f"{draw.choice(('info', 'info', 'bonjour', 'reception', 'contact'))}@{host}"
    chance = draw.random()
    if chance < 0.08:
        return email.upper()
    return f"mailto:{email}" if chance < 0.12 else email


def _host(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-") + ".example"
