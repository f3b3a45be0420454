"""LinkedIn's OAuth 2.0, with the scopes that need no partnership."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from app.providers.contracts import Account, Grant
from app.providers.errors import ProviderError, Refused
from app.providers.http import Answer, Call, HttpDoor, error_for, redact, text_at
from app.providers.linkedin import wire
from app.providers.oauth import OAuthClient

SCOPES = ("openid", "profile", "email", "w_member_social")
# Of the Community Management API: asked only of a person who chose to publish as a page, and refused to
# applications LinkedIn has not approved (contract 05, 2026-11-21).
PAGE_SCOPES = ("w_organization_social", "r_organization_social", "rw_organization_admin")


class LinkedInAuthorizer:
    """An Authorizer and a TokenRenewer for one LinkedIn application."""

    def __init__(self, auth_url: str, api_url: str, client_id: str, client_secret: str, user_agent: str) -> None:
        self._auth_url = f"{auth_url.rstrip('/')}/oauth/v2"
        self._api_url = api_url.rstrip("/")
        self._client_id = client_id
        self._client_secret = client_secret
        self._door = HttpDoor(user_agent, wire.LIMITS)

    def authorization_url(self, redirect_uri: str, state: str, verifier: str = "", *, for_pages: bool = False) -> str:
        """Return the address of LinkedIn's consent page; the scopes of a page are asked only for one."""
        scopes = (*SCOPES, *PAGE_SCOPES) if for_pages else SCOPES
        return self._client(redirect_uri).consent_url(f"{self._auth_url}/authorization", state, scopes, verifier)

    def exchange(self, code: str, redirect_uri: str, verifier: str = "") -> Grant:
        """Trade the code of the consent page for tokens.

        Raises:
            Refused: code "authorization_refused" (ask again) or "client_refused" (the operator's keys).
            ProviderError: LinkedIn did not answer.
        """
        url = f"{self._auth_url}/accessToken"
        return _grant(
            self._client(redirect_uri).exchange(url, code, lambda answer: self._check(answer, code), verifier)
        )

    def renew(self, refresh_token: str) -> Grant:
        """Trade a refresh token, which only approved partners are given, for another access.

        Raises:
            Refused: code "authorization_refused" (the person has to consent again) or "client_refused".
            ProviderError: LinkedIn did not answer.
        """
        url = f"{self._auth_url}/accessToken"
        return _grant(self._client().renew(url, refresh_token, lambda answer: self._check(answer, refresh_token)))

    def account(self, access_token: str) -> Account:
        """Return whom a token speaks for."""
        answer = self._door.send(Call("GET", f"{self._api_url}/v2/userinfo", wire.bearer(access_token)))
        if answer.status != 200:
            raise wire.failure(answer, "read the account", [access_token])
        found = answer.json_object()
        subject = text_at(found, "sub")
        if not subject:
            raise ProviderError("LinkedIn named nobody", code="malformed", status=200)
        name = text_at(found, "name") or f"{text_at(found, 'given_name')} {text_at(found, 'family_name')}".strip()
        picture = text_at(found, "picture")
        return Account(
            urn=f"urn:li:person:{subject}",
            name=name,
            email=text_at(found, "email"),
            picture_url=picture if picture.startswith("https://") else "",
        )

    def revoke(self, token: str) -> None:
        """Make LinkedIn forget a token; one it has already forgotten is fine."""
        answer = self._client().revoke(f"{self._auth_url}/revoke", token)
        if answer.status not in {200, 204, 400, 401}:
            raise error_for(answer, "revoke the token", [token, self._client_secret])

    def _client(self, redirect_uri: str = "") -> OAuthClient:
        return OAuthClient(self._door, self._client_id, self._client_secret, redirect_uri)

    def _check(self, answer: Answer, secret: str) -> None:
        if answer.status != 200:
            raise self._refusal(answer, secret)
        found = answer.json_object()
        if not text_at(found, "access_token") or _seconds(found, "expires_in") is None:
            raise ProviderError("LinkedIn gave no token", code="malformed", status=200)

    def _refusal(self, answer: Answer, code: str) -> ProviderError:
        secrets = [self._client_secret, code]
        if answer.status not in {400, 401}:
            return wire.failure(answer, "exchange the code", secrets)
        body = answer.json_object()
        word = text_at(body, "error")
        is_ours = answer.status == 401 or word in {"invalid_client", "unauthorized_client"}
        message = redact(f"exchange the code: {answer.status} {word} {text_at(body, 'error_description')}", secrets)
        return Refused(message, code="client_refused" if is_ours else "authorization_refused", status=answer.status)


def _grant(found: Mapping[str, Any]) -> Grant:
    now = datetime.now(UTC)
    refresh_lifetime = _seconds(found, "refresh_token_expires_in")
    return Grant(
        access_token=text_at(found, "access_token"),
        expires_at=now + (_seconds(found, "expires_in") or timedelta()),
        # Asked with spaces, answered with commas (contract 05, 2026-11-21).
        scopes=tuple(text_at(found, "scope").replace(",", " ").split()),
        refresh_token=text_at(found, "refresh_token"),
        refresh_expires_at=now + refresh_lifetime if refresh_lifetime else None,
    )


def _seconds(found: Mapping[str, Any], name: str) -> timedelta | None:
    value = found.get(name)
    if isinstance(value, str) and value.isascii() and value.isdigit():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 10**9:
        return None
    return timedelta(seconds=value)
