"""Say who sends (RFC 8292): a token signed with the installation's key, for one push service at a time."""

from __future__ import annotations

import base64
import binascii
from typing import Final
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from joserfc import jwt
from joserfc.jwk import ECKey

from app.providers.web_push.sealing import point

# A token may live a day at most; a clock that is late must not undo it.
LIFE_SECONDS: Final = 12 * 3600
_KEY_BYTES: Final = 32


def new_key() -> str:
    """Return a new private key as VAPID_PRIVATE_KEY holds it: 32 bytes in base64url."""
    number = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
    return to_text(number.to_bytes(_KEY_BYTES, "big"))


def read_key(text: str) -> ec.EllipticCurvePrivateKey:
    """Read a private key: 32 bytes in base64url, or PEM.

    Raises:
        ValueError: it is neither, or of another curve.
    """
    if text.lstrip().startswith("-----BEGIN"):
        found = load_pem_private_key(text.strip().replace("\\n", "\n").encode(), None)
        if not isinstance(found, ec.EllipticCurvePrivateKey) or not isinstance(found.curve, ec.SECP256R1):
            raise ValueError("a key of another curve")
        return found
    raw = from_text(text)
    if len(raw) != _KEY_BYTES:
        raise ValueError("a key of another length")
    return ec.derive_private_key(int.from_bytes(raw, "big"), ec.SECP256R1())


def public_key(text: str) -> str:
    """Return the public half of a private key, as a browser is given it."""
    return to_text(point(read_key(text).public_key()))


def authorization(endpoint: str, private_key: str, subject: str, now: float) -> str:
    """Return the Authorization header of a message; `subject` is how a push service reaches the operator."""
    parts = urlsplit(endpoint)
    claims = {"aud": f"{parts.scheme}://{parts.netloc}", "exp": int(now) + LIFE_SECONDS, "sub": subject}
    key = read_key(private_key)
    # The key is a curve's, never a text a stranger gave: nothing here can be taken for another algorithm.
    token = jwt.encode({"typ": "JWT", "alg": "ES256"}, claims, _as_jwk(key), algorithms=["ES256"])
    return f"vapid t={token}, k={to_text(point(key.public_key()))}"


def to_text(raw: bytes) -> str:
    """Write bytes in base64url, without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def from_text(text: str) -> bytes:
    """Read base64url, padded or not.

    Raises:
        ValueError: it is not.
    """
    bare = text.strip().rstrip("=").replace("+", "-").replace("/", "_")
    try:
        return base64.b64decode(bare + "=" * (-len(bare) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError("no base64url") from error


def _as_jwk(key: ec.EllipticCurvePrivateKey) -> ECKey:
    numbers = key.private_numbers()
    both = numbers.public_numbers
    halves = {"x": both.x, "y": both.y, "d": numbers.private_value}
    written = {name: to_text(value.to_bytes(_KEY_BYTES, "big")) for name, value in halves.items()}
    return ECKey.import_key({"kty": "EC", "crv": "P-256", **written})
