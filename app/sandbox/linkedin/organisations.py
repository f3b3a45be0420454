"""Pages: who administers which, and what a token may do for one. The reads are UNVERIFIED in the contract."""

from __future__ import annotations

from werkzeug.wrappers import Response

from app.sandbox.calls import Call, json_reply
from app.sandbox.linkedin import refusals, tokens
from app.sandbox.records import Token
from app.sandbox.state import SandboxState

PREFIX = "urn:li:organization:"
NAMES = {"5001001": "Bistro du Quai (page)", "5001002": "Les Ateliers du Fleuve (page)"}
ADMINISTRATORS = {"5001001": {"sbx7Camille"}, "5001002": {"sbx7Camille", "sbx7Olivier"}}


def administers(sub: str, urn: str) -> bool:
    """Tell whether a member administers a page."""
    return urn.startswith(PREFIX) and sub in ADMINISTRATORS.get(urn.removeprefix(PREFIX), set())


def may(token: Token, state: SandboxState, verb: str, author: str) -> bool:
    """Tell whether a token may read (r) or write (w) what an author signs."""
    scopes = tokens.scopes_of(token, state)
    if author == f"urn:li:person:{token.sub}":
        return f"{verb}_member_social" in scopes
    return f"{verb}_organization_social" in scopes and administers(token.sub, author)


def name_of(urn: str) -> str:
    """Give the name of a page; empty for anything else."""
    return NAMES.get(urn.removeprefix(PREFIX), "") if urn.startswith(PREFIX) else ""


def list_mine(call: Call, token: Token) -> Response:
    """Answer the pages a member administers."""
    if "rw_organization_admin" not in tokens.scopes_of(token, call.state):
        return refusals.denied("organizationAcls.FINDER-roleAssignee.20260901")
    if call.request.args.get("q") != "roleAssignee":
        return refusals.invalid("The finder takes q=roleAssignee")
    rows = [
        {"organization": f"{PREFIX}{number}", "role": "ADMINISTRATOR", "state": "APPROVED",
         "roleAssignee": f"urn:li:person:{token.sub}"}
        for number, people in ADMINISTRATORS.items() if token.sub in people
    ]  # fmt: skip
    return json_reply({"elements": rows, "paging": {"start": 0, "count": len(rows), "links": []}})


def read(call: Call, token: Token, urn: str) -> Response:
    """Answer one page."""
    if not administers(token.sub, f"{PREFIX}{urn}") or "rw_organization_admin" not in tokens.scopes_of(
        token, call.state
    ):
        return refusals.denied("organizations.GET.20260901")
    return json_reply({"id": int(urn), "localizedName": NAMES[urn], "vanityName": f"page-{urn}"})
