"""Everything a business is known by: what a request to be left alone must cover, whichever source names it next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app.domains.leads import emails, facts, sites
from app.domains.leads.facts import Told

# Their ids are the same at every search; those of the other sources are ours.
_LASTING = ("openstreetmap", "google_places")


def known_as(values: Mapping[str, Any], records: Sequence[Told]) -> dict[str, list[str]]:
    """Return the addresses, numbers, domains and ids of a prospect, those it does not show included."""
    told = {
        "emails": [values["email"], *_said(records, "email")],
        "phones": [values["phone"], *(values["other_phones"] or []), *_said(records, "phone")],
        "domains": [values["domain"], *(sites.domain(address) for address in _said(records, "website"))],
        "records": [f"{one.source}:{one.source_id}" for one in records if one.source in _LASTING],
        "places": [f"{values['name_key']}|{values['postal_code']}"] if _has_place(values) else [],
    }
    told["phones"] += [number for record in records for number in facts.value(record, "other_phones") or []]
    told["domains"] += [] if any(told["domains"]) else mail_domains(told["emails"])
    return {name: sorted(set(found) - {""}) for name, found in told.items()}


def mail_domains(addresses: Iterable[str]) -> list[str]:
    """Return the domains of these addresses that are a business's own: no free mail, no platform."""
    own = [address.rpartition("@")[2] for address in addresses if address and emails.relation(address, "") != "free"]
    return [domain for domain in own if sites.domain(f"https://{domain}")]


def _said(records: Sequence[Told], name: str) -> list[str]:
    return [found for record in records if (found := facts.value(record, name))]


def _has_place(values: Mapping[str, Any]) -> bool:
    return bool(values["name_key"] and values["postal_code"])
