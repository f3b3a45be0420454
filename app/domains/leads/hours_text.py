"""Read opening hours: OpenStreetMap's form, schema.org's, and what people write in French and English.

A text becomes signs (days, times, ranges, « closed »), and signs become a week; one unknown word and
nothing is understood.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH")
_WEEK = DAYS[:7]


@dataclass(frozen=True)
class Span:
    """From one moment to another, in minutes after midnight; beyond 1440 is the next day."""

    opens: int
    closes: int
    is_open_end: bool = False


Week = dict[str, list[Span]]

_SIGNS: tuple[tuple[str, str], ...] = (
    ("skip", r"https?://(?:www\.)?schema\.org/|(?:heures?|horaires?)(?: d[’' ]ouverture)?\s*:?|(?:nos|notre|our|les)\b"
             r"|(?:opening|business|store) hours\s*:?|hours\s*:?|(?:nous sommes )?ouverte?s?\b|we are\b|open(?:ing)?\b"
             r"|from\b|\bde\b(?=\s*\d)|\bdu\b|\ble\b|\bles\b|[\"'.·•*]|heures?\b"),
    ("always", r"24\s*/\s*7|(?:24\s*(?:h(?:eures?|rs)?)?\s*(?:/|sur)\s*24\s*h?)"
               r"(?:\s*,?\s*(?:et\s+)?7\s*(?:j(?:ours?)?)?\s*(?:/|sur)\s*7)"),
    ("allday", r"24\s*(?:h(?:eures?|rs)?)?\s*(?:/|sur)\s*24\s*h?|(?:open\s+)?24\s*(?:hours|hrs)"),
    ("daily", r"tous les jours|chaque jour|7\s*(?:j(?:ours?)?)?\s*(?:/|sur)\s*7(?:\s*j(?:ours?)?)?|7 jours par semaine"
              r"|every\s?day|daily|7 days(?: a week)?"),
    ("weekend", r"(?:la |les )?fins? de semaine|week\s?-?\s?ends?|\bfds\b"),
    ("weekdays", r"(?:en |la )?semaine\b|jours de semaine|week\s?days?"),
    ("PH", r"\bPH\b|jours? f[ee]ri[ee]s?|feries?\b|(?:public |statutory )?holidays?"),
    ("off", r"ferme[es]*\b|closed\b|off\b|relache\b"),
    ("time", r"(?P<noon>midi|noon)\b|(?P<midnight>minuit|midnight)\b"
             r"|(?P<hour>\d{1,2})(?:\s*(?:h(?:eures?|rs?)?|:|\.)\s*(?P<minute>\d{2})(?!\d)(?:\s*h\b)?"
             r"|\s*h(?:eures?|rs?)?(?![a-z])|(?=\s*[ap]\.?\s?m\b)|(?=\s*(?:-|a|to|au)\s*\d{1,2}\s*(?:h|[ap]\.?\s?m\b)))(?:\s*(?P<half>[ap])\.?\s?m\b\.?)?"),
    ("Mo", r"lundis?\b|lun\b|lu\b|mondays?\b|mon\b|mo\b"), ("Tu", r"mardis?\b|mar\b|ma\b|tuesdays?\b|tues?\b|tu\b"),
    ("We", r"mercredis?\b|mer\b|me\b|wednesdays?\b|weds?\b|we\b"),
    ("Th", r"jeudis?\b|jeu\b|je\b|thursdays?\b|thurs?\b|thu\b|th\b"),
    ("Fr", r"vendredis?\b|ven\b|ve\b|fridays?\b|fri\b|fr\b"), ("Sa", r"samedis?\b|sam\b|saturdays?\b|sat\b|sa\b"),
    ("Su", r"dimanches?\b|dim\b|di\b|sundays?\b|sun\b|su\b"),
    ("range", r"-|\b(?:a|au|to|until|till|jusqu[’' ]?a|through|thru)\b"),
    ("plus", r"\+"),
    ("over", r";"), ("and", r",|/|&|\||\n|\b(?:et|and|puis)\b"), ("colon", r":"), ("blank", r"[ \t()]+"),
)  # fmt: skip
_SIGN = re.compile("|".join(f"(?P<{name}>{form})" for name, form in _SIGNS), re.IGNORECASE)
_OSM_TIMES = re.compile(r"\s*\d\d:\d\d\s*-\s*\d\d:\d\d[^a-zà-ÿ]*(?:;|$)")
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")


class _NotUnderstood(Exception):
    """The text says something else than a week's hours."""


@dataclass
class _Reading:
    """What the signs read so far make."""

    week: Week = field(default_factory=dict)
    days: list[str] = field(default_factory=list)
    spans: list[Span] | None = None
    is_over: bool = False

    def close(self) -> None:
        """Give the days read their hours."""
        if self.spans is None:
            if self.days:
                raise _NotUnderstood
            return
        if not self.days:
            raise _NotUnderstood
        for day in self.days:
            known = self.week.get(day, [])
            self.week[day] = list(self.spans) if self.is_over else _joined(known, self.spans, day in self.week)
        self.days, self.spans = [], None


def read(text: str) -> Week | None:
    """Return the hours of each day a text names ([] where closed), or nothing where it is not understood."""
    plain = _plain(text)
    try:
        signs = _signs(plain)
        if _OSM_TIMES.match(plain):
            # In OpenStreetMap's form, hours without days are every day's.
            signs = [(day, None) for day in _WEEK] + signs
        return _week(signs) or None
    except _NotUnderstood:
        return None


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFKD", _DASHES.sub("-", text))
    return "".join(sign for sign in spread if not unicodedata.combining(sign)).strip()


def _signs(plain: str) -> list[tuple[str, re.Match[str] | None]]:
    signs: list[tuple[str, re.Match[str] | None]] = []
    at = 0
    while at < len(plain):
        found = _SIGN.match(plain, at)
        if found is None or found.end() == at:
            raise _NotUnderstood
        # Outside its own brackets a match is named by the sign it is.
        kind = next(name for name, _ in _SIGNS if found[name] is not None)
        if kind not in ("skip", "blank", "colon"):
            signs.append((kind, found))
        at = found.end()
    return signs


def _week(signs: list[tuple[str, re.Match[str] | None]]) -> Week:
    reading, at = _Reading(), 0
    while at < len(signs):
        kind = signs[at][0]
        if kind in DAYS or kind in ("daily", "weekend", "weekdays"):
            if reading.spans is not None:
                reading.close()
                reading.is_over = at > 0 and signs[at - 1][0] == "over"
            at = _read_days(reading, signs, at)
        elif kind in ("time", "off", "always", "allday"):
            at = _read_hours(reading, signs, at)
        elif kind in ("and", "over") or (kind == "range" and reading.days and reading.spans is None):
            at += 1
        else:
            raise _NotUnderstood
    reading.close()
    return reading.week


def _read_days(reading: _Reading, signs: list[tuple[str, re.Match[str] | None]], at: int) -> int:
    kinds = [kind for kind, _ in signs[at : at + 3]]
    groups = {"daily": list(_WEEK), "weekend": ["Sa", "Su"], "weekdays": list(DAYS[:5])}
    named = groups.get(kinds[0])
    if named:
        # « Du lundi au vendredi, en semaine » and « 7 jours » say nothing more.
        reading.days += [day for day in named if day not in reading.days]
        return at + 1
    if len(kinds) == 3 and kinds[1] == "range" and kinds[2] in _WEEK and kinds[0] in _WEEK:
        first, last = _WEEK.index(kinds[0]), _WEEK.index(kinds[2])
        reading.days += [_WEEK[(first + step) % 7] for step in range((last - first) % 7 + 1)]
        return at + 3
    reading.days.append(kinds[0])
    return at + 1


def _read_hours(reading: _Reading, signs: list[tuple[str, re.Match[str] | None]], at: int) -> int:
    kind = signs[at][0]
    if kind == "always":
        reading.days = reading.days or list(_WEEK)
    if kind != "time":
        if reading.spans:
            raise _NotUnderstood
        reading.spans = [] if kind == "off" else [Span(0, 1440)]
        return at + 1
    if len(signs) < at + 3 or signs[at + 1][0] != "range" or signs[at + 2][0] != "time":
        raise _NotUnderstood
    end = at + 3
    has_plus = end < len(signs) and signs[end][0] == "plus"
    span = _span(signs[at][1], signs[at + 2][1], has_plus)
    if reading.spans == []:
        raise _NotUnderstood
    reading.spans = _joined(reading.spans or [], [span], bool(reading.spans))
    return end + has_plus


def _span(first: re.Match[str] | None, last: re.Match[str] | None, has_plus: bool) -> Span:
    if first is None or last is None:
        raise _NotUnderstood
    half = last["half"]
    opens, closes = _minutes(first), _minutes(last)
    if half and not first["half"] and first["hour"] and not int(first["hour"]) > 12:
        # « 9-5pm » begins in the morning; « 5-9pm » may begin in either half: nobody can tell.
        if half.lower() != "p" or int(first["hour"]) <= int(last["hour"]) or int(first["hour"]) == 12:
            raise _NotUnderstood
    elif first["half"] and last["hour"] and not half and int(last["hour"]) <= 12:
        raise _NotUnderstood
    if last["midnight"] or closes in (0, 1439):
        closes = 1440
    if opens == 1440:
        opens = 0
    if closes == opens or opens > 1440:
        raise _NotUnderstood
    return Span(opens, closes + 1440 if closes < opens else closes, has_plus)


def _minutes(time: re.Match[str]) -> int:
    if time["noon"]:
        return 720
    if time["midnight"]:
        return 1440
    hour, minute = int(time["hour"]), int(time["minute"] or 0)
    if time["half"]:
        if not 1 <= hour <= 12:
            raise _NotUnderstood
        hour = hour % 12 + (12 if time["half"].lower() == "p" else 0)
    if hour > 30 or minute > 59:
        raise _NotUnderstood
    return hour * 60 + minute


def _joined(known: list[Span], more: list[Span], is_known: bool) -> list[Span]:
    """Add hours to a day; a day both closed and open, or open twice at once, is not understood."""
    spans = sorted({*known, *more}, key=lambda span: span.opens)
    if is_known and bool(known) != bool(more):
        raise _NotUnderstood
    if any(first.closes > second.opens for first, second in zip(spans, spans[1:], strict=False)):
        raise _NotUnderstood
    return spans
