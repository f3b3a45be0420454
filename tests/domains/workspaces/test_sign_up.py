"""Three answers open an account; what is wrong is said at its field, and nothing is half made."""

from __future__ import annotations

import threading

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from app.core.db import db
from app.core.limits import limiter
from app.domains.accounts import wording as account_words
from app.domains.accounts.models import User
from app.domains.workspaces import services, wording
from app.domains.workspaces.models import Membership, Workspace
from tests.forms import forms_of
from tests.people import PASSWORD, Person

RIGHT = {"business_name": "Café de l’Été", "email": "zoe@exemple.ca", "password": PASSWORD}


def sign_up(client: FlaskClient, **changes: str) -> TestResponse:
    return client.post("/inscription", data=RIGHT | changes)


def counts() -> tuple[int, ...]:
    return tuple(
        db.session.scalar(select(func.count()).select_from(table)) or 0 for table in (User, Workspace, Membership)
    )


def error_at(page: str, field: str) -> str:
    _before, _mark, after = page.partition(f'id="{field}-error">')
    return after.partition("</p>")[0].rpartition(">")[2]


def test_three_answers_open_an_account_and_sign_her_in(client: FlaskClient) -> None:
    answer = sign_up(client)
    assert (answer.status_code, answer.location) == (303, "/bienvenue")
    assert client.get("/tableau-de-bord").status_code == 200
    membership = db.session.scalars(select(Membership)).one()
    assert membership.role == "owner"
    assert services.workspace_by_id(membership.workspace_id).name == "Café de l’Été"
    assert db.session.scalars(select(User)).one().verified_at is None


def test_the_form_of_the_page_is_enough(client: FlaskClient) -> None:
    [form] = [form for form in forms_of(client.get("/inscription").text) if "password" in form.fields]
    assert set(form.fields) == {"csrf_token", "business_name", "email", "password"}
    assert client.post(form.action or "/inscription", data=form.fields | RIGHT).status_code == 303


@pytest.mark.parametrize("email", ["alice@exemple.ca", "ALICE@Exemple.ca "])
def test_an_address_taken_is_said_at_its_field(client: FlaskClient, alice: Person, email: str) -> None:
    before = counts()
    answer = sign_up(client, email=email)
    assert answer.status_code == 422
    assert error_at(answer.text, "email") == account_words.EMAIL_TAKEN
    assert counts() == before
    assert client.get("/tableau-de-bord").status_code == 303


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [("business_name", "", wording.BUSINESS_NAME_NEEDED), ("business_name", "   ", wording.BUSINESS_NAME_NEEDED),
     ("business_name", "\0\x01\x1f", wording.BUSINESS_NAME_NEEDED),
     ("business_name", "é" * 10_000, wording.BUSINESS_NAME_NEEDED), ("email", "", account_words.BAD_EMAIL),
     ("email", "zoe", account_words.BAD_EMAIL), ("email", "zoe@exemple", account_words.BAD_EMAIL),
     ("email", "z" * 10_000 + "@exemple.ca", account_words.BAD_EMAIL),
     ("email", "zoe\r\nBcc: x@exemple.ca@exemple.ca", account_words.BAD_EMAIL),
     ("password", "", account_words.PASSWORD_TOO_SHORT), ("password", "tropcourt", account_words.PASSWORD_TOO_SHORT),
     ("password", "x" * 10_000, account_words.PASSWORD_TOO_SHORT)],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_field(client: FlaskClient, field: str, value: str, message: str) -> None:
    answer = sign_up(client, **{field: value})
    assert answer.status_code == 422
    assert error_at(answer.text, field) == message
    assert counts() == (0, 0, 0)


def test_every_fault_is_said_at_once_and_what_is_right_stays(client: FlaskClient, alice: Person) -> None:
    page = sign_up(client, email="zoe@exemple", password="court").text
    assert error_at(page, "email") == account_words.BAD_EMAIL
    assert error_at(page, "password") == account_words.PASSWORD_TOO_SHORT
    assert 'value="Café de l’Été"' in page and 'value="zoe@exemple"' in page
    page = sign_up(client, email="alice@exemple.ca", password="court", business_name="").text
    said = [error_at(page, field) for field in ("business_name", "email", "password")]
    assert said == [wording.BUSINESS_NAME_NEEDED, account_words.EMAIL_TAKEN, account_words.PASSWORD_TOO_SHORT]


def test_what_she_typed_stays_but_never_the_password(client: FlaskClient) -> None:
    page = sign_up(client, email="pas une adresse").text
    assert "Café de l’Été" in page
    assert 'value="pas une adresse"' in page
    assert PASSWORD not in page


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  Café\0 Zoé\x07 ", "Café Zoé"), ("<b>Chez Léo</b> & filles", "<b>Chez Léo</b> & filles"),
     ("Crêperie \N{PANCAKES}", "Crêperie \N{PANCAKES}"), ("é" * 120, "é" * 120)],
)  # fmt: skip
def test_an_odd_name_is_kept_clean_and_shown_safe(client: FlaskClient, typed: str, kept: str) -> None:
    assert sign_up(client, business_name=typed).status_code == 303
    assert db.session.scalars(select(Workspace.name)).one() == kept
    assert "<b>Chez" not in client.get("/tableau-de-bord").text


@pytest.mark.parametrize("body", [b"business_name=%ED%A0%80&email=%FF%00", b"\xff\xfe\xed\xa0\x80", b"", b"=&=&"])
def test_bytes_that_are_no_text_are_refused_without_a_crash(client: FlaskClient, body: bytes) -> None:
    answer = client.post("/inscription", data=body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 422
    assert counts() == (0, 0, 0)


def test_a_form_too_heavy_is_refused_in_french(client: FlaskClient) -> None:
    answer = sign_up(client, business_name="x" * (13 * 1024 * 1024))
    assert answer.status_code == 413
    assert "trop" in answer.text


def test_the_same_address_sent_twice_at_once_makes_one_account(app: Flask) -> None:
    barrier, statuses = threading.Barrier(2), []

    def submit() -> None:
        browser = FlaskClient(app, app.response_class)
        barrier.wait(5)
        statuses.append(browser.post("/inscription", data=RIGHT).status_code)

    threads = [threading.Thread(target=submit) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(statuses) == [303, 422]
    assert counts() == (1, 1, 1)


def test_signing_up_is_limited_as_signing_in_is(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limiter, "enabled", True)
    for _ in range(20):
        client.post("/inscription", data={})
    answer = sign_up(client)
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
