"""A language is chosen, kept and followed; French comes first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from markupsafe import Markup

from app.core import i18n, language
from app.core.i18n import Words, _, counted, ngettext, speaking
from app.domains.accounts.services import language_of
from app.domains.notifications.outbox import Letter, post
from tests import people
from tests.people import Person

NBSP = "\u00a0"


@pytest.fixture
def english() -> Iterator[None]:
    """Speak English for the length of a test."""
    with speaking("en"):
        yield


def test_a_page_is_in_french_whatever_the_browser_prefers(client: FlaskClient) -> None:
    page = client.get("/connexion", headers={"Accept-Language": "en-CA"})
    assert '<html lang="fr-CA">' in page.text and ">English</a>" in page.text


def test_words_that_are_also_counted_are_translated_where_no_count_is_said(english: None) -> None:
    assert _("à approuver") == "to approve"


def test_a_visitor_changes_of_language_and_stays_in_it(client: FlaskClient) -> None:
    page = client.get("/connexion?lang=en")
    assert '<html lang="en-CA">' in page.text and 'href="?lang=fr"' in page.text
    assert '<html lang="en-CA">' in client.get("/conditions").text
    assert '<html lang="fr-CA">' in client.get("/conditions?lang=fr").text


def test_an_unknown_language_changes_nothing(client: FlaskClient) -> None:
    assert '<html lang="fr-CA">' in client.get("/connexion?lang=../../etc").text


def test_a_person_s_choice_follows_her_to_every_device(app: Flask, alice: Person) -> None:
    answer = alice.client.post("/profil/langue", data={"language": "en"})
    assert answer.status_code == 303
    assert '<html lang="en-CA">' in alice.client.get("/tableau-de-bord").text
    with app.test_client() as other:
        people.enter(other, alice.user)
        assert '<html lang="en-CA">' in other.get("/tableau-de-bord").text
    assert language_of(alice.user.id) == "en"


def test_no_other_language_is_kept_than_ours(alice: Person) -> None:
    assert alice.client.post("/profil/langue", data={"language": "de"}).status_code == 422
    assert language_of(alice.user.id) == "fr"


def test_a_mail_is_in_the_language_of_its_reader(alice: Person) -> None:
    alice.user.language = "en"
    letter = Letter(alice.workspace.id, "welcome", "one", alice.user.email, user_id=alice.user.id)
    mail = post(letter, workspace=alice.workspace)
    assert mail is not None and mail.language == "en"
    assert language.code() == "fr"


def test_a_program_is_answered_in_french(alice: Person) -> None:
    alice.client.set_cookie("lang", "en")
    assert alice.client.get("/api/v1/nothing").json["title"] == "Introuvable."


@pytest.mark.usefixtures("english")
def test_days_hours_and_numbers_are_canadian_english() -> None:
    assert i18n.day(date(2026, 12, 1)) == "December 1, 2026"
    assert i18n.day(date(2026, 11, 21), weekday=True) == "Saturday, November 21"
    assert i18n.hour(datetime(2026, 11, 21, 19, 30, tzinfo=UTC)) == f"2:30{NBSP}pm"
    assert i18n.hour(datetime(2026, 11, 21, 5, 0, tzinfo=UTC)) == f"12{NBSP}am"
    assert i18n.moment(datetime(2026, 11, 21, 14, 0, tzinfo=UTC)) == f"November 21, 2026 at 9{NBSP}am"
    assert i18n.number(1234.5, 1) == "1,234.5"
    assert i18n.percent(12) == "12%"


@pytest.mark.usefixtures("english")
def test_no_sentence_that_ends_on_an_hour_ends_twice() -> None:
    eleven = datetime(2026, 11, 21, 16, 30, tzinfo=UTC)
    assert _("Publiée %(when)s.", when=i18n.soon(eleven)).count(".") == 1


def test_zero_is_plural_in_english_and_singular_in_french() -> None:
    assert counted(0, "minute", "minutes") == f"0{NBSP}minute"
    assert ngettext("%(num)s minute", "%(num)s minutes", 0) == "0 minute"
    with speaking("en"):
        assert counted(0, "minute", "minutes") == f"0{NBSP}minutes"
        assert counted(1, "minute", "minutes") == f"1{NBSP}minute"


def test_a_constant_is_french_where_it_is_kept_and_translated_where_it_is_shown(app: Flask) -> None:
    kept = Words("demain")
    shown = app.jinja_env.from_string("{{ kept }} {{ kept|capitalize }} {{ [kept]|join }}")
    with speaking("en"):
        assert json.dumps(kept) == '"demain"' and kept == "demain" and {kept: 1}["demain"] == 1
        assert f"{kept}" == str(kept) == "tomorrow" and "à " + kept == "à tomorrow"
        assert Markup("<b>%s</b>") % kept == "<b>tomorrow</b>"
        assert shown.render(kept=kept) == "tomorrow Tomorrow tomorrow"
    assert f"{kept}" == "demain"


@pytest.mark.usefixtures("english")
def test_what_no_catalogue_knows_stands_in_french() -> None:
    assert _("Rien de %(what)s.", what="tel") == "Rien de tel."


def test_french_needs_no_cookie(client: FlaskClient) -> None:
    assert "lang=en" in client.get("/connexion?lang=en").headers["Set-Cookie"]
    assert "lang=;" in client.get("/connexion?lang=fr").headers["Set-Cookie"]
    assert "lang=" not in client.get("/connexion?lang=fr").headers.get("Set-Cookie", "")
