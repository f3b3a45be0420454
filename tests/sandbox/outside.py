"""Calls to the sandbox over real sockets, as any client would make them."""

from __future__ import annotations

import io
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import requests
from PIL import Image

from app.sandbox.server import RunningSandbox

AGENT = "AstroGrowth/1.0 (+https://astrogrowth.example; exploitation@astrogrowth.example)"
SELF_SERVE = "openid profile email w_member_social"
CALLBACK = "http://127.0.0.1:9/auth/linkedin/callback"
CLIENT = {"client_id": "sandbox-client", "client_secret": "sandbox-secret"}


def picture(format: str = "PNG") -> bytes:
    """Draw a small picture."""
    out = io.BytesIO()
    Image.new("RGB", (120, 63), (180, 60, 20)).save(out, format)
    return out.getvalue()


class Outside:
    """Everything a test asks of the sandbox."""

    def __init__(self, sandbox: RunningSandbox) -> None:
        self.sandbox = sandbox
        self.url = sandbox.url

    # Overpass

    def overpass(self, query: str, agent: str | None = AGENT, **options: Any) -> requests.Response:
        return requests.post(
            f"{self.url}/api/interpreter", data={"data": query}, headers={"User-Agent": agent}, timeout=10, **options
        )

    def elements(self, query: str) -> list[dict[str, Any]]:
        answer = self.overpass(query)
        assert answer.status_code == 200, answer.text
        assert "remark" not in answer.json(), answer.json()["remark"]
        found: list[dict[str, Any]] = answer.json()["elements"]
        return found

    # Orders and observations

    def behave(self, service: str, what: str, **more: Any) -> None:
        order = {"service": service, "what": what, **more}
        answer = requests.post(f"{self.url}/_sandbox/behave", json=order, timeout=5)
        assert answer.status_code == 201, answer.text

    def posts(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = requests.get(f"{self.url}/_sandbox/posts", timeout=5).json()["items"]
        return found

    # LinkedIn

    def consent(self, scope: str = SELF_SERVE, **changes: str) -> requests.Response:
        asked = {
            "response_type": "code",
            "client_id": CLIENT["client_id"],
            "redirect_uri": CALLBACK,
            "state": "état-1",
            "scope": scope,
            "decision": "allow",
        }
        form = {name: value for name, value in (asked | changes).items() if value}
        return requests.post(f"{self.url}/oauth/v2/authorization", data=form, allow_redirects=False, timeout=5)

    def code(self, scope: str = SELF_SERVE, **changes: str) -> str:
        back = parse_qs(urlsplit(self.consent(scope, **changes).headers["Location"]).query)
        return back["code"][0]

    def exchange(self, **changes: str) -> requests.Response:
        form = {"grant_type": "authorization_code", "redirect_uri": CALLBACK, **CLIENT} | changes
        return requests.post(f"{self.url}/oauth/v2/accessToken", data=form, timeout=5)

    def token(self, scope: str = SELF_SERVE, **changes: str) -> str:
        granted = self.exchange(code=self.code(scope, **changes))
        assert granted.status_code == 200, granted.text
        return str(granted.json()["access_token"])

    def me(self, token: str) -> str:
        headers = {"Authorization": f"Bearer {token}"}
        return f"urn:li:person:{requests.get(f'{self.url}/v2/userinfo', headers=headers, timeout=5).json()['sub']}"

    def rest(self, method: str, path: str, token: str, **options: Any) -> requests.Response:
        headers = {
            "Authorization": f"Bearer {token}",
            "LinkedIn-Version": "202609",
            "X-Restli-Protocol-Version": "2.0.0",
        } | options.pop("headers", {})
        headers = {name: value for name, value in headers.items() if value is not None}
        return requests.request(method, f"{self.url}/rest/{path}", headers=headers, timeout=5, **options)

    def announce(self, token: str) -> dict[str, Any]:
        body = {"initializeUploadRequest": {"owner": self.me(token)}}
        answer = self.rest("POST", "images?action=initializeUpload", token, json=body)
        assert answer.status_code == 200, answer.text
        value: dict[str, Any] = answer.json()["value"]
        return value

    def upload(self, token: str, content: bytes | None = None) -> str:
        value = self.announce(token)
        sent = requests.put(
            value["uploadUrl"], data=content or picture(), headers={"Authorization": f"Bearer {token}"}, timeout=5
        )
        assert sent.status_code == 201, sent.text
        return str(value["image"])

    def post_body(self, token: str, commentary: str, **changes: Any) -> dict[str, Any]:
        return {
            "author": self.me(token),
            "commentary": commentary,
            "visibility": "PUBLIC",
            "distribution": {
                "feedDistribution": "MAIN_FEED",
                "targetEntities": [],
                "thirdPartyDistributionChannels": [],
            },
            "lifecycleState": "PUBLISHED",
            "isReshareDisabledByAuthor": False,
        } | changes

    def publish(self, token: str, commentary: str, **changes: Any) -> requests.Response:
        return self.rest("POST", "posts", token, json=self.post_body(token, commentary, **changes))


def in_path(urn: str) -> str:
    """Encode a URN for a path."""
    return quote(urn, safe="")
