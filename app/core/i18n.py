"""The door to languages, and Canada's ways of writing dates, hours, numbers and phones in them.

French is fr_CA, never fr. Babel 2.18 misses four things there, mended here: « 1er », the « à »
of a date with its hour, « 14 h » rather than « 14 h 00 », and spaces that must not break.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache

import phonenumbers
from babel.dates import format_date
from babel.numbers import format_decimal
from flask import Flask, Response, current_app, g, request, session
from flask_babel import Babel
from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup

from app.core import clock, language
from app.core.language import FRENCH, LANGUAGES, Words, _, _l, _n, form_of, ngettext, said, speak, speaking

__all__ = [
    "FRENCH", "LANGUAGES", "NBSP", "Words", "_", "_l", "_n", "choose", "counted", "day", "hour", "language", "moment",
    "month", "ngettext", "number", "percent", "phone", "said", "soon", "speak", "speak_to", "speak_to_reader",
    "speaking", "time_of_day", "wait",
]  # fmt: skip

NBSP = "\u00a0"
# After a label: French has a blank before it.
COLON = _l("\u00a0:")
COOKIE = "lang"
A_YEAR_SECONDS = 365 * 24 * 3600
# Programs are answered in French, whoever wrote them.
_IN_FRENCH = ("/api/",)
babel = Babel()


def init_app(app: Flask) -> None:
    """Speak French first, in Québec's time; another language to whoever chose it."""
    app.config["BABEL_DEFAULT_LOCALE"] = LANGUAGES[FRENCH][1]
    app.config["BABEL_DEFAULT_TIMEZONE"] = str(clock.QUEBEC)
    babel.init_app(app, locale_selector=language.locale)
    app.jinja_env.globals.update(
        _=label,
        _l=_l,
        gettext=label,
        ngettext=_label_of_count,
        language_tag=language.tag,
        other_language=other_language,
        colon=COLON,
    )
    app.jinja_env.filters["said"] = said
    app.before_request(_listen)
    app.after_request(_remember)
    app.teardown_request(lambda _error: speak(FRENCH))


def _listen() -> None:
    asked = request.args.get("lang", "")
    if asked in LANGUAGES:
        choose(asked)
    else:
        speak_to(request.cookies.get(COOKIE))


def speak_to(code: str | None) -> None:
    """Speak a person's language in this request; French to a program."""
    speak(FRENCH if request.path.startswith(_IN_FRENCH) else code)


def speak_to_reader(code: str) -> None:
    """Speak the language of whom a link was sent to, unless another is asked for."""
    if "chosen_language" not in g:
        speak_to(code)


def choose(code: str) -> None:
    """Speak a language in this request, and keep it in this browser."""
    g.chosen_language = code
    speak_to(code)


def _remember(response: Response) -> Response:
    chosen, kept = g.get("chosen_language", ""), request.cookies.get(COOKIE, "")
    if chosen == FRENCH and kept:
        response.delete_cookie(COOKIE, httponly=True, samesite="Lax")
    elif chosen not in {FRENCH, "", kept}:
        secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
        response.set_cookie(COOKIE, chosen, max_age=A_YEAR_SECONDS, httponly=True, samesite="Lax", secure=secure)
    return response


def other_language() -> tuple[str, str, str]:
    """Return the language one may change to: its code, its name, and the address that changes to it."""
    code = next(each for each in LANGUAGES if each != language.code())
    if "_user_id" in session and not g.get("visiting"):
        return code, LANGUAGES[code][0], "/profil/langue"
    return code, LANGUAGES[code][0], f"?lang={code}"


@pass_eval_context
def label(context: EvalContext, words: str, /, **values: object) -> str:
    """Return a template's `_("…")`, safe as it stands, with its `%(name)s` filled in and escaped."""
    spoken = language.present()
    if spoken is not None:
        words = spoken.sentences.get(words, words)
    if values or not context.autoescape:
        return (Markup(words) if context.autoescape else words) % values  # a template's own words
    return _markup(words)


@pass_eval_context
def _label_of_count(context: EvalContext, one: str, many: str, count: float, /, **values: object) -> str:
    words = form_of(one, many, count)
    filled = {"num": number(count), **values}
    return (Markup(words) if context.autoescape else words) % filled  # a template's own words


@lru_cache(maxsize=4096)
def _markup(words: str) -> Markup:
    return Markup(words) % {}  # a template's own words


def day(value: date | datetime, *, weekday: bool = False) -> str:
    """Write a day: « 21 novembre 2026 », or « samedi 21 novembre »; “November 21, 2026”, “Saturday, November 21”."""
    local = value.astimezone(clock.QUEBEC).date() if isinstance(value, datetime) else value
    return _day_words(local, weekday, language.code())


@lru_cache(maxsize=1024)
def _day_words(local: date, weekday: bool, code: str) -> str:
    if code != FRENCH:
        return format_date(local, "EEEE, MMMM d" if weekday else "MMMM d, y", locale=LANGUAGES[code][1])
    words = format_date(local, "EEEE d MMMM" if weekday else "d MMMM y", locale=LANGUAGES[code][1])
    return " ".join("1er" if word == "1" else word for word in words.split(" "))


def month(first: date) -> str:
    """Write a month: « novembre 2026 », “November 2026”."""
    return format_date(first, "MMMM y", locale=language.locale())


def hour(value: datetime) -> str:
    """Write an hour: « 14 h 30 », « 14 h »; “2:30 pm”, “2 pm”."""
    local = value.astimezone(clock.QUEBEC)
    return time_of_day(local.hour, local.minute)


def time_of_day(hour: int, minute: int = 0) -> str:
    """Write a time of any day: « 9 h 30 », “9:30 am”."""
    if language.present() is not None:
        # Without its periods, which would be doubled at the end of a sentence.
        minutes = f":{minute:02d}" if minute else ""
        return f"{hour % 12 or 12}{minutes}{NBSP}{'am' if hour % 24 < 12 else 'pm'}"
    minutes = f"{NBSP}{minute:02d}" if minute else ""
    return f"{hour}{NBSP}h{minutes}"


def moment(value: datetime) -> str:
    """Write a moment: « le 21 novembre 2026 à 14 h 30 »; “November 21, 2026 at 2:30 pm”."""
    return _("le %(day)s à %(hour)s", day=day(value), hour=hour(value))


def soon(value: datetime) -> str:
    """Write a near moment as one says it: « aujourd’hui à 10 h 30 », « demain à 9 h »."""
    days = (value.astimezone(clock.QUEBEC).date() - clock.today()).days
    names = {-1: _("hier"), 0: _("aujourd’hui"), 1: _("demain")}
    if days in names:
        return _("%(day)s à %(hour)s", day=names[days], hour=hour(value))
    if 0 < days < 7:
        return _("%(day)s à %(hour)s", day=day(value, weekday=True), hour=hour(value))
    return moment(value)


def number(value: float, digits: int = 0) -> str:
    """Write a number: « 1 234,5 », with spaces that do not break; “1,234.5”."""
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    written = format_decimal(value, format=pattern, locale=language.locale())
    return written.replace("\u202f", NBSP).replace(" ", NBSP)


def percent(value: float, digits: int = 0) -> str:
    """Write a share of a hundred: « 12,5 % », “12.5%”."""
    return f"{number(value, digits)}{NBSP if language.present() is None else ''}%"


def counted(count: int, singular: str, plural: str) -> str:
    """Write a count with its noun; zero and one take the singular in French."""
    return f"{number(count)}{NBSP}{form_of(singular, plural, count)}"


def dotted(parts: Iterable[object]) -> str:
    """Set on a line the parts that say something: « Lévis · 12 vues ». No line of it begins with a point."""
    return f"{NBSP}· ".join(str(part) for part in parts if part)


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
