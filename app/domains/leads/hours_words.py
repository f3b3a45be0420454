"""How opening hours are said."""

from __future__ import annotations

from app.core.i18n import NBSP
from app.domains.leads.hours_text import Span

_DAYS = {
    "Mo": "lundi",
    "Tu": "mardi",
    "We": "mercredi",
    "Th": "jeudi",
    "Fr": "vendredi",
    "Sa": "samedi",
    "Su": "dimanche",
    "PH": "jours fériés",
}
_EVERY_DAY = "tous les jours"
_CLOSED = "fermé"
_ALL_DAY = f"24{NBSP}heures sur{NBSP}24"
_MIDNIGHT = "minuit"


def lines(groups: list[tuple[list[str], list[Span]]]) -> list[str]:
    """Say each group of days and its hours, « lundi au vendredi : 9 h à 17 h »."""
    return [f"{_days(days)}{NBSP}: {_hours(spans)}" for days, spans in groups]


def _days(days: list[str]) -> str:
    if len(days) == 7:
        return _EVERY_DAY
    first, last = _DAYS[days[0]], _DAYS[days[-1]]
    if len(days) == 1:
        return first
    return f"{first} et {last}" if len(days) == 2 else f"{first} au {last}"


def _hours(spans: list[Span]) -> str:
    if not spans:
        return _CLOSED
    said = [_span(span) for span in spans]
    return " et ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)


def _span(span: Span) -> str:
    if (span.opens, span.closes) == (0, 1440):
        return _ALL_DAY
    more = " ou plus tard" if span.is_open_end else ""
    return f"{_clock(span.opens)} à {_clock(span.closes)}{more}"


def _clock(minutes: int) -> str:
    if minutes in (0, 1440):
        return _MIDNIGHT
    hour, minute = divmod(minutes % 1440, 60)
    return f"{hour}{NBSP}h" + (f"{NBSP}{minute:02d}" if minute else "")
