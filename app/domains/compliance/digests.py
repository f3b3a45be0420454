"""What identifies an address, a number or a business without repeating it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

EMAIL, PHONE, DOMAIN = "email", "phone", "domain"


def digest(workspace_id: int, kind: str, value: str) -> str:
    """Return the digest of one normalised value (lower-case address, E.164 number, host); hexadecimal.

    It survives erasure and a new import; another workspace's digests say nothing of this one's.
    """
    return hashlib.sha256(f"{workspace_id}|{kind}|{value.strip().lower()}".encode()).hexdigest()


def of_business(workspace_id: int, values: Mapping[str, Any]) -> set[str]:
    """Return the digests under which a business may have asked to be left alone."""
    numbers = [values.get("phone", ""), *(values.get("other_phones") or [])]
    marks = [(EMAIL, values.get("email", "")), (DOMAIN, values.get("domain", ""))]
    marks += [(PHONE, number) for number in numbers]
    return {digest(workspace_id, kind, value) for kind, value in marks if value}
