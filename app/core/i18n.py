"""Québec's way of writing dates, hours, numbers and phones.

Locale is fr_CA, never fr. Babel 2.18 misses four things there, mended here: « 1er », the « à »
of a date with its hour, « 14 h » rather than « 14 h 00 », and spaces that must not break.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

import phonenumbers
from babel.dates import format_date
from babel.numbers import format_decimal
from flask import Flask
from flask_babel import Babel
from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup

from app.core import clock

LOCALE = "fr_CA"
NBSP = "\u00a0"
babel = Babel()


def init_app(app: Flask) -> None:
    """Speak French, in Québec's time."""
    app.config["BABEL_DEFAULT_LOCALE"] = LOCALE
    app.config["BABEL_DEFAULT_TIMEZONE"] = str(clock.QUEBEC)
    babel.init_app(app, locale_selector=lambda: LOCALE)
    # French is the only language and stands in the templates: asking for a catalogue cost a quarter of a long page.
    app.jinja_env.globals.update(_=label, gettext=label)


@pass_eval_context
def label(context: EvalContext, words: str, /, **values: object) -> str:
    """Return a template's `_("…")`, safe as it stands, with its `%(name)s` filled in and escaped."""
    if values or not context.autoescape:
        return (Markup(words) if context.autoescape else words) % values  # noqa: S704  # a template's own words
    return _markup(words)


@lru_cache(maxsize=2048)
def _markup(words: str) -> Markup:
    return Markup(words) % {}  # noqa: S704  # a template's own words


def day(value: date | datetime, *, weekday: bool = False) -> str:
    """Write a day: « 21 novembre 2026 », or « samedi 21 novembre »."""
    local = value.astimezone(clock.QUEBEC).date() if isinstance(value, datetime) else value
    return _day_words(local, weekday)


@lru_cache(maxsize=1024)
def _day_words(local: date, weekday: bool) -> str:
    words = format_date(local, "EEEE d MMMM" if weekday else "d MMMM y", locale=LOCALE)
    return " ".join("1er" if word == "1" else word for word in words.split(" "))


def hour(value: datetime) -> str:
    """Write an hour: « 14 h 30 », « 14 h »."""
    local = value.astimezone(clock.QUEBEC)
    minutes = f"{NBSP}{local.minute:02d}" if local.minute else ""
    return f"{local.hour}{NBSP}h{minutes}"


def moment(value: datetime) -> str:
    """Write a moment: « le 21 novembre 2026 à 14 h 30 »."""
    return f"le {day(value)} à {hour(value)}"


def soon(value: datetime) -> str:
    """Write a near moment as one says it: « aujourd’hui à 10 h 30 », « demain à 9 h »."""
    days = (value.astimezone(clock.QUEBEC).date() - clock.today()).days
    names = {-1: "hier", 0: "aujourd’hui", 1: "demain"}
    if days in names:
        return f"{names[days]} à {hour(value)}"
    if 0 < days < 7:
        return f"{day(value, weekday=True)} à {hour(value)}"
    return moment(value)


def number(value: float, digits: int = 0) -> str:
    """Write a number: « 1 234,5 », with spaces that do not break."""
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(value, format=pattern, locale=LOCALE).replace("\u202f", NBSP).replace(" ", NBSP)


def counted(count: int, singular: str, plural: str) -> str:
    """Write a count with its noun; zero and one take the singular in French."""
    return f"{number(count)}{NBSP}{singular if abs(count) < 2 else plural}"


def phone(e164: str) -> str:
    """Write a Québec number as people do: « 418 822-5555 »."""
    if e164.startswith("+1") and len(e164) == 12:
        return f"{e164[2:5]}{NBSP}{e164[5:8]}-{e164[8:]}"
    try:
        return phonenumbers.format_number(phonenumbers.parse(e164), phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    except phonenumbers.NumberParseException:
        return e164


def wait(length: timedelta) -> str:
    """Write how long one waits: « 5 minutes », « 30 secondes », « 2 heures »."""
    seconds = int(length.total_seconds())
    if seconds < 90:
        return counted(seconds, "seconde", "secondes")
    if seconds < 90 * 60:
        return counted(round(seconds / 60), "minute", "minutes")
    if seconds < 48 * 3600:
        return counted(round(seconds / 3600), "heure", "heures")
    return counted(round(seconds / 86400), "jour", "jours")
