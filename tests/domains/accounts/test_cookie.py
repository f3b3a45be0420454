"""The cookie is the session: no script reads it, no other site sends it, no plain line carries it where TLS exists."""

from __future__ import annotations

import dataclasses

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from app.settings import Settings
from tests.forms import token_of
from tests.people import PASSWORD, Person


@pytest.fixture
def https_client(app: Flask, settings: Settings) -> FlaskClient:
    """Visit the same site as it is behind TLS, forms guarded as in production."""
    secure = create_app(dataclasses.replace(settings, public_url="https://astrogrowth.example"))
    return FlaskClient(secure, secure.response_class)


def flags(client: FlaskClient, **options: object) -> set[str]:
    form = {"email": "alice@exemple.ca", "password": PASSWORD}
    if client.application.config.get("WTF_CSRF_ENABLED", True):
        form["csrf_token"] = token_of(client.get("/connexion", **options).text)
    answer = client.post("/connexion", data=form, **options)
    assert answer.status_code == 303
    [cookie] = [line for line in answer.headers.getlist("Set-Cookie") if line.startswith("astrogrowth=")]
    return {part.strip().split("=")[0] if "SameSite" not in part else part.strip() for part in cookie.split(";")[1:]}


def test_on_a_plain_line_it_is_hidden_from_scripts_and_sites(client: FlaskClient, alice: Person) -> None:
    assert flags(client) == {"HttpOnly", "SameSite=Lax", "Path", "Expires"}


def test_behind_tls_it_travels_on_tls_only(https_client: FlaskClient, alice: Person) -> None:
    options = {
        "base_url": "https://astrogrowth.example",
        "headers": {"Referer": "https://astrogrowth.example/connexion"},
    }
    assert flags(https_client, **options) == {"HttpOnly", "SameSite=Lax", "Path", "Expires", "Secure"}
    headers = https_client.get("/connexion").headers
    assert headers["Strict-Transport-Security"].startswith("max-age=31536000")


def test_a_page_sets_no_cookie_again(client: FlaskClient, alice: Person) -> None:
    flags(client)
    # The first page with a form gives the session its token.
    client.get("/plus")
    assert "Set-Cookie" not in client.get("/confidentialite").headers


def test_a_forged_cookie_is_a_stranger(client: FlaskClient, alice: Person) -> None:
    client.set_cookie("astrogrowth", "eyJfdXNlcl9pZCI6IjEifQ.aaaa.bbbb")
    assert client.get("/tableau-de-bord").status_code == 303
