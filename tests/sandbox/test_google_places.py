"""The twin of Google Places says what the contract says, and refuses what it refuses."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from app.sandbox.behaviour import Behaviour
from app.sandbox.overpass.invention import businesses
from app.sandbox.overpass.towns import quebec_towns
from app.sandbox.overpass.trades import trades
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
        ({"textQuery": 3}, "textQuery"),
        ({"pageSize": True}, "pageSize"),
        ({"strictTypeFiltering": "yes"}, "strictTypeFiltering"),
        ({"maxResultCount": -1}, "negative"),
        ({"regionCode": "ca"}, "region_code"),
        ({"rankPreference": "PRICE"}, "rank_preference"),
        ({"minRating": 6}, "min_rating"),
        ({"priceLevels": ["CHEAP"]}, "price_levels"),
        ({"locationBias": {}}, "circle or a rectangle"),
        ({"locationBias": "Laval"}, "locationBias"),
        ({"locationBias": {"circle": {"radius": 5}}}, "latitude and longitude"),
        ({"locationBias": {"circle": {"center": {"latitude": 99, "longitude": 0}, "radius": 5}}}, "latitude"),
        ({"pageToken": "AdCG2D!!"}, "page_token"),
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


@pytest.mark.parametrize(
    "mask",
    [
        None,
        "places.id, places.rating",
        "places.colour",
        "id",
        "places.displayName.colour",
        "places.",
        "places.id,",
    ],
)
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


def every_page(sandbox: RunningSandbox, body: dict[str, Any], mask: str) -> list[dict[str, Any]]:
    """Follow the tokens to the end."""
    found: list[dict[str, Any]] = []
    token = ""
    while True:
        answer = search(sandbox, body | ({"pageToken": token} if token else {}), mask).json()
        found += answer.get("places", [])
        token = answer.get("nextPageToken", "")
        if not token:
            return found


def test_sixty_is_the_most_one_question_ever_gets(sandbox: RunningSandbox) -> None:
    laval = LAVAL | {"textQuery": "restaurant à Laval", "includedType": "restaurant"}
    assert len(every_page(sandbox, laval, MASK)) == 60
    west = {"low": {"latitude": 45.4, "longitude": -74.1}, "high": {"latitude": 45.8, "longitude": -73.7}}
    del laval["locationBias"]
    elsewhere = every_page(sandbox, laval | {"locationRestriction": {"rectangle": west}}, "places.location," + MASK)
    assert elsewhere
    assert all(place["location"]["longitude"] <= -73.7 for place in elsewhere)


@pytest.mark.parametrize(("asked", "given"), [(0, 20), (1, 1), (7, 7), (20, 20), (21, 20), (500, 20)])
def test_a_page_holds_what_was_asked_up_to_twenty(sandbox: RunningSandbox, asked: int, given: int) -> None:
    assert len(search(sandbox, LAVAL | {"pageSize": asked}).json()["places"]) == given


def test_a_smaller_page_may_follow_under_the_same_token(sandbox: RunningSandbox) -> None:
    token = search(sandbox).json()["nextPageToken"]
    assert len(search(sandbox, LAVAL | {"pageToken": token, "pageSize": 5}).json()["places"]) == 5


def test_a_type_is_a_preference_unless_it_is_strict(sandbox: RunningSandbox) -> None:
    body = LAVAL | {"textQuery": "restaurant à Laval", "includedType": "bar"}
    mask = "places.types,nextPageToken"
    assert all("bar" in place["types"] for place in every_page(sandbox, body, mask))
    loose = every_page(sandbox, body | {"strictTypeFiltering": False}, mask)
    assert any("bar" not in place["types"] for place in loose)


def test_a_mask_may_name_everything_or_a_part_of_a_field(sandbox: RunningSandbox) -> None:
    [whole] = search(sandbox, LAVAL | {"pageSize": 1}, "*").json()["places"]
    assert {"id", "name", "formattedAddress", "addressComponents", "types", "location"} <= set(whole)
    assert whole["name"] == f"places/{whole['id']}"
    [part] = search(sandbox, LAVAL | {"pageSize": 1}, "places.displayName.text,places.addressComponents.types").json()[
        "places"
    ]
    assert set(part["displayName"]) == {"text"}
    assert all(set(each) == {"types"} for each in part["addressComponents"])


def test_the_price_line_is_that_of_the_dearest_field(sandbox: RunningSandbox) -> None:
    def billed(mask: str) -> str:
        search(sandbox, mask=mask)
        return str(sandbox.state.requests[-1]["billed"])

    assert billed("places.id,nextPageToken") == "text_search_ids"
    assert billed("places.id,places.displayName") == "text_search_pro"
    assert billed("places.displayName,places.websiteUri") == "text_search_enterprise"
    assert billed("*") == "text_search_enterprise_atmosphere"


def test_the_same_world_is_told_otherwise(sandbox: RunningSandbox) -> None:
    town = next(each for each in quebec_towns() if each.name == "Rimouski")
    trade = next(each for each in trades() if each.value == "dentist")
    on_the_map = {" ".join(each.tags["name"].split()).casefold() for each in businesses(town, trade)
                  if "name" in each.tags}  # fmt: skip
    body = {"textQuery": "dentiste à Rimouski", "includedType": "dentist", "strictTypeFiltering": True}
    places = every_page(sandbox, body, "*")
    same = [place for place in places if place["displayName"]["text"].casefold() in on_the_map]
    assert 0.3 < len(same) / len(places) < 0.9
    assert {place["businessStatus"] for place in places} >= {"OPERATIONAL", "CLOSED_PERMANENTLY"}
    for name in ("rating", "websiteUri", "internationalPhoneNumber", "regularOpeningHours"):
        assert 0 < sum(name in place for place in places) < len(places), name
    towns = {part["longText"] for place in places for part in place["addressComponents"] if "locality" in part["types"]}
    assert "Rimouski" in towns
    assert len(towns) > 1, "a preference for a place brings some of another"


def test_every_place_found_has_its_details(sandbox: RunningSandbox) -> None:
    for place in every_page(sandbox, LAVAL, "places.id,places.displayName,nextPageToken"):
        headers = {"X-Goog-Api-Key": KEY, "X-Goog-FieldMask": "id,displayName"}
        details = requests.get(f"{sandbox.url}/v1/places/{place['id']}?languageCode=fr", headers=headers, timeout=10)
        assert details.json() == place


@pytest.mark.parametrize("sent", ["nonsense", "[]", "null", ""])
def test_a_body_that_is_no_object_is_refused(sandbox: RunningSandbox, sent: str) -> None:
    headers = {"X-Goog-Api-Key": KEY, "X-Goog-FieldMask": MASK}
    answer = requests.post(f"{sandbox.url}/v1/places:searchText", data=sent, headers=headers, timeout=10)
    assert (answer.status_code, answer.json()["error"]["status"]) == (400, "INVALID_ARGUMENT")


@pytest.mark.parametrize(("method", "path"), [("GET", "/v1/places:searchText"), ("POST", "/v1/places/ChIJ1_1"),
                                              ("GET", "/v1/places:elsewhere")])  # fmt: skip
def test_another_door_is_not_found(sandbox: RunningSandbox, method: str, path: str) -> None:
    headers = {"X-Goog-Api-Key": KEY, "X-Goog-FieldMask": "id"}
    assert requests.request(method, sandbox.url + path, headers=headers, timeout=10).status_code == 404


@pytest.mark.parametrize(("status", "said"), [(429, "RESOURCE_EXHAUSTED"), (500, "INTERNAL"), (503, "UNAVAILABLE"),
                                              (504, "DEADLINE_EXCEEDED")])  # fmt: skip
def test_it_fails_when_told_to_with_its_own_errors(sandbox: RunningSandbox, status: int, said: str) -> None:
    sandbox.state.behaviours.add(Behaviour("google_places", str(status), path=":searchText", retry_after=7))
    answer = search(sandbox)
    assert (answer.status_code, answer.json()["error"]["status"]) == (status, said)
    assert answer.headers["Retry-After"] == "7"
    assert search(sandbox).status_code == 200
