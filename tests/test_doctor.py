"""`flask doctor` says what is offered, and why the rest is not."""

from __future__ import annotations

import dataclasses

import pytest
from flask import Flask

from app.doctor import Finding, examine


@pytest.mark.parametrize(
    ("key", "ok", "words"), [("", None, "GOOGLE_PLACES_API_KEY est absent"), ("sandbox-key", True, "prêt")]
)
def test_google_is_offered_with_a_key_alone(app: Flask, key: str, ok: bool | None, words: str) -> None:
    settings = dataclasses.replace(app.config["SETTINGS"], google_places_api_key=key)
    found: dict[str, Finding] = {finding.part: finding for finding in examine(settings)}
    assert found["Google"].ok is ok
    assert found["Google"].words.startswith(words)
    assert found["Prospects"].words.startswith("OpenStreetMap")
    assert not key or key not in " ".join(finding.words for finding in found.values())


@pytest.mark.parametrize(("key", "ok", "words"), [("", None, "HUNTER_API_KEY est absent"), ("a-key", True, "prêt")])
def test_a_directory_of_addresses_is_asked_with_a_key_alone(app: Flask, key: str, ok: bool | None, words: str) -> None:
    settings = dataclasses.replace(app.config["SETTINGS"], hunter_api_key=key)
    found = {finding.part: finding for finding in examine(settings)}
    assert found["Hunter"].ok is ok
    assert found["Hunter"].words.startswith(words)
