"""`flask doctor` says what is offered, and why the rest is not."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from flask import Flask

from app.core import background, clock
from app.core.db import db
from app.doctor import Finding, examine
from app.settings import Settings
from tests.people import Person


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


@pytest.mark.parametrize(("key", "ok", "words"), [("", None, "VAPID_PRIVATE_KEY est absent"), ("a-key", True, "prêt")])
def test_notices_on_phones_are_offered_with_a_key_alone(app: Flask, key: str, ok: bool | None, words: str) -> None:
    settings = dataclasses.replace(app.config["SETTINGS"], vapid_private_key=key)
    found = {finding.part: finding for finding in examine(settings)}
    assert found["Avis"].ok is ok
    assert found["Avis"].words.startswith(words)


def test_the_command_prints_a_key_that_starts(app: Flask) -> None:
    printed = app.test_cli_runner().invoke(args=["push", "key"]).output.strip()
    assert Settings.from_env({"APP_ENV": "test", "VAPID_PRIVATE_KEY": printed}).vapid_private_key == printed


@pytest.mark.parametrize(("key", "ok", "words"), [("", None, "HUNTER_API_KEY est absent"), ("a-key", True, "prêt")])
def test_a_directory_of_addresses_is_asked_with_a_key_alone(app: Flask, key: str, ok: bool | None, words: str) -> None:
    settings = dataclasses.replace(app.config["SETTINGS"], hunter_api_key=key)
    found = {finding.part: finding for finding in examine(settings)}
    assert found["Hunter"].ok is ok
    assert found["Hunter"].words.startswith(words)


@pytest.mark.parametrize(
    ("public_url", "graph_url", "ok", "words"),
    [
        ("https://astrogrowth.ca", "https://graph.facebook.com", True, "prêt"),
        ("http://127.0.0.1:8000", "https://graph.facebook.com", False, "Meta vient chercher les images à PUBLIC_URL"),
        ("http://localhost", "https://graph.facebook.com", False, "Meta vient chercher les images à PUBLIC_URL"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8001", True, "prêt"),
    ],
)
def test_instagram_needs_an_address_meta_can_reach(
    app: Flask, public_url: str, graph_url: str, ok: bool, words: str
) -> None:
    settings = dataclasses.replace(
        app.config["SETTINGS"], public_url=public_url, meta_graph_url=graph_url, meta_app_id="1", meta_app_secret="x"
    )
    found = {finding.part: finding for finding in examine(settings)}
    assert (found["Facebook"].ok, found["Instagram"].ok) == (True, ok)
    assert found["Instagram"].words.startswith(words)


def test_without_keys_neither_facebook_nor_instagram_is_offered(app: Flask) -> None:
    found = {finding.part: finding for finding in examine(app.config["SETTINGS"])}
    assert (found["Facebook"].ok, found["Instagram"].ok) == (None, None)


@pytest.mark.parametrize(
    ("operator", "smtp", "ok"), [("", "smtp://x", None), ("a@b.ca", "", False), ("a@b.ca", "smtp://x", True)]
)
def test_alarms_need_somebody_and_a_way_to_her(app: Flask, operator: str, smtp: str, ok: bool | None) -> None:
    settings = dataclasses.replace(app.config["SETTINGS"], operator_email=operator, smtp_url=smtp)
    found = {finding.part: finding for finding in examine(settings)}
    assert found["Alarmes"].ok is ok


def test_an_operator_is_counted_and_her_absence_said(app: Flask, alice: Person) -> None:
    found = {finding.part: finding for finding in examine(app.config["SETTINGS"])}
    assert "flask --app wsgi user operator" in found["Exploitation"].words
    alice.user.is_operator = True
    db.session.commit()
    found = {finding.part: finding for finding in examine(app.config["SETTINGS"])}
    assert found["Exploitation"].ok is True


def test_a_queue_that_is_late_is_a_fault(app: Flask) -> None:
    background.ring("a.job", on="now")
    with clock.frozen_at(clock.now() + timedelta(minutes=10)):
        found = {finding.part: finding for finding in examine(app.config["SETTINGS"])}
        assert found["File now"].ok is False
        # The command reads by a connection of its own, and SQLite has one pen.
        db.session.commit()
        assert app.test_cli_runner().invoke(args=["doctor"]).exit_code == 1


def test_what_backups_need_is_looked_for(app: Flask) -> None:
    found = {finding.part: finding for finding in examine(app.config["SETTINGS"])}
    assert found["Sauvegarde"].ok is True
