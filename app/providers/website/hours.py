"""Opening hours written for people, in French or in English, in OpenStreetMap's form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.providers.website.structured import grouped
from app.providers.website.words import folded

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_WORDS = (
    "lundis?|monday|mon|lun", "mardis?|tuesday|tues?|mar", "mercredis?|wednesday|wed|mer",
    "jeudis?|thursday|thurs?|thu|jeu", "vendredis?|friday|fri|ven", "samedis?|saturday|sat|sam",
    "dimanches?|sunday|sun|dim",
)  # fmt: skip
_DAY = re.compile(r"\b(?:" + "|".join(f"(?P<d{number}>{words})" for number, words in enumerate(_WORDS)) + r")\b")
_TO = re.compile(r"^\s*(?:au|a|to|through|thru)?\s*$")
_HOUR = r"(\d{1,2})\s?(?:h|:)\s?(\d\d)?\s?(am|pm)?|(\d{1,2})\s?(am|pm)"
_SPAN = re.compile(rf"(?:{_HOUR})\s{{0,3}}(?:-|a|to|until|jusqu a)\s{{0,3}}(?:{_HOUR})")
_LONGEST_LINE, _MOST_LINES = 160, 3_000


def of_lines(lines: Sequence[str]) -> tuple[str, int] | None:
    """Return the hours that consecutive lines tell, and where they begin; None for less than two days."""
    by_day: dict[str, str] = {}
    first, pending = -1, []
    for number, line in enumerate(lines[:_MOST_LINES]):
        if len(line) > _LONGEST_LINE:
            continue
        text = _plain(line)
        days = _days(text)
        spans = _spans(text)
        if days and not spans:
            pending = days
            continue
        days, pending = days or pending, []
        if days and spans:
            first = number if first < 0 else first
            for day in days:
                by_day.setdefault(day, ",".join(spans))
    return (grouped(by_day), first) if len(by_day) > 1 else None


def _plain(line: str) -> str:
    dashed = re.sub(r"[\u2010-\u2015]", "-", line.lower())
    return " ".join(re.sub(r"[^a-z0-9:\-\s]", " ", _unaccented(dashed)).split())


def _unaccented(text: str) -> str:
    return "".join(folded(sign) if ord(sign) > 127 else sign for sign in text)


def _days(text: str) -> list[str]:
    found = [(match, int(str(match.lastgroup)[1:])) for match in _DAY.finditer(text)]
    if len(found) == 2 and _TO.match(text[found[0][0].end() : found[1][0].start()].replace("-", " ")):
        first, last = found[0][1], found[1][1]
        count = (last - first) % 7 + 1
        return [_DAYS[(first + step) % 7] for step in range(count)]
    return [_DAYS[day] for _, day in found]


def _spans(text: str) -> list[str]:
    spans = []
    for found in _SPAN.finditer(text):
        opens, closes = _hour(found.groups()[:5]), _hour(found.groups()[5:])
        if opens and closes and opens != closes:
            spans.append(f"{opens}-{closes}")
    return spans


def _hour(groups: Sequence[str | None]) -> str:
    hour, minute, half = groups[0] or groups[3], groups[1] or "00", groups[2] or groups[4]
    if hour is None or int(hour) > 24 or int(minute) > 59:
        return ""
    number = int(hour)
    if half:
        number = number % 12 + (12 if half == "pm" else 0)
    return f"{number:02d}:{minute}"
