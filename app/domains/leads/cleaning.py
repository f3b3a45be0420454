"""What a source says, made comparable and showable; nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from app.domains.leads import cities, emails, facts, naming, phones, postal
from app.domains.leads.facts import Record
from app.providers.contracts import FoundLead

LONGEST = {"name": 255, "legal_name": 255, "address": 255, "city": 120, "category": 80, "brand": 120,
           "opening_hours": 500}  # fmt: skip
_LONGEST_RAW = 200


@dataclass(frozen=True)
class CleanLead:
    """One element of one source, and the record it will be."""

    found: FoundLead
    record: Record
    values: dict[str, Any] = field(default_factory=dict)


def clean_all(found: Iterable[FoundLead], city: str = "", *, has_ratings: bool = False) -> list[CleanLead]:
    """Clean each element once; `city`, the town of the search, stands in for a missing one."""
    once = {(lead.source, lead.source_id): lead for lead in found if lead.name.strip()}
    return [_clean(lead, city, has_ratings) for lead in once.values()]


def website(raw: str) -> str:
    """Return the first whole Web address of `raw`, or an empty text."""
    first = raw.split(";")[0].strip()
    if not first or any(sign.isspace() for sign in first):
        return ""
    address = first if "://" in first else f"https://{first}"
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    return address if parts.scheme in {"http", "https"} and "." in host and len(address) <= 500 else ""


def _clean(lead: FoundLead, city: str, has_ratings: bool) -> CleanLead:
    values: dict[str, Any] = {name: " ".join(getattr(lead, name).split())[:most] for name, most in LONGEST.items()}
    town = cities.read(values["city"])
    sign, legal = naming.sign_name(values["name"])
    values |= {"name": sign, "legal_name": values["legal_name"] or legal, "city": town.name[:120]}
    numbers = [number.e164 for number in phones.read(lead.phone)]
    values |= {
        "postal_code": postal.clean(lead.postal_code),
        "phone": numbers[0] if numbers else "",
        "other_phones": numbers[1:6],
        "email": emails.usable(lead.email),
        "website": website(lead.website),
        "socials": {network[:20]: address[:300] for network, address in list(lead.socials.items())[:8]},
        "latitude": lead.latitude,
        "longitude": lead.longitude,
        "rating": lead.rating,
        "review_count": lead.review_count,
        "is_chain": lead.is_chain,
    }
    told = _facts(lead, values, city)
    if has_ratings:
        # A source that knows ratings says so even of a business nobody rated.
        told.setdefault("rating", facts.fact(None, *_origin(lead)))
    return CleanLead(lead, Record(lead.source, lead.source_id, told), values)


def _facts(lead: FoundLead, values: dict[str, Any], city: str) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for name, value in values.items():
        raw = getattr(lead, name, value)
        if value in ("", None, False, [], {}):
            # Unusable as it stands, yet it is what the source says.
            if isinstance(raw, str) and raw.strip():
                told[name] = facts.fact("", *_origin(lead), raw=raw[:_LONGEST_RAW])
            continue
        more = {"raw": raw[:_LONGEST_RAW]} if isinstance(raw, str) and raw != value else {}
        told[name] = facts.fact(value, *_origin(lead), **more)
    if city and not values["city"]:
        told["city"] = facts.fact(city, facts.FROM_SEARCH, lead.seen_on.isoformat(), "")
    if lead.details:
        told["details"] = {name[:60]: str(text)[:300] for name, text in list(lead.details.items())[:30]}
    return told


def _origin(lead: FoundLead) -> tuple[str, str, str]:
    return lead.source, lead.seen_on.isoformat(), lead.licence
