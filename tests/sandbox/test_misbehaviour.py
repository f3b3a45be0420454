"""Told to misbehave: connections cut, answers spoiled, and never a second post."""

from __future__ import annotations

import time

import pytest
import requests

from app.sandbox.behaviour import Behaviours, read_order
from tests.sandbox.outside import Outside


def test_a_connection_cut_after_acting_leaves_exactly_one_post(outside: Outside) -> None:
    token = outside.token()
    outside.behave("linkedin", "cut_after")
    with pytest.raises(requests.ConnectionError):
        outside.publish(token, "Une seule fois")
    assert len(outside.posts()) == 1
    again = outside.publish(token, "Une seule fois")
    assert again.status_code == 422
    assert outside.posts()[0]["urn"] in again.text
    assert len(outside.posts()) == 1


def test_a_connection_cut_before_acting_leaves_none(outside: Outside) -> None:
    token = outside.token()
    outside.behave("linkedin", "cut_before")
    with pytest.raises(requests.ConnectionError):
        outside.publish(token, "Rien encore")
    assert outside.posts() == []
    assert outside.publish(token, "Rien encore").status_code == 201


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("401", "EXPIRED_ACCESS_TOKEN"),
        ("revoked", "REVOKED_ACCESS_TOKEN"),
        ("403", "ACCESS_DENIED"),
        ("422", "DUPLICATE_POST"),
        ("duplicate", "DUPLICATE_POST"),
        ("426", "NONEXISTENT_VERSION"),
        ("500", "INTERNAL_SERVER_ERROR"),
        ("503", "SERVICE_UNAVAILABLE"),
        ("media_waiting", "MEDIA_ASSET_WAITING_UPLOAD"),
    ],
)
def test_the_network_refuses_as_told_once(outside: Outside, what: str, code: str) -> None:
    token = outside.token()
    outside.behave("linkedin", what)
    assert code in outside.publish(token, "Bonjour").text
    assert outside.posts() == []
    assert outside.publish(token, "Bonjour").status_code == 201


def test_a_429_carries_the_wait_it_was_given(outside: Outside) -> None:
    token = outside.token()
    outside.behave("linkedin", "429", retry_after=90)
    answer = outside.publish(token, "Bonjour")
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "90"


def test_an_order_can_be_for_another_call_and_come_later(outside: Outside) -> None:
    token = outside.token()
    outside.behave("linkedin", "500", path="/dms-uploads/", skip=1)
    outside.upload(token)
    with pytest.raises(AssertionError):
        outside.upload(token)
    outside.upload(token)


def test_an_answer_is_cut_in_its_middle(outside: Outside) -> None:
    outside.behave("overpass", "truncate")
    with pytest.raises((requests.ConnectionError, requests.exceptions.ChunkedEncodingError)):
        outside.overpass('[out:json];nwr["craft"="plumber"](around:3000,46.34515,-72.5477);out center;')


def test_an_answer_is_not_json_any_more(outside: Outside) -> None:
    outside.behave("overpass", "malformed")
    answer = outside.overpass('[out:json];nwr["craft"="plumber"](around:3000,46.34515,-72.5477);out center;')
    assert answer.status_code == 200
    with pytest.raises(requests.JSONDecodeError):
        answer.json()


def test_a_slow_answer_still_comes(outside: Outside) -> None:
    token = outside.token()
    outside.behave("linkedin", "slow", seconds=0.15)
    started = time.monotonic()
    assert outside.publish(token, "Bonjour").status_code == 201
    assert time.monotonic() - started >= 0.15


def test_resetting_forgets_posts_and_orders(outside: Outside) -> None:
    outside.publish(outside.token(), "Bonjour")
    outside.behave("linkedin", "500", times=-1)
    requests.post(f"{outside.url}/_sandbox/reset", timeout=5)
    assert outside.posts() == []
    assert requests.get(f"{outside.url}/_sandbox/behave", timeout=5).json()["items"] == []


@pytest.mark.parametrize(
    "order",
    [
        {},
        {"service": "facebook", "what": "500"},
        {"service": "linkedin", "what": "explode"},
        {"service": "linkedin", "what": "200"},
        {"service": "linkedin", "what": "500", "often": 3},
        {"service": "linkedin", "what": "500", "times": "many"},
    ],
)
def test_an_order_nobody_understands_is_refused(outside: Outside, order: dict[str, str]) -> None:
    assert requests.post(f"{outside.url}/_sandbox/behave", json=order, timeout=5).status_code == 400


def test_orders_are_counted_down() -> None:
    orders = Behaviours()
    orders.add(read_order({"service": "gemini", "what": "503", "times": 2}))
    call = ("gemini", "POST", "/v1/models/x:generateContent")
    assert [orders.take(*call) is not None for _ in range(3)] == [True, True, False]


def test_a_wrong_setting_is_refused(outside: Outside) -> None:
    url = f"{outside.url}/_sandbox/settings"
    assert requests.post(url, json={"overpass_wait_seconds": 0}, timeout=5).status_code == 200
    assert requests.post(url, json={"overpass_wait": 0}, timeout=5).status_code == 400
    assert requests.post(url, json={"overpass_slots": "two"}, timeout=5).status_code == 400


def test_reactions_can_be_given_to_a_post(outside: Outside) -> None:
    outside.publish(outside.token(), "Bonjour")
    given = requests.post(f"{outside.url}/_sandbox/reactions", json={"reactions": 12, "comments": 2}, timeout=5).json()
    assert given["figures"]["REACTION"] >= 12
    assert given["figures"]["COMMENT"] >= 2


def test_what_was_asked_is_remembered_without_its_secrets(outside: Outside) -> None:
    token = outside.token()
    outside.publish(token, "Bonjour")
    seen = requests.get(f"{outside.url}/_sandbox/requests?service=linkedin", timeout=5).text
    assert "/rest/posts" in seen
    assert token not in seen
    assert "sandbox-secret" not in seen
