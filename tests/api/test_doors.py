"""Who may pass, in which order things are looked at, and how a refusal reads."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import ROOT
from app.core import clock
from app.core.db import db
from app.core.limits import limiter
from app.domains.accounts.models import ApiToken
from app.domains.workspaces.models import Membership
from app.domains.workspaces.permissions import permissions_of
from tests.domains.campaigns import making
from tests.domains.contents import making as contents
from tests.domains.contents.making import settings_of
from tests.people import Person

CAMPAIGNS = "/api/v1/campaigns"
JSON = {"Content-Type": "application/json"}


def problem(answer: Any, status: int, code: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.mimetype == "application/problem+json"
    assert answer.json["status"] == status and answer.json["code"] == code and answer.json["title"]
    body: dict[str, Any] = answer.json
    return body


def test_a_session_opens_no_door_of_the_api(alice: Person) -> None:
    answer = alice.client.get(CAMPAIGNS)
    problem(answer, 401, "unauthorized")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_revoked_token_and_that_of_a_member_who_left_are_dead(alice: Person, bob: Person) -> None:
    db.session.query(Membership).filter_by(user_id=bob.user.id).delete()
    problem(bob.client.get(CAMPAIGNS, headers=bob.headers), 401, "unauthorized")
    db.session.query(ApiToken).filter_by(user_id=alice.user.id).update({"revoked_at": clock.now()})
    problem(alice.client.get(CAMPAIGNS, headers=alice.headers), 401, "unauthorized")


def test_an_analyst_reads_and_changes_nothing(alice: Person, bob: Person) -> None:
    content = contents.content(alice.workspace)
    assert bob.client.get(f"/api/v1/contents/{content.id}", headers=bob.headers).status_code == 200
    answer = bob.client.put(f"/api/v1/contents/{content.id}/approve", headers=bob.headers)
    problem(answer, 403, "forbidden")
    assert contents.reread(content).state == "pending"


@pytest.mark.parametrize("row_id", ["abc", "-1", "1.5", "99999999999999999999", "0", "%00"])
def test_an_id_that_cannot_be_is_not_found(alice: Person, row_id: str) -> None:
    problem(alice.client.get(f"/api/v1/contents/{row_id}", headers=alice.headers), 404, "not_found")


@pytest.mark.parametrize("sent", [
    {"data": b"{", "content_type": "application/json"},
    {"data": b"texte", "content_type": "text/plain"},
    {"json": {"inconnu": 1}},
    {},
])  # fmt: skip
def test_whose_row_it_is_comes_before_what_was_sent(alice: Person, charlie: Person, sent: dict[str, Any]) -> None:
    path = f"/api/v1/contents/{contents.content(alice.workspace).id}"
    problem(alice.client.patch(path, **sent), 401, "unauthorized")
    problem(charlie.client.patch(path, headers=charlie.headers, **sent), 404, "not_found")


@pytest.mark.parametrize(("sent", "status", "code"), [
    ({"data": b"{", "content_type": "application/json"}, 400, "malformed_json"),
    ({"data": b"\xff\xfe", "content_type": "application/json"}, 400, "malformed_json"),
    ({"data": b"[" * 100_000, "content_type": "application/json"}, 400, "malformed_json"),
    ({"data": b'{"name": NaN}', "content_type": "application/json"}, 400, "malformed_json"),
    ({"data": b'{"name": "a"}', "content_type": "text/plain"}, 415, "unsupported_media_type"),
    ({"data": b'["a"]', "content_type": "application/json"}, 422, "invalid"),
    ({"data": b"", "content_type": "application/json"}, 422, "invalid"),
])  # fmt: skip
def test_a_body_that_cannot_be_read_is_refused(alice: Person, sent: dict[str, Any], status: int, code: str) -> None:
    problem(alice.client.post(CAMPAIGNS, headers=alice.headers, **sent), status, code)


def test_each_field_at_fault_is_named_in_french(alice: Person) -> None:
    body = {"name": 5, "industry": None, "couleur": "bleu", "launch": "oui", "province": "QC"}
    errors = problem(alice.client.post(CAMPAIGNS, json=body, headers=alice.headers), 422, "invalid")["errors"]
    assert errors == {
        "name": "Envoyez un texte.",
        "industry": "Ce champ ne peut pas être nul.",
        "couleur": "Ce champ n’existe pas.",
        "launch": "Envoyez true ou false.",
        "city": "Ce champ est obligatoire.",
    }


def test_signs_no_table_keeps_are_no_crash(alice: Person) -> None:
    body = {"name": "Caf\ud800é\u0000", "industry": "restaurant", "city": "Lévis"}
    answer = alice.client.post(CAMPAIGNS, json=body, headers=alice.headers)
    assert (answer.status_code, answer.json["name"]) == (201, "Café")


@pytest.mark.parametrize("query", [
    "limit=0", "limit=-1", "limit=a", "after=x", "after=1_0", "limit=٣", "after=2147483648",
    "after=99999999999999999999999",
])  # fmt: skip
def test_a_query_that_means_nothing_is_refused(alice: Person, query: str) -> None:
    problem(alice.client.get(f"{CAMPAIGNS}?{query}", headers=alice.headers), 422, "invalid")


def test_a_list_is_read_page_by_page_and_ends(alice: Person) -> None:
    made = [making.draft(alice, name=f"Campagne {number}").id for number in range(5)]
    read: list[int] = []
    after = ""
    while after is not None:
        answer = alice.client.get(f"{CAMPAIGNS}?limit=2&after={after}", headers=alice.headers).json
        read += [item["id"] for item in answer["items"]]
        after = answer["next"]
    assert read == made[::-1]


def test_who_asks_for_more_than_a_page_gets_a_page_and_its_next(alice: Person) -> None:
    for number in range(101):
        making.draft(alice, name=f"Campagne {number}")
    answer = alice.client.get(f"{CAMPAIGNS}?limit=500", headers=alice.headers).json
    assert len(answer["items"]) == 100
    assert len(alice.client.get(f"{CAMPAIGNS}?after={answer['next']}", headers=alice.headers).json["items"]) == 1


@pytest.mark.parametrize("row_id", ["0", "2147483648", "9223372036854775808", "9" * 400])
@pytest.mark.parametrize("list_of", ["contents?campaign_id", "deliveries?content_id"])
def test_the_list_of_a_row_that_cannot_be_is_not_found(alice: Person, list_of: str, row_id: str) -> None:
    problem(alice.client.get(f"/api/v1/{list_of}={row_id}", headers=alice.headers), 404, "not_found")


def test_prospects_are_read_page_by_page_best_first(alice: Person) -> None:
    campaign = making.with_leads(alice, 7)
    read: list[int] = []
    after = ""
    while after is not None:
        path = f"{CAMPAIGNS}/{campaign.id}/leads?limit=3&after={after}"
        answer = alice.client.get(path, headers=alice.headers).json
        read += [item["id"] for item in answer["items"]]
        after = answer["next"]
    assert sorted(read) == sorted(making.lead_ids(campaign)) and len(read) == 7
    wrong = alice.client.get(f"{CAMPAIGNS}/{campaign.id}/leads?after=drôle", headers=alice.headers)
    problem(wrong, 422, "invalid")


def test_what_is_not_here_and_a_wrong_verb_are_problems(alice: Person) -> None:
    problem(alice.client.get("/api/v1/rien", headers=alice.headers), 404, "not_found")
    answer = alice.client.patch(CAMPAIGNS, headers=alice.headers)
    problem(answer, 405, "method_not_allowed")
    assert "GET" in answer.headers["Allow"]


def test_a_token_past_its_limit_waits_and_the_others_do_not(
    app: Flask, alice: Person, charlie: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limiter, "enabled", True)
    with settings_of(app, api_requests_per_minute=3):
        answers = [alice.client.get(CAMPAIGNS, headers=alice.headers) for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        problem(answers[3], 429, "too_many_requests")
        assert 0 < int(answers[3].headers["Retry-After"]) <= 61
        assert not any("Retry-After" in answer.headers for answer in answers[:3]), "nothing has to wait"
        assert answers[0].headers["X-RateLimit-Remaining"] == "2"
        assert charlie.client.get(CAMPAIGNS, headers=charlie.headers).status_code == 200


def test_the_csrf_token_is_asked_of_forms_and_not_of_tokens(
    app: Flask, client: FlaskClient, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    body = {"name": "Cafés", "industry": "restaurant", "city": "Lévis"}
    assert client.post(CAMPAIGNS, json=body, headers=alice.headers).status_code == 201
    assert alice.client.post("/campagnes/nouvelle", data={"name": "Cafés"}).status_code == 400


def test_every_door_asks_for_a_permission_of_the_table() -> None:
    asked: set[str] = set()
    for path in (ROOT / "app" / "api").glob("*.py"):
        asked |= set(re.findall(r'@door\("([a-z.]+)"', path.read_text()))
    assert asked and asked <= permissions_of("owner")


def test_a_body_of_words_is_short_and_a_file_may_be_long(alice: Person) -> None:
    body = {"name": "a" * 1_100_000, "industry": "restaurant", "city": "Lévis"}
    problem(alice.client.post(CAMPAIGNS, json=body, headers=alice.headers), 413, "too_large")
    keyed = alice.headers | {"Idempotency-Key": "k-1"}
    problem(alice.client.post(CAMPAIGNS, json=body, headers=keyed), 413, "too_large")
    path = f"{CAMPAIGNS}/{making.launched(alice).id}/leads/import"
    file = {"file": (BytesIO(b"Nom;Ville\n" + b"Bistro;Sorel\n" + b"\n" * 1_100_000), "p.csv")}
    assert alice.client.post(path, data=file, headers=alice.headers).status_code == 202
