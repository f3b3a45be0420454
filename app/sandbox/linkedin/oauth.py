"""Exchange, refresh, introspection, revocation, and who the person is."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets

from werkzeug.wrappers import Request, Response

from app.sandbox.calls import Call, json_reply
from app.sandbox.linkedin import refusals, tokens
from app.sandbox.records import Code, Token
from app.sandbox.state import SandboxState

FORM = "application/x-www-form-urlencoded"
NOT_FOUND = "Unable to retrieve access token: authorization code not found"
MISMATCH = (
    "Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization code. "
    "Or authorization code expired. Or external member binding exists"
)


def _refused(message: str, status: int = 400, error: str = "invalid_request") -> Response:
    return json_reply({"error": error, "error_description": message}, status)


def _client_refusal(request: Request, state: SandboxState) -> Response | None:
    if request.method != "POST" or request.mimetype != FORM:
        return _refused(f"The request must be a POST of {FORM}")
    for name in ("client_id", "client_secret"):
        if not request.form.get(name):
            return _refused(f'A required parameter "{name}" is missing')
    clients = state.settings.linkedin_clients
    if clients and clients.get(request.form["client_id"]) != request.form["client_secret"]:
        return _refused("Client authentication failed", 401, "invalid_client")
    return None


def access_token(call: Call) -> Response:
    """Exchange a code, or a refresh token where the application may."""
    request, state = call.request, call.state
    if refusal := _client_refusal(request, state):
        return refusal
    grant = request.form.get("grant_type", "")
    if grant == "authorization_code":
        return _exchange(request, state)
    if grant == "refresh_token" and state.settings.linkedin_refresh_tokens:
        return _refresh(request, state)
    if grant == "refresh_token":
        return _refused("This application is not allowed to use refresh tokens", 401, "unauthorized_client")
    return _refused('A required parameter "grant_type" is missing or is unknown', error="unsupported_grant_type")


def _exchange(request: Request, state: SandboxState) -> Response:
    for name in ("code", "redirect_uri"):
        if not request.form.get(name):
            return _refused(f'A required parameter "{name}" is missing')
    code = tokens.take_code(state, request.form["code"])
    if code is None:
        return _refused(NOT_FOUND)
    if (code.redirect_uri, code.client_id) != (request.form["redirect_uri"], request.form["client_id"]):
        return _refused(MISMATCH)
    if code.challenge and code.challenge != _challenge(request.form.get("code_verifier", "")):
        return _refused(MISMATCH)
    return _granted(state, code, with_refresh=state.settings.linkedin_refresh_tokens)


def _challenge(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _refresh(request: Request, state: SandboxState) -> Response:
    token = tokens.find_token(state, request.form.get("refresh_token", ""))
    if token is None or token.kind != "refresh" or token.revoked or token.expires_at <= state.now():
        return _refused("The provided refresh token is invalid, expired or revoked", error="invalid_grant")
    if token.client_id != request.form["client_id"]:
        return _refused("The refresh token was given to another application", error="invalid_grant")
    return _granted(state, token, with_refresh=False)


def _granted(state: SandboxState, owner: Code | Token, *, with_refresh: bool) -> Response:
    body: dict[str, object] = {
        "access_token": tokens.new_token(state, "access", owner),
        "expires_in": int(state.settings.linkedin_token_days * tokens.DAY),
        "scope": ",".join(sorted(owner.scopes)),
        "token_type": "Bearer",
    }
    if "openid" in owner.scopes:
        body["id_token"] = _identity(state, owner)
    if with_refresh:
        body["refresh_token"] = tokens.new_token(state, "refresh", owner)
        body["refresh_token_expires_in"] = int(tokens.REFRESH_DAYS * tokens.DAY)
    return json_reply(body)


def _identity(state: SandboxState, owner: Code | Token) -> str:
    # The signature is noise: nothing in the contract says clients check it, and /v2/userinfo says the same.
    now = int(state.now())
    parts: tuple[dict[str, object], ...] = (
        {"alg": "RS256", "typ": "JWT", "kid": "sandbox"},
        {
            "iss": "https://www.linkedin.com/oauth",
            "aud": owner.client_id,
            "sub": owner.sub,
            "iat": now,
            "exp": now + 3600,
        },
    )
    encoded = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in parts]
    return ".".join([*encoded, secrets.token_urlsafe(64)])


def introspect(call: Call) -> Response:
    """Say what a token is worth."""
    if refusal := _client_refusal(call.request, call.state):
        return refusal
    token = tokens.find_token(call.state, call.request.form.get("token", ""))
    if token is None or token.client_id != call.request.form["client_id"]:
        return json_reply({"active": False})
    status = "revoked" if token.revoked else "expired" if token.expires_at <= call.state.now() else "active"
    return json_reply(
        {
            "active": status == "active",
            "client_id": token.client_id,
            "authorized_at": int(token.created_at),
            "created_at": int(token.created_at),
            "status": status,
            "expires_at": int(token.expires_at),
            "scope": ",".join(sorted(token.scopes)),
            "auth_type": "3L",
        }
    )


def revoke(call: Call) -> Response:
    """Take a token back, as the person does from her settings."""
    if refusal := _client_refusal(call.request, call.state):
        return refusal
    token = tokens.find_token(call.state, call.request.form.get("token", ""))
    if token is None:
        return _refused("The token is not valid")
    with call.state.lock:
        token.revoked = True
        call.state.save()
    return json_reply({})


def userinfo(call: Call) -> Response:
    """Say who the person is, no version header needed."""
    token = tokens.bearer(call.request, call.state)
    if isinstance(token, Response):
        return token
    scopes = tokens.scopes_of(token, call.state)
    member = call.state.member(token.sub)
    if "openid" not in scopes or member is None:
        return refusals.denied("userinfo.GET.NO_VERSION")
    body: dict[str, object] = {"sub": member.sub}
    if "profile" in scopes:
        body |= {
            "name": member.name,
            "given_name": member.given_name,
            "family_name": member.family_name,
            "locale": {"country": "CA", "language": "fr"},
        }
    if "email" in scopes:
        body |= {"email": member.email, "email_verified": True}
    return json_reply(body)
