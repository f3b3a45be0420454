"""Postal codes as people and sources write them."""

from __future__ import annotations

import pytest

from app.domains.leads import postal


@pytest.mark.parametrize(
    "raw",
    ["H2V 4G9", "h2v4g9", "H2V4G9", "H2V-4G9", " h2v  4g9 ", "H2V\u00a04G9", "Ｈ２Ｖ ４Ｇ９", "H2V.4G9",
     "123, rue Fabre, Montréal QC H2V 4G9", "(H2V 4G9) Canada"],
)  # fmt: skip
def test_a_code_is_written_one_way(raw: str) -> None:
    assert postal.read(raw) == ("H2V 4G9", "H2V")
    assert postal.clean(raw) == "H2V 4G9"


@pytest.mark.parametrize(
    ("raw", "code"),
    [("GOA 4V0", "G0A 4V0"), ("G0A 4VO", "G0A 4V0"), ("J0L IS0", "J0L 1S0"), ("h0h oh0", "H0H 0H0"),
     ("HIY 2L4", "H1Y 2L4")],
)  # fmt: skip
def test_a_letter_where_only_a_digit_may_stand_is_that_digit(raw: str, code: str) -> None:
    assert postal.clean(raw) == code


@pytest.mark.parametrize("raw", ["H2V", "h2v", "H2V 4G", "Montréal (H2V)", "H2V Montréal"])
def test_half_a_code_is_told_apart(raw: str) -> None:
    assert postal.read(raw) == ("", "H2V")


@pytest.mark.parametrize(
    "raw",
    ["", "1G2", "M5V 3L9", "H2D 4G9", "HOT LOL", "HOT DOG", "12345", "A1A 1A1", "XH2V 4G9", "x" * 9000, "0H2 V4G"],
)
def test_what_is_not_of_quebec_is_nothing(raw: str) -> None:
    assert postal.read(raw) == ("", "")
