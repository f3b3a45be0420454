"""Who a user's token speaks for, her Pages, and her taking it all back."""

from __future__ import annotations

from typing import Any

from werkzeug.wrappers import Response

from app.sandbox.calls import Call, json_reply
from app.sandbox.meta import parameters, refusals, tokens
from app.sandbox.meta.accounts import MetaPage, pages_of
from app.sandbox.records import Token

PAGE_FIELDS = ("id", "name", "access_token", "tasks", "instagram_business_account", "category", "picture")


def me(call: Call, token: Token) -> Response:
    """Answer the person, or the Page, a token speaks for."""
    given = parameters.read(call.request, ("fields",))
    if isinstance(given, Response):
        return given
    names = parameters.fields(given, ("id", "name"))
    if isinstance(names, Response):
        return names
    member = call.state.member(token.owner)
    known = {"id": token.sub, "name": member.name if member else token.sub}
    return json_reply({name: known[name] for name in {"id", *(names or ["name"])}})


def accounts(call: Call, token: Token) -> Response:
    """List the Pages she ticked, each with a token of its own."""
    if token.kind == tokens.PAGE:
        return refusals.invalid("Tried accessing nonexisting field (accounts) on node type (Page)")
    if "pages_show_list" not in token.scopes:
        return refusals.denied("pages_show_list")
    given = parameters.read(call.request, ("fields", "limit", "after"))
    if isinstance(given, Response):
        return given
    names = parameters.fields(given, PAGE_FIELDS)
    if isinstance(names, Response):
        return names
    limit, start = int(given.get("limit", 25)), int(given.get("after", 0))
    every = pages_of(token)
    rows = [_row(call, token, page, names) for page in every[start : start + limit]]
    body: dict[str, Any] = {"data": rows, "paging": {"cursors": {"before": str(start), "after": str(start + limit)}}}
    if start + limit < len(every):
        body["paging"]["next"] = f"{call.request.base_url}?after={start + limit}&limit={limit}"
    return json_reply(body)


def _row(call: Call, token: Token, page: MetaPage, names: list[str]) -> dict[str, Any]:
    row: dict[str, Any] = {"id": page.id}
    for name in names:
        if name == "name":
            row[name] = page.name
        elif name == "tasks":
            row[name] = list(page.tasks)
        elif name == "access_token" and "CREATE_CONTENT" in page.tasks:
            row[name] = tokens.page_token(call.state, token, page.id)
        elif name == "instagram_business_account" and page.instagram_id and "instagram_basic" in token.scopes:
            row[name] = {"id": page.instagram_id}
            if "instagram_business_account{" in str(call.request.args.get("fields", "")):
                row[name]["username"] = page.instagram_name
    return row


def permissions(call: Call, token: Token) -> Response:
    """Take back everything (DELETE)."""
    if token.kind == tokens.PAGE:
        return refusals.invalid("Tried accessing nonexisting field (permissions) on node type (Page)")
    given = parameters.read(call.request, ())
    if isinstance(given, Response):
        return given
    tokens.revoke_owner(call.state, token.owner, token.client_id)
    return json_reply({"success": True})
