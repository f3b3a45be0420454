"""Guessing: an account waits longer the more it was tried, from wherever, and tells nobody that it waits."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from app.core.limits import limiter
from tests.people import PASSWORD, Person


@pytest.fixture(autouse=True)
def counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count, which the other tests switch off."""
    monkeypatch.setattr(limiter, "enabled", True)


def tried(app: Flask, password: str, *, last: int, email: str = "alice@exemple.ca") -> TestResponse:
    """Try from an address of one's own."""
    there = {"REMOTE_ADDR": f"203.0.113.{last}"}
    return app.test_client().post("/connexion", data={"email": email, "password": password}, environ_base=there)


def bare(answer: TestResponse) -> str:
    return re.sub(r'(name="csrf_token" value|value)="[^"]*"', "", answer.text)


def test_after_ten_wrong_tries_the_right_password_is_refused_as_a_wrong_one(app: Flask, alice: Person) -> None:
    wrong = [tried(app, "pas le bon du tout", last=number) for number in range(10)]
    right = tried(app, PASSWORD, last=10)
    assert right.status_code == wrong[0].status_code == 422
    assert bare(right) == bare(wrong[0])


def test_an_account_that_does_not_exist_waits_alike(app: Flask, alice: Person) -> None:
    answers = [tried(app, "x" * 12, last=number, email="personne@exemple.ca") for number in range(12)]
    assert {answer.status_code for answer in answers} == {422}


def test_nine_wrong_tries_are_forgotten_with_the_right_one(app: Flask, alice: Person) -> None:
    for round_ in range(2):
        for number in range(9):
            assert tried(app, "pas le bon du tout", last=round_ * 20 + number).status_code == 422
        assert tried(app, PASSWORD, last=round_ * 20 + 9, email="Alice@exemple.ca ").status_code == 303


def test_another_account_is_not_touched(app: Flask, alice: Person, charlie: Person) -> None:
    for number in range(12):
        tried(app, "pas le bon du tout", last=number)
    assert tried(app, PASSWORD, last=30, email="charlie@exemple.ca").status_code == 303


def test_one_account_is_one_count_however_its_address_is_written(app: Flask, alice: Person) -> None:
    written = [f"alice@{'exemple'[:at]}{chr(ord('exemple'[at]) + 0xFEE0)}{'exemple'[at + 1 :]}.ca" for at in range(7)]
    for number in range(10):
        assert tried(app, "pas le bon du tout", last=number, email=written[number % 7]).status_code == 422
    assert tried(app, PASSWORD, last=40).status_code == 422
