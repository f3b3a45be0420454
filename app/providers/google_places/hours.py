"""Opening hours, from Google's periods to OpenStreetMap's form.

The shape of a period is long-standing public behaviour, not read again since 2026-11-21:
{"open": {"day": 0 for Sunday, "hour", "minute"}, "close": the same}; a single one without `close` never closes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_DAYS = ("Su", "Mo", "Tu", "We", "Th", "Fr", "Sa")
_WEEK = (1, 2, 3, 4, 5, 6, 0)
_MOST_PERIODS = 50


def read(told: Any) -> str:
    """Return « Mo-Fr 09:00-17:00; Sa 10:00-16:00 », nothing where the periods are absent or odd."""
    periods = told.get("periods") if isinstance(told, dict) else None
    if not isinstance(periods, list) or not 0 < len(periods) <= _MOST_PERIODS:
        return ""
    if len(periods) == 1 and isinstance(periods[0], dict) and "close" not in periods[0]:
        return "24/7"
    spans: dict[int, list[str]] = {}
    for period in periods:
        opens, closes = (
            (_moment(period.get(end)) for end in ("open", "close")) if isinstance(period, dict) else ("", "")
        )
        if not opens or not closes:
            return ""
        spans.setdefault(period["open"]["day"], []).append(f"{opens}-{closes}")
    return "; ".join(_rules([(day, ",".join(sorted(spans[day]))) for day in _WEEK if day in spans]))


def _moment(told: Any) -> str:
    if not isinstance(told, dict):
        return ""
    day, hour, minute = told.get("day"), told.get("hour", 0), told.get("minute", 0)
    numbers = all(isinstance(each, int) and not isinstance(each, bool) for each in (day, hour, minute))
    if not numbers or day not in range(7) or hour not in range(24) or minute not in range(60):
        return ""
    return f"{hour:02}:{minute:02}"


def _rules(days: Iterable[tuple[int, str]]) -> list[str]:
    """Join days that follow one another with the same hours."""
    runs: list[tuple[list[int], str]] = []
    for day, spans in days:
        if runs and runs[-1][1] == spans and _WEEK.index(day) == _WEEK.index(runs[-1][0][-1]) + 1:
            runs[-1][0].append(day)
        else:
            runs.append(([day], spans))
    return [f"{_span(run)} {spans}" for run, spans in runs]


def _span(run: list[int]) -> str:
    first, last = _DAYS[run[0]], _DAYS[run[-1]]
    return first if len(run) == 1 else f"{first}{',' if len(run) == 2 else '-'}{last}"
