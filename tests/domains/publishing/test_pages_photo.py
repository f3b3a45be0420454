"""A person puts her own photo, and is told at the field when she cannot."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from werkzeug.test import TestResponse

from app.domains.contents.models import Content
from tests.domains.contents import making
from tests.people import Person


def jpeg() -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (1600, 1200), "#3a6ea5").save(kept, "JPEG")
    return kept.getvalue()


@pytest.fixture
def content(alice: Person) -> Content:
    return making.content(alice.workspace)


def send(person: Person, content: Content, upload: bytes, name: str = "photo.jpg") -> TestResponse:
    form = {"photo": (io.BytesIO(upload), name), "brand": "y"}
    return person.client.post(f"/contenus/{content.id}/photo", data=form, content_type="multipart/form-data")


def test_her_photo_takes_the_place_of_the_picture(alice: Person, content: Content) -> None:
    answer = send(alice, content, jpeg())
    assert answer.status_code == 303
    changed = making.reread(content)
    assert changed.picture_kind == "photo"
    shown = alice.client.get(f"/images/{changed.picture_key}")
    assert Image.open(io.BytesIO(shown.data)).size == (1200, 627)
    assert changed.text == making.TEXT


@pytest.mark.parametrize(
    ("upload", "name"),
    [
        (b"", "photo.jpg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "photo.svg"),
        (b"MZ\x90\x00" + b"\0" * 500, "photo.jpg"),
        (jpeg()[:900], "photo.jpg"),
    ],
)
def test_what_is_no_photo_is_refused_at_the_field(alice: Person, content: Content, upload: bytes, name: str) -> None:
    answer = send(alice, content, upload, name)
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert making.reread(content).picture_key == content.picture_key


def test_a_drawn_picture_comes_back(alice: Person, content: Content) -> None:
    send(alice, content, jpeg())
    assert alice.client.post(f"/contenus/{content.id}/photo?_method=DELETE").status_code == 303
    assert making.reread(content).picture_kind == "drawn"


def test_a_reader_and_a_stranger_change_no_picture(bob: Person, charlie: Person, content: Content) -> None:
    assert send(charlie, content, jpeg()).status_code == 404
    assert charlie.client.get(f"/contenus/{content.id}/photo").status_code == 404
