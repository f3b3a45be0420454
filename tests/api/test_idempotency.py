"""A request repeated with its key is carried out once."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from app.api import jobs
from app.api.idempotency import KEPT, LEASE
from app.api.models import ApiRequest
from app.core import clock
from app.core.db import db
from app.domains.campaigns.models import Campaign
from app.domains.leads import services as leads
from app.domains.leads.models import Lead
from tests.domains.campaigns import making
from tests.people import Person

URL = "/api/v1/campaigns"
BODY = {"name": "Cafés de Lévis", "industry": "restaurant", "city": "Lévis"}


def post(person: Person, key: str, path: str = URL, **body: Any) -> Any:
    return person.client.post(path, json=BODY | body, headers=person.headers | {"Idempotency-Key": key})


def campaigns() -> int:
    db.session.rollback()
    return db.session.query(Campaign).count()


def at_once(app: Flask, person: Person, number: int) -> list[int]:
    """Send the same request from as many programs, and return their statuses; a refused one is under way."""
    headers, barrier, answers = person.headers | {"Idempotency-Key": "k-1"}, threading.Barrier(number), []

    def ask() -> None:
        program = FlaskClient(app)
        barrier.wait(5)
        answers.append(program.post(URL, json=BODY, headers=headers))

    db.session.commit()
    db.session.remove()
    threads = [threading.Thread(target=ask) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert {answer.json["code"] for answer in answers if answer.status_code == 409} <= {"in_progress"}
    return [answer.status_code for answer in answers]


def test_the_same_request_gives_the_same_answer_and_acts_once(alice: Person) -> None:
    first, second = post(alice, "k-1"), post(alice, "k-1")
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json == second.json
    assert second.headers["Idempotency-Replayed"] == "true"
    assert campaigns() == 1


def test_a_key_is_good_for_one_request_of_one_workspace(alice: Person, charlie: Person) -> None:
    post(alice, "k-1")
    other = post(alice, "k-1", name="Autre")
    assert (other.status_code, other.json["code"]) == (409, "idempotency_key_reused")
    assert post(charlie, "k-1").status_code == 201
    assert campaigns() == 2


def test_a_request_under_way_is_not_begun_again(alice: Person) -> None:
    answered = post(alice, "k-1")
    db.session.query(ApiRequest).update({"status": 0})
    answer = post(alice, "k-1")
    assert (answer.status_code, answer.json["code"]) == (409, "in_progress")
    assert answered.status_code == 201 and campaigns() == 1


def test_a_key_whose_process_died_may_be_tried_again(alice: Person) -> None:
    post(alice, "k-1")
    db.session.query(ApiRequest).update({"status": 0})
    begun = clock.now()
    with clock.frozen_at(begun + LEASE - timedelta(seconds=5)):
        assert post(alice, "k-1").json["code"] == "in_progress"
    with clock.frozen_at(begun + LEASE + timedelta(seconds=5)):
        assert post(alice, "k-1", name="Autre").json["code"] == "idempotency_key_reused", "it is still this request's"
        assert post(alice, "k-1").status_code == 201
        assert "Idempotency-Replayed" in post(alice, "k-1").headers
    assert campaigns() == 2 and db.session.query(ApiRequest).count() == 1


def test_of_many_who_take_a_dead_key_up_one_acts(app: Flask, alice: Person) -> None:
    post(alice, "k-1")
    db.session.query(ApiRequest).update({"status": 0, "created_at": clock.now() - 2 * LEASE})
    statuses = at_once(app, alice, 5)
    assert len(statuses) == 5 and 201 in statuses and set(statuses) <= {201, 409}
    assert campaigns() == 2


def test_a_refusal_keeps_no_key(alice: Person) -> None:
    assert post(alice, "k-1", name="").status_code == 422
    assert post(alice, "k-1").status_code == 201
    draft = making.draft(alice)
    path = f"{URL}/{draft.id}/searches"
    assert post(alice, "k-2", path).status_code == 409
    alice.client.put(f"{URL}/{draft.id}/launch", headers=alice.headers)
    assert post(alice, "k-2", path).status_code == 202


def test_a_key_is_forgotten_after_a_day(alice: Person) -> None:
    post(alice, "k-1")
    with clock.frozen_at(clock.now() + timedelta(hours=25)):
        assert post(alice, "k-1", name="Autre").status_code == 201
    assert db.session.query(ApiRequest).count() == 1


def test_whose_row_it_is_comes_before_its_key(alice: Person, charlie: Person) -> None:
    campaign = making.launched(alice)
    assert post(charlie, "k" * 300, f"{URL}/{campaign.id}/searches").status_code == 404
    too_long = post(alice, "k" * 300)
    assert (too_long.status_code, too_long.json["code"]) == (400, "idempotency_key_too_long")


def test_of_many_at_the_same_instant_one_acts(app: Flask, alice: Person) -> None:
    statuses = at_once(app, alice, 5)
    assert len(statuses) == 5 and 201 in statuses and set(statuses) <= {201, 409}
    assert campaigns() == 1


def kept_keys() -> set[str]:
    db.session.rollback()
    return {row.key for row in db.session.query(ApiRequest)}


def test_an_answer_goes_after_a_day_whether_or_not_anyone_asks_again(alice: Person, charlie: Person) -> None:
    post(alice, "k-1")
    post(charlie, "k-2")
    with clock.frozen_at(clock.now() + KEPT - timedelta(seconds=5)):
        jobs.purge()
    assert kept_keys() == {"k-1", "k-2"}
    with clock.frozen_at(clock.now() + KEPT):
        jobs.purge()
    assert kept_keys() == set()


def test_the_answers_that_name_a_prospect_are_forgotten_with_it(alice: Person) -> None:
    first, second = making.lead_ids(making.with_leads(alice, 2))
    for key, lead_id in (("k-1", first), ("k-2", second)):
        assert post(alice, key, f"/api/v1/leads/{lead_id}/contents").status_code == 202
    post(alice, "k-3")
    leads.forget(db.session.get_one(Lead, first), by_id=None)
    assert kept_keys() == {"k-2", "k-3"}
    assert post(alice, "k-1", f"/api/v1/leads/{first}/contents").status_code == 404


def test_a_secret_that_is_answered_again_is_not_kept_in_clear(alice: Person) -> None:
    asked = {"url": "https://exemple.ca/messages", "events": ["content.approved"]}
    headers = alice.headers | {"Idempotency-Key": "k-secret"}
    first, again = (alice.client.post("/api/v1/webhooks", json=asked, headers=headers) for _ in range(2))
    assert first.status_code == again.status_code == 201, first.json
    assert first.json == again.json and first.json["secret"].startswith("whsec_")
    assert first.json["secret"] not in str(db.session.query(ApiRequest.response).one())
