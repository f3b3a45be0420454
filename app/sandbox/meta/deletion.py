"""A member removes the application and asks that her data be erased: the call Meta then makes (contract 08)."""

from __future__ import annotations

import hmac
import json
import urllib.error
import urllib.parse
import urllib.request
from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import Any

from app.sandbox.linkedin.consent import is_nearby
from app.sandbox.meta import tokens
from app.sandbox.state import MEMBERS, SandboxState

PATIENCE_SECONDS = 10


def signed_request(secret: str, told: dict[str, Any]) -> str:
    """Sign what is told as Meta does: base64url without padding, the signature first."""
    payload = _plain(json.dumps(told).encode())
    return f"{_plain(hmac.new(secret.encode(), payload.encode(), sha256).digest())}.{payload}"


def send(state: SandboxState, address: str, member_id: str = "") -> dict[str, Any]:
    """Take back all a member gave, then call an application's address; return how it answered.

    Raises:
        ValueError: the address is not on this machine.
    """
    if not is_nearby(address):
        raise ValueError("url must be a place of this machine")
    member = state.member(member_id) or MEMBERS[0]
    client, secret = next(iter(state.settings.meta_apps.items()))
    tokens.revoke_owner(state, member.sub, client)
    told = {"algorithm": "HMAC-SHA256", "issued_at": int(state.now()), "user_id": member.sub}
    form = urllib.parse.urlencode({"signed_request": signed_request(secret, told)}).encode()
    try:
        with urllib.request.urlopen(address, form, timeout=PATIENCE_SECONDS) as answer:  # noqa: S310  # nosec B310  # is_nearby lets http through alone
            return {"status": answer.status, "answer": json.loads(answer.read())}
    except urllib.error.HTTPError as error:
        return {"status": error.code, "answer": error.read().decode(errors="replace")[:2000]}


def _plain(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()
