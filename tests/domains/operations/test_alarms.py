"""One mail when the installation has been unwell for five minutes, one when it is well again."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask

from app.core import background, clock, health
from app.domains.operations import alarms
from app.sandbox.mailbox.letters import open_letters
from app.sandbox.server import RunningSandbox
from tests.services import Redis

WELL = {"database": "ok", "redis": "ok", "worker": "ok", "sweep": "ok"}
ILL = WELL | {"worker": "stale for 75 s"}


@pytest.fixture(autouse=True)
def told(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    settings = dataclasses.replace(app.config["SETTINGS"], operator_email="odile@exemple.ca")
    monkeypatch.setitem(app.config, "SETTINGS", settings)
    monkeypatch.setattr(alarms, "_here", alarms.Episode())
    monkeypatch.setattr(alarms, "_tried_at", None)
    yield


def subjects(sandbox: RunningSandbox) -> list[str]:
    return [letter.subject for letter in open_letters(sandbox.state)]


def look(found: dict[str, str], minutes: float) -> None:
    """Look, so many minutes after the test began."""
    with clock.frozen_at(BEGAN + timedelta(minutes=minutes)):
        alarms.look_at(found)


BEGAN = clock.now()
ATTENTION, AGAIN = "AstroGrowth demande votre attention", "AstroGrowth va de nouveau bien"


def test_a_moment_of_illness_tells_nobody(sandbox: RunningSandbox) -> None:
    look(ILL, 0)
    look(ILL, 4.9)
    look(WELL, 5)
    look(ILL, 6)
    look(ILL, 10)
    assert subjects(sandbox) == []


def test_five_minutes_are_told_once_and_so_is_the_recovery(sandbox: RunningSandbox) -> None:
    for minutes in (0, 3, 5, 6, 30):
        look(ILL, minutes)
    assert subjects(sandbox) == [ATTENTION]
    look(WELL, 31)
    look(WELL, 32)
    assert sorted(subjects(sandbox)) == [ATTENTION, AGAIN]


def test_the_next_episode_is_told_again(sandbox: RunningSandbox) -> None:
    for found, minutes in ((ILL, 0), (ILL, 5), (WELL, 6), (ILL, 20), (ILL, 25)):
        look(found, minutes)
    assert sorted(subjects(sandbox)) == [ATTENTION, ATTENTION, AGAIN]


def test_the_mail_says_what_and_what_to_do(sandbox: RunningSandbox) -> None:
    look(ILL, 0)
    look(ILL, 5)
    [letter] = open_letters(sandbox.state)
    assert "Le worker ne donne plus signe de vie." in letter.text
    assert "Relancez le service worker" in letter.text
    assert "/exploitation" in letter.text


def test_a_late_queue_is_an_illness_too(sandbox: RunningSandbox) -> None:
    with clock.frozen_at(BEGAN):
        background.ring("a.job", on="now")
    look(WELL, 60)
    look(WELL, 65)
    [letter] = open_letters(sandbox.state)
    assert "La file «\u00a0now\u00a0» est en retard." in letter.text


def test_a_mail_server_away_is_tried_again_later(app: Flask, sandbox: RunningSandbox, monkeypatch: pytest.MonkeyPatch
                                                 ) -> None:  # fmt: skip
    well = app.config["SETTINGS"]
    monkeypatch.setitem(app.config, "SETTINGS", dataclasses.replace(well, smtp_url="smtp://127.0.0.1:9"))
    look(ILL, 0)
    look(ILL, 5)
    monkeypatch.setitem(app.config, "SETTINGS", well)
    background.connection().delete(*background.connection().keys(f"{alarms.CLAIM}*"))
    look(ILL, 8)
    assert subjects(sandbox) == [ATTENTION]


def test_redis_away_is_told_by_the_site_itself(sandbox: RunningSandbox, own_redis: Redis) -> None:
    own_redis.stop()
    gone = health.checks()
    assert gone["redis"] == "unreachable"
    for minutes in (0, 5, 6):
        look(gone, minutes)
    own_redis.start()
    look(WELL, 9)
    assert sorted(subjects(sandbox)) == [ATTENTION, AGAIN]


def test_whoever_asks_readyz_makes_it_look(app: Flask, sandbox: RunningSandbox) -> None:
    for minutes in (0, 5):
        with clock.frozen_at(BEGAN + timedelta(minutes=minutes)):
            assert app.test_client().get("/readyz").status_code == 503
    assert subjects(sandbox) == [ATTENTION]
