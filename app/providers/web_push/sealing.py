"""Seal a message so that one browser alone can open it: RFC 8291, over the aes128gcm coding of RFC 8188."""

from __future__ import annotations

import os
import struct
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from app.providers.contracts import PushDevice

POINT_BYTES: Final = 65
SECRET_BYTES: Final = 16
SALT_BYTES: Final = 16
# Push services must take 4,096 bytes in all, headers and tag included (RFC 8030, 7.2).
MOST_BYTES: Final = 3_800
_RECORD_BYTES: Final = 4_096
_LAST_RECORD: Final = b"\x02"


def seal(
    body: bytes, device: PushDevice, *, salt: bytes | None = None, key: ec.EllipticCurvePrivateKey | None = None
) -> bytes:
    """Return the encrypted body of a request; `salt` and `key` are new for each message, given in tests alone.

    Raises:
        ValueError: the message is too long, or the browser's keys are no keys.
    """
    if len(body) > MOST_BYTES or len(device.secret) != SECRET_BYTES:
        raise ValueError("a message or a secret of the wrong length")
    salt = salt or os.urandom(SALT_BYTES)
    key = key or ec.generate_private_key(ec.SECP256R1())
    mine = point(key.public_key())
    shared = key.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), device.public_key))
    secret = _derived(device.secret, shared, b"WebPush: info\0" + device.public_key + mine, 32)
    content_key = _derived(salt, secret, b"Content-Encoding: aes128gcm\0", 16)
    nonce = _derived(salt, secret, b"Content-Encoding: nonce\0", 12)
    header = salt + struct.pack("!LB", _RECORD_BYTES, len(mine)) + mine
    return header + AESGCM(content_key).encrypt(nonce, body + _LAST_RECORD, None)


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    """Return a public key as browsers write it: an uncompressed point."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def is_point(raw: bytes) -> bool:
    """Tell whether these bytes are a point of the curve."""
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw)
    except ValueError:
        return False
    return len(raw) == POINT_BYTES


def _derived(salt: bytes, secret: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt, info).derive(secret)
