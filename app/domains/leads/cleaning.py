"""What a source says, made comparable and showable; nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from app.domains.leads import emails, naming, phones, postal
from app.providers.contracts import FoundLead

# How the town of the search stands in for a missing addr:city, in a record's facts.
FROM_SEARCH = "search"
_SHOWN = ("name", "address", "city", "postal_code", "phone", "email", "website", "category", "rating",
          "review_count", "brand")  # fmt: skip


@dataclass(frozen=True)
class CleanLead:
    """One element of one source: `values` for the prospect's row, `facts` for the source's record."""

    found: FoundLead
    key: str
    values: dict[str, Any] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    city_is_assumed: bool = False

    @property
    def richness(self) -> int:
        """Count what is known."""
        return sum(1 for value in self.values.values() if value not in ("", None))


def clean_all(found: Iterable[FoundLead], city: str = "") -> list[CleanLead]:
    """Clean each element once; `city`, the town of the search, stands in for a missing one."""
    once = {(lead.source, lead.source_id): lead for lead in found if lead.name.strip()}
    return [_clean(lead, city) for lead in once.values()]


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


def _clean(lead: FoundLead, city: str) -> CleanLead:
    own_city = lead.city.strip().replace("'", "’")[:120]
    values: dict[str, Any] = {
        "name": " ".join(lead.name.split())[:255],
        "address": lead.address.strip()[:255],
        "city": own_city or city,
        "postal_code": postal.clean(lead.postal_code),
        "phone": phones.clean(lead.phone),
        "email": emails.clean(lead.email),
        "website": website(lead.website),
        "latitude": lead.latitude,
        "longitude": lead.longitude,
        "rating": lead.rating,
        "review_count": lead.review_count,
        "category": lead.category[:80],
        "brand": lead.brand[:120],
        "is_chain": lead.is_chain,
    }
    assumed = bool(city) and not own_city
    return CleanLead(lead, naming.fold(values["name"]), values, _facts(lead, values, assumed), assumed)


def _facts(lead: FoundLead, values: dict[str, Any], city_is_assumed: bool) -> dict[str, Any]:
    origin = {"source": lead.source, "seen_on": lead.seen_on.isoformat(), "licence": lead.licence}
    facts: dict[str, Any] = {}
    for name in _SHOWN:
        raw, value = getattr(lead, name), values[name]
        if value in ("", None):
            # Unusable as it stands, yet it is what the source says.
            if raw not in ("", None):
                facts[name] = {"value": "", "raw": str(raw)[:200], **origin}
            continue
        facts[name] = {"value": value, **origin}
        if raw != value and not (name == "city" and city_is_assumed):
            facts[name]["raw"] = str(raw)[:200]
    if city_is_assumed:
        facts["city"] = {"value": values["city"], **origin, "source": FROM_SEARCH, "licence": ""}
    if lead.details:
        facts["details"] = {name: str(text)[:300] for name, text in list(lead.details.items())[:30]}
    return facts
