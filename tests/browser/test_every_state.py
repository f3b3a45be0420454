"""The states of a page that are not its first: refused, asking, broken, full, in English, with many accounts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, Route, expect

from app import create_app
from app.core import errors
from app.settings import Settings
from tests.browser.conftest import Site
from tests.browser.looking import faults, opened
from tests.browser.steps import sign_in, sign_up
from tests.browser.test_every_page import CORE

pytestmark = [pytest.mark.long, pytest.mark.browser, pytest.mark.timeout(300)]
FURTHER = (
    "/api/docs", "/a-venir/heures", "/a-venir/calendrier", "/campagnes/1/resultats", "/campagnes/1/suppression",
    "/contenus?etat=approved", "/contenus?etat=published", "/contenus?etat=rejected", "/contenus/1/date",
    "/contenus/1/journal", "/contenus/1/liens", "/contenus/1/modifier", "/contenus/1/photo", "/contenus/1/versions",
    "/contenus/4", "/contenus/5", "/contenus/6", "/contenus/7", "/contenus/journal", "/notifications",
    "/preferences/notifications", "/profil/langue", "/profil/score", "/prospects?q=introuvable", "/prospects/carte",
    "/prospects/1", "/prospects/nouveau", "/importations/nouvelle", "/a/faux", "/desabonnement/faux",
)  # fmt: skip
# Each is sent as it stands, or with these words, and must say what is wrong at the field.
REFUSED = {
    "/campagnes/nouvelle": {},
    "/contenus/nouvelle": {},
    "/prospects/nouveau": {},
    "/importations/nouvelle": {},
    "/profil": {"phone": "12"},
    "/profil/mot-de-passe": {},
}
BROKEN = (400, 403, 404, 405, 413, 429, 500, 503)
TWO = pytest.mark.parametrize("setting", ["light", "narrow-dark"])


def _send(page: Page) -> None:
    """Send the page's main form, past what the browser itself would hold back."""
    page.evaluate("for (const each of document.forms) each.noValidate = true")
    page.locator("main form:not([role=search]) button[type=submit], .dock button[type=submit]").last.click()


@TWO
def test_no_page_further_in_has_a_fault(site: Site, browser: Browser, setting: str) -> None:
    said: list[str] = []
    with opened(browser, setting) as page:
        sign_in(page, site.url)
        for address in FURTHER:
            page.goto(site.url + address)
            said += faults(page)
    assert not said


@TWO
def test_nor_has_one_with_a_dialog_or_a_menu_open(site: Site, browser: Browser, setting: str) -> None:
    said: list[str] = []
    with opened(browser, setting) as page:
        sign_in(page, site.url)
        page.goto(f"{site.url}/campagnes/1")
        page.get_by_role("link", name="Supprimer la campagne").click()
        expect(page.get_by_role("dialog")).to_be_visible()
        said += faults(page)
        page.goto(f"{site.url}/contenus?etat=pending")
        page.locator(".post h2 a").first.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        said += faults(page)
        page.goto(f"{site.url}/contenus")
        page.locator(".filters summary").click()
        page.locator("details.menu summary").click()
        said += faults(page)
        page.goto(f"{site.url}/contenus/1")
        for summary in page.locator("main summary").all():
            summary.click()
        said += faults(page)
    assert not said


@TWO
def test_nor_has_a_form_that_was_refused(site: Site, browser: Browser, setting: str) -> None:
    said: list[str] = []
    with opened(browser, setting) as page:
        for address in ("/connexion", "/inscription"):
            page.goto(site.url + address)
            _send(page)
            expect(page.locator("[aria-invalid], [role=alert], .notice--bad").first).to_be_visible()
            said += faults(page)
        sign_up(page, site.url)
        for address, answers in REFUSED.items():
            page.goto(site.url + address)
            for name, words in answers.items():
                page.locator(f"main [name={name}]").fill(words)
            _send(page)
            expect(page.locator("main [aria-invalid]").first).to_be_visible()
            said += faults(page)
        for address in ("/notifications", "/preferences/notifications", "/importations/nouvelle", "/contenus/journal"):
            page.goto(site.url + address)
            said += faults(page)
    assert not said


def _consent(page: Page, site: Site, button: str, member: str) -> None:
    page.goto(f"{site.url}/profil")
    page.get_by_role("button", name=button).first.click()
    page.get_by_label(member).check()
    page.get_by_role("button", name="Autoriser").click()
    page.wait_for_url(re.compile(re.escape(site.url)))


@TWO
def test_nor_has_the_profile_with_three_accounts_or_the_choice_between_them(
    site: Site, browser: Browser, setting: str
) -> None:
    said: list[str] = []
    with opened(browser, setting) as page:
        sign_up(page, site.url)
        _consent(page, site, "Connecter LinkedIn", "Camille")
        _consent(page, site, "Ajouter un compte LinkedIn", "Olivier")
        _consent(page, site, "Connecter Facebook", "Camille")
        page.wait_for_url("**/comptes")
        said += faults(page)
        for box in page.locator("main [name=account]").all():
            box.uncheck()
        _send(page)
        expect(page.locator("[aria-invalid]").first).to_be_visible()
        said += faults(page)
        page.locator("main [name=account]").first.check()
        page.get_by_role("button", name="Publier sur ces comptes").click()
        page.wait_for_url(re.compile(r"/profil"))
        assert page.locator(".account").count() >= 3
        said += faults(page)
        page.goto(f"{site.url}/tableau-de-bord")
        said += faults(page)
    assert not said


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """Build the application for what it answers when nothing else does."""
    folder = str(tmp_path_factory.mktemp("instance"))
    return create_app(Settings.from_env({"APP_ENV": "test", "INSTANCE_FOLDER": folder}))


def _answers(status: int, body: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(status=status, body=body, content_type="text/html; charset=utf-8")


@TWO
def test_nor_has_the_page_of_a_refusal_or_of_a_breakdown(
    site: Site, browser: Browser, product: Flask, setting: str
) -> None:
    said: list[str] = []
    with opened(browser, setting) as page:
        for status in BROKEN:
            with product.test_request_context("/"):
                answered = errors.answer(status).get_data(as_text=True)
            # The very page, answered at an address of the site: its sheet and its script come from there.
            page.route("**/en-panne", _answers(status, answered))
            page.goto(f"{site.url}/en-panne")
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            said += [f"{status}: {fault}" for fault in faults(page)]
            page.unroute("**/en-panne")
    assert not said


@TWO
def test_nor_has_a_core_page_in_english(site: Site, browser: Browser, setting: str) -> None:
    said: list[str] = []
    with opened(browser, setting) as page:
        page.goto(f"{site.url}/?lang=en")
        said += faults(page)
        page.locator("form[action='/demonstration'] button").click()
        page.wait_for_url("**/tableau-de-bord")
        for address in (*CORE, "/campagnes/1", "/campagnes/nouvelle", "/contenus/1", "/notifications"):
            page.goto(site.url + address)
            assert page.locator("html").get_attribute("lang") == "en-CA", address
            said += faults(page)
    assert not said
