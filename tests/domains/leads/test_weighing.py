"""What counts in the score is hers to choose, within bounds, and every prospect follows."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from app.core.db import db
from app.domains.leads import scoring, services
from app.domains.leads.models import Lead
from tests.domains.leads.found import found
from tests.people import Person, make_person

MOSTLY_PHONE = {"email": 20, "phone": 60, "rating": 0, "reviews": 0, "website": 20}


def test_new_weights_score_every_prospect_again(alice: Person, run_jobs: Callable[[], int]) -> None:
    elements = [found(f"node/{number}", f"Café {number}", phone=f"418 822-55{number:02}") for number in range(12)]
    services.store(alice.workspace.id, "restaurant", elements)
    db.session.commit()
    answer = alice.client.post("/profil/score", data=MOSTLY_PHONE)
    assert answer.status_code == 303
    run_jobs()
    assert {lead.score for lead in db.session.query(Lead)} == {60}
    assert scoring.weights(has_ratings=False, own=MOSTLY_PHONE)["phone"] == 60
    alice.client.post("/profil/score?_method=DELETE", data={})
    run_jobs()
    assert {lead.score for lead in db.session.query(Lead)} == {31}


def test_points_that_do_not_sum_to_a_hundred_are_explained_and_kept_on_screen(alice: Person) -> None:
    answer = alice.client.post("/profil/score", data=MOSTLY_PHONE | {"website": 10})
    assert answer.status_code == 422
    assert "Il reste 10\u00a0points à donner" in answer.text
    assert 'value="60"' in answer.text
    assert alice.client.post("/profil/score", data=MOSTLY_PHONE | {"phone": 61}).status_code == 422
    assert alice.workspace.score_weights == {}


def test_a_small_role_may_look_and_not_touch(app: Flask, alice: Person, bob: Person) -> None:
    editor = make_person(app, "dora", workspace=alice.workspace, role="editor")
    assert editor.client.get("/profil/score").status_code == 200
    assert editor.client.post("/profil/score", data=MOSTLY_PHONE).status_code == 403
    assert bob.client.get("/profil/score").status_code == 403
