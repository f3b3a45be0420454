"""What a person types is kept as she meant it, without what no form should carry."""

from __future__ import annotations

from io import BytesIO

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from wtforms import DateField, IntegerField, RadioField
from wtforms.validators import InputRequired, Length

from app.core.forms import Form, Text, stripped
from app.core.i18n import speaking
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


class PickingForm(Form):
    """One choice, one number, one day."""

    role = RadioField("Rôle", choices=[("editor", "Éditeur")])
    score = IntegerField("Note")
    day = DateField("Jour")


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", ["Choisissez une réponse dans la liste.", "Écrivez un nombre entier, en chiffres.", "Choisissez un jour."]),
     ("en", ["Choose an answer from the list.", "Write a whole number, in digits.", "Choose a day."])],
)  # fmt: skip
def test_a_missing_choice_says_what_to_do_in_the_language_of_the_page(
    app: Flask, language: str, said: list[str]
) -> None:
    with app.test_request_context("/", method="POST"), speaking(language):
        form = PickingForm(MultiDict({"score": "beaucoup", "day": "demain"}))
        assert not form.validate()
        assert [str(form.errors[name][0]) for name in ("role", "score", "day")] == said


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
