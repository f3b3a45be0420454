"""Searching through Overpass: every way it fails, pages by area, towns by name."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from app.providers.contracts import LeadQuery, Place
from app.providers.errors import ProviderError, QuotaReached, Refused
from app.providers.openstreetmap.places import OpenStreetMapPlaces
from app.providers.openstreetmap.rests import Rests
from app.providers.openstreetmap.source import OpenStreetMapSource
from tests.providers.scripted import Received, Reply, as_json, closed_port_url, scripted

AGENT = "AstroGrowth/1.0 (+https://exemple.ca; bonjour@exemple.ca)"
LEVIS = Place("Lévis", "QC", 46.8, -71.18, population=150_000)
QUERY = LeadQuery("dentist", LEVIS)
HTML = {"Content-Type": "text/html; charset=utf-8"}
CLINIC = {"type": "node", "id": 1, "lat": 46.8, "lon": -71.2, "tags": {"amenity": "dentist", "name": "Clinique"}}
BUSY = Reply(504, b"<html>Dispatcher_Client::request_read_and_idx::timeout.</html>", HTML)


def answer(*elements: dict[str, Any], **more: Any) -> Reply:
    return as_json({"version": 0.6, "elements": list(elements), **more})


def source(*urls: str, **options: Any) -> OpenStreetMapSource:
    return OpenStreetMapSource(urls, AGENT, **options)


def question(request: Received) -> str:
    return parse_qs(request.body.decode())["data"][0]


def test_one_search_is_one_request_that_says_who_asks() -> None:
    with scripted(answer(CLINIC)) as server:
        found = source(f"{server.url}/api/interpreter").search(QUERY)
    assert [lead.name for lead in found.leads] == ["Clinique"]
    assert len(server.requests) == 1
    assert server.requests[0].headers["user-agent"] == AGENT
    assert server.requests[0].headers["content-type"] == "application/x-www-form-urlencoded"
    assert 'nwr["amenity"="dentist"]' in question(server.requests[0])


def test_a_search_through_the_wire_reads_real_montreal(shared_data: Path) -> None:
    body = (shared_data / "osm_montreal_food_half.json").read_bytes()
    montreal = Place("Montréal", "QC", 45.5, -73.57, population=1_762_949)
    with scripted(Reply(200, body, {"Content-Type": "application/json"})) as server:
        found = source(server.url).search(LeadQuery("restaurant", montreal, limit=10_000))
    assert len(found.leads) + sum(found.dropped.values()) == len(json.loads(body)["elements"])


@pytest.mark.parametrize("first", [BUSY, Reply(fault="reset"), Reply(500), Reply(200, b"<html>", HTML)])
def test_another_server_is_tried_when_one_is_down(first: Reply) -> None:
    with scripted(first) as down, scripted(answer(CLINIC)) as up:
        assert source(closed_port_url(), down.url, up.url).search(QUERY).leads


def test_when_no_server_answers_the_search_may_be_tried_again() -> None:
    with scripted(BUSY) as server, scripted(BUSY) as mirror:
        with pytest.raises(ProviderError) as caught:
            source(server.url, mirror.url, server.url).search(QUERY)
        assert (len(server.requests), len(mirror.requests)) == (1, 1)
    assert not caught.value.permanent


WANTS_REST = [
    (Reply(429, b"rate_limited. Please check /api/status", HTML), 30),
    (Reply(429, b"", {**HTML, "Retry-After": "5"}), 30),
    (Reply(429, b"", {**HTML, "Retry-After": "90"}), 90),
    (Reply(429, b"<p>runtime error: ...::duplicate_query</p>", HTML), 30),
    (Reply(200, b"<p>Dispatcher_Client::request_read_and_idx::rate_limited.</p>", HTML), 30),
    (answer(remark="runtime error: Dispatcher_Client::request_read_and_idx::rate_limited."), 30),
]


@pytest.mark.parametrize(("reply", "least"), WANTS_REST)
def test_a_server_that_wants_rest_gets_it(reply: Reply, least: float) -> None:
    with scripted(reply) as server:
        looking = source(server.url)
        for _ in range(2):
            with pytest.raises(QuotaReached) as caught:
                looking.search(QUERY)
            assert caught.value.retry_after_seconds == pytest.approx(least, abs=1)
        assert len(server.requests) == 1, "it is not asked again before its time"


@pytest.mark.parametrize("reply", [*(reply for reply, _ in WANTS_REST), BUSY, Reply(fault="reset")])
def test_a_mirror_is_asked_meanwhile(reply: Reply) -> None:
    with scripted(reply) as server, scripted(answer(CLINIC)) as mirror:
        looking = source(server.url, mirror.url)
        assert looking.search(QUERY).leads
        assert looking.search(QUERY).leads
        assert (len(server.requests), len(mirror.requests)) == (1, 2)


def test_a_server_is_asked_again_when_its_rest_is_over() -> None:
    moment = [1_000.0]
    with scripted(WANTS_REST[0][0], answer(CLINIC)) as server:
        looking = source(server.url, rests=Rests(lambda: moment[0]))
        for seconds in (0.0, 29.9):
            moment[0] = 1_000.0 + seconds
            with pytest.raises(QuotaReached):
                looking.search(QUERY)
        moment[0] = 1_030.1
        assert looking.search(QUERY).leads
        assert len(server.requests) == 2


def test_when_all_want_rest_the_first_to_wake_says_how_long() -> None:
    replies = scripted(WANTS_REST[2][0]), scripted(WANTS_REST[0][0])
    with replies[0] as server, replies[1] as mirror, pytest.raises(QuotaReached) as caught:
        source(server.url, mirror.url).search(QUERY)
    assert caught.value.retry_after_seconds == pytest.approx(30, abs=1)


def test_a_wrong_address_beside_a_tired_server_is_not_the_end() -> None:
    nothing = Reply(404, b"nothing here", HTML)
    with scripted(WANTS_REST[0][0]) as tired, scripted(nothing) as wrong, pytest.raises(QuotaReached):
        source(tired.url, wrong.url).search(QUERY)
    with scripted(nothing) as wrong, pytest.raises(ProviderError) as caught:
        source(wrong.url).search(QUERY)
    assert caught.value.permanent


@pytest.mark.parametrize("status", [400, 403, 406])
def test_a_refusal_is_final(status: int) -> None:
    with scripted(Reply(status, b"<strong>Error</strong>", HTML)) as server:
        with pytest.raises(Refused):
            source(server.url, server.url).search(QUERY)
        assert len(server.requests) == 1


@pytest.mark.parametrize("body", [b"[]", b"{}", b'{"elements": 3}', b"{"])
def test_an_answer_without_elements_is_malformed(body: bytes) -> None:
    reply = Reply(200, body, {"Content-Type": "application/json"})
    with scripted(reply) as server, pytest.raises(ProviderError) as caught:
        source(server.url).search(QUERY)
    assert (caught.value.code, caught.value.permanent) == ("malformed", False)


def test_where_the_boundary_gives_nothing_the_surroundings_are_asked() -> None:
    def serve(request: Received) -> Reply:
        return answer() if "area.a" in question(request) else answer(CLINIC)

    with scripted(serve) as server:
        assert source(server.url).search(QUERY).leads
        assert len(server.requests) == 2


def test_a_town_without_the_trade_has_no_prospect() -> None:
    with scripted(answer()) as server:
        found = source(server.url).search(QUERY)
    assert (list(found.leads), dict(found.dropped)) == ([], {})


def box_of(request: Received) -> tuple[float, ...]:
    found = re.search(r"\((-?\d+\.\d+),(-?\d+\.\d+),(-?\d+\.\d+),(-?\d+\.\d+)\)", question(request))
    assert found is not None
    return tuple(map(float, found.groups()))


def town_of(count: int) -> list[dict[str, Any]]:
    """Spread clinics on a diagonal of the town."""
    return [
        {**CLINIC, "id": rank, "lat": 46.76 + rank * 0.0007, "lon": -71.24 + rank * 0.001} for rank in range(1, count)
    ]


def overpass_with(town: list[dict[str, Any]], page: int) -> Any:
    def serve(request: Received) -> Reply:
        south, west, north, east = box_of(request)
        inside = [each for each in town if south <= each["lat"] <= north and west <= each["lon"] <= east]
        return answer(*inside[:page])

    return serve


def test_a_full_answer_is_completed_quarter_by_quarter() -> None:
    town = town_of(100)
    with scripted(overpass_with(town, 60)) as server:
        found = source(server.url, page=60).search(QUERY)
        assert 1 < len(server.requests) <= 24
    assert {lead.source_id for lead in found.leads} == {f"node/{each['id']}" for each in town}


def test_a_remark_is_a_failure_and_smaller_questions_are_asked() -> None:
    remark = 'runtime error: Query timed out in "query" at line 4 after 60 seconds.'
    town = town_of(20)

    def serve(request: Received) -> Reply:
        south, _, north, _ = box_of(request)
        if north - south > 0.5:
            return answer(CLINIC, remark=remark)
        return overpass_with(town, 100)(request)

    with scripted(serve) as server:
        found = source(server.url).search(QUERY)
        assert len(server.requests) == 5
    assert len(found.leads) == len(town)


def test_a_server_always_out_of_breath_is_left_alone_after_a_few_questions() -> None:
    with scripted(answer(remark="runtime error: Query run out of memory")) as server:
        with pytest.raises(ProviderError) as caught:
            source(server.url).search(QUERY)
        assert len(server.requests) <= 24
    assert not caught.value.permanent


def test_no_more_is_returned_than_was_asked() -> None:
    with scripted(overpass_with(town_of(60), 1000)) as server:
        found = source(server.url).search(LeadQuery("dentist", LEVIS, limit=10))
        assert len(server.requests) == 1
    assert len(found.leads) == 10


def boundary(name: str, level: str = "8", identity: int = 7) -> dict[str, Any]:
    tags = {"name": name, "boundary": "administrative", "admin_level": level, "population": "1234"}
    return {"type": "relation", "id": identity, "center": {"lat": 46.1, "lon": -72.2}, "tags": tags}


def test_a_town_outside_the_table_is_found_by_its_boundary() -> None:
    with scripted(answer(boundary("Saint-Élzéar", "6", 1), boundary("Saint-Élzéar"))) as server:
        place = OpenStreetMapPlaces([server.url], AGENT).find_place("st elzear")
    assert place == Place("Saint-Élzéar", "QC", 46.1, -72.2, population=1234, osm_relation_id=7)
    assert 'area["ISO3166-2"="CA-QC"]->.q;' in question(server.requests[0])


@pytest.mark.parametrize(
    "elements",
    [
        [],
        [boundary("Québec", "4")],
        [boundary("Saint-Elzéar-de-Témiscouata")],
        [{"type": "node", "id": 1, "lat": 1, "lon": 1, "tags": {"name": "Saint-Elzéar"}}],
        [{"type": "relation", "id": 1, "tags": {"name": "Saint-Elzéar"}}],
    ],
)
def test_a_town_that_is_not_there_is_nobody(elements: list[dict[str, Any]]) -> None:
    with scripted(answer(*elements)) as server:
        assert OpenStreetMapPlaces([server.url], AGENT).find_place("Saint-Elzéar") is None


@pytest.mark.parametrize("name", ["", "   ", "123", '"];'])
def test_a_name_without_letters_bothers_nobody(name: str) -> None:
    with scripted(answer()) as server:
        assert OpenStreetMapPlaces([server.url], AGENT).find_place(name) is None
        assert not server.requests


def test_a_town_nobody_could_look_up_is_not_said_absent() -> None:
    with scripted(BUSY) as server, pytest.raises(ProviderError):
        OpenStreetMapPlaces([server.url], AGENT).find_place("Lévis")
