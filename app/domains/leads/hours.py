"""Opening hours in one form, that of OpenStreetMap.

https://wiki.openstreetmap.org/wiki/Key:opening_hours. A text that is not wholly understood is kept as
it was written.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from app.domains.leads import hours_text, hours_words
from app.domains.leads.hours_text import DAYS, Span, Week

_LONGEST = 500
_ALWAYS = "24/7"


def normal(raw: str | Sequence[str]) -> str:
    """Return opening hours in OpenStreetMap's form, or as they were written; `raw` may be schema.org's list."""
    lines = _lines(raw)
    text = "\n".join(lines)[: 2 * _LONGEST]
    week = hours_text.read(text)
    return _written(week) if week else " ".join(" ".join(lines).split())[:_LONGEST]


def shown(value: str) -> list[str]:
    """Return opening hours as one says them, a line a group of days; what is not understood as it stands."""
    week = hours_text.read(value) if value else None
    if week is None:
        return [value] if value else []
    return hours_words.lines(_groups(week))


def _lines(raw: str | Sequence[str]) -> list[str]:
    if not isinstance(raw, str):
        return [str(line) for line in raw]
    if raw.lstrip().startswith("["):
        try:
            listed = json.loads(raw)
        except ValueError:
            return [raw]
        return [line for line in listed if isinstance(line, str)]
    return raw.splitlines()


def _groups(week: Week) -> list[tuple[list[str], list[Span]]]:
    """Gather the days that follow one another with the same hours."""
    groups: list[tuple[list[str], list[Span]]] = []
    for at, day in enumerate(DAYS):
        if day not in week:
            continue
        follows = groups and groups[-1][0][-1] == DAYS[at - 1] and groups[-1][1] == week[day]
        if follows and day != "PH":
            groups[-1][0].append(day)
        else:
            groups.append(([day], week[day]))
    return groups


def _written(week: Week) -> str:
    if len(week) >= 7 and all(spans == [Span(0, 1440)] for spans in week.values()):
        return _ALWAYS
    rules = []
    for days, spans in _groups(week):
        named = days[0] if len(days) == 1 else f"{days[0]}-{days[-1]}"
        rules.append(f"{named} {','.join(_span(span) for span in spans) or 'off'}")
    return "; ".join(rules)


def _span(span: Span) -> str:
    open_end = "+" if span.is_open_end else ""
    return f"{_clock(span.opens)}-{_clock(span.closes)}{open_end}"


def _clock(minutes: int) -> str:
    # Past midnight, the hour of the next day.
    hour = minutes // 60 if minutes <= 1440 else minutes // 60 - 24
    return f"{hour:02d}:{minutes % 60:02d}"
