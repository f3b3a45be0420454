"""The pages of results and of short links: whole at the narrowest, in both schemes, with nothing for axe to say."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import steps
from tests.browser.conftest import PHONE, Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]
OWN = re.compile(r"/contenus/\d+$")


def _look(page: Page, name: str) -> None:
    """Check a page at the narrowest; keep a picture of it at a phone's size where SHOTS says."""
    steps.expect_clean(page)
    if folder := os.environ.get("SHOTS"):
        page.set_viewport_size(PHONE)
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
        page.set_viewport_size(steps.NARROW)


def _campaign(page: Page) -> str:
    found = [str(each.get_attribute("href")) for each in page.locator("main a[href^='/campagnes/']").all()]
    return next(each for each in found if re.search(r"/campagnes/\d+$", each))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_and_links_are_clean_at_the_narrowest(browser: Browser, site: Site, scheme: str) -> None:
    context = browser.new_context(viewport=steps.NARROW, color_scheme=scheme, locale="fr-CA")
    page = context.new_page()
    steps.sign_up(page, site.url)
    page.goto(f"{site.url}/resultats")
    _look(page, f"empty-{scheme}")
    page.goto(f"{site.url}/contenus/nouvelle")
    page.locator("[name=title]").fill("La fournée")
    page.locator("[name=text]").fill("Ce matin, la première fournée est sortie du four à six heures. Bonjour!")
    page.get_by_role("button", name="Enregistrer").click()
    page.wait_for_url(OWN)
    page.goto(f"{page.url}/liens")
    page.locator("[name=adresse]").fill("pas une adresse")
    page.get_by_role("button", name="Ajouter un lien").click()
    expect(page.get_by_text("Écrivez une adresse publique")).to_be_visible()
    _look(page, f"refused-{scheme}")
    page.locator("[name=adresse]").fill("boulangerie.exemple.ca/menu")
    page.get_by_role("button", name="Ajouter un lien").click()
    expect(page.get_by_role("button", name="Mettre dans le texte")).to_be_visible()
    _look(page, f"links-{scheme}")
    page.get_by_role("button", name="Mettre dans le texte").click()
    expect(page.locator("[name=text]")).to_have_value(re.compile(r"Bonjour!\n\nhttp://[^/]+/l/\w{8}$"))
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_results_of_the_demonstration_are_clean(browser: Browser, site: Site, scheme: str) -> None:
    context = browser.new_context(viewport=steps.NARROW, color_scheme=scheme, locale="fr-CA")
    page = context.new_page()
    steps.sign_in(page, site.url)
    page.goto(f"{site.url}/resultats")
    expect(page.get_by_role("heading", name="En tout")).to_be_visible()
    assert page.evaluate("scrollY") == 0, "tabs further down never take the page to them"
    _look(page, f"results-{scheme}")
    page.goto(f"{site.url}/campagnes")
    page.goto(site.url + _campaign(page))
    page.get_by_role("link", name="Voir les résultats").click()
    _look(page, f"campaign-{scheme}")
    context.close()
