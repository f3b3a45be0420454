"""From sign-up to a post on the feed and its count on the dashboard, with script and without."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]
NAME = "Dentistes de Trois-Rivières (été)"


def _find_prospects_and_posts(page: Page, *, reload: bool) -> None:
    def enough() -> bool:
        text = steps.whole_text(page).replace("\u00a0", " ")
        prospects = [int(found) for found in re.findall(r"(\d+) prospects", text)]
        return max(prospects, default=0) >= 20 and page.locator("main img").count() >= 3

    steps.wait_until(enough, pause=page.reload if reload else None)


def _connect_linkedin(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/profil")
    page.get_by_role("button", name="Connecter LinkedIn").click()
    page.wait_for_url(f"{site.sandbox}/**")
    page.get_by_role("button", name="Autoriser").click()
    page.wait_for_url(re.compile(r"/profil"))
    expect(page.get_by_text("LinkedIn est connecté").first).to_be_visible()


def _open_pending(page: Page, site: Site) -> str:
    page.goto(f"{site.url}/contenus?etat=pending")
    # With script, a card opens in place: its address is the page's own.
    page.goto(site.url + str(page.locator(".post h2 a").first.get_attribute("href")))
    return page.url.split("?")[0]


def _journey(page: Page, site: Site, *, script: bool) -> None:
    email = steps.sign_up(page, site.url)
    before = len(site.sandbox_items("posts"))
    steps.launch_campaign(page, site.url, name=NAME, trade="dentist", town="trois-rivieres")
    expect(page.get_by_text("Campagne lancée! Vous recevrez une notification").first).to_be_visible()
    _find_prospects_and_posts(page, reload=not script)
    assert any(email in str(mail) for mail in site.sandbox_items("mail"))
    _connect_linkedin(page, site)

    address = _open_pending(page, site)
    page.get_by_role("button", name="Approuver", exact=True).first.click()
    page.get_by_role("button", name="Annuler").first.click()
    page.goto(address)
    steps.wait_until(lambda: page.get_by_role("button", name="Approuver", exact=True).count() > 0, pause=page.reload)
    assert len(site.sandbox_items("posts")) == before

    page.get_by_role("button", name="Approuver", exact=True).first.click()
    steps.wait_until(lambda: len(site.sandbox_items("posts")) == before + 1)
    page.goto(address)
    steps.wait_until(lambda: "Publiée" in steps.whole_text(page), pause=page.reload)
    newest = site.sandbox_items("posts")
    assert len(newest) == before + 1, "exactly once"
    page.goto(f"{site.url}/tableau-de-bord")
    assert re.search(r"Publications envoyées 1\b", steps.whole_text(page))


def test_a_dentist_goes_from_sign_up_to_a_published_post(phone: Page, site: Site) -> None:
    _journey(phone, site, script=True)


def test_the_same_journey_works_without_script(plain_phone: Page, site: Site) -> None:
    _journey(plain_phone, site, script=False)
