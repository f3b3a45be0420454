"""Codes for short tokens, short tokens for long ones, and what a token is worth."""

from __future__ import annotations

from typing import Any

from werkzeug.wrappers import Response

from app.sandbox.calls import Call, json_reply
from app.sandbox.linkedin.tokens import find_token, take_code
from app.sandbox.meta import parameters, refusals, tokens
from app.sandbox.records import Token

EXCHANGE = ("client_id", "client_secret", "redirect_uri", "code")
LENGTHEN = ("grant_type", "client_id", "client_secret", "fb_exchange_token")


def access_token(call: Call) -> Response:
    """Trade a code for a short-lived token, or a short-lived token for a long-lived one."""
    lengthens = "grant_type" in call.request.args
    given = parameters.read(call.request, LENGTHEN if lengthens else EXCHANGE)
    if isinstance(given, Response):
        return given
    for name in LENGTHEN if lengthens else EXCHANGE:
        if not given.get(name):
            return refusals.refusal(101 if name == "client_id" else 100, f"Missing {name} parameter.")
    apps = call.state.settings.meta_apps
    if given["client_id"] not in apps:
        return refusals.refusal(101, "Error validating application. Cannot get application info")
    if apps[given["client_id"]] != given["client_secret"]:
        return refusals.refusal(1, "Error validating client secret.")
    return _lengthened(call, given) if lengthens else _exchanged(call, given)


def _exchanged(call: Call, given: dict[str, Any]) -> Response:
    code = take_code(call.state, given["code"])
    if code is None:
        return refusals.invalid("This authorization code has been used or has expired.", 36009)
    if (code.client_id, code.redirect_uri) != (given["client_id"], given["redirect_uri"]):
        return refusals.invalid(
            "Error validating verification code. Please make sure your redirect_uri is identical to the one you used "
            "in the OAuth dialog request", 36008,
        )  # fmt: skip
    now = call.state.now()
    token = Token(tokens.SHORT, code.sub, code.client_id, code.scopes, now, now + tokens.SHORT_SECONDS,
                  owner=code.sub, pages=code.pages)  # fmt: skip
    return _told(tokens.keep(call.state, token), tokens.SHORT_SECONDS)


def _lengthened(call: Call, given: dict[str, Any]) -> Response:
    if given["grant_type"] != "fb_exchange_token":
        return refusals.invalid(f"Unsupported grant_type {given['grant_type']}")
    short = find_token(call.state, given["fb_exchange_token"])
    if short is None or short.kind not in (tokens.SHORT, tokens.LONG) or short.client_id != given["client_id"]:
        return refusals.dead_token()
    if short.revoked or short.expires_at <= call.state.now():
        return refusals.dead_token(463)
    now, seconds = call.state.now(), call.state.settings.meta_token_days * tokens.DAY
    token = Token(tokens.LONG, short.sub, short.client_id, short.scopes, now, now + seconds,
                  owner=short.owner, pages=short.pages)  # fmt: skip
    return _told(tokens.keep(call.state, token), seconds)


def _told(secret: str, seconds: float) -> Response:
    return json_reply({"access_token": secret, "token_type": "bearer", "expires_in": int(seconds)})


def debug_token(call: Call) -> Response:
    """Say what a token is worth, to the application it was given to."""
    given = parameters.read(call.request, ("input_token",))
    if isinstance(given, Response):
        return given
    client, _, secret = str(given.get("access_token", "")).partition("|")
    if not secret or call.state.settings.meta_apps.get(client) != secret:
        return refusals.dead_token()
    if not given.get("input_token"):
        return refusals.missing("input_token")
    token = find_token(call.state, str(given["input_token"]))
    if token is None or token.client_id != client:
        return json_reply({"data": {"is_valid": False, "scopes": []}})
    alive = not token.revoked and tokens.is_alive(token, call.state.now())
    is_page = token.kind == tokens.PAGE
    return json_reply(
        {
            "data": {
                "app_id": client,
                "type": "PAGE" if is_page else "USER",
                "is_valid": alive,
                "scopes": sorted(token.scopes),
                "granular_scopes": [{"scope": scope} for scope in sorted(token.scopes)],
                "expires_at": 0 if token.expires_at >= tokens.NEVER else int(token.expires_at),
                "data_access_expires_at": int(tokens.data_ends_at(token)),
                "user_id": token.owner,
            }
        }
    )
