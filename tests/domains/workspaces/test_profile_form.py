"""The profile accepts what a business is, and says in French what it is not."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from app.domains.workspaces import wording
from app.domains.workspaces.forms import ProfileForm

RIGHT = {
    "name": "Café de l’Été", "industry": "restaurant", "city": "Lévis", "phone": "", "website": "",
    "form_of_address": "vous", "primary_colour": "#1a2240", "accent_colour": "#b93a12",
}  # fmt: skip


def read(app: Flask, **changes: str) -> tuple[ProfileForm, dict[str, str]]:
    with app.test_request_context("/profil", method="POST"):
        form = ProfileForm(MultiDict(RIGHT | changes))
        form.validate()
        return form, {name: str(messages[0]) for name, messages in form.errors.items()}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("418 822-5555", "+14188225555"),
        ("(418) 822.5555", "+14188225555"),
        ("1-418-822-5555 ", "+14188225555"),
        ("", ""),
    ],
)
def test_a_phone_is_kept_whole_however_it_is_typed(app: Flask, typed: str, kept: str) -> None:
    form, errors = read(app, phone=typed)
    assert not errors
    assert form.phone.data == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("cafe.example", "https://cafe.example"), ("http://cafe.example/a", "http://cafe.example/a"), ("", "")],
)
def test_an_address_of_the_web_is_kept_whole(app: Flask, typed: str, kept: str) -> None:
    form, errors = read(app, website=typed)
    assert not errors
    assert form.website.data == kept


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [("name", "", wording.BUSINESS_NAME_NEEDED), ("name", "x" * 10_000, wording.BUSINESS_NAME_NEEDED),
     ("phone", "12", wording.BAD_PHONE), ("phone", "non", wording.BAD_PHONE), ("phone", "4" * 41, wording.BAD_PHONE),
     ("website", "javascript:alert(1)", wording.BAD_WEBSITE), ("website", "https://[", wording.BAD_WEBSITE),
     ("website", "ftp://cafe.example", wording.BAD_WEBSITE), ("website", "cafe", wording.BAD_WEBSITE),
     ("website", "https://" + "x" * 250 + ".ca", wording.BAD_WEBSITE),
     ("website", "x" * 250 + ".ca", wording.BAD_WEBSITE),
     ("primary_colour", "red", wording.BAD_COLOUR), ("accent_colour", "#12345g", wording.BAD_COLOUR),
     ("accent_colour", "#123456;x", wording.BAD_COLOUR), ("primary_colour", "#123456\n", ""),
     ("auto_approve_threshold", "49", wording.BAD_THRESHOLD), ("auto_approve_threshold", "101", wording.BAD_THRESHOLD)],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_field(app: Flask, field: str, value: str, message: str) -> None:
    _form, errors = read(app, **{field: value})
    assert errors.get(field, "") == message


@pytest.mark.parametrize(
    ("field", "value"), [("industry", "plombier"), ("form_of_address", "ils"), ("auto_approve_threshold", "x")]
)
def test_a_choice_that_was_never_offered_is_refused_in_french(app: Flask, field: str, value: str) -> None:
    _form, errors = read(app, **{field: value})
    assert errors[field]
    assert "Not a valid" not in errors[field]


def test_another_trade_asks_for_words_of_her_own(app: Flask) -> None:
    assert read(app, industry="other")[1] == {"industry_words": wording.INDUSTRY_WORDS_NEEDED}
    assert not read(app, industry="other", industry_words="fleuriste")[1]
