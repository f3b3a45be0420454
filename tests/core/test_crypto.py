"""What is sealed is unreadable without a key, and every key once used still opens it."""

from __future__ import annotations

import pytest
from cryptography.fernet import Fernet, MultiFernet
from flask import Flask

from app.core import crypto


def test_what_is_sealed_comes_back_and_does_not_show(app: Flask) -> None:
    sealed = crypto.seal("AQX-jeton-été")
    assert "AQX" not in sealed
    assert crypto.unseal(sealed) == "AQX-jeton-été"
    assert crypto.seal("AQX-jeton-été") != sealed


def test_a_new_first_key_seals_and_the_old_one_still_opens(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = Fernet(Fernet.generate_key()), Fernet(Fernet.generate_key())
    monkeypatch.setitem(app.extensions, "vault", MultiFernet([old]))
    before = crypto.seal("jeton")
    monkeypatch.setitem(app.extensions, "vault", MultiFernet([new, old]))
    assert crypto.unseal(before) == "jeton"
    assert new.decrypt(crypto.seal("jeton").encode()) == b"jeton"
    monkeypatch.setitem(app.extensions, "vault", MultiFernet([new]))
    with pytest.raises(crypto.UnreadableSecret):
        crypto.unseal(before)


@pytest.mark.parametrize("sealed", ["", "x", "é", "gAAAAAB" + "A" * 50, "\0"])
def test_what_was_never_sealed_is_a_typed_refusal(app: Flask, sealed: str) -> None:
    with pytest.raises(crypto.UnreadableSecret):
        crypto.unseal(sealed)


def test_a_token_is_long_unlike_any_other_and_safe_in_an_address() -> None:
    tokens = {crypto.new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert all(len(token) >= 43 and token.replace("-", "").replace("_", "").isalnum() for token in tokens)
