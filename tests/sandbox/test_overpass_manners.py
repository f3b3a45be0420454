"""The operator's rules, refused as the operator refuses."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import requests

from tests.sandbox.outside import Outside

SMALL = '[out:json];nwr["craft"="plumber"](around:3000,46.34515,-72.5477);out center 2;'
FILE = Path(__file__).resolve().parents[3] / "shared" / "data" / "osm_montreal_food_half.json"


@pytest.mark.parametrize(
    "agent",
    ["", "python-requests/2.34.2", "curl/8.5.0", "Python-urllib/3.11", "overpy/0.7", "Mozilla/5.0 (X11; Linux x86_64)"],
)
def test_a_client_that_names_nobody_is_not_served(outside: Outside, agent: str) -> None:
    answer = outside.overpass(SMALL, agent=agent)
    assert answer.status_code == 406
    assert "Not Acceptable" in answer.text
    assert answer.headers["Content-Type"].startswith("text/html")


def test_after_a_429_calling_before_thirty_seconds_is_refused_again(outside: Outside) -> None:
    clock = [1_800_000_000.0]
    outside.sandbox.state.now = lambda: clock[0]
    outside.behave("overpass", "429")
    first = outside.overpass(SMALL)
    assert first.status_code == 429
    assert "rate_limited. Please check /api/status" in first.text
    clock[0] += 29
    assert outside.overpass(SMALL).status_code == 429
    clock[0] += 2
    assert outside.overpass(SMALL).status_code == 200


def test_the_status_page_says_how_long_to_wait(outside: Outside) -> None:
    outside.behave("overpass", "429")
    outside.overpass(SMALL)
    headers = {"User-Agent": "AstroGrowth/1.0 (+https://astrogrowth.example)"}
    assert "Slot available after:" in requests.get(f"{outside.url}/api/status", headers=headers, timeout=5).text


def test_two_queries_at_once_are_one_too_many_when_told_so(outside: Outside) -> None:
    outside.sandbox.state.settings.overpass_slots = 1
    outside.sandbox.state.settings.overpass_wait_seconds = 0
    outside.behave("overpass", "slow", seconds=0.15, times=-1)
    together = threading.Barrier(2)
    seen: list[int] = []

    def ask() -> None:
        together.wait(5)
        seen.append(outside.overpass(SMALL).status_code)

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(5)
    assert sorted(seen) == [200, 429]


@pytest.mark.parametrize(
    ("what", "status", "words"),
    [
        ("504", 504, "too busy"),
        ("busy", 504, "too busy"),
        ("duplicate_query", 429, "duplicate_query"),
        ("rate_limited_200", 200, "rate_limited"),
        ("403", 403, "Error"),
    ],
)
def test_the_server_fails_as_told_and_in_html(outside: Outside, what: str, status: int, words: str) -> None:
    outside.behave("overpass", what)
    answer = outside.overpass(SMALL)
    assert answer.status_code == status
    assert words in answer.text
    assert answer.headers["Content-Type"].startswith("text/html")
    assert outside.overpass(SMALL).status_code == 200


def test_an_ordered_remark_comes_with_a_part_of_the_answer(outside: Outside) -> None:
    outside.behave("overpass", "remark")
    assert "timed out" in outside.overpass(SMALL).json()["remark"]


def test_a_real_file_is_served_as_it_is(outside: Outside) -> None:
    if not FILE.exists():
        pytest.skip(f"no recorded Overpass answer at {FILE}")
    outside.sandbox.state.settings.overpass_file = str(FILE)
    by_box = '[out:json];nwr["amenity"~"^(restaurant|cafe|fast_food|bar|pub)$"](45.40,-73.96,45.72,-73.46);out center;'
    found = outside.elements(by_box)
    assert len(found) == 2929
    assert {key: value for key, value in found[0].items() if key != "tags"} == {
        "type": "node",
        "id": 189770160,
        "lat": 45.5418598,
        "lon": -73.6634547,
    }
    assert outside.elements('[out:json];nwr["amenity"="pub"](around:4000,46.81,-71.21);out center;') == []
    named = '[out:json];area["name"="Montréal"]["boundary"="administrative"]->.m;nwr["amenity"](area.m);out center;'
    assert len(outside.elements(named)) == 2937
