"""The model's picture while the text is written, and the drawn one behind it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from flask import Flask
from PIL import Image

from app.core.storage import store
from app.domains.contents import pictures, picturing, quota, wording
from app.domains.contents.picturing import begin
from app.providers.contracts import Picture, PictureRequest
from app.sandbox.behaviour import read_order
from app.sandbox.server import RunningSandbox
from tests.domains.contents import making

REQUEST = PictureRequest("Le Café Bleu", "Lévis", "restaurant", "#1a2240", "#b93a12", 5, category="amenity=cafe")
SECONDS = 8.0


@pytest.fixture
def gemini(app: Flask, sandbox: RunningSandbox) -> Iterator[RunningSandbox]:
    """Give the application a key that the twin accepts."""
    with making.settings_of(app, gemini_api_key="une-cle"):
        yield sandbox


def misbehave(sandbox: RunningSandbox, what: str, times: int = -1, **how: object) -> None:
    order = {"service": "gemini", "what": what, "times": times, "path": "nano-banana", **how}
    sandbox.state.behaviours.add(read_order(order))


def calls(sandbox: RunningSandbox) -> int:
    return sum("nano-banana" in line["path"] for line in sandbox.state.requests)


def size_of(picture: Picture) -> tuple[int, int]:
    with Image.open(BytesIO(picture.content)) as image:
        image.load()
        return image.size


def test_without_a_key_the_picture_is_drawn_and_nobody_is_called(app: Flask, sandbox: RunningSandbox) -> None:
    made = begin(REQUEST, SECONDS).result()
    assert (made.kind, made.note, made.call) == ("drawn", "", None)
    assert calls(sandbox) == 0


def test_images_may_be_switched_off_while_texts_are_written(app: Flask, gemini: RunningSandbox) -> None:
    with making.settings_of(app, gemini_api_key="une-cle", gemini_images=False):
        assert begin(REQUEST, SECONDS).result().kind == "drawn"
    assert calls(gemini) == 0


def test_the_model_s_picture_wears_the_brand_and_keeps_its_own_words(gemini: RunningSandbox) -> None:
    made = begin(REQUEST, SECONDS).result()
    assert (made.kind, made.note) == ("model", "")
    assert size_of(made.picture) == (1200, 627)
    assert len(made.picture.content) < 300_000
    assert made.picture.content != made.base
    assert "image générée" in made.picture.alt_text
    assert made.call is not None and (made.call.outcome, made.call.model) == ("ok", "gemini-nano-banana-2.1")
    assert calls(gemini) == 1


def test_the_call_runs_while_something_else_is_done(gemini: RunningSandbox) -> None:
    misbehave(gemini, "slow", seconds=0.5)
    pending = begin(REQUEST, SECONDS)
    assert calls(gemini) == 0, "the twin notes a call once it has answered"
    assert pending.result().kind == "model"
    assert calls(gemini) == 1


@pytest.mark.parametrize(
    ("what", "note", "called"),
    [("503", "gemini_unavailable", 1), ("image_safety", "safety", 1), ("prompt_blocked", "blocked", 1),
     ("no_image", "no_image", 2), ("image_other", "no_image", 2), ("empty_parts", "no_image", 2),
     ("quota_minute", "quota", 1), ("quota_day", "quota_day", 1), ("quota_none", "quota_none", 1),
     ("404", "model_missing", 1), ("400", "refused", 1), ("malformed", "malformed", 1)],
)  # fmt: skip
def test_whatever_the_model_does_there_is_a_picture_and_the_reason(
    gemini: RunningSandbox, what: str, note: str, called: int
) -> None:
    misbehave(gemini, what)
    made = begin(REQUEST, SECONDS).result()
    assert (made.kind, made.note) == ("drawn", note)
    assert size_of(made.picture) == (1200, 627)
    assert calls(gemini) == called
    assert wording.PICTURE_NOTES[note] in wording.pictured_by(made.kind, made.note)


def test_a_picture_that_takes_too_long_is_not_waited_for(gemini: RunningSandbox) -> None:
    misbehave(gemini, "slow", seconds=6)
    made = begin(REQUEST, 3).result()
    assert (made.kind, made.note) == ("drawn", "timeout")


def test_too_little_time_left_is_worth_no_call(gemini: RunningSandbox) -> None:
    made = begin(REQUEST, 2).result()
    assert (made.kind, made.note) == ("drawn", "timeout")
    assert calls(gemini) == 0


def test_an_unfinished_picture_is_never_shown(gemini: RunningSandbox) -> None:
    plain = begin(REQUEST, SECONDS).result()
    misbehave(gemini, "thoughts_first")
    assert begin(REQUEST, SECONDS).result().base == plain.base


@pytest.mark.parametrize("what", ["quota_minute", "quota_day", "quota_none", "404"])
def test_after_such_a_refusal_pictures_are_left_alone_and_texts_go_on(gemini: RunningSandbox, what: str) -> None:
    misbehave(gemini, what, times=1)
    first = begin(REQUEST, SECONDS).result()
    again = begin(REQUEST, SECONDS).result()
    assert (again.kind, again.note) == ("drawn", first.note)
    assert calls(gemini) == 1
    assert quota.closed_until() is None


def test_a_fault_of_ours_in_the_thread_is_no_reason_to_fail(
    gemini: RunningSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(content: bytes, request: PictureRequest) -> Picture:
        raise RuntimeError("a bug")

    monkeypatch.setattr(picturing, "dressed", broken)
    made = begin(REQUEST, SECONDS).result()
    assert (made.kind, made.note) == ("drawn", "gemini_unavailable")


def test_a_kept_picture_has_its_thumbnail_and_what_lies_under_the_brand(gemini: RunningSandbox) -> None:
    made = begin(REQUEST, SECONDS).result()
    kept = pictures.keep(made, workspace_id=1, owner="writing-1")
    assert (kept.kind, kept.note) == ("model", "")
    assert store().get(kept.picture_key).content == made.picture.content
    assert store().get(pictures.sibling(kept.picture_key, "base")).content == made.base
    with Image.open(BytesIO(store().get(kept.thumbnail_key).content)) as small:
        assert small.width == 400
    assert all(pictures.is_of_workspace(key, 1) for key in pictures.files_of(kept.picture_key))
    again = pictures.keep(made, workspace_id=1, owner="writing-1")
    assert again.picture_key == kept.picture_key
    other = pictures.keep(made, workspace_id=1, owner="writing-2")
    assert other.picture_key != kept.picture_key
    pictures.delete(kept.picture_key, kept.thumbnail_key)
    assert not any(store().exists(key) for key in pictures.files_of(kept.picture_key))
    assert store().exists(other.picture_key)
