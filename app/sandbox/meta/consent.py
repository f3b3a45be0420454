"""The consent dialogue: which person, which of her Pages, yes or no; without a line of script."""

from __future__ import annotations

from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from app.sandbox.calls import Call
from app.sandbox.linkedin import tokens as codes
from app.sandbox.linkedin.consent import is_nearby, reply
from app.sandbox.meta import tokens
from app.sandbox.meta.accounts import PAGES
from app.sandbox.pages.rendering import page
from app.sandbox.records import Code
from app.sandbox.state import MEMBERS, SandboxState

REQUEST_FIELDS = ("response_type", "client_id", "redirect_uri", "state", "scope")


def dialog(call: Call, version: str) -> Response:
    """Show the dialogue on GET; on POST send the person back with a code or a refusal."""
    asked: MultiDict[str, str] = call.request.form if call.request.method == "POST" else call.request.args
    if reason := _reason(asked, call.state):
        return page("meta_consent_error.html", status=400, reason=reason)
    scopes = asked["scope"].split(",")
    if call.request.method != "POST":
        kept = {name: asked.get(name, "") for name in REQUEST_FIELDS}
        return page(
            "meta_consent.html", kept=kept, scopes=scopes, members=MEMBERS, pages=PAGES, client=asked["client_id"],
            version=version,
        )  # fmt: skip
    if asked.get("decision") != "allow":
        return reply(asked, error="access_denied", error_reason="user_denied", error_description="Permissions error")
    member = call.state.member(asked.get("member", "")) or MEMBERS[0]
    ticked = asked.getlist("pages") or [each.id for each in PAGES if each.owner == member.sub]
    granted = [scope for scope in scopes if scope not in call.state.settings.meta_declined_scopes]
    until = call.state.now() + call.state.settings.meta_code_seconds
    code = Code(member.sub, asked["client_id"], asked["redirect_uri"], granted, until, pages=ticked)
    return reply(asked, code=codes.new_code(call.state, code))


def _reason(asked: MultiDict[str, str], state: SandboxState) -> str:
    if asked.get("client_id", "") not in state.settings.meta_apps:
        return "client_id"
    if not asked.get("redirect_uri") or not is_nearby(asked["redirect_uri"]):
        return "redirect_uri"
    if asked.get("response_type", "code") != "code":
        return "response_type"
    # Comma separated: with spaces the whole reads as one scope that does not exist.
    if not set(filter(None, asked.get("scope", "").split(","))) or set(asked["scope"].split(",")) - tokens.SCOPES:
        return "scope"
    return ""
