"""Facebook Login: one consent, then the Pages and the Instagram accounts linked to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode

from app.providers.contracts import Account, Grant, OpenedAccount
from app.providers.errors import ProviderError, Refused
from app.providers.http import Answer, Call, HttpDoor, redact, text_at
from app.providers.meta import wire
from app.providers.meta.wire import Graph

FACEBOOK, INSTAGRAM = "facebook", "instagram"
# Publish, read back what was published, and count it: nothing about people, messages or advertising.
SCOPES = (
    "pages_show_list", "pages_manage_posts", "pages_read_engagement", "read_insights",
    "instagram_basic", "instagram_content_publish", "instagram_manage_insights",
)  # fmt: skip
_PAGE_FIELDS = "id,name,access_token,tasks,instagram_business_account{id,username}"
_PAGES_AT_ONCE, _MOST_LISTS = "100", 5
# A long-lived token lasts about 60 days, and its answer may not say so.
_USUAL_LIFE = timedelta(days=60)


class MetaAuthorizer:
    """An Authorizer and an AccountChooser for one Meta application; both addresses end with the version."""

    def __init__(self, auth_url: str, graph_url: str, app_id: str, app_secret: str, user_agent: str) -> None:
        self._app_id, self._app_secret = app_id, app_secret
        self._dialog = f"{auth_url.rstrip('/')}/dialog/oauth"
        self._url = graph_url.rstrip("/")
        self._door = HttpDoor(user_agent, wire.LIMITS)
        self._graph = Graph(graph_url, app_secret, user_agent)

    def authorization_url(self, redirect_uri: str, state: str, verifier: str = "", *, for_pages: bool = False) -> str:
        """Return the address of the consent dialogue; it is always about Pages, and its contract has no PKCE."""
        asked = {
            "client_id": self._app_id,
            "redirect_uri": redirect_uri,
            "state": state,
            "response_type": "code",
            "scope": ",".join(SCOPES),
        }
        return f"{self._dialog}?{urlencode(asked, quote_via=quote)}"

    def exchange(self, code: str, redirect_uri: str, verifier: str = "") -> Grant:
        """Trade the code for a long-lived token of the person's.

        Raises:
            Refused: code "authorization_refused" (ask again) or "client_refused" (the operator's keys).
            ProviderError: Meta did not answer.
        """
        short = self._token({"redirect_uri": redirect_uri, "code": code}, code)
        long = self._token({"grant_type": "fb_exchange_token", "fb_exchange_token": _secret(short)}, _secret(short))
        token = _secret(long)
        worth = self._worth(token)
        lasts = long.get("expires_in")
        life = timedelta(seconds=lasts) if isinstance(lasts, int) and 0 < lasts < 10**9 else _USUAL_LIFE
        ends_at = datetime.now(UTC) + life
        # Pages' tokens have no end of their own: what ends them is the access to her account's content, after 90 days.
        data_ends = worth.get("data_access_expires_at")
        if isinstance(data_ends, int) and 0 < data_ends < 10**10:
            ends_at = datetime.fromtimestamp(data_ends, UTC)
        scopes = worth.get("scopes")
        granted = [each for each in scopes if isinstance(each, str)] if isinstance(scopes, list) else []
        return Grant(token, ends_at, tuple(granted), person_id=text_at(worth, "user_id"))

    def account(self, access_token: str) -> Account:
        """Return the person a token speaks for; raises ProviderError."""
        found = self._graph.get("me", access_token, "read the account", fields="id,name")
        who = text_at(found, "id")
        if not who:
            raise ProviderError("Meta named nobody", code="malformed", status=200)
        return Account(urn=who, name=text_at(found, "name"))

    def accounts(self, grant: Grant) -> Sequence[OpenedAccount]:
        """List the Pages she may publish on, each with its Instagram account, if any; raises ProviderError."""
        opened: list[OpenedAccount] = []
        after = ""
        for _ in range(_MOST_LISTS):
            asked = {"fields": _PAGE_FIELDS, "limit": _PAGES_AT_ONCE, **({"after": after} if after else {})}
            found = self._graph.get("me/accounts", grant.access_token, "list the Pages", **asked)
            rows = found.get("data")
            for row in rows if isinstance(rows, list) else []:
                opened += _opened(row, grant) if isinstance(row, dict) else []
            after = _next(found)
            if not after:
                break
        return opened

    def revoke(self, token: str) -> None:
        """Make Meta forget what a person allowed.

        A Page's token takes nothing back by itself, and closing one Page must not close her others: Meta then answers
        with an error that is fine here, since ours is forgotten all the same.
        """
        answer = self._graph.delete("me/permissions", token)
        error = wire.error_of(answer)
        if answer.status != 200 and error.code not in {100, 190, 200, 210, 2500}:
            raise wire.failure(answer, "revoke the token", (token, self._app_secret))

    def _token(self, asked: dict[str, str], secret: str) -> dict[str, Any]:
        keys = {"client_id": self._app_id, "client_secret": self._app_secret}
        query = urlencode({**asked, **keys}, quote_via=quote)
        answer = self._door.send(Call("GET", f"{self._url}/oauth/access_token?{query}"))
        if answer.status != 200:
            raise self._refusal(answer, secret)
        found = answer.json_object()
        if not _secret(found):
            raise ProviderError("Meta gave no token", code="malformed", status=200)
        return found

    def _worth(self, token: str) -> dict[str, Any]:
        query = urlencode({"input_token": token, "access_token": f"{self._app_id}|{self._app_secret}"}, quote_via=quote)
        answer = self._door.send(Call("GET", f"{self._url}/debug_token?{query}"))
        if answer.status != 200:
            raise wire.failure(answer, "examine the token", (token, self._app_secret))
        found = answer.json_object().get("data")
        return found if isinstance(found, dict) else {}

    def _refusal(self, answer: Answer, secret: str) -> ProviderError:
        error, secrets = wire.error_of(answer), (self._app_secret, secret)
        if error.code == 2 or error.is_transient or error.code == 0:
            return wire.failure(answer, "exchange the code", secrets)
        # 1 « Error validating client secret », 101 « Error validating application » (k).
        code = "client_refused" if error.code in {1, 101} else "authorization_refused"
        message = redact(f"exchange the code: {answer.status} {error.code} {error.message}", secrets)
        return Refused(message, code=code, status=answer.status)


def _opened(row: dict[str, Any], grant: Grant) -> list[OpenedAccount]:
    token, page, tasks = text_at(row, "access_token"), text_at(row, "id"), row.get("tasks")
    if not token or not page or (isinstance(tasks, list) and "CREATE_CONTENT" not in tasks):
        return []
    own = Grant(token, grant.expires_at, grant.scopes, person_id=grant.person_id)
    found = [OpenedAccount(FACEBOOK, Account(page, text_at(row, "name"), kind="page"), own)]
    linked = row.get("instagram_business_account")
    if isinstance(linked, dict) and text_at(linked, "id"):
        handle = text_at(linked, "username")
        name = f"@{handle}" if handle else text_at(row, "name")
        found.append(OpenedAccount(INSTAGRAM, Account(text_at(linked, "id"), name, kind="page"), own))
    return found


def _next(found: dict[str, Any]) -> str:
    paging = found.get("paging")
    if not isinstance(paging, dict) or not paging.get("next"):
        return ""
    cursors = paging.get("cursors")
    return text_at(cursors, "after") if isinstance(cursors, dict) else ""


def _secret(found: dict[str, Any]) -> str:
    return text_at(found, "access_token")
