"""Google is asked little, exactly, and its errors are told apart."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.providers.contracts import LeadQuery, Place
from app.providers.errors import PermissionMissing, ProviderError, QuotaReached, Refused
from app.providers.google_places import hours, places, prices
from app.providers.google_places.refresher import GooglePlacesRefresher
from app.providers.google_places.source import GooglePlacesSource, most_requests
from app.providers.google_places.wire import DETAILS_MASK, SEARCH_MASK
from app.providers.http import Limits
from app.providers.prices import micros
from app.sandbox.behaviour import Behaviour
from app.sandbox.server import RunningSandbox
from tests.providers.scripted import Reply, as_json, scripted

LEVIS = Place("Lévis", "QC", 46.8033, -71.1779, population=143_000)
AGENT = "AstroGrowth/1.0 (+https://astrogrowth.example; a@astrogrowth.example)"


def source(sandbox: RunningSandbox, key: str = "sandbox-key") -> GooglePlacesSource:
    """Return a source over the twin."""
    return GooglePlacesSource(sandbox.url, key, AGENT)


def test_a_search_follows_its_pages_and_counts_what_is_billed(sandbox: RunningSandbox) -> None:
    answer = source(sandbox).search(LeadQuery("dentist", LEVIS, limit=60))
    asked = [line for line in sandbox.state.requests if line["service"] == "google_places"]
    assert len(answer.leads) > 20
    assert answer.billed == {prices.TEXT_SEARCH: len(asked)}
    assert {line["billed"] for line in asked} == {prices.TEXT_SEARCH}
    assert micros("google_places", prices.TEXT_SEARCH, len(asked)) == len(asked) * 35_000
    assert all("sandbox-key" not in str(line) for line in asked), "the key travels in a header alone"
    assert answer.dropped.get("closed", 0) > 0


def test_a_large_town_is_looked_at_by_pieces_within_a_bound(sandbox: RunningSandbox) -> None:
    montreal = Place("Montréal", "QC", 45.5088, -73.5878, population=1_762_949)
    answer = source(sandbox).search(LeadQuery("restaurant", montreal, limit=500))
    assert len(answer.leads) > 60
    assert len({lead.source_id for lead in answer.leads}) == len(answer.leads)
    assert answer.billed[prices.TEXT_SEARCH] <= 15


@pytest.mark.parametrize(
    ("what", "error", "code"),
    [("429", QuotaReached, "quota"), ("403", PermissionMissing, "permission_missing"), ("500", ProviderError, ""),
     ("503", ProviderError, ""), ("400", Refused, "refused"), ("malformed", ProviderError, "malformed"),
     ("cut_after", ProviderError, ""), ("truncate", ProviderError, "")],
)  # fmt: skip
def test_each_failure_has_its_error(sandbox: RunningSandbox, what: str, error: type[ProviderError], code: str) -> None:
    sandbox.state.behaviours.add(Behaviour("google_places", what, times=-1, path=":searchText"))
    with pytest.raises(error) as raised:
        source(sandbox).search(LeadQuery("dentist", LEVIS))
    assert not code or raised.value.code == code
    assert raised.value.permanent == (error in (PermissionMissing, Refused))


def test_what_an_error_interrupts_is_kept_with_its_bill(sandbox: RunningSandbox) -> None:
    montreal = Place("Montréal", "QC", 45.5088, -73.5878, population=1_762_949)
    sandbox.state.behaviours.add(Behaviour("google_places", "500", times=-1, skip=3, path=":searchText"))
    answer = source(sandbox).search(LeadQuery("restaurant", montreal, limit=500))
    assert answer.billed == {prices.TEXT_SEARCH: 3}
    assert answer.leads


def test_a_bad_key_is_named(sandbox: RunningSandbox) -> None:
    with pytest.raises(Refused) as raised:
        source(sandbox, key="wrong").search(LeadQuery("dentist", LEVIS))
    assert raised.value.code == "key_refused"


def test_a_place_is_fetched_again_or_known_to_be_gone(sandbox: RunningSandbox) -> None:
    lead = source(sandbox).search(LeadQuery("dentist", LEVIS)).leads[0]
    refresher = GooglePlacesRefresher(sandbox.url, "sandbox-key", AGENT)
    again = refresher.fetch(lead.source_id)
    assert again is not None
    assert (again.name, again.phone) == (lead.name, lead.phone)
    assert refresher.fetch("ChIJ000_0") is None


PLACE = {
    "id": "ChIJ_alice",
    "displayName": {"text": " Chez  Alice ", "languageCode": "fr"},
    "formattedAddress": "12 Rue Principale, Lévis, QC G6V 1A1, Canada",
    "location": {"latitude": 46.8, "longitude": -71.18},
    "types": ["restaurant", "food", "point_of_interest"],
    "businessStatus": "OPERATIONAL",
    "internationalPhoneNumber": "+1 418-555-0100",
    "websiteUri": "https://alice.example/",
    "rating": 4.6,
    "userRatingCount": 128,
    "googleMapsUri": "https://maps.google.com/?cid=1",
}
RESTAURANTS = LeadQuery("restaurant", LEVIS)


def answered(*found: Any) -> Reply:
    """Answer one page."""
    return as_json({"places": list(found)})


def search_at(url: str, query: LeadQuery = RESTAURANTS) -> Any:
    """Search at a scripted server."""
    return GooglePlacesSource(url, "clé-secrète".encode().hex(), AGENT, today=lambda: date(2026, 11, 21)).search(query)


def test_the_question_is_the_one_the_contract_describes() -> None:
    with scripted(as_json({"places": [PLACE], "nextPageToken": "suite"}), answered()) as server:
        search_at(server.url)
    first, second = server.requests
    assert (first.method, first.path) == ("POST", "/v1/places:searchText")
    assert first.headers["x-goog-fieldmask"] == SEARCH_MASK
    assert "nextPageToken" in SEARCH_MASK.split(",")
    assert " " not in SEARCH_MASK
    assert "places." not in DETAILS_MASK
    assert first.headers["content-type"] == "application/json"
    body = first.json()
    circle = body.pop("locationBias")["circle"]
    assert circle["center"] == {"latitude": LEVIS.latitude, "longitude": LEVIS.longitude}
    assert 2_000 < circle["radius"] <= 50_000
    assert body == {"textQuery": "restaurant à Lévis, Québec", "languageCode": "fr", "regionCode": "CA",
                    "pageSize": 20, "includedType": "restaurant", "strictTypeFiltering": True}  # fmt: skip
    assert second.json() == {**first.json(), "pageToken": "suite"}


def test_a_trade_without_a_type_is_asked_by_its_words_alone() -> None:
    with scripted(answered(PLACE)) as server:
        search_at(server.url, LeadQuery("other", LEVIS, "salon de coiffure"))
    body = server.requests[0].json()
    assert body["textQuery"] == "salon de coiffure à Lévis, Québec"
    assert not {"includedType", "strictTypeFiltering"} & set(body)


@pytest.mark.parametrize(("industry", "words"), [("other", "  "), ("other", "!!"), ("plomberie", "")])
def test_no_usable_word_bothers_nobody(industry: str, words: str) -> None:
    with scripted(answered()) as server:
        with pytest.raises(Refused):
            search_at(server.url, LeadQuery(industry, LEVIS, words))
        assert not server.requests


def test_a_place_says_all_it_knows() -> None:
    with scripted(answered(PLACE)) as server:
        [lead] = search_at(server.url).leads
    assert (lead.source, lead.source_id, lead.name) == ("google_places", "ChIJ_alice", "Chez Alice")
    assert (lead.address, lead.city, lead.postal_code) == ("12 Rue Principale", "Lévis", "G6V 1A1")
    assert (lead.rating, lead.review_count, lead.category) == (4.6, 128, "restaurant")
    assert (lead.source_url, lead.email) == ("https://maps.google.com/?cid=1", "")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"id": None}, "unreadable"),
        ({"displayName": {}}, "unnamed"),
        ({"displayName": "Chez Alice"}, "unnamed"),
        ({"businessStatus": "CLOSED_PERMANENTLY"}, "closed"),
        ({"businessStatus": "CLOSED_TEMPORARILY"}, "closed"),
        ({"formattedAddress": "1 Main St, Hawkesbury, ON K6A 1K7, Canada"}, "outside_quebec"),
        ({"formattedAddress": "1 Main St, Ottawa, K1P 1A1"}, "outside_quebec"),
        ({"formattedAddress": None, "location": {"latitude": 43.7, "longitude": -79.4}}, "outside_quebec"),
        ({"addressComponents": [{"shortText": "ON", "longText": "Ontario", "types": ["administrative_area_level_1"]}]},
         "outside_quebec"),
        ({"addressComponents": [{"shortText": "FR", "longText": "France", "types": ["country"]}]}, "outside_quebec"),
        ({"location": {"latitude": 45.5, "longitude": -73.6}}, "elsewhere"),
    ],
)  # fmt: skip
def test_what_is_no_prospect_is_counted(change: dict[str, Any], why: str) -> None:
    with scripted(answered(PLACE | change)) as server:
        answer = search_at(server.url)
    assert (list(answer.leads), dict(answer.dropped)) == ([], {why: 1})


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("100 Bd Exemple, Laval, QC H7A 1A1, Canada", ("100 Bd Exemple", "Laval", "H7A 1A1")),
        ("12 Rue X, bureau 3, Québec, QC g1r1a1", ("12 Rue X, bureau 3", "Québec", "G1R 1A1")),
        ("Rue de Québec, Gaspé, QC", ("Rue de Québec", "Gaspé", "")),
        ("Saint-Élie-de-Caxton, Québec", ("", "Saint-Élie-de-Caxton", "")),
        ("Lévis", ("", "", "")),
    ],
)
def test_an_address_in_one_line_is_read(line: str, expected: tuple[str, str, str]) -> None:
    lead = places.business(PLACE | {"formattedAddress": line}, date(2026, 11, 21))
    assert lead is not None
    assert (lead.address, lead.city, lead.postal_code) == expected
    assert not places.unusable(PLACE | {"formattedAddress": line})


@pytest.mark.parametrize(
    "junk",
    [None, 3, [], {"location": 3}, {"types": 3}, {"addressComponents": [None, {"types": None}, {"types": [3]}]},
     {"rating": "bon"}, {"rating": 50}, {"userRatingCount": -3}, {"location": {"latitude": "a", "longitude": 999}},
     {"googleMapsUri": "javascript:alert(1)"}, {"regularOpeningHours": {"periods": [{"open": 3}]}},
     {"websiteUri": ["a"]}, {"formattedAddress": 12}],
)  # fmt: skip
def test_nonsense_never_breaks_a_search(junk: Any) -> None:
    place = PLACE | junk if isinstance(junk, dict) else junk
    with scripted(answered(place, PLACE | {"id": "ChIJ_bob"})) as server:
        answer = search_at(server.url)
    assert len(answer.leads) + sum(answer.dropped.values()) == 2
    assert all(lead.source_url.startswith("https://") for lead in answer.leads)
    assert all(lead.rating is None or 0 <= lead.rating <= 5 for lead in answer.leads)


@pytest.mark.parametrize("body", [b"[]", b"{", b"3", b'{"places": 3}', b"<html>"])
def test_an_answer_that_is_none_is_malformed(body: bytes) -> None:
    with scripted(Reply(200, body, {"Content-Type": "application/json"})) as server:
        with pytest.raises(ProviderError) as raised:
            search_at(server.url)
        assert len(server.requests) <= 2
    assert (raised.value.code, raised.value.permanent) == ("malformed", False)


def test_nothing_at_all_is_an_answer() -> None:
    with scripted(as_json({})) as server:
        answer = search_at(server.url)
    assert (list(answer.leads), dict(answer.dropped), answer.billed) == ([], {}, {prices.TEXT_SEARCH: 1})


def test_a_huge_answer_is_refused_without_insisting() -> None:
    with scripted(Reply(200, b" " * 5_000_000)) as server:
        with pytest.raises(ProviderError) as raised:
            search_at(server.url)
        assert len(server.requests) == 1
    assert raised.value.code == "too_large"


def test_a_slow_answer_is_given_up() -> None:
    limits = Limits(connect_seconds=1, read_seconds=0.2, total_seconds=0.3)
    with scripted(Reply(fault="hang")) as server, pytest.raises(ProviderError) as raised:
        GooglePlacesSource(server.url, "k", AGENT, limits=limits).search(RESTAURANTS)
    assert raised.value.code == "timeout"


def test_a_failure_that_passes_is_asked_once_more(sandbox: RunningSandbox) -> None:
    sandbox.state.behaviours.add(Behaviour("google_places", "503", path=":searchText"))
    answer = source(sandbox).search(LeadQuery("dentist", LEVIS, limit=5))
    assert answer.leads
    assert answer.billed == {prices.TEXT_SEARCH: 1}, "what failed is not billed"


def test_a_quota_waits_as_long_as_google_says_or_a_minute() -> None:
    info = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "37.5s"}
    error = {"code": 429, "status": "RESOURCE_EXHAUSTED", "message": "Quota exceeded"}
    for reply, seconds in (
        (as_json({"error": error}, 429), 60),
        (as_json({"error": error | {"details": [info]}}, 429), 38),
        (as_json({"error": error}, 429, Retry_After="5"), 5),
    ):
        with scripted(reply) as server:
            with pytest.raises(QuotaReached) as raised:
                search_at(server.url)
            assert len(server.requests) == 1
        assert raised.value.retry_after_seconds == seconds


def test_no_error_says_the_key() -> None:
    key = "clé-secrète".encode().hex()
    error = {"code": 403, "status": "PERMISSION_DENIED", "message": f"The key {key} may not"}
    with scripted(as_json({"error": error}, 403)) as server, pytest.raises(PermissionMissing) as raised:
        search_at(server.url)
    assert key not in str(raised.value)
    assert all(key not in request.path for request in server.requests)


def test_a_bad_key_is_named_in_the_message(sandbox: RunningSandbox) -> None:
    with pytest.raises(Refused, match="API_KEY_INVALID"):
        source(sandbox, key="wrong").search(LeadQuery("dentist", LEVIS))


def test_a_place_seen_twice_is_counted_once() -> None:
    closed = PLACE | {"id": "ChIJ_shut", "businessStatus": "CLOSED_PERMANENTLY"}
    with scripted(answered(PLACE, closed, PLACE, closed)) as server:
        answer = search_at(server.url)
    assert (len(answer.leads), dict(answer.dropped)) == (1, {"closed": 1})


@pytest.mark.parametrize(("limit", "most"), [(1, 3), (20, 3), (60, 5), (100, 8), (500, 15), (10_000, 15)])
def test_what_a_search_may_cost_follows_what_is_asked(limit: int, most: int) -> None:
    assert most_requests(limit) == most


def test_three_of_a_name_are_a_chain() -> None:
    three = [PLACE | {"id": f"ChIJ_{rank}"} for rank in range(3)]
    with scripted(answered(*three)) as server:
        assert all(lead.is_chain for lead in search_at(server.url).leads)


def test_hours_are_told_in_the_form_of_the_map() -> None:
    def day(number: int, opens: int, closes: int) -> dict[str, Any]:
        ends = number if closes > opens else (number + 1) % 7
        return {"open": {"day": number, "hour": opens}, "close": {"day": ends, "hour": closes, "minute": 30}}

    week = [day(number, 9, 17) for number in range(1, 6)]
    assert hours.read({"periods": week}) == "Mo-Fr 09:00-17:30"
    assert hours.read({"periods": [*week, day(6, 17, 2), day(0, 10, 12), day(0, 13, 16)]}) == (
        "Mo-Fr 09:00-17:30; Sa 17:00-02:30; Su 10:00-12:30,13:00-16:30"
    )
    assert hours.read({"periods": [{"open": {"day": 0, "hour": 0, "minute": 0}}]}) == "24/7"
    assert hours.read({"periods": [day(1, 9, 17), day(3, 9, 17)]}) == "Mo 09:00-17:30; We 09:00-17:30"
    assert hours.read({"periods": [{"open": {"day": 9, "hour": 1}, "close": {"day": 1}}] * 2}) == ""
    assert hours.read({"weekdayDescriptions": ["lundi: Fermé"]}) == ""


def refreshed(place: Any, status: int = 200) -> Any:
    """Fetch one place at a scripted server."""
    with scripted(as_json(place, status)) as server:
        return GooglePlacesRefresher(server.url, "k", AGENT).fetch("ChIJ_alice")


def test_a_place_closed_for_now_is_shown_and_one_closed_for_good_is_gone() -> None:
    assert refreshed(PLACE | {"businessStatus": "CLOSED_TEMPORARILY"}).name == "Chez Alice"
    assert refreshed(PLACE | {"businessStatus": "CLOSED_PERMANENTLY"}) is None
    assert refreshed({"error": {"code": 404, "status": "NOT_FOUND", "message": "gone"}}, 404) is None


def test_only_google_s_own_404_says_that_a_place_is_gone() -> None:
    with pytest.raises(Refused) as raised:
        refreshed({"message": "no route"}, 404)
    assert raised.value.code == "not_found"
    with pytest.raises(ProviderError):
        refreshed({"id": "ChIJ_alice"})


@pytest.mark.parametrize("place_id", ["", "../v1", "a/b", "a?b=c", "é"])
def test_an_id_that_is_none_bothers_nobody(place_id: str) -> None:
    with scripted(as_json(PLACE)) as server:
        with pytest.raises(Refused):
            GooglePlacesRefresher(server.url, "k", AGENT).fetch(place_id)
        assert not server.requests


def test_details_are_asked_without_the_prefix_and_in_french() -> None:
    with scripted(as_json(PLACE)) as server:
        GooglePlacesRefresher(server.url, "k", AGENT).fetch("ChIJ_alice")
    [request] = server.requests
    assert request.path == "/v1/places/ChIJ_alice?languageCode=fr&regionCode=CA"
    assert request.headers["x-goog-fieldmask"] == DETAILS_MASK
