"""Chains told by repetition: one name, three times in one answer."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from app.providers.contracts import FoundLead

SAME_NAMES = 3
# Places where many unrelated businesses have their page: sharing one proves nothing.
_PLATFORMS = {
    "facebook.com", "instagram.com", "linktr.ee", "google.com", "ubereats.com", "doordash.com", "skipthedishes.com",
    "tripadvisor.com", "tripadvisor.ca", "yelp.com", "yelp.ca", "square.site", "wixsite.com", "wordpress.com",
    "business.site", "weebly.com", "myshopify.com", "localhost",
}  # fmt: skip
_LONG_SUFFIXES = ("qc.ca", "on.ca", "gc.ca", "co.uk", "com.au")


def mark(leads: Sequence[FoundLead], generic: Collection[str] = ()) -> list[FoundLead]:
    """Return the same businesses, `is_chain` set where a name is there three times.

    Not where each has a site and a number of its own (homonyms), nor where the name is only a trade's: `generic`,
    written as `bare` does.
    """
    groups: defaultdict[str, list[FoundLead]] = defaultdict(list)
    for lead in leads:
        groups[bare(lead.name)].append(lead)
    chains = {name for name, group in groups.items() if name and name not in generic and _is_chain(group)}
    return [replace(lead, is_chain=True) if bare(lead.name) in chains else lead for lead in leads]


def bare(name: str) -> str:
    """Return the letters and digits of a name, without case or accents."""
    spread = unicodedata.normalize("NFKD", name.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(sign for sign in spread if sign.isalnum() and not unicodedata.combining(sign))


def domain(website: str) -> str:
    """Return the domain a site shares with its sister sites, nothing for a platform's page."""
    try:
        host = urlsplit(website if "://" in website else f"//{website}").hostname or ""
    except ValueError:
        return ""
    labels = host.rstrip(".").split(".")
    found = ".".join(labels[-3 if host.endswith(_LONG_SUFFIXES) else -2 :])
    return "" if found in _PLATFORMS or "." not in found else found


def _is_chain(group: Sequence[FoundLead]) -> bool:
    if len(group) < SAME_NAMES:
        return False
    domains = Counter(found for found in (domain(lead.website) for lead in group) if found)
    numbers = Counter(number for lead in group for number in _numbers(lead.phone))
    return len(domains) < 2 or max(domains.values()) > 1 or max(numbers.values(), default=0) > 1


def _numbers(phone: str) -> set[str]:
    """Return the ten digits of each number, whatever the signs between them."""
    found = (re.sub(r"\D", "", each)[-10:] for each in phone.split(";"))
    return {digits for digits in found if len(digits) == 10}
