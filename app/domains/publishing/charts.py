"""The line of a trend, as points of a small drawing; the template draws it and says it in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT, MARGIN = 320, 96, 6


@dataclass(frozen=True)
class Chart:
    """Points in the units of the drawing (320 × 96), and what a text alternative tells."""

    points: str
    area: str
    last: tuple[float, float]
    first_day: date
    last_day: date
    first: int
    final: int


def chart(trend: Sequence[tuple[date, int]]) -> Chart | None:
    """Return the drawing of a trend; None while it has nothing to tell (fewer than two days, or all zeros)."""
    values = [value for _day, value in trend]
    if len(values) < 2 or not any(values):
        return None
    places = _places(values)
    points = " ".join(f"{x:g},{y:g}" for x, y in places)
    area = f"{places[0][0]:g},{HEIGHT} {points} {places[-1][0]:g},{HEIGHT}"
    return Chart(points, area, places[-1], trend[0][0], trend[-1][0], values[0], values[-1])


def _places(values: Sequence[int]) -> list[tuple[float, float]]:
    # From zero: a scale that begins at the smallest value makes a slope of nothing.
    step, top = (WIDTH - 2 * MARGIN) / (len(values) - 1), max(values)
    return [
        (round(MARGIN + number * step, 1), round(HEIGHT - MARGIN - value / top * (HEIGHT - 2 * MARGIN), 1))
        for number, value in enumerate(values)
    ]
