"""What is known of a domain: the same each time, drawn from its name; of some, nothing."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from random import Random
from typing import Any

from app.sandbox.hunter import wording

UNKNOWN_SHARE = 0.3
WEBMAIL = frozenset({"gmail.com", "outlook.com", "hotmail.com", "yahoo.ca", "videotron.ca"})
PATTERN = "{first}.{last}"
_FIRST_DAY = date(2025, 1, 6)


def domain_of(company: str) -> str:
    """Return the domain of a company by its name."""
    return f"{plain(company) or 'compagnie'}.example"


def plain(words: str) -> str:
    """Return what a name is in an address."""
    bare = unicodedata.normalize("NFKD", words.replace("’", "")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def emails(domain: str, port: str = "") -> list[dict[str, Any]]:
    """Return the addresses of a domain; none of the unknown ones."""
    draw = Random(f"hunter/{domain}")
    if domain in WEBMAIL or draw.random() < UNKNOWN_SHARE:
        return []
    people = draw.sample(wording.FIRST_NAMES, k=draw.randint(1, 4))
    found = [_person(domain, first, draw.choice(wording.LAST_NAMES), draw) for first in people]
    if draw.random() < 0.7:
        found.append(_generic(domain, draw))
    draw.shuffle(found)
    # A demonstration's site is on this machine: its pages are there, its mail is nowhere.
    site = f"http://{domain}:{port}" if domain.endswith(".localhost") and port else f"https://{domain}"
    for each in found:
        each["sources"] = [_source(domain, site, draw) for _ in range(draw.randint(1, 3))]
    return found


def person(domain: str, first: str, last: str) -> dict[str, Any] | None:
    """Return somebody's address at a domain, None where the domain is unknown."""
    if not emails(domain):
        return None
    return _person(domain, first, last, Random(f"hunter/{domain}/{plain(first)}/{plain(last)}"))


def status_of(address: str) -> str:
    """Return how an address fares when it is verified."""
    local, _, domain = address.partition("@")
    if domain in WEBMAIL:
        return "webmail"
    if plain(local.replace(".", "-")) in {"noreply", "no-reply", "personne"}:
        return "invalid"
    return Random(f"hunter/verify/{address}").choice(("valid", "valid", "valid", "accept_all", "unknown"))


def _person(domain: str, first: str, last: str, draw: Random) -> dict[str, Any]:
    position, seniority, department = draw.choice(wording.POSITIONS)
    told = {"first_name": first, "last_name": last, "position": position, "seniority": seniority,
            "department": department}  # fmt: skip
    return _email(f"{plain(first)}.{plain(last)}@{_mail(domain)}", "personal", draw) | told


def _generic(domain: str, draw: Random) -> dict[str, Any]:
    return _email(f"{draw.choice(wording.GENERIC)}@{_mail(domain)}", "generic", draw)


def _mail(domain: str) -> str:
    return f"{domain.removesuffix('.localhost')}.example" if domain.endswith(".localhost") else domain


def _email(value: str, kind: str, draw: Random) -> dict[str, Any]:
    verified = {"date": _day(draw), "status": draw.choice(("valid", "valid", "accept_all", "unknown"))}
    return {"value": value, "type": kind, "confidence": draw.randint(40, 99), "sources": [], "first_name": None,
            "last_name": None, "position": None, "seniority": None, "department": None, "linkedin": None,
            "twitter": None, "phone_number": None, "verification": verified}  # fmt: skip


def _source(domain: str, site: str, draw: Random) -> dict[str, Any]:
    first, last = sorted((_day(draw), _day(draw)))
    return {"domain": domain, "uri": site + draw.choice(wording.PAGES), "extracted_on": first, "last_seen_on": last,
            "still_on_page": draw.random() < 0.8}  # fmt: skip


def _day(draw: Random) -> str:
    return (_FIRST_DAY + timedelta(days=draw.randint(0, 650))).isoformat()
