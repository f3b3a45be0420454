"""Sealing of what must never be read from a dump: MultiFernet, the first key encrypts."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from flask import Flask, current_app


class UnreadableSecret(RuntimeError):
    """A sealed value that none of the present keys opens."""


def init_app(app: Flask) -> None:
    """Load the keys of the settings."""
    keys = [Fernet(key) for key in app.config["SETTINGS"].token_keys]
    app.extensions["vault"], app.extensions["first_key"] = MultiFernet(keys), keys[0]


def seal(text: str) -> str:
    """Encrypt `text` with the first key."""
    return _vault().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """Decrypt with whichever key fits.

    Raises:
        UnreadableSecret: no key fits.
    """
    return _by_whichever_key(_vault().decrypt, sealed)


def is_sealed_by_first(sealed: str) -> bool:
    """Tell whether the first key sealed a value: its seal is verified, and nothing is decrypted."""
    first: Fernet = current_app.extensions["first_key"]
    try:
        first.extract_timestamp(sealed.encode())
    except InvalidToken:
        return False
    return True


def reseal(sealed: str) -> str:
    """Seal with the first key what another key sealed.

    Raises:
        UnreadableSecret: no key fits.
    """
    return _by_whichever_key(_vault().rotate, sealed)


def new_token() -> str:
    """Return a fresh random token, 256 bits, safe in an address."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """Return a fresh code nobody guesses, 80 bits, that reads well in an address."""
    return secrets.token_hex(10)


def fingerprint(text: str) -> str:
    """Return the SHA-256 of `text` in hexadecimal, to store in place of a token."""
    # What a stranger sends may hold lone surrogates: it is no token, and no crash either.
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def _vault() -> MultiFernet:
    vault: MultiFernet = current_app.extensions["vault"]
    return vault


def _by_whichever_key(act: Callable[[bytes], bytes], sealed: str) -> str:
    try:
        return act(sealed.encode()).decode()
    except InvalidToken as error:
        raise UnreadableSecret("no present key opens this value") from error
