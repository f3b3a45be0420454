"""Hunter: addresses of a domain, of a person, their verification, and the account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from werkzeug.wrappers import Response

from app.sandbox.calls import Call, json_reply
from app.sandbox.hunter import invention, parameters
from app.sandbox.hunter.errors import Refused, error
from app.sandbox.hunter.rates import Rates

BASE = "/hunter/v2"
# A key whose credits are spent, and one of a plan that is paid for.
KEY_SPENT, KEY_PAID = "sandbox-spent", "sandbox-paid"
SEARCHES, VERIFICATIONS = 25, 50


class HunterTwin:
    """Answer as the API does, from what a domain's name says of it."""

    def __init__(self) -> None:
        self._rates = Rates()
        self._doors = {"/domain-search": _domain_search, "/email-finder": _email_finder,
                       "/email-verifier": _email_verifier}  # fmt: skip

    def failure(self, call: Call, status: int) -> Response:
        """Answer an ordered failure."""
        return error(status)

    def answer(self, call: Call) -> Response:
        """Check the address and the key first, then the rate, the question and the credits."""
        try:
            path = call.request.path.removeprefix(BASE)
            if call.request.method != "GET" or path not in {*self._doors, "/account"}:
                raise Refused(404)
            key = _key(call)
            self._rates.count(key, path, call.state.now())
            if path == "/account":
                parameters.read(call.request.args, ())
                return _account(key)
            return self._doors[path](call, key)
        except Refused as refused:
            return error(refused.code, str(refused), refused.name)


def _key(call: Call) -> str:
    scheme, _, bearer = call.request.headers.get("Authorization", "").partition(" ")
    asked = (call.request.headers.get("X-API-KEY"), bearer if scheme == "Bearer" else "",
             call.request.args.get(parameters.KEY))  # fmt: skip
    key = next((each for each in asked if each), "")
    if not key:
        raise Refused(401, "No API key supplied")
    if not key.startswith(("sandbox", "demonstration")):
        raise Refused(401)
    return key


def _spend(key: str) -> None:
    if key == KEY_SPENT:
        raise Refused(429)


def _domain_search(call: Call, key: str) -> Response:
    given = parameters.read(call.request.args, parameters.SEARCH)
    domain, company = parameters.target(given)
    limit, offset = parameters.window(given, paid=key == KEY_PAID)
    _spend(key)
    domain = domain or invention.domain_of(company)
    call.notes["domain"] = domain
    everything = invention.emails(domain, call.request.host.partition(":")[2])
    fit = [each for each in everything if _fits(each, given)]
    told = {"domain": domain, "disposable": False, "webmail": domain in invention.WEBMAIL, "accept_all": False,
            "pattern": invention.PATTERN if everything else None, "organization": company or None,
            "emails": fit[offset : offset + limit]}  # fmt: skip
    params = {"domain": given.get("domain"), "company": given.get("company"), "type": given.get("type"),
              "offset": offset}  # fmt: skip
    return json_reply({"data": told, "meta": {"results": len(fit), "limit": limit, "offset": offset, "params": params}})


def _fits(email: Mapping[str, Any], given: Mapping[str, str]) -> bool:
    told = {**email, "verification_status": email["verification"]["status"]}
    fields = {"full_name": "first_name", "position": "position", "phone_number": "phone_number"}
    chosen = [name for name in ("type", "seniority", "department", "verification_status") if given.get(name)]
    required = [fields[name] for name in given.get("required_field", "").split(",") if name]
    return all(told[name] in given[name].split(",") for name in chosen) and all(told[name] for name in required)


def _email_finder(call: Call, key: str) -> Response:
    given = parameters.read(call.request.args, parameters.FINDER)
    domain, company = parameters.target(given)
    first, last = given.get("first_name", ""), given.get("last_name", "")
    if given.get("full_name"):
        first, _, last = given["full_name"].partition(" ")
    if given.get("linkedin_handle"):
        first, _, last = given["linkedin_handle"].title().partition("-")
    if not first or not last:
        raise Refused(400, "You are missing the first name and last name parameters, or the full name parameter")
    if not 3 <= parameters.number(given, "max_duration", 10) <= 20:
        raise Refused(400, "The max_duration must be between 3 and 20")
    _spend(key)
    domain = domain or invention.domain_of(company)
    found = invention.person(domain, first, last) or {}
    told: dict[str, Any] = {
            "first_name": first, "last_name": last, "email": found.get("value"), "score": found.get("confidence"),
            "domain": domain, "accept_all": False, "position": found.get("position"), "company": company or None,
            "twitter": None, "linkedin_url": None, "phone_number": None, "verification": found.get("verification"),
            "sources": []}  # fmt: skip
    params = {name: given.get(name) for name in sorted(parameters.FINDER - {"linkedin_handle"})}
    return json_reply({"data": told, "meta": {"params": params}})


def _email_verifier(call: Call, key: str) -> Response:
    email = parameters.read(call.request.args, parameters.VERIFIER).get("email", "").lower()
    if not email:
        raise Refused(400, "You are missing the email parameter")
    if "@" not in email.strip("@"):
        raise Refused(400, "The email supplied is invalid")
    _spend(key)
    meta = {"params": {"email": email}}
    if call.what == "verifying":
        return json_reply({"data": None, "meta": meta}, 202)
    status = invention.status_of(email)
    alive = status != "invalid"
    result = {"valid": "deliverable", "invalid": "undeliverable"}.get(status, "risky")
    score = 100 if status == "valid" else 60 if alive else 0
    told: dict[str, Any] = {"status": status, "result": result, "score": score,
            "email": email, "regexp": True, "gibberish": False, "disposable": False, "webmail": status == "webmail",
            "mx_records": alive, "smtp_server": alive, "smtp_check": alive, "accept_all": status == "accept_all",
            "block": False, "sources": []}  # fmt: skip
    return json_reply({"data": told, "meta": meta})


def _account(key: str) -> Response:
    spent = key == KEY_SPENT
    told = {"plan_name": "Starter" if key == KEY_PAID else "Free", "reset_date": "2026-12-01",
            "requests": {"searches": {"used": SEARCHES if spent else 0, "available": SEARCHES},
                         "verifications": {"used": VERIFICATIONS if spent else 0,
                                           "available": VERIFICATIONS}}}  # fmt: skip
    return json_reply({"data": told})
