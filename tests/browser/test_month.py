"""The month of « À venir » under a mouse: a departure is dragged to another day, back, and never onto a past one."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from app.core import clock
from tests.browser import steps
from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]
TEXT = "Ce matin, la première fournée est sortie du four à six heures. Passez nous dire bonjour!"


def _planned(page: Page, site: Site, day: date) -> None:
    """Connect, write one's own, choose its day, approve it."""
    page.goto(f"{site.url}/profil")
    page.get_by_role("button", name="Connecter LinkedIn").click()
    page.get_by_role("button", name=re.compile("Autoriser|Accepter|Allow")).click()
    page.wait_for_url(re.compile(r"/profil"))
    page.goto(f"{site.url}/contenus/nouvelle")
    page.locator("[name=title]").fill("La fournée")
    page.locator("[name=text]").fill(TEXT)
    page.get_by_role("button", name="Enregistrer").click()
    page.wait_for_url(re.compile(r"/contenus/\d+$"))
    own = page.url
    page.goto(f"{own}/date")
    page.locator("[name=moment]").fill(f"{day}T09:30")
    page.locator("main form button[type=submit], .dock button").last.click()
    page.goto(own)
    page.get_by_role("button", name="Approuver", exact=True).click()
    expect(page.get_by_text("Prochain envoi")).to_be_visible()


def _drag(page: Page, entry: Locator, day: Locator) -> None:
    start, end = entry.bounding_box(), day.bounding_box()
    assert start and end
    page.mouse.move(start["x"] + 20, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(start["x"] + 40, start["y"] + 20, steps=5)
    page.mouse.move(end["x"] + 30, end["y"] + 50, steps=8)
    page.mouse.up()


def test_a_departure_is_dragged_keeps_its_hour_and_goes_back(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 1200}, locale="fr-CA")
    page = context.new_page()
    steps.sign_up(page, site.url)
    # Whole weeks from the 10th to the 20th of next month: the days around are in the same page.
    first = (clock.today().replace(day=1) + timedelta(days=40)).replace(day=10)
    _planned(page, site, first)

    def square(day: date) -> Locator:
        return page.locator(f"td[data-day='{day}']")

    page.goto(f"{site.url}/a-venir/mois?mois={first:%Y-%m}")
    steps.expect_clean(page)
    _drag(page, square(first).locator("[data-departure]"), square(first + timedelta(days=9)))
    moved = square(first + timedelta(days=9)).locator("[data-departure]")
    expect(moved).to_contain_text("9 h 30")
    expect(page.get_by_text("Envoi déplacé")).to_be_visible()
    page.get_by_role("button", name="Annuler le déplacement").click()
    expect(square(first).locator("[data-departure]")).to_contain_text("9 h 30")
    # By keyboard, « Déplacer » is the next stop after the publication's own.
    square(first).get_by_role("link").first.focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Déplacer La fournée")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Date et heure")).to_have_value(f"{first}T09:30")
    context.close()
