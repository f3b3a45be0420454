"""Dates, hours, numbers and phones as Québec writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from app.core import clock, i18n

NBSP = "\u00a0"


def test_a_line_of_parts_says_those_there_are_and_never_begins_with_a_point() -> None:
    assert i18n.dotted(["", "3 partages", None, "12 vues"]) == f"3 partages{NBSP}· 12 vues"
    assert i18n.dotted([None, ""]) == ""


def test_days_are_written_in_full_and_the_first_is_1er() -> None:
    assert i18n.day(date(2026, 11, 21)) == "21 novembre 2026"
    assert i18n.day(date(2026, 12, 1)) == "1er décembre 2026"
    assert i18n.day(date(2026, 11, 21), weekday=True) == "samedi 21 novembre"


def test_hours_drop_their_zero_minutes_and_never_break() -> None:
    assert i18n.hour(datetime(2026, 11, 21, 19, 30, tzinfo=UTC)) == f"14{NBSP}h{NBSP}30"
    assert i18n.hour(datetime(2026, 11, 21, 19, 0, tzinfo=UTC)) == f"14{NBSP}h"


def test_a_near_moment_is_said_as_one_says_it() -> None:
    now = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
    with clock.frozen_at(now):
        assert i18n.soon(now + timedelta(hours=1)).startswith("aujourd’hui à 11")
        assert i18n.soon(now + timedelta(days=1)).startswith("demain à 10")
        assert i18n.soon(now + timedelta(days=3)).startswith("mardi 24 novembre à 10")


@pytest.mark.parametrize(("count", "words"), [(0, "0 prospect"), (1, "1 prospect"), (2, "2 prospects"),
                                               (1234, "1 234 prospects")])  # fmt: skip
def test_zero_and_one_take_the_singular(count: int, words: str) -> None:
    assert i18n.counted(count, "prospect", "prospects") == words.replace(" ", NBSP)


def test_phones_read_as_people_write_them() -> None:
    assert i18n.phone("+14188225555") == f"418{NBSP}822-5555"


def test_a_label_is_safe_as_it_stands_and_escapes_what_fills_it(app: Flask) -> None:
    shown = app.jinja_env.from_string("""{{ _("<b>100 %%</b> de %(name)s", name=name) }} {{ _("l’été & 2 %%") }}""")
    assert shown.render(name="<i>") == "<b>100 %</b> de &lt;i&gt; l’été & 2 %"


def test_a_label_of_a_plain_letter_escapes_nothing(app: Flask) -> None:
    written = app.jinja_env.overlay(autoescape=False).from_string("""{{ _("À %(name)s", name=name) }}""")
    assert written.render(name="Tim & Cie") == "À Tim & Cie"
