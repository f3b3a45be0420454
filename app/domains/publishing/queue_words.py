"""What « À venir » says."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from babel.dates import format_date

from app.core import clock, i18n
from app.core.i18n import NBSP

BAD_MOMENT = "Choisissez un moment à venir, d’ici un an."
PAUSED = "Les envois sont en pause. Rien ne part avant que vous les repreniez."
RESUMED = "Les envois reprennent. Ceux qui attendaient partent l’un après l’autre, espacés."
CANCELLED = "Envoi annulé. La publication attend de nouveau votre décision."
HOURS_KEPT = "Heures notées. Elles valent pour les publications approuvées à partir de maintenant."
HOURS_OFF = "Plus d’heures préférées\u00a0: une publication approuvée part dès que possible."
ADDRESS_GONE = "L’adresse du calendrier ne fonctionne plus."
WEEKDAYS = ("Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche")
# The month begins on Sunday, as calendars do here.
COLUMNS = (("dim.", "dimanche"), ("lun.", "lundi"), ("mar.", "mardi"), ("mer.", "mercredi"), ("jeu.", "jeudi"),
           ("ven.", "vendredi"), ("sam.", "samedi"))  # fmt: skip


def moved(at: datetime) -> str:
    """Say when a moved delivery leaves."""
    return f"Envoi déplacé{NBSP}: {i18n.soon(at)}."


def day_name(day: date) -> str:
    """Name a day of the list: « Aujourd’hui », « Demain », « Samedi 21 novembre », « 3 janvier 2027 »."""
    today = clock.today()
    if day - today in (timedelta(0), timedelta(days=1)):
        return "Aujourd’hui" if day == today else "Demain"
    words = i18n.day(day, weekday=True) if day.year == today.year else i18n.day(day)
    return words[:1].upper() + words[1:]


def month_name(first: date) -> str:
    """Name a month: « Décembre 2026 »."""
    words = format_date(first, "MMMM y", locale=i18n.LOCALE)
    return words[:1].upper() + words[1:]


def span(hours: tuple[int, ...]) -> str:
    """Write a part of the day: « 8 h à 10 h »."""
    return f"{hours[0]}{NBSP}h à {hours[-1] + 1}{NBSP}h"


def calendar_name(workspace: str) -> str:
    """Name the calendar one subscribes to."""
    return f"Publications de {workspace}"
