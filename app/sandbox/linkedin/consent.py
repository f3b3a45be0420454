"""The consent page: a person says yes or no, without a line of script."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlencode, urlsplit

from werkzeug.datastructures import MultiDict
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from app.sandbox.calls import Call
from app.sandbox.linkedin import tokens
from app.sandbox.pages.rendering import page
from app.sandbox.records import Code
from app.sandbox.state import MEMBERS, SandboxState

REQUEST_FIELDS = (
    "response_type", "client_id", "redirect_uri", "state", "scope", "code_challenge", "code_challenge_method",
)  # fmt: skip


def authorization(call: Call) -> Response:
    """Show the page on GET; on POST send the person back with a code or a refusal."""
    asked: MultiDict[str, str] = call.request.form if call.request.method == "POST" else call.request.args
    state = call.state
    if reason := _page_reason(asked, state):
        return page("consent_error.html", status=400, reason=reason)
    if error := _redirect_reason(asked, state):
        return reply(asked, error=error[0], error_description=error[1])
    scopes = asked["scope"].split()
    if call.request.method != "POST":
        kept = {name: asked.get(name, "") for name in REQUEST_FIELDS}
        return page("consent.html", kept=kept, scopes=scopes, members=MEMBERS, client=asked["client_id"])
    if asked.get("decision") != "allow":
        return reply(asked, error="user_cancelled_authorize", error_description="The user cancelled the authorization")
    member = state.member(asked.get("member", "")) or MEMBERS[0]
    expires_at = state.now() + state.settings.linkedin_code_seconds
    challenge = asked.get("code_challenge", "")
    code = Code(member.sub, asked["client_id"], asked["redirect_uri"], scopes, expires_at, challenge=challenge)
    return reply(asked, code=tokens.new_code(state, code))


def _page_reason(asked: MultiDict[str, str], state: SandboxState) -> str:
    # These two are shown to the person: sending her to an address nobody vouches for would be unsafe.
    client, address = asked.get("client_id", ""), asked.get("redirect_uri", "")
    clients = state.settings.linkedin_clients
    if not client or (clients and client not in clients):
        return "client"
    registered = state.settings.linkedin_redirect_uris
    if not address or (registered and address not in registered) or (not registered and not is_nearby(address)):
        return "redirect"
    return ""


def _redirect_reason(asked: MultiDict[str, str], state: SandboxState) -> tuple[str, str] | None:
    if asked.get("response_type") != "code":
        return "invalid_request", 'A required parameter "response_type" is missing or is not "code"'
    if not asked.get("scope", "").strip():
        return "invalid_request", 'A required parameter "scope" is missing'
    # The contract says nothing of PKCE for a web application (UNVERIFIED): given, it is held to; absent, not missed.
    if asked.get("code_challenge") and asked.get("code_challenge_method") != "S256":
        return "invalid_request", 'The parameter "code_challenge_method" has to be "S256"'
    allowed = {*tokens.SELF_SERVE, *state.settings.linkedin_extra_scopes}
    for scope in asked["scope"].split():
        if scope not in allowed:
            return "unauthorized_scope_error", f'Scope "{scope}" is not authorized for your application'
    return None


def is_nearby(address: str) -> bool:
    """Tell whether an address is of this computer or of a network of one's own."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or parts.fragment:
        return False
    if parts.hostname == "localhost":
        return True
    try:
        return ipaddress.ip_address(parts.hostname or "").is_private
    except ValueError:
        return False


def reply(asked: MultiDict[str, str], **answer: str) -> Response:
    """Send the browser back where it came from, with an answer and the state it brought."""
    if asked.get("state"):
        answer["state"] = asked["state"]
    address = asked["redirect_uri"]
    return redirect(f"{address}{'&' if '?' in address else '?'}{urlencode(answer)}", code=303)
