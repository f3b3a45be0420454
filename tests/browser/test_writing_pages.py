"""One's own publication, from a template on: live with script, whole without it, nothing for axe to say."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import steps
from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]
TEXT = "Ce matin, la première fournée est sortie du four à six heures. Passez nous dire bonjour!"
OWN = re.compile(r"/contenus/\d+$")


def _write(page: Page, site: Site) -> str:
    page.goto(f"{site.url}/contenus/nouvelle")
    page.locator("[name=title]").fill("La fournée")
    page.locator("[name=text]").fill(TEXT)
    page.locator("[name=hashtags]").fill("#Pain #Quartier")
    page.get_by_role("button", name="Enregistrer").click()
    page.wait_for_url(OWN)
    return page.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_writing_is_clean_at_the_narrowest(browser: Browser, site: Site, scheme: str) -> None:
    context = browser.new_context(viewport=steps.NARROW, color_scheme=scheme, locale="fr-CA")
    page = context.new_page()
    steps.sign_up(page, site.url)
    page.goto(f"{site.url}/contenus/nouvelle")
    steps.expect_clean(page)
    page.get_by_role("link", name="Dans les coulisses").click()
    expect(page.locator("[name=text]")).to_have_value(re.compile("Voici ce qu’on ne voit pas"))
    steps.expect_clean(page)
    own = _write(page, site)
    page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true })")
    steps.expect_clean(page)
    for path in ("modifier", "date", "photo", "versions", "journal"):
        page.goto(f"{own}/{path}")
        steps.expect_clean(page)
    context.close()


def test_the_score_and_the_preview_follow_the_fingers(phone: Page, site: Site) -> None:
    steps.sign_up(phone, site.url)
    phone.goto(f"{site.url}/contenus/nouvelle")
    expect(phone.get_by_role("button", name="Vérifier le texte")).to_be_hidden()
    phone.locator("[name=text]").press_sequentially("Réservez par email (ou pas).", delay=5)
    trial = phone.locator("#trial")
    expect(trial.get_by_text(re.compile("email.*courriel|courriel|ce mot", re.IGNORECASE)).first).to_be_visible()
    expect(trial.get_by_text("Aperçu dans le fil")).to_be_visible()
    assert phone.evaluate("document.activeElement.name") == "text"


def test_without_script_a_text_is_checked_then_kept(plain_phone: Page, site: Site) -> None:
    page = plain_phone
    steps.sign_up(page, site.url)
    page.goto(f"{site.url}/contenus/nouvelle")
    page.locator("[name=text]").fill(TEXT)
    page.get_by_role("button", name="Vérifier le texte").click()
    expect(page.locator("#trial").get_by_text("16 mots · 88")).to_be_visible()
    expect(page.locator("[name=text]")).to_have_value(TEXT)
    page.get_by_role("button", name="Enregistrer").click()
    page.wait_for_url(OWN)
    expect(page.get_by_text("première fournée").first).to_be_visible()
