"""The query language: what is understood, how answers are written, what is refused."""

from __future__ import annotations

import pytest
import requests

from tests.sandbox.outside import AGENT, Outside

SPOT = "around:3000,46.34515,-72.5477"


@pytest.mark.parametrize(
    "query",
    [
        "",
        'nwr["amenity"="restaurant"](around:5);',
        '[out:json];nwr["amenity"="restaurant"(45,-73,46,-72);out;',
        '[out:json];nwr["amenity"="restaurant"](45,-73,46);out;',
        '[out:json];nwr["amenity"~"(?:bar|pub)"](45,-73,46,-72);out;',
        '[out:json];nwr["amenity"~"["](45,-73,46,-72);out;',
        '[out:json];nwr["amenity"="bar"](45,-73,46,-72);out centre;',
        '[out:json];nwr["amenity"="bar"](45,-73,46,-72)',
        "[out:json];{{geocodeArea:Laval}}->.a;out;",
        '[out:json][timeout:"x"];node(1);out;',
        'nwr["amenity"="bar"](45,-73,46,-72);out;',
    ],
)
def test_a_broken_query_is_refused_in_html(outside: Outside, query: str) -> None:
    answer = outside.overpass(query)
    assert answer.status_code == 400
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "parse error" in answer.text


@pytest.mark.parametrize("way", ["get", "form", "raw"])
def test_a_query_travels_three_ways(outside: Outside, way: str) -> None:
    query = f'[out:json][timeout:5];nwr["craft"="plumber"]({SPOT});out center 3;'
    url, headers = f"{outside.url}/api/interpreter", {"User-Agent": AGENT}
    if way == "get":
        answer = requests.get(url, params={"data": query}, headers=headers, timeout=5)
    else:
        body: object = {"data": query} if way == "form" else query.encode()
        answer = requests.post(url, data=body, headers=headers, timeout=5)
    assert len(answer.json()["elements"]) == 3
    assert "openstreetmap.org" in answer.json()["osm3s"]["copyright"]


def test_filters_narrow_one_another(outside: Outside) -> None:
    found = outside.elements(
        f'[out:json];nwr["amenity"="cafe"]["website"][!"brand"]["name"~"^caf",i]["name"!="Café"]({SPOT});out center;'
    )
    assert found
    for each in found:
        assert "website" in each["tags"]
        assert "brand" not in each["tags"]
        assert each["tags"]["name"].lower().startswith("caf")


def test_a_union_names_each_element_once(outside: Outside) -> None:
    found = outside.elements(
        f'[out:json];(nwr["amenity"="bar"]({SPOT});nwr["amenity"~"bar|pub"]({SPOT}););out center tags;'
    )
    assert len({(each["type"], each["id"]) for each in found}) == len(found)
    assert {each["tags"]["amenity"] for each in found} == {"bar", "pub"}


def test_a_difference_takes_away(outside: Outside) -> None:
    found = outside.elements(
        f'[out:json];(nwr["amenity"~"^(bar|pub)$"]({SPOT});-nwr["amenity"="bar"]({SPOT}););out center tags;'
    )
    assert {each["tags"]["amenity"] for each in found} == {"pub"}


def test_out_writes_what_it_is_asked(outside: Outside) -> None:
    query = f'[out:json];nwr["amenity"="bar"]({SPOT});out {{}};'
    assert set(outside.elements(query.format("ids"))[0]) == {"type", "id"}
    assert len(outside.elements(query.format("tags center qt 7"))) == 7
    body = outside.elements(query.format("body"))
    assert all("lat" not in each and "center" not in each for each in body if each["type"] != "node")
    count = outside.elements(query.format("count"))[0]
    assert int(count["tags"]["total"]) == len(body)


def test_the_global_box_bounds_every_statement(outside: Outside) -> None:
    found = outside.elements('[out:json][bbox:46.3,-72.6,46.4,-72.5];node["amenity"="bar"];out;')
    assert found
    assert all(46.3 <= each["lat"] <= 46.4 for each in found)


def test_a_query_about_the_whole_planet_dies_with_a_remark(outside: Outside) -> None:
    answer = outside.overpass('[out:json][timeout:60];nwr["amenity"="restaurant"];out center;')
    assert answer.status_code == 200
    assert answer.json()["remark"].startswith("runtime error: Query timed out")


def test_too_large_an_answer_is_a_failure_disguised_as_a_success(outside: Outside) -> None:
    outside.sandbox.state.settings.overpass_element_cap = 40
    answer = outside.overpass(f'[out:json];nwr["amenity"="restaurant"]({SPOT});out center;').json()
    assert answer["remark"].startswith("runtime error:")
    assert 0 < len(answer["elements"]) < 40
