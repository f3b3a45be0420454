"""How opening hours are said."""

from __future__ import annotations

from app.core.i18n import _, _l, time_of_day
from app.domains.leads.hours_text import Span

_DAYS = {
    "Mo": _l("lundi"),
    "Tu": _l("mardi"),
    "We": _l("mercredi"),
    "Th": _l("jeudi"),
    "Fr": _l("vendredi"),
    "Sa": _l("samedi"),
    "Su": _l("dimanche"),
    "PH": _l("jours fériés"),
}
_EVERY_DAY = _l("tous les jours")
_CLOSED = _l("fermé")
_ALL_DAY = _l("24\u00a0heures sur\u00a024")
_MIDNIGHT = _l("minuit")


def lines(groups: list[tuple[list[str], list[Span]]]) -> list[str]:
    """Say each group of days and its hours, « lundi au vendredi : 9 h à 17 h »."""
    return [_("%(days)s\u00a0: %(spans)s", days=_days(days), spans=_hours(spans)) for days, spans in groups]


def _days(days: list[str]) -> str:
    if len(days) == 7:
        return str(_EVERY_DAY)
    first, last = _DAYS[days[0]], _DAYS[days[-1]]
    if len(days) == 1:
        return str(first)
    if len(days) == 2:
        return _("%(first)s et %(last)s", first=first, last=last)
    return _("%(first)s au %(last)s", first=first, last=last)


def _hours(spans: list[Span]) -> str:
    if not spans:
        return str(_CLOSED)
    *first, last = [_span(span) for span in spans]
    return _("%(first)s et %(last)s", first=", ".join(first), last=last) if first else last


def _span(span: Span) -> str:
    if (span.opens, span.closes) == (0, 1440):
        return str(_ALL_DAY)
    opens, closes = _clock(span.opens), _clock(span.closes)
    if span.is_open_end:
        return _("%(opens)s à %(closes)s ou plus tard", opens=opens, closes=closes)
    return _("%(opens)s à %(closes)s", opens=opens, closes=closes)


def _clock(minutes: int) -> str:
    if minutes in (0, 1440):
        return str(_MIDNIGHT)
    return time_of_day(*divmod(minutes % 1440, 60))
