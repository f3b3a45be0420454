"""What every answer says to the browser, and addresses nobody should type."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from app.core.db import db
from app.core.security import content_policy, on_a_phone_too
from tests.people import PASSWORD, Person

PUBLIC = ("/", "/connexion", "/inscription", "/confidentialite", "/conditions", "/aide")
PRIVATE = ("/tableau-de-bord", "/campagnes", "/campagnes/nouvelle", "/contenus", "/profil", "/plus")


@pytest.fixture
def writes(app: Flask) -> Iterator[list[str]]:
    """Note every statement that writes."""
    seen: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.lstrip().split(None, 1)[0].upper() not in {"SELECT", "BEGIN", "PRAGMA", "SAVEPOINT", "RELEASE"}:
            seen.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    yield seen
    event.remove(db.engine, "before_cursor_execute", note)


@pytest.mark.parametrize("path", [*PUBLIC, *PRIVATE, "/healthz", "/nulle-part"])
def test_every_answer_is_closed_to_what_it_does_not_need(alice: Person, client: FlaskClient, path: str) -> None:
    headers = (alice.client if path in PRIVATE else client).get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert "Strict-Transport-Security" not in headers


@pytest.mark.parametrize("path", [*PUBLIC, *PRIVATE, "/nulle-part"])
def test_every_page_says_it_depends_on_htmx(alice: Person, client: FlaskClient, path: str) -> None:
    headers = (alice.client if path in PRIVATE else client).get(path).headers
    assert "HX-Request" in headers["Vary"]


@pytest.mark.parametrize("path", PUBLIC)
def test_a_page_a_stranger_reads_sets_no_script_or_style_in_line(client: FlaskClient, path: str) -> None:
    page = client.get(path).text
    for forbidden in (" onclick=", " onload=", " style=", "<style", "javascript:"):
        assert forbidden not in page, forbidden
    assert page.count("<script") == page.count("<script src=")


def test_a_form_may_lead_to_linkedin_and_nowhere_else() -> None:
    policy = content_policy("https://www.linkedin.com/quelque/part")
    assert "form-action 'self' https://www.linkedin.com;" in policy


def test_a_form_may_lead_to_each_network_that_is_offered_and_says_so_once() -> None:
    policy = content_policy("https://www.linkedin.com", "https://www.facebook.com/v26.0", "https://www.facebook.com")
    assert "form-action 'self' https://www.linkedin.com https://www.facebook.com;" in policy


def test_a_phone_may_be_led_to_the_network_s_own_address_for_phones() -> None:
    policy = content_policy(*on_a_phone_too("https://www.facebook.com"))
    assert "form-action 'self' https://www.facebook.com https://m.facebook.com;" in policy
    assert "form-action 'self' http://127.0.0.1:8001;" in content_policy(*on_a_phone_too("http://127.0.0.1:8001"))


@pytest.mark.parametrize("path", [*PUBLIC, *PRIVATE, "/healthz", "/readyz"])
def test_reading_a_page_writes_nothing(alice: Person, client: FlaskClient, writes: list[str], path: str) -> None:
    for browser in (client, alice.client):
        assert browser.get(path).status_code in {200, 303, 503}
    assert writes == []


def test_the_watch_on_writing_sees_a_writing(client: FlaskClient, alice: Person, writes: list[str]) -> None:
    client.post("/inscription", data={"business_name": "Zoé", "email": "z@exemple.ca", "password": PASSWORD})
    assert any(statement.startswith("INSERT") for statement in writes)


def test_only_delete_is_reached_by_a_form(alice: Person) -> None:
    assert alice.client.post("/campagnes/999?_method=DELETE").status_code == 404
    assert alice.client.post("/healthz?_method=DELETE").status_code == 405
    assert alice.client.post("/connexion?_method=GET", data={}).status_code == 422
    assert alice.client.get("/connexion?_method=DELETE").status_code in {200, 303}


@pytest.mark.parametrize("number", ["0", "2147483648", "9" * 25, "9" * 5000, "-1", "1.5", "1e3", "٣", "1%00"])
def test_an_id_no_table_holds_is_not_found(alice: Person, number: str) -> None:
    assert alice.client.get(f"/campagnes/{number}").status_code == 404


@pytest.mark.parametrize(
    "path", ["/%00", "/%ff%fe", "/campagnes/%F0%9F%92%A9", "/assets/../../etc/passwd", "/assets/%2e%2e/x"]
)
def test_an_address_that_is_no_address_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_page_is_compressed_by_the_application(client: FlaskClient) -> None:
    answer = client.get("/connexion", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert "HX-Request" in answer.headers["Vary"]


def test_a_swap_copies_no_inline_style_which_the_policy_would_refuse(app: Flask) -> None:
    page = app.test_client().get("/connexion").get_data(as_text=True)
    config = re.search(r"name=\"htmx-config\" content='([^']+)'", page)
    assert config and json.loads(config[1])["attributesToSettle"] == ["class", "width", "height"]
