"""What happened is told at least once to everyone who listens, and only if it did happen."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, text

from app.core import background, clock, events, schedule
from app.core.db import db
from app.core.events import DomainEvent
from app.domains.workspaces.models import Workspace
from tests.people import Person
from tests.services import Redis

HEARD = "tests.core.test_events.hear"
heard: list[int] = []


def hear(subject_id: int) -> None:
    """Remember what was told."""
    heard.append(subject_id)


@pytest.fixture(autouse=True)
def a_listener() -> Iterator[None]:
    heard.clear()
    events.on("test.happened", HEARD)
    yield
    events._jobs.pop("test.happened", None)
    events._inline.pop("test.happened", None)


def happen(person: Person, subject_id: int = 7, **payload: Any) -> None:
    events.emit("test.happened", subject_id, workspace_id=person.workspace.id, payload=payload)


def count() -> int:
    return db.session.scalar(select(func.count()).select_from(DomainEvent)) or 0


def later(seconds: float) -> Any:
    return clock.frozen_at(clock.now() + timedelta(seconds=seconds))


def test_a_listener_hears_after_the_commit(alice: Person, run_jobs: Callable[..., int]) -> None:
    happen(alice)
    db.session.commit()
    assert heard == []
    run_jobs()
    assert heard == [7]


def test_an_event_relayed_is_not_told_again(alice: Person, run_jobs: Callable[..., int]) -> None:
    happen(alice)
    db.session.commit()
    run_jobs()
    events.relay(db.session.scalars(select(DomainEvent.id)).one())
    with later(60):
        events.ring_waiting()
    run_jobs()
    assert heard == [7]


def test_listening_twice_is_hearing_once(alice: Person, run_jobs: Callable[..., int]) -> None:
    events.on("test.happened", HEARD)
    happen(alice)
    db.session.commit()
    run_jobs()
    assert heard == [7]


def test_the_payload_goes_out_on_the_channel_of_the_same_name(alice: Person, run_jobs: Callable[..., int]) -> None:
    channel = background.connection().pubsub(ignore_subscribe_messages=True)
    channel.subscribe("test.happened")
    channel.get_message(timeout=1)
    happen(alice, campaign_id=7, lead_count=2, leads=[{"name": "Café de l’Été"}])
    db.session.commit()
    run_jobs()
    message = channel.get_message(timeout=2)
    channel.close()
    assert message is not None
    assert json.loads(message["data"]) == {"campaign_id": 7, "lead_count": 2, "leads": [{"name": "Café de l’Été"}]}


def test_an_inline_listener_writes_in_the_same_transaction(alice: Person) -> None:
    def rename(subject_id: int) -> None:
        db.session.get_one(Workspace, subject_id).city = "Québec"

    events.on_inline("test.happened", rename)
    happen(alice, alice.workspace.id)
    db.session.commit()
    db.session.expire_all()
    assert alice.workspace.city == "Québec"


def test_a_rollback_loses_the_event_and_what_its_listener_wrote(alice: Person, run_jobs: Callable[..., int]) -> None:
    def rename(subject_id: int) -> None:
        db.session.get_one(Workspace, subject_id).city = "Québec"

    events.on_inline("test.happened", rename)
    happen(alice, alice.workspace.id)
    db.session.rollback()
    run_jobs()
    assert heard == []
    assert count() == 0
    assert db.session.get_one(Workspace, alice.workspace.id).city == "Lévis"


def test_an_inline_listener_that_fails_stops_the_act(alice: Person) -> None:
    def refuse(_subject_id: int) -> None:
        raise ValueError("no")

    events.on_inline("test.happened", refuse)
    with pytest.raises(ValueError, match="no"):
        happen(alice)
    db.session.rollback()
    assert count() == 0


def test_what_happened_while_redis_was_down_is_told_when_it_is_back(
    own_redis: Redis, alice: Person, run_jobs: Callable[..., int]
) -> None:
    own_redis.stop()
    happen(alice)
    db.session.commit()
    assert count() == 1
    own_redis.start()
    with later(30):
        assert schedule.sweep()["app.core.events:ring_waiting"] == 1
        run_jobs()
    assert heard == [7]


def test_a_relay_cut_short_by_redis_is_taken_up_again(
    own_redis: Redis, alice: Person, run_jobs: Callable[..., int]
) -> None:
    happen(alice)
    db.session.commit()
    event_id = db.session.scalars(select(DomainEvent.id)).one()
    own_redis.stop()
    events.relay(event_id)
    db.session.expire_all()
    assert db.session.get_one(DomainEvent, event_id).relayed_at is None
    own_redis.start()
    with later(30):
        events.ring_waiting()
        run_jobs()
    assert heard == [7]


def test_a_fresh_event_is_left_to_its_own_bell(alice: Person) -> None:
    happen(alice)
    db.session.commit()
    assert events.ring_waiting() == 0


def test_events_that_wait_together_are_told_by_one_job_each_once(alice: Person, run_jobs: Callable[..., int]) -> None:
    for number in range(5):
        happen(alice, number)
        db.session.commit()
    assert background.queue("now").count == 1
    run_jobs()
    assert heard == [0, 1, 2, 3, 4]


def test_more_events_than_a_job_tells_are_told_by_the_next(alice: Person, run_jobs: Callable[..., int]) -> None:
    for number in range(events.MOST + 3):
        happen(alice, number)
    db.session.commit()
    run_jobs()
    assert heard == list(range(events.MOST + 3))


def test_a_listener_with_nothing_to_do_is_not_woken(alice: Person, run_jobs: Callable[..., int]) -> None:
    events._jobs.pop("test.happened")
    events.on("test.happened", HEARD, when=lambda subject_id: subject_id != 7)
    happen(alice, 7)
    happen(alice, 8)
    db.session.commit()
    run_jobs()
    assert heard == [8]


def test_a_question_that_fails_wakes_its_listener_and_holds_back_nothing(
    alice: Person, run_jobs: Callable[..., int]
) -> None:
    def ask(subject_id: int) -> bool:
        if subject_id == 7:
            db.session.execute(text("SELECT * FROM no_such_table"))
        return True

    events._jobs.pop("test.happened")
    events.on("test.happened", HEARD, when=ask)
    happen(alice, 7)
    happen(alice, 8)
    db.session.commit()
    run_jobs()
    assert heard == [7, 8]
    assert db.session.scalars(select(DomainEvent.relayed_at).where(DomainEvent.relayed_at.is_(None))).all() == []
