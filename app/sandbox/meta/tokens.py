"""Users' and Pages' tokens: given, read, proved, taken back. Only fingerprints are kept."""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256

from werkzeug.wrappers import Request, Response

from app.sandbox.linkedin.tokens import find_token, fingerprint
from app.sandbox.meta import refusals
from app.sandbox.records import Token
from app.sandbox.state import SandboxState

DAY = 86_400.0
SHORT, LONG, PAGE = "meta_short", "meta_long", "meta_page"
SHORT_SECONDS = 3600.0 * 1.5
# Pages' tokens made from a long-lived one do not expire by time.
NEVER = 4_000_000_000.0
SCOPES = frozenset(
    {
        "pages_show_list", "pages_manage_posts", "pages_manage_engagement", "pages_read_engagement",
        "pages_read_user_content", "pages_manage_metadata", "pages_messaging", "read_insights", "business_management",
        "instagram_basic", "instagram_content_publish", "instagram_manage_comments", "instagram_manage_messages",
        "instagram_manage_insights", "leads_retrieval", "ads_read",
    }
)  # fmt: skip


def keep(state: SandboxState, token: Token) -> str:
    """Give a token its secret, and remember it."""
    secret = "EAA" + secrets.token_hex(90)
    with state.lock:
        state.tokens[fingerprint(secret)] = token
        state.save()
    return secret


def data_ends_at(token: Token) -> float:
    """Return when the access to its person's content ends, and every Page's token made from it with it."""
    return token.created_at + 90 * DAY


def is_alive(token: Token, moment: float) -> bool:
    """Tell whether no end of a token has come; a Page's has the one of the access to content alone."""
    return token.expires_at > moment and (token.kind != PAGE or data_ends_at(token) > moment)


def page_token(state: SandboxState, user: Token, page_id: str) -> str:
    """Give the token of a Page its user runs."""
    until = NEVER if user.kind == LONG else user.expires_at
    token = Token(PAGE, page_id, user.client_id, list(user.scopes), user.created_at, until, owner=user.owner)
    return keep(state, token)


def entrance(request: Request, state: SandboxState) -> Token | Response:
    """Read the token and its proof: the living token, or the refusal."""
    kind, _, secret = request.headers.get("Authorization", "").partition(" ")
    if kind != "Bearer":
        secret = str(request.values.get("access_token", ""))
    if not secret:
        return refusals.no_token()
    token = find_token(state, secret.strip())
    if token is None or not token.kind.startswith("meta_"):
        return refusals.dead_token()
    if token.revoked:
        return refusals.dead_token(458)
    if not is_alive(token, state.now()):
        return refusals.dead_token(463)
    return _proof_refusal(request, state, token, secret) or token


def _proof_refusal(request: Request, state: SandboxState, token: Token, secret: str) -> Response | None:
    # appsecret_proof (k): a server proves that it holds the application's secret, call after call.
    body = request.get_json(silent=True) if request.mimetype == "application/json" else None
    given = request.values.get("appsecret_proof") or (body.get("appsecret_proof") if isinstance(body, dict) else "")
    if not given:
        return refusals.invalid("API calls from the server require an appsecret_proof argument")
    ours = state.settings.meta_apps.get(token.client_id, "")
    wanted = hmac.new(ours.encode(), secret.encode(), sha256).hexdigest()
    if not hmac.compare_digest(str(given).encode(), wanted.encode()):
        return refusals.invalid("Invalid appsecret_proof provided in the API argument")
    return None


def revoke_owner(state: SandboxState, owner: str, client_id: str) -> None:
    """Take back all a person gave an application: her tokens and those of her Pages."""
    with state.lock:
        for token in state.tokens.values():
            if token.kind.startswith("meta_") and (token.owner, token.client_id) == (owner, client_id):
                token.revoked = True
        state.save()
