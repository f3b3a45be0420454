"""The calendar of Québec, checked against years that have been lived."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.providers.occasions import OCCASIONS, occasion, occasions_on, season_of
from app.providers.occasions.dates import easter


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (1818, 3, 22),
        (1961, 4, 2),
        (2000, 4, 23),
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2027, 3, 28),
        (2038, 4, 25),
    ],
)
def test_easter_falls_when_the_almanac_says(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


@pytest.mark.parametrize(
    ("key", "year", "first", "last"),
    [
        ("construction", 2022, (7, 24), (8, 6)),
        ("construction", 2024, (7, 21), (8, 3)),
        ("construction", 2026, (7, 19), (8, 1)),
        ("small_business_week", 2001, (10, 21), (10, 27)),
        ("small_business_week", 2014, (10, 19), (10, 25)),
        ("small_business_week", 2022, (10, 16), (10, 22)),
        ("thanksgiving", 2026, (10, 3), (10, 12)),
        ("patriots", 2026, (5, 12), (5, 18)),
        ("mothers_day", 2026, (5, 4), (5, 10)),
        ("fathers_day", 2026, (6, 15), (6, 21)),
        ("labour_day", 2026, (9, 4), (9, 7)),
        ("spring_break", 2026, (2, 21), (3, 8)),
        ("moving", 2026, (6, 20), (7, 1)),
    ],
)
def test_what_moves_falls_where_it_fell(key: str, year: int, first: tuple[int, int], last: tuple[int, int]) -> None:
    found = occasion(key)
    assert found is not None and found.window(year) == (date(year, *first), date(year, *last))


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2026, 3, 20), "sugar"),
        (date(2026, 4, 3), "easter"),
        (date(2026, 6, 23), "saint_jean"),
        (date(2026, 7, 1), "canada_day"),
        (date(2026, 10, 31), "halloween"),
        (date(2026, 12, 24), "holidays"),
        (date(2027, 1, 2), "new_year"),
    ],
)
def test_a_feast_comes_before_the_stretch_it_falls_in(day: date, key: str) -> None:
    assert occasions_on(day)[0].key == key


def test_every_day_belongs_to_an_occasion() -> None:
    days = [date(2026, 1, 1) + timedelta(days=each) for each in range(731)]
    assert [day for day in days if not occasions_on(day)] == []


def test_an_occasion_nobody_keeps_is_no_occasion() -> None:
    assert occasion("black_friday") is None
    assert len({each.label for each in OCCASIONS}) == len(OCCASIONS) >= 18


def test_seasons_are_those_of_here() -> None:
    assert [season_of(date(2026, month, 20)) for month in (1, 4, 7, 10, 11)] == [
        "winter",
        "spring",
        "summer",
        "autumn",
        "late_autumn",
    ]
