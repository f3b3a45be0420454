"""With a key the model writes; when it does not, the minute ends in the offline writer's text, and says why."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from app.core import clock
from app.core.db import db
from app.domains.contents import services
from app.domains.contents.models import Content, Writing
from app.domains.contents.services import claiming, letting_go
from app.sandbox.behaviour import read_order
from app.sandbox.server import RunningSandbox
from tests.domains.contents import making
from tests.people import Person

Drain = Callable[..., int]
NOW = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)


@pytest.fixture
def gemini(app: Flask, sandbox: RunningSandbox) -> Iterator[RunningSandbox]:
    """Give the application a key that the twin accepts, for texts alone."""
    with making.settings_of(app, gemini_api_key="une-cle", gemini_timeout_seconds=0.5, gemini_images=False):
        yield sandbox


def misbehave(sandbox: RunningSandbox, what: str, times: int = -1, **how: object) -> None:
    sandbox.state.behaviours.add(read_order({"service": "gemini", "what": what, "times": times, **how}))


def calls(sandbox: RunningSandbox) -> int:
    return sum(line["service"] == "gemini" for line in sandbox.state.requests)


def calls_once_all_are_answered(sandbox: RunningSandbox, expected: int) -> int:
    """Count the calls; one we gave up on is noted by the twin when it has answered it."""
    for _ in range(20):
        if calls(sandbox) >= expected:
            break
        time.sleep(0.05)
    return calls(sandbox)


def ordered(person: Person, name: str = "Le Café Bleu") -> Writing:
    campaign = making.campaign(person.workspace)
    [writing] = making.order(campaign, making.lead(person.workspace, name))
    return writing


def outcome(writing: Writing) -> Content | None:
    writing = making.reread(writing)
    return db.session.get(Content, writing.content_id) if writing.content_id else None


def run_a_minute(run_jobs: Drain) -> None:
    """Let the bells of the next sixty seconds ring, each at its second."""
    for second in range(61):
        with clock.frozen_at(NOW + timedelta(seconds=second)):
            run_jobs()


def test_the_model_writes_in_one_call(gemini: RunningSandbox, alice: Person, run_jobs: Drain) -> None:
    writing = ordered(alice, "Chez Été (l'original)")
    run_jobs()
    content = outcome(writing)
    assert content is not None
    assert (content.writer, content.writer_note, content.model) == ("gemini", "", "gemini-3.8-flash")
    assert "Chez Été (l'original)" in content.text
    assert "Lévis" in content.hashtags
    assert content.alt_text.startswith("Affiche"), "the picture is ours, and so is what is said of it"
    assert calls(gemini) == 1


@pytest.mark.parametrize(("what", "times"), [("503", 2), ("cut_after", 1), ("slow", 1), ("empty_parts", 1)])
def test_a_passing_trouble_is_waited_out_within_the_minute(
    gemini: RunningSandbox, alice: Person, run_jobs: Drain, what: str, times: int
) -> None:
    misbehave(gemini, what, times, seconds=0.7 if what == "slow" else 0)
    with clock.frozen_at(NOW):
        writing = ordered(alice)
    run_a_minute(run_jobs)
    content = outcome(writing)
    assert content is not None
    assert content.writer == "gemini"
    assert calls_once_all_are_answered(gemini, times + 1) == times + 1


@pytest.mark.parametrize(
    ("what", "note", "most_calls"),
    [
        ("503", "gemini_unavailable", 4),
        ("500", "gemini_unavailable", 4),
        ("cut_before", "gemini_unavailable", 4),
        ("quota_day", "quota_day", 1),
        ("safety", "safety", 1),
        ("prompt_blocked", "blocked", 1),
        ("empty_parts", "empty", 2),
        ("max_tokens", "max_tokens", 2),
        ("malformed", "malformed", 2),
        ("403", "permission_missing", 1),
        ("404", "model_missing", 1),
    ],
)
def test_the_minute_ends_in_the_offline_writers_text_and_says_why(
    gemini: RunningSandbox, alice: Person, run_jobs: Drain, what: str, note: str, most_calls: int
) -> None:
    misbehave(gemini, what)
    with clock.frozen_at(NOW):
        writing = ordered(alice)
    run_a_minute(run_jobs)
    content = outcome(writing)
    assert content is not None
    assert (content.writer, content.writer_note) == ("offline", note)
    assert "Le Café Bleu" in content.text
    assert content.created_at <= NOW + timedelta(seconds=60)
    assert 1 <= calls(gemini) <= most_calls


def test_a_bad_key_is_told_and_the_offline_writer_writes(app: Flask, gemini: RunningSandbox, alice: Person,
                                                         run_jobs: Drain) -> None:  # fmt: skip
    with making.settings_of(app, gemini_api_key="invalid-key"):
        writing = ordered(alice)
        run_jobs()
    content = outcome(writing)
    assert content is not None
    assert content.writer_note == "key_invalid"


def test_a_model_that_asks_for_patience_is_not_called_sooner(
    gemini: RunningSandbox, alice: Person, run_jobs: Drain
) -> None:
    misbehave(gemini, "quota_minute", 1)
    with clock.frozen_at(NOW):
        first, second = ordered(alice), ordered(alice, "Le Café Vert")
        run_jobs()
        assert calls(gemini) == 1, "the second order knows of the first one's refusal"
    assert {making.reread(row).state for row in (first, second)} == {"due"}
    assert making.reread(first).next_try_at == NOW + timedelta(seconds=37)
    with clock.frozen_at(NOW + timedelta(seconds=36)):
        run_jobs()
        assert calls(gemini) == 1


def test_a_day_s_quota_is_asked_for_once(gemini: RunningSandbox, alice: Person, run_jobs: Drain) -> None:
    misbehave(gemini, "quota_day")
    with clock.frozen_at(NOW):
        writings = [ordered(alice, f"Café {number}") for number in range(3)]
        run_jobs()
    contents = [outcome(writing) for writing in writings]
    assert [content and content.writer_note for content in contents] == ["quota_day"] * 3
    assert calls(gemini) == 1


def test_without_the_offline_writer_a_quota_is_waited_for(
    app: Flask, gemini: RunningSandbox, alice: Person, run_jobs: Drain
) -> None:
    misbehave(gemini, "quota_day", 1)
    with making.settings_of(app, offline_writer=False):
        with clock.frozen_at(NOW):
            writing = ordered(alice)
            run_jobs()
        waiting = making.reread(writing)
        assert (waiting.state, waiting.reason) == ("waiting_quota", "quota_day")
        assert NOW + timedelta(seconds=60) < waiting.next_try_at <= NOW + timedelta(hours=25)
        with clock.frozen_at(waiting.next_try_at):
            gemini.state.reset()
            run_jobs()
    content = outcome(writing)
    assert content is not None
    assert content.writer == "gemini"


def test_without_the_offline_writer_a_refusal_is_a_failure(
    app: Flask, gemini: RunningSandbox, alice: Person, run_jobs: Drain
) -> None:
    misbehave(gemini, "safety")
    with making.settings_of(app, offline_writer=False):
        writing = ordered(alice)
        run_jobs()
    writing = making.reread(writing)
    assert (writing.state, writing.reason, writing.content_id) == ("failed", "safety", None)


def test_a_pause_during_a_call_is_kept(gemini: RunningSandbox, alice: Person, run_jobs: Drain) -> None:
    writing = ordered(alice)
    claimed = claiming.take(writing.id, 500)
    assert claimed is not None
    services.hold_writings(writing.campaign_id)
    db.session.commit()
    letting_go.put_off(claimed, 1)
    with clock.frozen_at(clock.in_seconds(30)):
        run_jobs()
    assert making.reread(writing).state == "due"
    assert calls(gemini) == 0
