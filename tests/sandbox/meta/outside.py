"""Calls to the Graph's twin over real sockets, as any client would make them."""

from __future__ import annotations

import hmac
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests

from app.sandbox.records import Picture
from app.sandbox.server import RunningSandbox
from tests.sandbox.outside import picture

CALLBACK = "http://127.0.0.1:9/auth/facebook/callback"
APP = {"client_id": "sandbox-meta-app", "client_secret": "sandbox-meta-secret"}
SCOPES = (
    "pages_show_list,pages_manage_posts,pages_read_engagement,read_insights,"
    "instagram_basic,instagram_content_publish,instagram_manage_insights"
)
PAGE, OTHER_PAGE = "104000000000001", "104000000000003"
INSTAGRAM = "17841400000000001"


def proof(token: str) -> str:
    """Prove a token as a server does."""
    return hmac.new(APP["client_secret"].encode(), token.encode(), sha256).hexdigest()


class OutsideMeta:
    """Everything a test asks of the twin."""

    def __init__(self, sandbox: RunningSandbox) -> None:
        self.sandbox = sandbox
        self.url = f"{sandbox.url}/v26.0"

    def consent(self, **changes: Any) -> requests.Response:
        asked = {
            "response_type": "code",
            "client_id": APP["client_id"],
            "redirect_uri": CALLBACK,
            "state": "état-1",
            "scope": SCOPES,
            "decision": "allow",
        }
        form = {name: value for name, value in (asked | changes).items() if value}
        return requests.post(f"{self.url}/dialog/oauth", data=form, allow_redirects=False, timeout=5)

    def back(self, **changes: Any) -> dict[str, str]:
        answer = self.consent(**changes)
        assert answer.status_code == 303, answer.text
        found = parse_qs(urlsplit(answer.headers["Location"]).query)
        return {name: values[0] for name, values in found.items()}

    def exchange(self, **changes: str) -> requests.Response:
        asked = {**APP, "redirect_uri": CALLBACK} | changes
        asked = {name: value for name, value in asked.items() if value}
        return requests.get(f"{self.url}/oauth/access_token", params=asked, timeout=5)

    def lengthen(self, token: str, **changes: str) -> requests.Response:
        asked = {"grant_type": "fb_exchange_token", **APP, "fb_exchange_token": token} | changes
        return requests.get(f"{self.url}/oauth/access_token", params=asked, timeout=5)

    def user_token(self, **changes: Any) -> str:
        short = self.exchange(code=self.back(**changes)["code"]).json()["access_token"]
        return str(self.lengthen(short).json()["access_token"])

    def page_token(self, page: str = PAGE, **changes: Any) -> str:
        listed = self.call("GET", "me/accounts", self.user_token(**changes), fields="access_token").json()
        return next(str(row["access_token"]) for row in listed["data"] if row["id"] == page)

    def call(self, method: str, path: str, token: str, **parameters: Any) -> requests.Response:
        sent = {"appsecret_proof": proof(token)} | parameters
        sent = {name: value for name, value in sent.items() if value is not None}
        where: dict[str, Any] = {"json": sent} if method == "POST" else {"params": sent}
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return requests.request(method, f"{self.url}/{path}", headers=headers, timeout=5, **where)

    def photo(self, token: str, content: bytes | None = None, **fields: str) -> requests.Response:
        return requests.post(
            f"{self.url}/{PAGE}/photos",
            data={"appsecret_proof": proof(token)} | fields,
            files={"source": ("image.jpg", content or picture("JPEG"), "image/jpeg")},
            headers={"Authorization": f"Bearer {token}"},
            timeout=5,
        )

    def public_picture(self, content: bytes | None = None, media_type: str = "image/jpeg") -> str:
        """Serve a picture to whoever asks, and give its address."""
        state, urn = self.sandbox.state, f"public{self.sandbox.state.next_number()}"
        state.put_blob(urn, content or picture("JPEG"))
        state.pictures[urn] = Picture(urn, "anyone", state.now(), state.now(), media_type)
        return f"{self.sandbox.url}/media/{urn}"

    def container(self, token: str, **changes: Any) -> requests.Response:
        asked = {"image_url": self.public_picture(), "caption": "Bonjour"} | changes
        return self.call("POST", f"{INSTAGRAM}/media", token, **asked)

    def status(self, token: str, container: str) -> str:
        found = self.call("GET", container, token, fields="status_code,status").json()
        return str(found["status_code"])

    def behave(self, what: str, **more: Any) -> None:
        order = {"service": "meta", "what": what, **more}
        answer = requests.post(f"{self.sandbox.url}/_sandbox/behave", json=order, timeout=5)
        assert answer.status_code == 201, answer.text


def code_of(answer: requests.Response) -> int:
    """Give the code of an error, which is what counts."""
    return int(answer.json()["error"]["code"])
