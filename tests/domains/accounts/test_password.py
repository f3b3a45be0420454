"""A new password: proved by the present one, and the end of every other session."""

from __future__ import annotations

import pytest
from flask import Flask

from app.domains.accounts import services, wording
from app.domains.dashboard import demonstration, seeding
from tests.people import PASSWORD, Person

NEW = "une autre phrase plus longue"


def test_she_changes_it_and_stays_signed_in_here_alone(app: Flask, alice: Person) -> None:
    here, there = app.test_client(), app.test_client()
    for client in (here, there):
        client.post("/connexion", data={"email": alice.user.email, "password": PASSWORD})
    answer = here.post("/profil/mot-de-passe", data={"present": PASSWORD, "new": NEW})
    assert (answer.status_code, answer.location) == (303, "/profil")
    assert wording.PASSWORD_CHANGED in here.get("/profil").get_data(as_text=True)
    assert there.get("/profil").location.startswith("/connexion")
    assert services.authenticate(alice.user.email, NEW)
    assert services.authenticate(alice.user.email, PASSWORD) is None


@pytest.mark.parametrize(
    ("present", "new", "field", "message"),
    [("pas le bon du tout", NEW, "present", wording.PASSWORD_WRONG),
     (PASSWORD, "court", "new", wording.PASSWORD_TOO_SHORT),
     (PASSWORD, PASSWORD, "new", wording.PASSWORD_SAME), ("", "", "present", wording.PASSWORD_WRONG)],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_field(alice: Person, present: str, new: str, field: str, message: str) -> None:
    answer = alice.client.post("/profil/mot-de-passe", data={"present": present, "new": new})
    assert answer.status_code == 422
    assert message in answer.get_data(as_text=True).partition(f'id="{field}-error"')[2]
    assert services.authenticate(alice.user.email, PASSWORD)


def test_the_account_everybody_knows_the_password_of_keeps_it(app: Flask) -> None:
    seeding.seed()
    client = app.test_client()
    client.post("/connexion", data={"email": demonstration.EMAIL, "password": demonstration.PASSWORD})
    assert client.get("/profil").status_code == 200
    answer = client.post("/profil/mot-de-passe", data={"present": demonstration.PASSWORD, "new": NEW})
    assert answer.status_code == 403
    assert services.authenticate(demonstration.EMAIL, demonstration.PASSWORD)
