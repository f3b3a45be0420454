"""What identifies an address, a number or a business without repeating it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

EMAIL, PHONE, DOMAIN = "email", "phone", "domain"
# A source's own id of a business, and a name at a postal code: what is left of one without any address.
RECORD, PLACE = "record", "place"
# What callers call these; one value, or several.
_KINDS = {
    "email": EMAIL, "emails": EMAIL, "phone": PHONE, "other_phones": PHONE, "phones": PHONE, "domain": DOMAIN,
    "domains": DOMAIN, "records": RECORD, "places": PLACE,
}  # fmt: skip


def digest(workspace_id: int, kind: str, value: str) -> str:
    """Return the digest of one normalised value (lower-case address, E.164 number, host); hexadecimal.

    It survives erasure and a new import; another workspace's digests say nothing of this one's.
    """
    return hashlib.sha256(f"{workspace_id}|{kind}|{value.strip().lower()}".encode()).hexdigest()


def of_business(workspace_id: int, values: Mapping[str, Any]) -> set[str]:
    """Return the digests under which a business may have asked to be left alone."""
    return set(by_digest(workspace_id, values))


def by_digest(workspace_id: int, values: Mapping[str, Any]) -> dict[str, str]:
    """Return the kind of each digest of a business; values that have no kind are passed over."""
    return {
        digest(workspace_id, kind, value): kind
        for name, kind in _KINDS.items()
        for value in _several(values.get(name))
        if value
    }


def _several(value: Any) -> Iterable[str]:
    return [value] if isinstance(value, str) else value or ()
