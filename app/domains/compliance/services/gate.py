"""The one gate of messages to prospects: nothing leaves without passing here, at the moment it leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domains.compliance import digests, queries, wording

# The codes of leads that no consent overcomes (leads.contact).
_CLOSED = ("do_not_contact", "refusal")
_PERSONAL = "personal"


@dataclass(frozen=True)
class Letter:
    """What a message says of its sender (LCAP, s. 6(2)). `unsubscribe_url` works 60 days without a login."""

    sender_name: str
    postal_address: str
    reach: str
    unsubscribe_url: str


@dataclass(frozen=True)
class Refusal:
    """Why a message may not leave; `code` is stable, `sentence` is French."""

    code: str
    sentence: str


def may_write(workspace_id: int, lead_values: Mapping[str, Any], letter: Letter) -> Refusal | None:
    """Return why this letter may not leave for this prospect, None when it may.

    `lead_values` holds email, phone, other_phones, domain, contact_reason and contact_nature.
    """
    code = _of_prospect(workspace_id, lead_values) or _of_letter(letter)
    return Refusal(code, wording.WRITE_REFUSED[code]) if code else None


def _of_prospect(workspace_id: int, values: Mapping[str, Any]) -> str:
    email = values.get("email", "")
    if not email:
        return "nothing"
    if queries.reasons(workspace_id, digests.of_business(workspace_id, values)):
        return "do_not_contact"
    if values.get("contact_reason") in _CLOSED:
        return str(values["contact_reason"])
    if values.get("contact_nature") == _PERSONAL:
        return _PERSONAL
    return "" if queries.living_consent(workspace_id, email) else "no_consent"


def _of_letter(letter: Letter) -> str:
    if not letter.sender_name.strip():
        return "no_identity"
    if not letter.postal_address.strip():
        return "no_address"
    if not letter.reach.strip():
        return "no_reach"
    return "" if letter.unsubscribe_url.startswith("https://") else "no_unsubscribe"
