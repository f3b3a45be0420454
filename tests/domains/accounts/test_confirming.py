"""« Confirmez que c’est vous »: asked once in ten minutes, in this session, before what would give the account away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask

from app.core import clock
from app.core.access import PROOF_LASTS, proved, signed_in
from app.domains.accounts import wording
from tests import people
from tests.people import PASSWORD, Person

LATER = PROOF_LASTS + timedelta(seconds=1)


@pytest.fixture
def guarded(app: Flask) -> Iterator[list[str]]:
    """Guard a view of the site, and tell how often it was reached."""
    reached: list[str] = []
    before = app.view_functions["dashboard.show"]

    @signed_in
    @proved
    def view() -> str:
        reached.append("x")
        return "reached"

    app.view_functions["dashboard.show"] = view
    yield reached
    app.view_functions["dashboard.show"] = before


def test_whoever_just_signed_in_is_not_asked(guarded: list[str], alice: Person) -> None:
    assert alice.client.get("/tableau-de-bord").text == "reached"


def test_ten_minutes_later_she_is_asked_and_then_goes_on(guarded: list[str], alice: Person) -> None:
    with clock.frozen_at(clock.now() + LATER):
        asked = alice.client.get("/tableau-de-bord?a=1")
        assert (asked.status_code, asked.location) == (303, "/confirmation?suite=/tableau-de-bord?a%3D1")
        assert "Confirmez que c’est vous" in alice.client.get(asked.location).text
        wrong = alice.client.post(asked.location, data={"password": "pas le bon du tout"})
        assert wrong.status_code == 422 and wording.PASSWORD_WRONG in wrong.text
        assert not guarded
        assert alice.client.post(asked.location, data={"password": PASSWORD}).location == "/tableau-de-bord?a=1"
        assert alice.client.get("/tableau-de-bord").text == "reached"


def test_what_is_proved_on_one_device_is_not_on_another(guarded: list[str], app: Flask, alice: Person) -> None:
    with clock.frozen_at(clock.now() + LATER):
        people.enter(app.test_client(), alice.user)
        assert alice.client.get("/tableau-de-bord").status_code == 303


def test_a_gesture_is_sent_there_too(guarded: list[str], alice: Person) -> None:
    with clock.frozen_at(clock.now() + LATER):
        answer = alice.client.get("/tableau-de-bord", headers=alice.hx)
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"].startswith("/confirmation")


def test_a_stranger_is_sent_to_the_sign_in(guarded: list[str], app: Flask) -> None:
    assert app.test_client().get("/tableau-de-bord").location.startswith("/connexion")
