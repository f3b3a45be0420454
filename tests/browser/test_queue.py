"""« À venir » in a browser: nothing for axe to say, at the narrowest, in both schemes; its gestures without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import steps
from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_the_queue_is_clean_at_the_narrowest(browser: Browser, site: Site, scheme: str) -> None:
    context = browser.new_context(viewport=steps.NARROW, color_scheme=scheme, locale="fr-CA")
    page = context.new_page()
    steps.sign_in(page, site.url)
    paths = ("", "/mois", "/mois?mois=2020-01", "/heures", "/heures?proposition=1", "/calendrier")
    for path in paths:
        page.goto(f"{site.url}/a-venir{path}")
        steps.expect_clean(page)
    page.get_by_role("button", name="adresse").first.click()
    expect(page.get_by_label("Adresse de votre calendrier")).to_have_value(re.compile(r"/calendrier/\S+\.ics$"))
    steps.expect_clean(page)
    context.close()


def test_departures_are_held_and_let_go_without_script(plain_phone: Page, site: Site) -> None:
    steps.sign_up(plain_phone, site.url)
    plain_phone.goto(f"{site.url}/a-venir")
    plain_phone.get_by_role("button", name="Mettre les envois en pause").click()
    expect(plain_phone.get_by_text("Les envois sont en pause")).to_be_visible()
    plain_phone.get_by_role("button", name="Reprendre les envois").click()
    expect(plain_phone.get_by_text("Les envois reprennent")).to_be_visible()
