"""A refusal speaks French to a person, problem+json to a program, and gives nothing away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient
from sqlalchemy.exc import OperationalError

from app import create_app
from app.core import errors
from app.core.access import requires
from app.core.db import db
from app.domains.accounts.models import User
from app.settings import Settings
from tests import people
from tests.people import Client, Person

GESTURE = {"HX-Request": "true"}


@pytest.fixture(scope="module")
def site(settings: Settings) -> Flask:
    """Build the site with a few doors that fail."""
    site = create_app(settings)
    site.test_client_class = Client
    site.config["WTF_CSRF_ENABLED"] = False

    def crash() -> str:
        db.session.add(User(email="perdue@exemple.ca", password_hash="x"))
        db.session.flush()
        raise RuntimeError("le mot de passe est s3cr3t")

    def conflict() -> str:
        raise errors.Conflict("already_done", "Cette publication est déjà approuvée.")

    def no_database() -> str:
        raise OperationalError("SELECT 1", {}, Exception("disk full"))

    def refuse(status: int) -> str:
        abort(status)

    for name, view in {"crash": crash, "conflict": conflict, "no-database": no_database}.items():
        site.add_url_rule(f"/essai/{name}", name, view, methods=["GET", "POST"])
        site.add_url_rule(f"/api/v1/essai/{name}", f"api-{name}", view)
    site.add_url_rule("/essai/<int:status>", "refuse", refuse)
    site.add_url_rule("/api/v1/essai/<int:status>", "api-refuse", refuse)
    site.add_url_rule("/essai/role", "role", requires("workspace.manage")(lambda: "ok"))
    return site


@pytest.fixture
def browser(app: Flask, site: Flask) -> Iterator[FlaskClient]:
    with site.app_context():
        yield site.test_client()
        db.session.remove()
        db.engine.dispose()


@pytest.mark.parametrize("status", [400, 403, 404, 405, 413, 429, 500, 503])
def test_a_person_reads_what_happened_and_what_to_do(browser: FlaskClient, status: int) -> None:
    answer = browser.get(f"/essai/{status}")
    assert answer.status_code == status
    assert '<html lang="fr-CA">' in answer.text
    assert 'href="/tableau-de-bord"' in answer.text
    assert answer.headers["X-Request-Id"] in answer.text


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503, 418])
def test_a_program_reads_a_problem_with_a_stable_code(browser: FlaskClient, status: int) -> None:
    answer = browser.get(f"/api/v1/essai/{status}")
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    body = answer.json
    assert body is not None
    assert body["status"] == status
    assert body["title"].endswith(".")
    assert body["code"] == errors.CODES.get(status, "error")


def test_an_address_of_the_api_that_does_not_exist_is_a_problem_too(browser: FlaskClient) -> None:
    assert browser.get("/api/v1/rien").mimetype == "application/problem+json"


def test_a_gesture_refused_comes_as_a_toast_and_replaces_nothing(browser: FlaskClient) -> None:
    answer = browser.post("/essai/conflict", headers=GESTURE)
    assert answer.status_code == 409
    assert "Cette publication est déjà approuvée." in answer.text
    assert answer.headers["HX-Reswap"] == "none"
    assert "<html" not in answer.text


def test_a_conflict_says_its_reason_on_a_page_and_its_code_to_a_program(browser: FlaskClient) -> None:
    page = browser.post("/essai/conflict")
    assert page.status_code == 409
    assert "Cette publication est déjà approuvée." in page.text
    body = browser.get("/api/v1/essai/conflict").json
    assert body is not None
    assert (body["code"], body["title"]) == ("already_done", "Cette publication est déjà approuvée.")


def test_a_crash_gives_nothing_away_and_keeps_nothing_half_done(
    browser: FlaskClient, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = browser.get("/essai/crash")
    assert answer.status_code == 500
    assert "s3cr3t" not in answer.text
    assert "Traceback" not in answer.text
    assert db.session.query(User).count() == 0
    assert '"event": "unhandled"' in capsys.readouterr().err


def test_a_database_that_fails_is_a_short_pause_not_a_bare_error(browser: FlaskClient) -> None:
    answer = browser.get("/essai/no-database")
    assert answer.status_code == 503
    assert "courte pause" in answer.text
    body = browser.get("/api/v1/essai/no-database").json
    assert body is not None
    assert body["code"] == "unavailable"


def test_the_error_page_needs_no_database(browser: FlaskClient, alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    people.enter(browser, alice.user)
    with db.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE users RENAME TO users_away")
    try:
        answer = browser.get("/tableau-de-bord")
    finally:
        with db.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE users_away RENAME TO users")
    assert answer.status_code in {500, 503}
    assert '<html lang="fr-CA">' in answer.text


def test_a_role_too_small_is_told_so(browser: FlaskClient, bob: Person) -> None:
    people.enter(browser, bob.user)
    answer = browser.get("/essai/role")
    assert answer.status_code == 403
    assert "Votre rôle ne permet pas ce geste" in answer.text


def test_a_wrong_verb_says_which_are_right(browser: FlaskClient) -> None:
    answer = browser.post("/healthz")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def test_every_title_is_french_and_ends_with_a_period() -> None:
    assert set(errors.TITLES) == set(errors.CODES)
    assert all(title.endswith(".") and "\u2019" in title or "'" not in title for title in errors.TITLES.values())
