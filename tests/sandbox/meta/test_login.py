"""Consent, tokens and Pages, and what each refusal looks like."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.sandbox.meta.outside import APP, CALLBACK, PAGE, SCOPES, OutsideMeta, code_of, proof

DAY = 86_400


def test_a_person_reads_the_dialogue_and_says_yes(meta: OutsideMeta) -> None:
    asked = {"client_id": APP["client_id"], "redirect_uri": CALLBACK, "scope": SCOPES, "state": "abc"}
    page = requests.get(f"{meta.url}/dialog/oauth", params=asked, timeout=5)
    assert page.status_code == 200
    assert "publier sur vos Pages" in page.text
    assert "Café Démonstration" in page.text
    assert "<script" not in page.text
    back = meta.back()
    assert back["state"] == "état-1"
    assert back["code"]


def test_a_person_says_no(meta: OutsideMeta) -> None:
    back = meta.back(decision="deny")
    assert (back["error"], back["error_reason"]) == ("access_denied", "user_denied")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"client_id": "inconnue"}, "client_id"),
        ({"redirect_uri": "https://evil.example/cb"}, "redirect_uri"),
        ({"redirect_uri": ""}, "redirect_uri"),
        ({"response_type": "token"}, "response_type"),
        ({"scope": ""}, "scope"),
        ({"scope": "pages_show_list pages_manage_posts"}, "scope"),
        ({"scope": "pages_show_list,publish_actions"}, "scope"),
    ],
)
def test_a_wrong_question_is_shown_never_sent_anywhere(meta: OutsideMeta, changes: dict[str, Any], reason: str) -> None:
    answer = meta.consent(**changes)
    assert answer.status_code == 400
    assert f"<code>{reason}</code>" in answer.text
    assert "Location" not in answer.headers


def test_a_short_token_becomes_a_long_one(meta: OutsideMeta) -> None:
    short = meta.exchange(code=meta.back()["code"]).json()
    assert (short["token_type"], short["expires_in"]) == ("bearer", 5400)
    long = meta.lengthen(short["access_token"]).json()
    assert long["expires_in"] == 60 * DAY
    assert long["access_token"] != short["access_token"]


@pytest.mark.parametrize("missing", ["client_id", "client_secret", "redirect_uri", "code"])
def test_an_exchange_with_something_missing_is_refused(meta: OutsideMeta, missing: str) -> None:
    answer = meta.exchange(**({"code": meta.back()["code"]} | {missing: ""}))
    assert answer.status_code == 400
    assert f"Missing {missing}" in answer.text


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"client_secret": "faux"}, 1),
        ({"client_id": "inconnue"}, 101),
        ({"redirect_uri": "http://127.0.0.1:9/ailleurs"}, 100),
        ({"code": "inventé"}, 100),
        ({"fields": "id"}, 100),
    ],
)
def test_a_wrong_exchange_is_refused(meta: OutsideMeta, changes: dict[str, str], code: int) -> None:
    assert code_of(meta.exchange(**({"code": meta.back()["code"]} | changes))) == code


def test_a_code_is_used_once(meta: OutsideMeta) -> None:
    code = meta.back()["code"]
    assert meta.exchange(code=code).status_code == 200
    assert code_of(meta.exchange(code=code)) == 100


def test_only_a_living_token_of_the_application_is_lengthened(meta: OutsideMeta) -> None:
    assert code_of(meta.lengthen("EAAinvente")) == 190
    assert code_of(meta.lengthen(meta.page_token())) == 190
    assert code_of(meta.lengthen("EAA", grant_type="refresh_token")) == 100


def test_her_pages_come_with_a_token_each_and_their_instagram(meta: OutsideMeta) -> None:
    fields = "id,name,access_token,tasks,instagram_business_account{id,username}"
    rows = meta.call("GET", "me/accounts", meta.user_token(), fields=fields).json()["data"]
    assert [row["name"] for row in rows] == ["Café Démonstration", "Traiteur Démonstration"]
    assert rows[0]["instagram_business_account"]["username"] == "cafe.demonstration"
    assert "instagram_business_account" not in rows[1]
    assert rows[0]["access_token"] != rows[1]["access_token"]
    assert "CREATE_CONTENT" in rows[0]["tasks"]


def test_only_the_pages_she_ticked_are_listed(meta: OutsideMeta) -> None:
    rows = meta.call("GET", "me/accounts", meta.user_token(pages=[PAGE]), fields="name").json()["data"]
    assert [row["id"] for row in rows] == [PAGE]


def test_a_page_she_may_only_look_at_has_no_token(meta: OutsideMeta) -> None:
    user = meta.user_token(member="sbx7Olivier")
    rows = meta.call("GET", "me/accounts", user, fields="name,access_token").json()["data"]
    assert ["access_token" in row for row in rows] == [True, False]


def test_a_long_list_comes_page_by_page(meta: OutsideMeta) -> None:
    user = meta.user_token()
    first = meta.call("GET", "me/accounts", user, fields="name", limit=1).json()
    assert "next" in first["paging"]
    after = first["paging"]["cursors"]["after"]
    second = meta.call("GET", "me/accounts", user, fields="name", limit=1, after=after).json()
    assert "next" not in second["paging"]
    assert first["data"] != second["data"]


@pytest.mark.parametrize(
    ("path", "parameters", "code"),
    [
        ("me/accounts", {"fields": "secret"}, 100),
        ("me/accounts", {"speed": "1"}, 100),
        ("me/accounts", {"appsecret_proof": None}, 100),
        ("me/accounts", {"appsecret_proof": "faux"}, 100),
        ("me", {"fields": "email"}, 100),
        ("me/likes", {}, 210),
    ],
)
def test_a_wrong_call_about_her_is_refused(meta: OutsideMeta, path: str, parameters: dict[str, Any], code: int) -> None:
    assert code_of(meta.call("GET", path, meta.user_token(), **parameters)) in (code, 2500)


def test_the_list_of_pages_needs_its_permission(meta: OutsideMeta) -> None:
    meta.sandbox.state.settings.meta_declined_scopes = ["pages_show_list"]
    assert code_of(meta.call("GET", "me/accounts", meta.user_token())) == 200


def test_no_token_a_made_up_one_or_a_dead_one_opens_nothing(meta: OutsideMeta) -> None:
    assert code_of(meta.call("GET", "me", "")) == 2500
    assert code_of(meta.call("GET", "me", "EAAinvente")) == 190
    clock = [1_800_000_000.0]
    meta.sandbox.state.now = lambda: clock[0]
    user = meta.user_token()
    clock[0] += 60 * DAY + 1
    dead = meta.call("GET", "me", user)
    assert (code_of(dead), dead.json()["error"]["error_subcode"]) == (190, 463)


def test_the_token_of_a_page_outlives_the_sixty_days(meta: OutsideMeta) -> None:
    clock = [1_800_000_000.0]
    meta.sandbox.state.now = lambda: clock[0]
    token = meta.page_token()
    clock[0] += 70 * DAY
    assert meta.call("POST", f"{PAGE}/feed", token, message="Bonjour").status_code == 200


def test_debugging_a_token_tells_its_scopes_and_its_end(meta: OutsideMeta) -> None:
    def debug(token: str, key: str = f"{APP['client_id']}|{APP['client_secret']}") -> requests.Response:
        asked = {"input_token": token, "access_token": key}
        return requests.get(f"{meta.url}/debug_token", params=asked, timeout=5)

    told = debug(meta.user_token()).json()["data"]
    assert told["is_valid"] is True
    assert set(told["scopes"]) == set(SCOPES.split(","))
    assert debug(meta.page_token()).json()["data"]["expires_at"] == 0
    assert debug("EAAinvente").json()["data"]["is_valid"] is False
    assert code_of(debug("EAA", "sandbox-meta-app|faux")) == 190


def test_taking_it_all_back_ends_the_pages_tokens_too(meta: OutsideMeta) -> None:
    user = meta.user_token()
    listed = meta.call("GET", "me/accounts", user, fields="access_token").json()["data"]
    assert code_of(meta.call("DELETE", "me/permissions", listed[0]["access_token"])) == 100
    assert meta.call("DELETE", "me/permissions", user).json() == {"success": True}
    dead = meta.call("POST", f"{PAGE}/feed", listed[0]["access_token"], message="Bonjour")
    assert (code_of(dead), dead.json()["error"]["error_subcode"]) == (190, 458)


def test_a_version_that_does_not_exist_is_told_apart_from_one_that_does(meta: OutsideMeta) -> None:
    probe = requests.get(f"{meta.sandbox.url}/v27.0/me", timeout=5).json()["error"]
    assert (probe["code"], probe["message"]) == (2500, "Unknown path components: /me")
    exists = requests.get(f"{meta.sandbox.url}/v26.0/me", timeout=5).json()["error"]
    assert exists["message"].startswith("An active access token must be used")


def test_a_version_that_is_over_is_served_by_the_oldest_that_lives(meta: OutsideMeta) -> None:
    user = meta.user_token()
    asked = {"access_token": user, "appsecret_proof": proof(user)}
    answer = requests.get(f"{meta.sandbox.url}/v17.0/me", params=asked, timeout=5)
    assert answer.status_code == 200
    assert answer.headers["facebook-api-version"] == "v22.0"
    assert "call_count" in answer.headers["X-App-Usage"]
