"""OAuth 2.0 as Authlib speaks it, on our own HTTP door: its time-outs, its size cap and its typed failures hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import requests
from authlib.integrations.requests_client import OAuth2Session
from requests.adapters import BaseAdapter

from app.providers.http import Answer, Call, HttpDoor

# Where the application's own keys go (RFC 6749, 2.3.1); LinkedIn takes them nowhere else.
IN_THE_FORM = "client_secret_post"
# Raises for an answer that is no token; what it lets through, Authlib reads.
Check = Callable[[Answer], None]


class OAuthClient:
    """One application at one network. A code verifier given to the consent (PKCE S256) is asked for again."""

    def __init__(self, door: HttpDoor, client_id: str, client_secret: str, redirect_uri: str = "") -> None:
        session = OAuth2Session(
            client_id,
            client_secret,
            redirect_uri=redirect_uri or None,
            token_endpoint_auth_method=IN_THE_FORM,
            revocation_endpoint_auth_method=IN_THE_FORM,
            code_challenge_method="S256",
        )
        session.trust_env = False
        for scheme in ("https://", "http://"):
            session.mount(scheme, _DoorAdapter(door))
        self._session = session

    def consent_url(self, url: str, state: str, scopes: Sequence[str], verifier: str = "") -> str:
        """Return the address of a consent page."""
        address, _state = self._session.create_authorization_url(
            url, state=state, code_verifier=verifier or None, scope=" ".join(scopes)
        )
        # A blank may be written two ways; the networks' own examples use this one.
        return str(address).replace("+", "%20")

    def exchange(self, url: str, code: str, check: Check, verifier: str = "") -> Mapping[str, Any]:
        """Trade a code for tokens; raises ProviderError, and what `check` does."""
        self._check_with("access_token_response", check)
        given = {"code_verifier": verifier} if verifier else {}
        found: Mapping[str, Any] = self._session.fetch_token(
            url, code=code, grant_type="authorization_code", allow_redirects=False, **given
        )
        return found

    def renew(self, url: str, refresh_token: str, check: Check) -> Mapping[str, Any]:
        """Trade a refresh token for tokens; raises ProviderError, and what `check` does."""
        self._check_with("refresh_token_response", check)
        found = self._session.refresh_token(url, refresh_token=refresh_token, allow_redirects=False)
        # Authlib repeats the one it was given where the network gave no other.
        return {name: value for name, value in found.items() if value != refresh_token}

    def revoke(self, url: str, token: str) -> Answer:
        """Have the network forget a token; raises ProviderError only where it was not heard."""
        return _answer(self._session.revoke_token(url, token=token, allow_redirects=False))

    def _check_with(self, hook: str, check: Check) -> None:
        def checked(response: requests.Response) -> requests.Response:
            check(_answer(response))
            return response

        self._session.register_compliance_hook(hook, checked)


def _answer(response: requests.Response) -> Answer:
    return Answer(response.status_code, response.headers, response.content)


class _DoorAdapter(BaseAdapter):
    """Carries a prepared request through our door: nothing of Authlib's or requests' own reaches the network."""

    def __init__(self, door: HttpDoor) -> None:
        super().__init__()
        self._door = door

    def send(self, request: requests.PreparedRequest, *_args: Any, **_options: Any) -> requests.Response:
        """Send a request, and dress its answer as requests does."""
        body = request.body
        kept = {name: value for name, value in request.headers.items() if name in ("Content-Type", "Accept")}
        sent = body.encode() if isinstance(body, str) else body
        answer = self._door.send(Call(request.method or "GET", request.url or "", kept, sent))
        response = requests.Response()
        response.status_code, response.url, response.request = answer.status, request.url or "", request
        response.headers = requests.structures.CaseInsensitiveDict(answer.headers)
        response._content = answer.content  # the only way to give a body that was read already
        return response

    def close(self) -> None:
        """Hold nothing: each call has a line of its own."""
