"""Consent, tokens and what each refusal looks like."""

from __future__ import annotations

import base64
import hashlib
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from tests.sandbox.outside import CALLBACK, CLIENT, SELF_SERVE, Outside

DAY = 86_400


def back_from(answer: requests.Response) -> dict[str, str]:
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith(CALLBACK)
    return {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["Location"]).query).items()}


def test_a_person_reads_the_page_and_says_yes(outside: Outside) -> None:
    asked = {
        "response_type": "code",
        "client_id": CLIENT["client_id"],
        "redirect_uri": CALLBACK,
        "state": "abc",
        "scope": SELF_SERVE,
    }
    page = requests.get(f"{outside.url}/oauth/v2/authorization", params=asked, timeout=5)
    assert page.status_code == 200
    assert "Autoriser" in page.text
    assert "Refuser" in page.text
    assert "<script" not in page.text
    back = back_from(outside.consent())
    assert back["state"] == "état-1"
    assert back["code"]


def test_a_person_says_no(outside: Outside) -> None:
    assert back_from(outside.consent(decision="deny"))["error"] == "user_cancelled_authorize"


def test_a_scope_beyond_the_product_is_refused_by_redirect(outside: Outside) -> None:
    back = back_from(outside.consent("openid r_member_social"))
    assert back["error"] == "unauthorized_scope_error"
    assert back["state"] == "état-1"


@pytest.mark.parametrize("missing", ["response_type", "scope"])
def test_a_missing_question_is_refused_by_redirect(outside: Outside, missing: str) -> None:
    assert back_from(outside.consent(**{missing: ""}) if missing != "scope" else outside.consent(""))["error"]


@pytest.mark.parametrize(
    "address", ["", "https://evil.example/cb", "ftp://127.0.0.1/cb", "http://127.0.0.1:9/cb#part", "127.0.0.1"]
)
def test_nobody_is_sent_to_an_address_nobody_vouches_for(outside: Outside, address: str) -> None:
    answer = outside.consent(redirect_uri=address)
    assert answer.status_code == 400
    assert "Location" not in answer.headers


def test_a_registered_address_has_to_match_exactly(outside: Outside) -> None:
    outside.sandbox.state.settings.linkedin_redirect_uris = [CALLBACK]
    assert outside.consent().status_code == 303
    assert outside.consent(redirect_uri=CALLBACK + "/").status_code == 400


def test_an_unknown_client_is_refused(outside: Outside) -> None:
    outside.sandbox.state.settings.linkedin_clients = {CLIENT["client_id"]: CLIENT["client_secret"]}
    assert outside.consent(client_id="someone-else").status_code == 400
    assert outside.exchange(code=outside.code(), client_secret="wrong").json()["error"] == "invalid_client"


def test_the_token_lasts_sixty_days_and_lists_its_scopes_with_commas(outside: Outside) -> None:
    granted = outside.exchange(code=outside.code()).json()
    assert granted["expires_in"] == 60 * DAY
    assert granted["scope"] == "email,openid,profile,w_member_social"
    assert granted["token_type"] == "Bearer"
    assert "refresh_token" not in granted


def test_a_code_is_used_once(outside: Outside) -> None:
    code = outside.code()
    assert outside.exchange(code=code).status_code == 200
    second = outside.exchange(code=code)
    assert second.status_code == 400
    assert second.json()["error"] == "invalid_request"


def test_a_code_dies_after_thirty_minutes(outside: Outside) -> None:
    clock = [1_800_000_000.0]
    outside.sandbox.state.now = lambda: clock[0]
    code = outside.code()
    clock[0] += 1801
    assert outside.exchange(code=code).status_code == 400


def test_a_code_is_for_one_address_only(outside: Outside) -> None:
    assert outside.exchange(code=outside.code(), redirect_uri="http://127.0.0.1:9/other").status_code == 400


@pytest.mark.parametrize("missing", ["code", "redirect_uri", "client_id", "client_secret", "grant_type"])
def test_an_exchange_with_something_missing_is_refused(outside: Outside, missing: str) -> None:
    answer = outside.exchange(**({"code": outside.code()} | {missing: ""}))
    assert answer.status_code == 400
    assert missing in answer.json()["error_description"]


def test_credentials_in_json_are_refused(outside: Outside) -> None:
    form = {"grant_type": "authorization_code", "code": outside.code(), "redirect_uri": CALLBACK, **CLIENT}
    assert requests.post(f"{outside.url}/oauth/v2/accessToken", json=form, timeout=5).status_code == 400


def test_refreshing_is_for_partners_only(outside: Outside) -> None:
    assert outside.exchange(grant_type="refresh_token", refresh_token="AQW").json()["error"] == "unauthorized_client"
    outside.sandbox.state.settings.linkedin_refresh_tokens = True
    granted = outside.exchange(code=outside.code()).json()
    fresh = outside.exchange(grant_type="refresh_token", refresh_token=granted["refresh_token"])
    assert fresh.status_code == 200
    assert fresh.json()["access_token"] != granted["access_token"]


def test_userinfo_says_who_she_is_without_a_version_header(outside: Outside) -> None:
    headers = {"Authorization": f"Bearer {outside.token()}"}
    person = requests.get(f"{outside.url}/v2/userinfo", headers=headers, timeout=5).json()
    assert person["sub"]
    assert person["email"].endswith(".example")
    assert person["locale"] == {"country": "CA", "language": "fr"}


def test_without_the_email_scope_there_is_no_email(outside: Outside) -> None:
    headers = {"Authorization": f"Bearer {outside.token('openid profile')}"}
    assert "email" not in requests.get(f"{outside.url}/v2/userinfo", headers=headers, timeout=5).json()


def test_the_old_profile_call_is_closed(outside: Outside) -> None:
    headers = {"Authorization": f"Bearer {outside.token()}"}
    assert requests.get(f"{outside.url}/v2/me", headers=headers, timeout=5).status_code == 403


def test_a_revoked_token_is_dead_and_introspection_says_so(outside: Outside) -> None:
    token = outside.token()
    form = {**CLIENT, "token": token}
    before = requests.post(f"{outside.url}/oauth/v2/introspectToken", data=form, timeout=5).json()
    assert before["active"] is True
    assert before["status"] == "active"
    assert requests.post(f"{outside.url}/oauth/v2/revoke", data=form, timeout=5).status_code == 200
    after = requests.post(f"{outside.url}/oauth/v2/introspectToken", data=form, timeout=5).json()
    assert after["active"] is False
    assert after["status"] == "revoked"
    refused = requests.get(f"{outside.url}/v2/userinfo", headers={"Authorization": f"Bearer {token}"}, timeout=5)
    assert refused.status_code == 401
    assert refused.json()["code"] == "REVOKED_ACCESS_TOKEN"


def test_a_token_dies_after_sixty_days(outside: Outside) -> None:
    clock = [1_800_000_000.0]
    outside.sandbox.state.now = lambda: clock[0]
    token = outside.token()
    clock[0] += 60 * DAY + 1
    refused = requests.get(f"{outside.url}/v2/userinfo", headers={"Authorization": f"Bearer {token}"}, timeout=5)
    assert refused.json()["code"] == "EXPIRED_ACCESS_TOKEN"


@pytest.mark.parametrize("header", [None, "Bearer", "Bearer made-up", "Basic abc"])
def test_no_token_or_a_made_up_one_is_a_401(outside: Outside, header: str | None) -> None:
    headers = {"Authorization": header} if header else {}
    assert requests.get(f"{outside.url}/v2/userinfo", headers=headers, timeout=5).status_code == 401


def test_a_challenge_given_to_the_consent_is_held_to(outside: Outside) -> None:
    challenge = base64.urlsafe_b64encode(hashlib.sha256(b"v" * 64).digest()).rstrip(b"=").decode()
    proof = {"code_challenge": challenge, "code_challenge_method": "S256"}
    for verifier in ({}, {"code_verifier": "w" * 64}):
        assert outside.exchange(code=outside.code(**proof), **verifier).status_code == 400
    assert outside.exchange(code=outside.code(**proof), code_verifier="v" * 64).status_code == 200
    back = parse_qs(urlsplit(outside.consent(code_challenge=challenge).headers["Location"]).query)
    assert back["error"] == ["invalid_request"]
