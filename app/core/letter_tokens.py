"""The token of a letter's link: drawn at random, signed, and kept as its fingerprint alone."""

from __future__ import annotations

import hashlib

from flask import current_app
from itsdangerous import BadSignature, Signer

from app.core import crypto

LONGEST = 200


def draw(purpose: str) -> str:
    """Return a fresh token, signed for one purpose: no other takes it."""
    return _signer(purpose).sign(crypto.new_token()).decode()


def kept_as(purpose: str, token: str) -> str | None:
    """Return the fingerprint of a token; None for what was not signed here, which is not even looked for."""
    if len(token) > LONGEST or not token.isascii():
        return None
    try:
        _signer(purpose).unsign(token)
    except BadSignature:
        return None
    return crypto.fingerprint(token)


def _signer(purpose: str) -> Signer:
    return Signer(current_app.config["SETTINGS"].secret_key, salt=purpose, digest_method=hashlib.sha256)
