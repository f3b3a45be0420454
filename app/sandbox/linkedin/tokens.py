"""Tokens and codes: given, read, taken back. Only fingerprints are kept."""

from __future__ import annotations

import secrets
from hashlib import sha256

from werkzeug.wrappers import Request, Response

from app.sandbox.linkedin import refusals
from app.sandbox.records import Code, Token
from app.sandbox.state import SandboxState

DAY = 86_400.0
REFRESH_DAYS = 365
SELF_SERVE = ("openid", "profile", "email", "w_member_social")


def fingerprint(secret: str) -> str:
    """Give what is kept of a token or a code."""
    return sha256(secret.encode()).hexdigest()


def new_code(state: SandboxState, code: Code) -> str:
    """Give an authorization code, to be used once."""
    secret = "AQT" + secrets.token_urlsafe(90)
    with state.lock:
        state.codes[fingerprint(secret)] = code
        state.save()
    return secret


def take_code(state: SandboxState, secret: str) -> Code | None:
    """Use up a code; None where it does not exist, was used, or is too old."""
    with state.lock:
        code = state.codes.pop(fingerprint(secret), None)
        state.save()
    return code if code is not None and code.expires_at > state.now() else None


def new_token(state: SandboxState, kind: str, owner: Code | Token) -> str:
    """Give an access or refresh token to the owner of a code or of a refresh token."""
    prefix, days = ("AQX", state.settings.linkedin_token_days) if kind == "access" else ("AQW", REFRESH_DAYS)
    secret = prefix + secrets.token_urlsafe(250)
    now = state.now()
    token = Token(kind, owner.sub, owner.client_id, list(owner.scopes), now, now + days * DAY)
    with state.lock:
        state.tokens[fingerprint(secret)] = token
        state.save()
    return secret


def find_token(state: SandboxState, secret: str) -> Token | None:
    """Find what is known of a token."""
    return state.tokens.get(fingerprint(secret))


def bearer(request: Request, state: SandboxState) -> Token | Response:
    """Read the Authorization header: the living token, or the 401 it earns."""
    kind, _, secret = request.headers.get("Authorization", "").partition(" ")
    if kind != "Bearer" or not secret:
        return refusals.unauthorised("EMPTY_ACCESS_TOKEN", "Empty oauth2 access token", 65604)
    token = find_token(state, secret.strip())
    if token is None or token.kind != "access":
        return refusals.unauthorised("INVALID_ACCESS_TOKEN", "Invalid access token", 65600)
    if token.revoked:
        return refusals.revoked()
    return refusals.expired() if token.expires_at <= state.now() else token


def scopes_of(token: Token, state: SandboxState) -> set[str]:
    """List what a token may do, with what the settings add."""
    return {*token.scopes, *state.settings.linkedin_extra_scopes}
