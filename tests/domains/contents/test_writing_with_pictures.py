"""The model draws while it writes; whatever becomes of its picture, the text is not the worse for it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.core.storage import store
from app.domains.contents.models import Content, ModelCall
from app.sandbox.behaviour import read_order
from app.sandbox.server import RunningSandbox
from tests.domains.contents import making
from tests.people import Person

Drain = Callable[..., int]
NOW = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)


@pytest.fixture
def gemini(app: Flask, sandbox: RunningSandbox) -> Iterator[RunningSandbox]:
    """Give the application a key that the twin accepts, for texts and pictures."""
    with making.settings_of(app, gemini_api_key="une-cle", gemini_timeout_seconds=5, gemini_images=True):
        yield sandbox


def misbehave(sandbox: RunningSandbox, what: str, path: str, times: int = -1) -> None:
    order = {"service": "gemini", "what": what, "times": times, "path": path}
    sandbox.state.behaviours.add(read_order(order))


def written(person: Person, run_jobs: Drain, name: str = "Le Café Bleu") -> Content:
    lead = making.lead(person.workspace, name)
    making.order(making.campaign(person.workspace), lead)
    run_jobs()
    return db.session.scalars(select(Content).where(Content.lead_id == lead.id)).one()


def image_calls() -> list[ModelCall]:
    return list(db.session.scalars(select(ModelCall).where(ModelCall.purpose == "image").order_by(ModelCall.id)))


def test_the_models_picture_is_dressed_kept_and_paid_once(
    gemini: RunningSandbox, alice: Person, run_jobs: Drain
) -> None:
    content = written(alice, run_jobs)
    assert (content.writer, content.picture_kind, content.picture_note) == ("gemini", "model", "")
    assert Image.open(io.BytesIO(store().get(content.picture_key).content)).size == (1200, 627)
    [call] = image_calls()
    assert (call.outcome, call.cost_micros) == ("ok", 34_000)


@pytest.mark.parametrize(
    ("what", "note"),
    [("image_safety", "image_safety"), ("no_image", "no_image"), ("quota_none", ""), ("404", "model_missing")],
)
def test_a_picture_that_is_refused_is_drawn_and_the_text_stays_the_models(
    gemini: RunningSandbox, alice: Person, run_jobs: Drain, what: str, note: str
) -> None:
    misbehave(gemini, what, "nano-banana")
    content = written(alice, run_jobs)
    assert (content.writer, content.picture_kind) == ("gemini", "drawn")
    assert content.picture_note
    if note:
        assert content.picture_note in {note, "safety"}
    assert image_calls()[0].cost_micros == 0


def test_a_model_without_pictures_left_is_not_asked_for_the_next(
    gemini: RunningSandbox, alice: Person, run_jobs: Drain
) -> None:
    misbehave(gemini, "quota_day", "nano-banana")
    written(alice, run_jobs)
    written(alice, run_jobs, "Le Café Vert")
    assert len(image_calls()) == 1


def test_a_text_that_waits_pays_two_pictures_at_most(gemini: RunningSandbox, alice: Person, run_jobs: Drain) -> None:
    misbehave(gemini, "503", "gemini-3.8-flash", times=3)
    lead = making.lead(alice.workspace, "Le Café Bleu")
    with clock.frozen_at(NOW):
        making.order(making.campaign(alice.workspace), lead)
    for second in range(40):
        with clock.frozen_at(NOW + timedelta(seconds=second)):
            run_jobs()
    assert db.session.scalars(select(Content)).one().writer == "gemini"
    drawn = [line for line in gemini.state.requests if "nano-banana" in line["path"]]
    assert len(drawn) <= 2
