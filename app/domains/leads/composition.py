"""Compose one prospect from what its records say: the best of each field, never a mixture kept as fact.

Nothing here reads the database; the same records always give the same prospect.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from app.domains.leads import contact, facts, naming, scoring, sites
from app.domains.leads.facts import Told

TEXTS = ("name", "legal_name", "address", "city", "postal_code", "phone", "email", "website", "opening_hours",
         "category", "brand")  # fmt: skip
NUMBERS = ("latitude", "longitude", "rating", "review_count")
COMPOSED = (*TEXTS, *NUMBERS, "other_phones", "socials", "is_chain", "name_key", "loose_key", "domain", "chain_key")
JUDGED = ("score", "reasons", "contactable", "contact_reason", "contact_nature")


@dataclass(frozen=True)
class Rules:
    """What a workspace adds to the facts: its weights, and the digests of whom it must leave alone."""

    workspace_id: int
    weights: dict[str, int] = field(default_factory=dict)
    forbidden: frozenset[str] = frozenset()


def compose(records: Sequence[Told], rules: Rules) -> dict[str, Any]:
    """Return the values of the prospect these records, oldest first, are about."""
    values: dict[str, Any] = {name: _text(records, name) for name in TEXTS}
    values |= {name: _best(records, name) for name in NUMBERS}
    values["city"] = _town(records) or values["city"]
    values["other_phones"] = _other_phones(records, values["phone"])
    values["socials"] = _socials(records)
    values["is_chain"] = bool(_best(records, "is_chain"))
    values["domain"] = sites.domain(values["website"])
    values["name_key"] = naming.fold(values["name"]) if values["name"] else ""
    values["loose_key"] = naming.loose_key(values["name"]) if values["name"] else ""
    values["chain_key"] = naming.fold(values["brand"] or values["name"])[:120] if values["is_chain"] else ""
    return values | _judged(records, values, rules)


def _judged(records: Sequence[Told], values: dict[str, Any], rules: Rules) -> dict[str, Any]:
    known = scoring.Known(**{name: values[name] for name in scoring.Known.__dataclass_fields__})
    has_ratings = any("rating" in record.facts for record in records)
    source = min(records, key=lambda record: facts.trust(record, "")).source if records else ""
    judged = scoring.score(known, has_ratings=has_ratings, source=source, most=rules.weights)
    reach = contact.judge(values, records, rules.workspace_id, rules.forbidden)
    return {
        "score": judged.total,
        "reasons": judged.reasons,
        "contactable": reach.contactable,
        "contact_reason": reach.reason,
        "contact_nature": reach.nature,
    }


def _ranked(records: Sequence[Told], name: str) -> list[Told]:
    # A prospect keeps the name it was first known by; every other field comes from who knows most.
    def rank(record: Told) -> tuple[int, int]:
        return (facts.trust(record, name), 0 if name == "name" else -facts.richness(record))

    return sorted(records, key=rank)


def _best(records: Sequence[Told], name: str) -> Any:
    for record in _ranked(records, name):
        found = facts.value(record, name)
        if found is not None or facts.is_final(record, name):
            return found
    return None


def _text(records: Sequence[Told], name: str) -> str:
    return _best(records, name) or ""


def _town(records: Sequence[Told]) -> str:
    # A real town is worth more than the one the search assumed.
    real = [one for one in records if one.facts.get("city", {}).get("source") != facts.FROM_SEARCH]
    return _text(real, "city")


def _other_phones(records: Sequence[Told], phone: str) -> list[str]:
    found: list[str] = []
    for record in _ranked(records, "phone"):
        found += [facts.value(record, "phone") or "", *(facts.value(record, "other_phones") or [])]
    return [number for number in dict.fromkeys(found) if number and number != phone][:5]


def _socials(records: Sequence[Told]) -> dict[str, str]:
    found: dict[str, str] = {}
    for record in _ranked(records, "socials"):
        for network, address in (facts.value(record, "socials") or {}).items():
            found.setdefault(network, address)
    return found
