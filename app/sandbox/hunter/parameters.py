"""Query parameters, read strictly: unknown, missing, contradictory or out of range is refused."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from werkzeug.datastructures import MultiDict

from app.sandbox.hunter.errors import Refused

KEY = "api_key"
FREE_MOST, PAID_MOST = 10, 100
_DOMAIN = re.compile(r"(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}")
SEARCH = frozenset({"domain", "company", "limit", "offset", "type", "seniority", "department", "required_field",
                    "verification_status"})  # fmt: skip
FINDER = frozenset({"domain", "company", "first_name", "last_name", "full_name", "linkedin_handle", "max_duration"})
VERIFIER = frozenset({"email"})
CHOICES = {
    "type": {"personal", "generic"},
    "seniority": {"junior", "senior", "executive"},
    "department": {"executive", "it", "finance", "management", "sales", "legal", "support", "hr", "marketing",
                   "communication"},
    "required_field": {"full_name", "position", "phone_number"},
    "verification_status": {"valid", "accept_all", "unknown"},
}  # fmt: skip


def read(args: MultiDict[str, str], known: Collection[str]) -> dict[str, str]:
    """Return the parameters given, the key left out.

    Raises:
        Refused: one that does not exist, or a value that no choice allows.
    """
    given = {name: value.strip() for name, value in args.items() if name != KEY}
    if unknown := set(given) - set(known):
        raise Refused(400, f"The parameter {min(unknown)} is not supported")
    for name in set(given) & set(CHOICES):
        if wrong := set(given[name].split(",")) - CHOICES[name]:
            raise Refused(400, f"The {name} {min(wrong)!r} is invalid")
    return given


def target(given: Mapping[str, str]) -> tuple[str, str]:
    """Return the domain or the company, exactly one of them.

    Raises:
        Refused: none, both, or what is no domain.
    """
    domain, company = given.get("domain", "").lower(), given.get("company", "")
    if not domain and not company:
        raise Refused(400, "You are missing the domain parameter")
    if domain and company:
        raise Refused(400, "You must give either the domain or the company")
    if domain and not _DOMAIN.fullmatch(domain):
        raise Refused(400, "The domain supplied is invalid")
    return domain, company


def window(given: Mapping[str, str], *, paid: bool) -> tuple[int, int]:
    """Return the limit and the offset.

    Raises:
        Refused: no numbers, or beyond what the plan gives.
    """
    limit, offset = number(given, "limit", 10), number(given, "offset", 0)
    if limit < 1 or limit > PAID_MOST or offset < 0:
        raise Refused(400, "The limit or the offset is invalid", "pagination_error")
    if not paid and (limit > FREE_MOST or offset > FREE_MOST):
        raise Refused(400, "Your plan is limited to 10 email addresses", "pagination_error")
    return limit, offset


def number(given: Mapping[str, str], name: str, default: int) -> int:
    """Return a whole number.

    Raises:
        Refused: something else.
    """
    raw = given.get(name, str(default))
    if not re.fullmatch(r"-?\d{1,6}", raw):
        raise Refused(400, f"The {name} must be a number")
    return int(raw)
