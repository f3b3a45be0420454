"""The twin of Google Places says what the contract says, and refuses what it refuses."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from app.sandbox.server import RunningSandbox

KEY = "sandbox-key"
MASK = "places.id,places.displayName,places.rating,nextPageToken"
LAVAL = {"textQuery": "dentiste à Laval", "languageCode": "fr", "regionCode": "CA", "includedType": "dentist",
         "strictTypeFiltering": True, "pageSize": 20,
         "locationBias": {"circle": {"center": {"latitude": 45.57, "longitude": -73.69}, "radius": 8e3}}}  # fmt: skip


def search(sandbox: RunningSandbox, body: Any = None, mask: str | None = MASK, key: str = KEY) -> requests.Response:
    """Send one text search."""
    headers = {"X-Goog-Api-Key": key} | ({"X-Goog-FieldMask": mask} if mask else {})
    return requests.post(f"{sandbox.url}/v1/places:searchText", json=LAVAL if body is None else body,
                         headers=headers, timeout=10)  # fmt: skip


def test_an_answer_holds_what_the_mask_names_and_nothing_else(sandbox: RunningSandbox) -> None:
    places = search(sandbox).json()["places"]
    assert len(places) == 20
    assert all(set(place) <= {"id", "displayName", "rating"} for place in places)
    assert all("displayName" in place for place in places)
    assert None not in [value for place in places for value in place.values()]


def test_pages_go_on_by_token_up_to_sixty(sandbox: RunningSandbox) -> None:
    seen: list[str] = []
    body = dict(LAVAL)
    for _ in range(3):
        answer = search(sandbox, body).json()
        seen += [place["id"] for place in answer["places"]]
        body["pageToken"] = answer.get("nextPageToken", "")
    assert len(seen) == len(set(seen)) <= 60
    assert "nextPageToken" not in answer


def test_no_token_unless_the_mask_asks_for_it(sandbox: RunningSandbox) -> None:
    assert "nextPageToken" not in search(sandbox, mask="places.id").json()


def test_nothing_found_is_an_empty_object(sandbox: RunningSandbox) -> None:
    answer = search(sandbox, {"textQuery": "zzzz à Laval"})
    assert (answer.status_code, answer.json()) == (200, {})


def test_changed_parameters_with_a_token_are_refused(sandbox: RunningSandbox) -> None:
    token = search(sandbox).json()["nextPageToken"]
    answer = search(sandbox, LAVAL | {"pageToken": token, "languageCode": "en"})
    assert (answer.status_code, answer.json()["error"]["status"]) == (400, "INVALID_ARGUMENT")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"textQuery": ""}, "Empty text_query"),
        ({"pageSize": -1}, "negative"),
        ({"includedType": "spaceship"}, "included_type"),
        ({"regionCode": "124"}, "region_code"),
        ({"colour": "red"}, "Unknown name"),
        ({"locationRestriction": {"rectangle": {}}}, "mutually exclusive"),
        ({"locationBias": {"circle": {"center": {}, "radius": 60_000}}}, "radius"),
        ({"pageToken": "nonsense"}, "page"),
    ],
)
def test_a_wrong_body_is_refused(sandbox: RunningSandbox, change: dict[str, Any], words: str) -> None:
    answer = search(sandbox, LAVAL | change)
    assert answer.status_code == 400
    assert words in answer.json()["error"]["message"]


@pytest.mark.parametrize("mask", [None, "places.id, places.rating", "places.colour", "id", "places.displayName.colour"])
def test_a_missing_or_wrong_mask_is_refused(sandbox: RunningSandbox, mask: str | None) -> None:
    answer = search(sandbox, mask=mask)
    assert answer.status_code == 400
    if mask is None:
        assert answer.json()["error"]["message"].startswith("FieldMask is a required parameter")


def test_keys_are_checked(sandbox: RunningSandbox) -> None:
    bad = search(sandbox, key="wrong").json()["error"]
    assert (bad["code"], bad["details"][0]["reason"]) == (400, "API_KEY_INVALID")
    assert search(sandbox, key="sandbox-disabled").status_code == 403
    assert search(sandbox, key="").status_code == 403


def test_details_take_a_bare_mask_and_forget_stale_ids(sandbox: RunningSandbox) -> None:
    place_id = search(sandbox).json()["places"][0]["id"]

    def details(one: str, mask: str) -> requests.Response:
        headers = {"X-Goog-Api-Key": KEY, "X-Goog-FieldMask": mask}
        return requests.get(f"{sandbox.url}/v1/places/{one}", headers=headers, timeout=10)

    assert set(details(place_id, "id,displayName").json()) == {"id", "displayName"}
    assert details(place_id, "places.id").status_code == 400
    assert details("ChIJ000_0", "id").json()["error"]["status"] == "NOT_FOUND"
