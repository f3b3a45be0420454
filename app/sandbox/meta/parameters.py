"""What a call was given: every parameter is known, and every field asked for exists."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from werkzeug.wrappers import Request, Response

from app.sandbox.meta import refusals

COMMON = frozenset({"access_token", "appsecret_proof"})
_OUTSIDE_BRACES = re.compile(r",(?![^{(]*[})])")


def read(request: Request, known: Collection[str]) -> dict[str, Any] | Response:
    """Read the parameters of a call, from a form, a JSON object or the address; refuse what it does not have."""
    given: dict[str, Any] = dict(request.args.items())
    if request.method == "POST" and request.mimetype == "application/json":
        body = request.get_json(silent=True)
        if not isinstance(body, dict):
            return refusals.invalid("The request body is not a JSON object")
        given |= body
    elif request.method == "POST":
        given |= dict(request.form.items()) | dict.fromkeys(request.files, "")
    for name in given:
        if name not in known and name not in COMMON:
            return refusals.unknown_parameter(name)
    return given


def fields(given: dict[str, Any], known: Collection[str]) -> list[str] | Response:
    """Read the fields asked for, without their modifiers; refuse one the object does not have."""
    asked = [each.strip() for each in _OUTSIDE_BRACES.split(str(given.get("fields", ""))) if each.strip()]
    names = [re.split(r"[.{]", each, maxsplit=1)[0] for each in asked]
    for name in names:
        if name not in known:
            return refusals.invalid(f"Tried accessing nonexisting field ({name})")
    return ["id", *names] if "id" in known else names


def is_off(value: object) -> bool:
    """Tell whether a parameter says no, as a form or JSON says it."""
    return value is False or str(value).lower() in {"false", "0"}
