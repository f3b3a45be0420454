"""The language is changed by touch, with or without script, and the page in English holds in a phone's width."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import steps
from tests.browser.conftest import PHONE, Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]


def _look(page: Page, name: str) -> None:
    """Check a page at the narrowest; keep a picture of it at a phone's size where SHOTS says."""
    steps.expect_clean(page)
    if folder := os.environ.get("SHOTS"):
        page.set_viewport_size(PHONE)
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
        page.set_viewport_size(steps.NARROW)


def test_a_visitor_reads_in_english_then_in_french_again(plain_phone: Page, site: Site) -> None:
    plain_phone.goto(site.url)
    plain_phone.get_by_role("link", name="English").click()
    expect(plain_phone.get_by_role("heading", level=1)).to_have_text(
        "Get talked about by talking about your neighbours"
    )
    plain_phone.get_by_role("link", name="Privacy").click()
    expect(plain_phone.get_by_role("heading", level=1)).to_have_text("Privacy")
    plain_phone.get_by_role("link", name="Français").click()
    expect(plain_phone.get_by_role("heading", level=1)).to_have_text("Confidentialité")


def test_an_owner_changes_of_language_and_her_pages_are_clean(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport=steps.NARROW, locale="fr-CA")
    page = context.new_page()
    steps.sign_up(page, site.url)
    page.goto(f"{site.url}/profil/langue")
    _look(page, "language")
    page.get_by_label("English").check()
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("status").first).to_contain_text("Language saved.")
    for name in ("profil", "tableau-de-bord", "plus", "contenus", "preferences/notifications", "aide"):
        page.goto(f"{site.url}/{name}")
        _look(page, f"en-{name.replace('/', '-')}")
    context.close()
