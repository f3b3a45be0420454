"""She signs in with what she chose, is told in French when it does not match, and signs out whole."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.core.limits import limiter
from app.domains.accounts import wording
from tests.forms import forms_of
from tests.people import PASSWORD, Person

REFUSED = wording.SIGN_IN_REFUSED


def sign_in(
    client: FlaskClient, email: str = "alice@exemple.ca", password: str = PASSWORD, **options: str
) -> TestResponse:
    return client.post("/connexion", data={"email": email, "password": password}, query_string=options)


def is_in(client: FlaskClient) -> bool:
    return client.get("/connexion").status_code == 303


def test_the_right_words_open_the_door(client: FlaskClient, alice: Person) -> None:
    answer = sign_in(client)
    assert (answer.status_code, answer.location) == (303, "/tableau-de-bord")
    assert is_in(client)


@pytest.mark.parametrize("email", ["ALICE@exemple.ca", "  alice@Exemple.CA ", "Alice@EXEMPLE.ca"])
def test_the_case_of_an_address_is_forgiven(client: FlaskClient, alice: Person, email: str) -> None:
    assert sign_in(client, email).status_code == 303


def test_the_case_of_a_password_is_not(client: FlaskClient, alice: Person) -> None:
    assert sign_in(client, password=PASSWORD.upper()).status_code == 422
    assert not is_in(client)


def test_an_unknown_address_and_a_wrong_password_get_the_same_answer(client: FlaskClient, alice: Person) -> None:
    unknown, wrong = sign_in(client, "personne@exemple.ca"), sign_in(client, password="autre chose enfin")
    assert unknown.status_code == wrong.status_code == 422
    bare = [re.sub(r'personne@|alice@|name="csrf_token" value="[^"]*"', "", answer.text) for answer in (unknown, wrong)]
    assert bare[0] == bare[1]
    assert REFUSED in unknown.text


def test_what_she_typed_stays_but_never_the_password(client: FlaskClient, alice: Person) -> None:
    page = sign_in(client, password="autre chose enfin").text
    assert 'value="alice@exemple.ca"' in page
    assert "autre chose enfin" not in page


@pytest.mark.parametrize(
    ("email", "password"),
    [("", ""), ("alice@exemple.ca", ""), ("", PASSWORD), ("a" * 10_000 + "@exemple.ca", PASSWORD),
     ("alice@exemple.ca", "x" * 10_000), ("alice@exemple.ca\0", "\0"), ("' OR 1=1 --", PASSWORD),
     ("<script>alert(1)</script>", PASSWORD), ("%ED%A0%80", "%ED%A0%80"), ("\N{PILE OF POO}" * 100, PASSWORD)],
)  # fmt: skip
def test_strange_words_are_refused_in_french_without_a_crash(
    client: FlaskClient, alice: Person, email: str, password: str
) -> None:
    answer = sign_in(client, email, password)
    assert answer.status_code == 422
    assert REFUSED in answer.text
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize(
    "body", [b"email=%ED%A0%80%00&password=%FF%FE", b"email=\xff\xfe&password=\xed\xa0\x80", b"email[]=1", b"&&&=%"]
)
def test_bytes_that_are_no_text_are_refused_without_a_crash(client: FlaskClient, alice: Person, body: bytes) -> None:
    answer = client.post("/connexion", data=body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 422


def test_a_password_with_anything_after_it_is_another_password(client: FlaskClient, alice: Person) -> None:
    assert sign_in(client, password=PASSWORD + " et plus").status_code == 422
    assert sign_in(client, password=PASSWORD + "\0").status_code == 422


def test_she_goes_back_where_she_was_going(client: FlaskClient, alice: Person) -> None:
    lost = client.get("/tableau-de-bord")
    assert lost.status_code == 303
    assert lost.location == "/connexion?suite=/tableau-de-bord"
    assert sign_in(client, suite="/conditions?a=1").location == "/conditions?a=1"


@pytest.mark.parametrize(
    "elsewhere",
    ["https://mauvais.example/", "//mauvais.example", "/\\mauvais.example", "\\/mauvais.example", "/\t/mauvais.example",
     "///mauvais.example", "javascript:alert(1)", "mauvais.example", "//[", "http://[", "/\n/mauvais.example",
     " //mauvais.example", "/x\r\nSet-Cookie: a=b", ""],
)  # fmt: skip
def test_the_way_back_never_leaves_the_site(client: FlaskClient, alice: Person, elsewhere: str) -> None:
    for headers in ({}, {"HX-Request": "true"}):
        client.post("/deconnexion")
        answer = client.post(
            "/connexion",
            data={"email": "alice@exemple.ca", "password": PASSWORD},
            query_string={"suite": elsewhere},
            headers=headers,
        )
        assert (answer.headers.get("HX-Redirect") or answer.location) == "/tableau-de-bord"


def test_a_way_back_with_accents_works_with_script_too(client: FlaskClient, alice: Person) -> None:
    answer = client.post(
        "/connexion?suite=/campagnes?ville=L%C3%A9vis%E2%80%99",
        data={"email": "alice@exemple.ca", "password": PASSWORD},
        headers={"HX-Request": "true"},
    )
    assert answer.headers["HX-Redirect"] == "/campagnes?ville=L%C3%A9vis%E2%80%99"


def test_signing_out_forgets_everything(client: FlaskClient, alice: Person) -> None:
    sign_in(client)
    answer = client.post("/deconnexion")
    assert (answer.status_code, answer.location) == (303, "/connexion")
    assert wording.SIGNED_OUT in client.get("/connexion").text
    assert client.get("/tableau-de-bord").status_code == 303
    with client.session_transaction() as session:
        assert "_user_id" not in session


def test_signing_out_is_never_a_link(alice: Person) -> None:
    assert alice.client.get("/deconnexion").status_code == 405
    assert is_in(alice.client)


def test_nothing_planted_in_the_cookie_survives_the_sign_in(client: FlaskClient, alice: Person) -> None:
    page = client.get("/connexion").text
    with client.session_transaction() as session:
        session["planted"] = "by someone else"
        before = session.get("csrf_token")
    assert page
    sign_in(client)
    with client.session_transaction() as session:
        assert "planted" not in session
        assert session.get("csrf_token") != before or before is None


def test_a_person_already_in_is_taken_to_her_dashboard(alice: Person) -> None:
    assert alice.client.get("/connexion").location == "/tableau-de-bord"
    assert alice.client.get("/").location == "/tableau-de-bord"
    assert alice.client.get("/inscription").location == "/tableau-de-bord"


def test_someone_whose_account_is_gone_is_a_stranger(client: FlaskClient, app: Flask) -> None:
    for user_id in ("999999", "abc", "-1", ""):
        with client.session_transaction() as session:
            session["_user_id"] = user_id
        assert client.get("/tableau-de-bord").status_code == 303, user_id


def test_a_gesture_without_a_session_is_sent_to_the_sign_in_page(client: FlaskClient) -> None:
    answer = client.get("/tableau-de-bord", headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"].startswith("/connexion")


def test_the_first_submit_button_of_the_form_signs_in(client: FlaskClient, alice: Person) -> None:
    [form] = [form for form in forms_of(client.get("/connexion").text) if "password" in form.fields]
    assert form.method == "post"
    assert "csrf_token" in form.fields
    chosen = form.buttons[0]
    assert not chosen.get("formaction")
    fields = form.fields | {"email": "alice@exemple.ca", "password": PASSWORD}
    if chosen.get("name"):
        fields[str(chosen["name"])] = chosen.get("value") or ""
    assert client.post(form.action or "/connexion", data=fields).status_code == 303


def test_the_twenty_first_try_in_a_quarter_hour_waits(
    client: FlaskClient, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limiter, "enabled", True)
    statuses = [sign_in(client, "personne@exemple.ca").status_code for _ in range(20)]
    refused = sign_in(client)
    assert set(statuses) == {422}
    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 900
    assert "Attendez quelques minutes" in refused.text
    assert client.get("/connexion").status_code == 200, "the page itself is not refused"
