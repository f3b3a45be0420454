"""What « À venir » says."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from app.core import clock, i18n
from app.core.i18n import _, _l

BAD_MOMENT = _l("Choisissez un moment à venir, d’ici un an.")
DAY_PAST = _l("Ce jour est passé. Choisissez aujourd’hui ou un jour à venir.")
PAUSED = _l("Les envois sont en pause. Rien ne part avant que vous les repreniez.")
RESUMED = _l("Les envois reprennent. Ceux qui attendaient partent l’un après l’autre, espacés.")
CANCELLED = _l("Envoi annulé. La publication attend de nouveau votre décision.")
CANCELLED_THERE = _l("Envoi annulé sur ce compte. Ce qui est déjà parti sur un autre y reste.")
HOURS_KEPT = _l("Heures notées. Elles valent pour les publications approuvées à partir de maintenant.")
HOURS_OFF = _l("Plus d’heures préférées\u00a0: une publication approuvée part dès que possible.")
ADDRESS_GONE = _l("L’adresse du calendrier ne fonctionne plus.")
WEEKDAYS = (_l("Lundi"), _l("Mardi"), _l("Mercredi"), _l("Jeudi"), _l("Vendredi"), _l("Samedi"), _l("Dimanche"))
# The month begins on Sunday, as calendars do here.
COLUMNS = (
    (_l("dim."), _l("dimanche")),
    (_l("lun."), _l("lundi")),
    (_l("mar."), _l("mardi")),
    (_l("mer."), _l("mercredi")),
    (_l("jeu."), _l("jeudi")),
    (_l("ven."), _l("vendredi")),
    (_l("sam."), _l("samedi")),
)


def moved(at: datetime) -> str:
    """Say when a moved delivery leaves."""
    return _("Envoi déplacé\u00a0: %(when)s.", when=i18n.soon(at))


def hour_past(at: datetime) -> str:
    """Say that today is too late for a departure's own hour."""
    return _(
        "Il est déjà passé %(hour)s aujourd’hui. Choisissez une autre heure avec «\u00a0Déplacer\u00a0».",
        hour=i18n.hour(at),
    )


def month_line(sent: int, planned: int) -> str:
    """Say what a month holds: « 14 publiées, 9 à venir. »; empty when it holds nothing."""
    said = [i18n.counted(sent, "publiée", "publiées")] if sent else []
    if planned:
        said.append(_("%(count)s\u00a0à venir", count=i18n.number(planned)))
    return f"{', '.join(said)}." if said else ""


def nothing_in(first: date) -> str:
    """Say that a month holds nothing: it is over, or nothing is planned."""
    is_over = first < clock.today().replace(day=1)
    return _("Rien n’a été publié ce mois-là.") if is_over else _("Rien n’est planifié ce mois-ci.")


def day_name(day: date) -> str:
    """Name a day of the list: « Aujourd’hui », « Demain », « Samedi 21 novembre », « 3 janvier 2027 »."""
    today = clock.today()
    if day - today in (timedelta(0), timedelta(days=1)):
        return _("Aujourd’hui") if day == today else _("Demain")
    words = i18n.day(day, weekday=True) if day.year == today.year else i18n.day(day)
    return words[:1].upper() + words[1:]


def month_name(first: date) -> str:
    """Name a month: « Décembre 2026 »."""
    words = i18n.month(first)
    return words[:1].upper() + words[1:]


def span(hours: tuple[int, ...]) -> str:
    """Write a part of the day: « 8 h à 10 h »."""
    return _("%(opens)s à %(closes)s", opens=i18n.time_of_day(hours[0]), closes=i18n.time_of_day(hours[-1] + 1))


def calendar_name(workspace: str) -> str:
    """Name the calendar one subscribes to."""
    return _("Publications de %(workspace)s", workspace=workspace)
