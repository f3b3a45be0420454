"""The list of prospects on a phone and on a desk: filtered in place, the address kept, nothing for axe to say."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import steps
from tests.browser.conftest import PHONE, Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]
DESK = {"width": 1280, "height": 900}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK, steps.NARROW], ids=["phone", "desk", "narrow"])
def test_every_state_of_the_list_is_clean(browser: Browser, site: Site, size: dict[str, int], scheme: str) -> None:
    context = browser.new_context(viewport=size, color_scheme=scheme, locale="fr-CA")
    page = context.new_page()
    steps.sign_in(page, site.url)
    page.goto(f"{site.url}/prospects")
    steps.expect_clean(page)
    page.locator("#leads-filters summary").click()
    page.get_by_text("Voir la carte").click()
    expect(page.locator(".map-fold svg[role=img], .map-fold p").first).to_be_visible()
    steps.expect_clean(page)
    page.goto(f"{site.url}/prospects?q=introuvable")
    expect(page.get_by_text("Aucun prospect ne correspond")).to_be_visible()
    steps.expect_clean(page)
    context.close()


def test_a_change_of_filter_changes_the_list_and_the_address(phone: Page, site: Site) -> None:
    steps.sign_in(phone, site.url)
    phone.goto(f"{site.url}/prospects")
    before = phone.locator(".leads tbody tr").count()
    phone.locator("#leads-filters summary").click()
    phone.locator("[name=courriel]").select_option("non")
    phone.wait_for_url(re.compile(r"/prospects\?courriel=non$"))
    after = phone.locator(".leads tbody tr").count()
    assert 0 < after < before
    phone.reload()
    assert phone.locator(".leads tbody tr").count() == after
    phone.go_back()
    phone.wait_for_url(re.compile(r"/prospects$"))
    expect(phone.locator(".leads tbody tr")).to_have_count(before)


def test_without_script_the_form_filters_and_the_map_is_a_page(plain_phone: Page, site: Site) -> None:
    steps.sign_in(plain_phone, site.url)
    plain_phone.goto(f"{site.url}/prospects")
    plain_phone.locator("[name=q]").fill("sarriette")
    plain_phone.get_by_role("button", name="Chercher").click()
    expect(plain_phone.locator(".leads tbody tr")).to_have_count(1)
    plain_phone.get_by_text("Voir la carte").click()
    plain_phone.get_by_role("link", name="Ouvrir la carte").click()
    expect(plain_phone.get_by_role("heading", name="Carte des prospects")).to_be_visible()
