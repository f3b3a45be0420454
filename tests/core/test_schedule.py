"""The sweep asks every question; one that fails silences no other."""

from __future__ import annotations

from importlib import import_module

import pytest
from flask import Flask

from app.core import background, ringer, schedule
from tests.services import Redis

asked: list[str] = []


def fail() -> int:
    """Fail as a question with a bug would."""
    raise ZeroDivisionError


def answer() -> int:
    """Ring for two rows."""
    asked.append("answer")
    return 2


@pytest.mark.parametrize("path", schedule.SWEEPS)
def test_every_question_of_the_sweep_exists(app: Flask, path: str) -> None:
    module, _, name = path.partition(":")
    assert callable(getattr(import_module(module), name))


@pytest.mark.parametrize("periodic", schedule.PERIODIC, ids=lambda each: each.job)
def test_every_periodic_job_exists(app: Flask, periodic: schedule.Periodic) -> None:
    module, _, name = periodic.job.rpartition(".")
    assert callable(getattr(import_module(module), name))


def test_a_question_that_fails_leaves_the_others_their_turn(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    asked.clear()
    paths = ("tests.core.test_schedule:fail", "tests.core.test_schedule:answer")
    monkeypatch.setattr(schedule, "SWEEPS", paths)
    assert schedule.sweep() == dict(zip(paths, (-1, 2), strict=True))
    assert asked == ["answer"]
    assert background.connection().get(schedule.SWEEP_KEY) is not None


def test_an_empty_database_gives_the_sweep_nothing_to_ring(app: Flask) -> None:
    assert set(schedule.sweep().values()) == {0}


def test_the_operator_can_sweep_once_by_hand(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["sweep"])
    assert result.exit_code == 0, result.output
    assert "ring_due_mails: 0" in result.output


def test_a_sweep_by_hand_with_redis_stopped_ends_quietly(own_redis: Redis, app: Flask) -> None:
    own_redis.stop()
    result = app.test_cli_runner().invoke(args=["sweep"])
    assert result.exit_code == 0, result.output
    assert "Traceback" not in result.output


def test_the_sweep_is_rung_every_quarter_of_a_minute(app: Flask) -> None:
    [sweep] = [each for each in schedule.PERIODIC if each.job.endswith("sweep_job")]
    assert sweep.every_seconds == 15
    last: dict[str, float] = {}
    ringer._ring_periodic(last)
    ringer._ring_periodic(last)
    assert background.queue("now").count == 1
