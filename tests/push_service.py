"""A push service on loopback, and a browser behind it that opens what it is sent as RFC 8291 says."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.providers import scripted


def text_of(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def bytes_of(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _hmac(key: bytes, message: bytes) -> bytes:
    made = hmac.HMAC(key, hashes.SHA256())
    made.update(message)
    return made.finalize()


@dataclass
class Phone:
    """A browser that said yes."""

    path: str = "/push/phone-1"
    secret: bytes = field(default_factory=lambda: os.urandom(16))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    @property
    def point(self) -> bytes:
        return self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    def form(self, base: str) -> dict[str, str]:
        """What the page sends when she says yes."""
        return {"endpoint": base + self.path, "p256dh": text_of(self.point), "auth": text_of(self.secret)}

    def open(self, sealed: bytes) -> bytes:
        """Open a message, by the steps of RFC 8291, 3.4."""
        salt, size, length = sealed[:16], int.from_bytes(sealed[16:20], "big"), sealed[20]
        theirs, body = sealed[21 : 21 + length], sealed[21 + length :]
        assert len(sealed) <= 4096 and len(body) <= size
        shared = self.key.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs))
        first = _hmac(self.secret, shared)
        secret = _hmac(first, b"WebPush: info\0" + self.point + theirs + b"\1")
        second = _hmac(salt, secret)
        content_key = _hmac(second, b"Content-Encoding: aes128gcm\0\1")[:16]
        nonce = _hmac(second, b"Content-Encoding: nonce\0\1")[:12]
        opened = AESGCM(content_key).decrypt(nonce, body, None)
        return opened.rstrip(b"\0").removesuffix(b"\2")


@dataclass
class Received:
    path: str
    headers: Mapping[str, str]
    body: bytes

    def signer(self) -> tuple[dict[str, Any], str]:
        """Check the signature; return what is claimed, and the public key it was checked with."""
        scheme, _, rest = self.headers["authorization"].partition(" ")
        parts = dict(part.strip().split("=", 1) for part in rest.split(","))
        assert scheme == "vapid"
        head, claims, signature = parts["t"].split(".")
        raw = bytes_of(signature)
        der = utils.encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
        public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), bytes_of(parts["k"]))
        public.verify(der, f"{head}.{claims}".encode(), ec.ECDSA(hashes.SHA256()))
        assert json.loads(bytes_of(head)) == {"typ": "JWT", "alg": "ES256"}
        return json.loads(bytes_of(claims)), parts["k"]


@dataclass
class PushService:
    """What was sent, and what to answer next: statuses in turn, then 201."""

    url: str = ""
    received: list[Received] = field(default_factory=list)
    answers: list[tuple[int, dict[str, str]]] = field(default_factory=list)

    def answer(self, message: scripted.Received) -> scripted.Reply:
        self.received.append(Received(message.path, message.headers, message.body))
        status, more = self.answers.pop(0) if self.answers else (201, {})
        return scripted.Reply(status, headers=more)


@contextmanager
def running() -> Iterator[PushService]:
    """Run a push service on a free port."""
    service = PushService()
    with scripted.scripted(service.answer) as server:
        service.url = server.url
        yield service
