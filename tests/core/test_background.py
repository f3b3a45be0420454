"""A bell rings once the work is safely written, never before, never for what was undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from app.core import background, clock, ringer
from app.core.db import db
from tests.people import Person
from tests.services import Redis

JOB = "tests.core.test_background.note"
noted: list[int] = []


def note(number: int) -> None:
    """Remember that the job ran."""
    noted.append(number)


@pytest.fixture(autouse=True)
def forget() -> None:
    noted.clear()


def waiting() -> int:
    return sum(background.queue(name).count for name in background.QUEUES)


def test_a_bell_rung_in_a_transaction_waits_for_its_commit(alice: Person) -> None:
    alice.workspace.city = "Québec"
    background.ring_after_commit(JOB, 1)
    assert waiting() == 0
    db.session.commit()
    assert waiting() == 1


def test_a_rollback_silences_the_bell(alice: Person) -> None:
    alice.workspace.city = "Québec"
    db.session.flush()
    background.ring_after_commit(JOB, 1)
    db.session.rollback()
    alice.workspace.city = "Laval"
    db.session.commit()
    assert waiting() == 0


def test_a_released_savepoint_is_not_yet_a_commit(alice: Person) -> None:
    with db.session.begin_nested():
        alice.workspace.city = "Québec"
        background.ring_after_commit(JOB, 1)
    assert waiting() == 0
    with db.session.begin_nested():
        alice.workspace.city = "Laval"
    assert waiting() == 0
    db.session.commit()
    assert waiting() == 1


def test_a_released_savepoint_then_a_rollback_rings_nothing(alice: Person) -> None:
    with db.session.begin_nested():
        alice.workspace.city = "Québec"
        background.ring_after_commit(JOB, 1)
    db.session.rollback()
    db.session.commit()
    assert waiting() == 0


def test_a_savepoint_rolled_back_keeps_the_bells_of_the_rest(alice: Person) -> None:
    alice.workspace.city = "Québec"
    background.ring_after_commit(JOB, 1)
    nested = db.session.begin_nested()
    nested.rollback()
    db.session.commit()
    assert waiting() == 1


def test_a_bell_rings_once_and_not_at_the_next_commit(alice: Person) -> None:
    background.ring_after_commit(JOB, 1)
    alice.workspace.city = "Québec"
    db.session.commit()
    alice.workspace.city = "Laval"
    db.session.commit()
    assert waiting() == 1


def test_each_promise_has_its_queue(app: Flask, run_jobs: Callable[..., int]) -> None:
    background.ring(JOB, 3, on="bulk")
    background.ring(JOB, 2, on="soon")
    background.ring(JOB, 1, on="now")
    assert run_jobs() == 3
    assert noted == [1, 2, 3], "a person waits for the first, nobody for the last"


def test_a_bell_for_later_stays_silent_until_then(app: Flask, run_jobs: Callable[..., int]) -> None:
    background.ring(JOB, 7, at=clock.in_seconds(90))
    assert run_jobs() == 0
    with clock.frozen_at(clock.now() + timedelta(seconds=91)):
        assert run_jobs() == 1
    assert noted == [7]


def test_a_bell_for_a_moment_already_past_rings_at_once(app: Flask) -> None:
    background.ring(JOB, 1, at=clock.now() - timedelta(hours=1))
    assert background.queue("soon").count == 1


def test_two_ringers_move_a_due_bell_once(app: Flask) -> None:
    background.ring(JOB, 1, at=clock.in_seconds(1))
    with clock.frozen_at(clock.now() + timedelta(seconds=2)):
        client = background.connection()
        assert [ringer.ring_due(client), ringer.ring_due(client)] == [1, 0]


def test_a_job_holds_plain_numbers_only(app: Flask) -> None:
    background.ring(JOB, 12)
    [job_id] = background.queue("soon").job_ids
    raw = background.connection().hget(f"rq:job:{job_id}", "data")
    assert b"12" in _inflated(raw)
    assert b"pickle" not in _inflated(raw)


def _inflated(raw: object) -> bytes:
    import zlib

    assert isinstance(raw, bytes)
    return zlib.decompress(raw)


def test_with_redis_stopped_the_commit_stands_and_the_bell_says_it_was_not_heard(
    own_redis: Redis, alice: Person
) -> None:
    own_redis.stop()
    background.ring_after_commit(JOB, 1)
    alice.workspace.city = "Québec"
    db.session.commit()
    db.session.expire_all()
    assert alice.workspace.city == "Québec"
    assert background.ring(JOB, 1) is False
    assert background.ring(JOB, 1, at=clock.in_seconds(5)) is False


def test_the_same_client_serves_again_once_redis_is_back(own_redis: Redis) -> None:
    assert background.ring(JOB, 1)
    own_redis.stop()
    assert not background.ring(JOB, 2)
    own_redis.start()
    assert background.ring(JOB, 3)
    assert waiting() == 1, "this Redis keeps nothing: the sweep rings again for what it lost"


def test_a_bell_of_a_line_serves_for_those_that_come_while_it_waits(app: Flask, run_jobs: Callable[..., int]) -> None:
    for number in (1, 2, 3):
        assert background.ring(JOB, number, line="a line")
    background.ring(JOB, 4, line="another")
    assert background.silent_lines(["a line", "a third", "another"]) == ["a third"]
    run_jobs()
    assert noted == [1, 4]
    background.ring(JOB, 5, line="a line")
    run_jobs()
    assert noted == [1, 4, 5], "once heard, the next one rings again"


def test_a_bell_that_was_lost_does_not_silence_its_line(app: Flask) -> None:
    background.ring(JOB, 1, line="a line")
    background.connection().delete(background.queue("soon").key)
    assert background.silent_lines(["a line"]) == ["a line"]
    background.ring(JOB, 2, line="a line")
    assert waiting() == 1


def test_bells_of_a_line_that_come_due_together_join_the_queue_once(app: Flask) -> None:
    for number in (1, 2, 3):
        background.ring(JOB, number, at=clock.now() + timedelta(seconds=1), line="a line")
    with clock.frozen_at(clock.now() + timedelta(seconds=3)):
        assert ringer.ring_due(background.connection()) == 1
    assert waiting() == 1
