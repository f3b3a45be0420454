"""Whether a prospect may be contacted, and the reason, computed from its facts.

LCAP (S.C. 2010, c. 23), s. 10(9): an address published without a refusal, to a person in her role.
A refusal, or a person's own address, is never passed over.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domains.compliance import digests
from app.domains.leads import emails, facts, identity
from app.domains.leads.facts import Told

DO_NOT_CONTACT, REFUSAL, PERSONAL, NOTHING = "do_not_contact", "refusal", "personal", "nothing"
EMAIL, PHONE = "email", "phone"


@dataclass(frozen=True)
class Reach:
    """May one contact them, why or why not (a code), and whom the address reaches."""

    contactable: bool
    reason: str
    nature: str


def judge(values: Mapping[str, Any], records: Sequence[Told], workspace_id: int, forbidden: Collection[str]) -> Reach:
    """Judge a prospect's values; `forbidden` holds the digests of whom to leave alone."""
    nature = emails.nature(values["email"], values["name"])
    if forbidden and not digests.of_business(workspace_id, identity.known_as(values, records)).isdisjoint(forbidden):
        return Reach(False, DO_NOT_CONTACT, nature)
    if any(facts.value(record, "refusal") for record in records):
        return Reach(False, REFUSAL, nature)
    if values["email"] and nature != emails.PERSONAL:
        return Reach(True, EMAIL, nature)
    if values["phone"]:
        return Reach(True, PHONE, nature)
    return Reach(False, PERSONAL if values["email"] else NOTHING, nature)
