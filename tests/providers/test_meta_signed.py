"""What Meta signs is believed; what anybody else writes is not."""

from __future__ import annotations

import hmac
import json
from base64 import urlsafe_b64encode
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import pytest

from app.providers.meta import signed
from app.providers.meta.signed import SignedRefused

SECRET, NOW = "un secret", datetime(2026, 11, 21, 17, tzinfo=UTC)
TOLD = {"algorithm": "HMAC-SHA256", "issued_at": int(NOW.timestamp()), "user_id": "218471"}


def plain(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()


def request(told: Any = TOLD, secret: str = SECRET) -> str:
    payload = plain(json.dumps(told).encode() if not isinstance(told, bytes) else told)
    return f"{plain(hmac.new(secret.encode(), payload.encode(), sha256).digest())}.{payload}"


def refusal(text: str) -> str:
    with pytest.raises(SignedRefused) as refused:
        signed.read(text, SECRET, NOW)
    return refused.value.code


def test_what_meta_signs_names_its_person() -> None:
    assert signed.read(request(), SECRET, NOW).user_id == "218471"
    assert signed.read(request(TOLD | {"algorithm": "hmac-sha256"}), SECRET, NOW).user_id == "218471"


def test_sent_again_it_is_known_again_however_it_is_spelled() -> None:
    first = signed.read(request(), SECRET, NOW)
    signature, _, payload = request().partition(".")
    assert signed.read(f"{signature}=.{payload}", SECRET, NOW).proof == first.proof


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "malformed"),
        ("abc", "malformed"),
        (".abc", "malformed"),
        ("abc.", "malformed"),
        ("é.é", "malformed"),
        ("a b.c", "malformed"),
        ("x" * 5000, "too_long"),
        (request(secret="un autre"), "forged"),
        (request().replace(".", ".A", 1), "forged"),
        (request(b"pas du JSON"), "malformed"),
        (request(b"[" * 2000), "malformed"),
        (request(["218471"]), "malformed"),
        (request(TOLD | {"algorithm": "none"}), "malformed"),
        (request(TOLD | {"user_id": 218471}), "malformed"),
        (request(TOLD | {"user_id": ""}), "malformed"),
        (request(TOLD | {"user_id": "1" * 65}), "malformed"),
        (request({"algorithm": "HMAC-SHA256", "user_id": "218471"}), "malformed"),
        (request(TOLD | {"issued_at": True}), "malformed"),
        (request(TOLD | {"issued_at": TOLD["issued_at"] - 86_401}), "stale"),
        (request(TOLD | {"issued_at": TOLD["issued_at"] + 3600}), "stale"),
        (request(TOLD | {"issued_at": 10**400}), "stale"),
    ],
)
def test_what_proves_nothing_is_refused(text: str, code: str) -> None:
    assert refusal(text) == code
