"""The map drawn by ourselves."""

from __future__ import annotations

import re

from app.domains.leads.maps import HIGHEST, LOWEST, MOST_POINTS, WIDTH, Point, draw
from tests.domains.leads.listed import lead, many
from tests.people import Person


def dots(path: str) -> list[tuple[float, float]]:
    """Return where the points are drawn."""
    return [(float(x), float(y)) for x, y in re.findall(r"M([\d.]+) ([\d.]+)h0", path)]


def test_every_point_is_in_the_frame_north_above_and_east_to_the_right() -> None:
    found = draw([Point(46.90, -71.40), Point(46.70, -71.10), Point(46.80, -71.25)])
    assert found is not None
    north_west, south_east, middle = dots(found.dots)
    assert north_west[0] < middle[0] < south_east[0]
    assert north_west[1] < middle[1] < south_east[1]
    assert all(0 < x < WIDTH and 0 < y < found.height for x, y in dots(found.dots))
    assert LOWEST <= found.height <= HIGHEST


def test_a_kilometre_is_as_long_across_as_down() -> None:
    found = draw([Point(46.80, -71.20), Point(46.80 + 0.09, -71.20), Point(46.80, -71.20 + 0.09 / 0.6846)])
    assert found is not None
    here, north, east = dots(found.dots)
    assert abs((east[0] - here[0]) - (here[1] - north[1])) < 2
    length, kilometres = found.scale
    assert abs(length / kilometres - (here[1] - north[1]) / (0.09 * 111.2)) < 0.5


def test_towns_around_are_named_without_running_into_each_other() -> None:
    found = draw([Point(45.4, -73.9), Point(45.7, -73.3)])
    assert found is not None
    assert "Montréal" in [town.name for town in found.towns]
    assert 2 <= len(found.towns) <= 7


def test_one_point_a_line_of_points_and_none_are_drawn_too() -> None:
    alone = draw([Point(46.81, -71.21, "Québec")])
    assert alone is not None
    assert dots(alone.dots) == [(WIDTH / 2, alone.height / 2)]
    assert "mlat=46.81000&mlon=-71.21000" in alone.address
    assert draw([Point(46.81, -71.21), Point(46.81, -70.9)]) is not None
    assert draw([]) is None
    assert draw([Point(90, 0)]) is None


def test_no_more_than_five_hundred_points_are_drawn() -> None:
    found = draw([Point(46 + number / 1000, -71 - number / 900) for number in range(700)])
    assert found is not None
    assert len(dots(found.dots)) == found.count == MOST_POINTS


def test_the_map_of_the_list_says_in_words_what_it_shows(alice: Person) -> None:
    lead(alice, "Un", latitude=46.80, longitude=-71.18)
    lead(alice, "Deux", latitude=46.81, longitude=-71.21, city="Québec")
    lead(alice, "Sans lieu", sources=("google_places",))
    page = alice.client.get("/prospects/carte").text.replace("\u00a0", " ")
    assert "<title" in page
    assert re.search(r"<desc[^>]*>2 points : Lévis \(1\), Québec \(1\)", page)
    assert "1 prospect n’a pas de position" in page
    assert "contributeurs d’OpenStreetMap" in page
    piece = alice.client.get("/prospects/carte?ville=quebec", headers=alice.hx).text
    assert piece.lstrip().startswith("<figure")
    assert "1 point" in piece.replace("\u00a0", " ")


def test_a_map_of_five_hundred_points_is_light(alice: Person) -> None:
    many(alice, 600)
    assert len(alice.client.get("/prospects/carte", headers=alice.hx).get_data()) < 10_000


def test_without_any_position_the_map_says_so(alice: Person) -> None:
    lead(alice, "Sans lieu")
    assert "Aucun de ces prospects n’a de position" in alice.client.get("/prospects/carte").text
