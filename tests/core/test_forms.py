"""What a person types is kept as she meant it, without what no form should carry."""

from __future__ import annotations

from io import BytesIO

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from wtforms.validators import InputRequired, Length

from app.core.forms import Form, Text, stripped
from tests.people import Person


class NameForm(Form):
    """One name."""

    name = Text("Nom", [InputRequired(), Length(max=120)])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  Café  ", "Café"), ("Ca\0fé", "Café"), ("a\x1b[31mb", "a[31mb"), ("deux\nlignes\tici", "deux\nlignes\tici"),
     ("\u00a0Café\u00a0", "Café"), ("\0\0", ""), ("\x7f", ""),
     ("a\u200bb", "a\u200bb"), ("\ud800x", "x"), (None, None)],
)  # fmt: skip
def test_blanks_around_and_control_characters_go(typed: str | None, kept: str | None) -> None:
    assert stripped(typed) == kept


def test_messages_come_in_french(app: Flask) -> None:
    with app.test_request_context("/", method="POST"):
        empty, long = NameForm(MultiDict()), NameForm(MultiDict({"name": "x" * 10_000}))
        assert not empty.validate()
        assert not long.validate()
        assert empty.errors == {"name": ["Ce champ est requis."]}
        [message] = long.errors["name"]
        assert "120" in message and "Field" not in message


def test_a_name_made_of_blanks_is_not_a_name(app: Flask) -> None:
    with app.test_request_context("/", method="POST"):
        form = NameForm(MultiDict({"name": " \0 "}))
        form.validate()
        assert form.name.data == ""


@pytest.mark.parametrize("path", ["/campagnes/nouvelle", "/profil", "/prospects/nouveau", "/connexion", "/inscription"])
def test_what_is_not_text_is_no_answer_to_a_question(alice: Person, path: str) -> None:
    names = ("name", "business_name", "email", "password", "city", "industry", "phone", "website")
    files = {name: (BytesIO(b"\x89PNG"), "x.png") for name in names}
    assert alice.client.post(path, data=files, content_type="multipart/form-data").status_code == 422
    assert alice.client.post(path, json=dict.fromkeys(names, 5)).status_code == 422
    assert alice.client.post(path, json=[1]).status_code == 422
