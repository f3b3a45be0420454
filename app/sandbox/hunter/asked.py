"""What a request asks of Hunter, checked field by field."""

from __future__ import annotations

from collections.abc import Mapping

from werkzeug.wrappers import Request

from app.sandbox.hunter.errors import Refused

FREE_PLAN = 10
MOST = 100
_DEPARTMENTS = ("executive", "it", "finance", "management", "sales", "legal", "support", "hr", "marketing",
                "communication", "education", "design", "health", "operations")  # fmt: skip
_CHOICES = {
    "type": ("personal", "generic"),
    "seniority": ("junior", "senior", "executive"),
    "department": _DEPARTMENTS,
    "required_field": ("full_name", "position", "phone_number"),
    "verification_status": ("valid", "accept_all", "unknown"),
}
FIELDS = {
    "domain-search": {"domain", "company", "limit", "offset", *_CHOICES},
    "email-finder": {"domain", "company", "first_name", "last_name", "full_name", "linkedin_handle", "max_duration"},
    "email-verifier": {"email"},
    "email-count": {"domain", "company", "type"},
    "account": set[str](),
}


def key_of(request: Request) -> str:
    """Return the key, from any of the three places it may come in."""
    bearer = request.headers.get("Authorization", "")
    given = bearer.removeprefix("Bearer ") if bearer.startswith("Bearer ") else ""
    return request.headers.get("X-API-KEY") or given or request.args.get("api_key", "")


def read(request: Request, door: str) -> Mapping[str, str]:
    """Return the parameters, or refuse the first that is unknown or takes no such value.

    Raises:
        Refused: 400 wrong_params.
    """
    given = {name: value for name, value in request.args.items() if name != "api_key"}
    if unknown := sorted(set(given) - FIELDS[door]):
        raise Refused(400, f"The parameter {unknown[0]} is not allowed")
    for name, allowed in _CHOICES.items():
        wrong = [each for each in given.get(name, "").split(",") if each and each not in allowed]
        if wrong:
            raise Refused(400, f"The {name} parameter cannot be {wrong[0]}")
    return given


def subject(given: Mapping[str, str]) -> str:
    """Return the domain asked about; a company's name stands for the domain of that name.

    Raises:
        Refused: 400, none given, or both.
    """
    domain, company = given.get("domain", "").strip(), given.get("company", "").strip()
    if not domain and not company:
        raise Refused(400, "You are missing the domain parameter")
    if domain and company:
        raise Refused(400, "You cannot use both the domain and the company parameters")
    if domain and ("." not in domain or "/" in domain or "@" in domain or " " in domain):
        raise Refused(400, "The domain supplied is invalid")
    return domain or f"{company.lower().replace(' ', '-')}.example"


def window(given: Mapping[str, str], *, is_free: bool) -> tuple[int, int]:
    """Return the limit and the offset.

    Raises:
        Refused: 400 wrong_params for no number, pagination_error beyond the plan.
    """
    numbers = []
    for name, lowest, default in (("limit", 1, "10"), ("offset", 0, "0")):
        raw = given.get(name, default)
        if not raw.isascii() or not raw.isdigit() or not lowest <= int(raw) <= (MOST if name == "limit" else 100_000):
            raise Refused(400, f"The {name} parameter is invalid")
        if is_free and int(raw) > FREE_PLAN:
            raise Refused(400, f"The {name} is limited to {FREE_PLAN} on your plan", "pagination_error")
        numbers.append(int(raw))
    return numbers[0], numbers[1]
