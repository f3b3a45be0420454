"""The pages of a prospect, of an import and of the score: nothing for axe to say, at the narrowest, in both schemes."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import steps
from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]
ROWS = "Entreprise\tTél.\tVille\nCafé Zoé\t819 555-0199\tTrois-Rivières\n\t819 555-0143\tQuébec"


def _begin_import(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/importations/nouvelle")
    page.locator("[name=pasted]").fill(ROWS)
    page.get_by_role("button", name="Continuer").click()
    page.wait_for_url(re.compile(r"/importations/\d+$"))


def _open_first_prospect(page: Page, site: Site) -> str:
    page.goto(f"{site.url}/prospects?joignable=oui")
    page.locator(".leads-name a").first.click()
    page.wait_for_url(re.compile(r"/prospects/\d+$"))
    return page.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_the_prospects_is_clean_at_the_narrowest(browser: Browser, site: Site, scheme: str) -> None:
    context = browser.new_context(viewport=steps.NARROW, color_scheme=scheme, locale="fr-CA")
    page = context.new_page()
    steps.sign_in(page, site.url)
    lead = _open_first_prospect(page, site)
    paths = ("/prospects/nouveau", "/importations/nouvelle", "/profil/score")
    for address in (lead, f"{lead}/corrections", *(site.url + path for path in paths)):
        page.goto(address)
        steps.expect_clean(page)
    _begin_import(page, site)
    steps.expect_clean(page)
    page.get_by_role("button", name="Importer 2 lignes").click()
    expect(page.get_by_role("button", name="Annuler cette importation")).to_be_visible()
    steps.expect_clean(page)
    page.get_by_role("button", name="Annuler cette importation").click()
    expect(page.get_by_text("L’importation est annulée")).to_be_visible()
    context.close()


def test_an_import_is_confirmed_and_taken_back_without_script(plain_phone: Page, site: Site) -> None:
    steps.sign_in(plain_phone, site.url)
    _begin_import(plain_phone, site)
    plain_phone.get_by_role("button", name="Importer 2 lignes").click()
    undo = plain_phone.get_by_role("button", name="Annuler cette importation")
    steps.wait_until(undo.count, pause=plain_phone.reload)
    expect(plain_phone.get_by_role("link", name="Télécharger les lignes laissées de côté")).to_be_visible()
    undo.click()
    expect(plain_phone.get_by_text("L’importation est annulée")).to_be_visible()


def test_a_correction_is_refused_then_kept_then_taken_back_without_script(plain_phone: Page, site: Site) -> None:
    page = plain_phone
    steps.sign_in(page, site.url)
    lead = _open_first_prospect(page, site)
    page.get_by_role("link", name="Corriger").click()
    page.locator("[name=phone]").fill("12")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("Écrivez un numéro à dix chiffres.")).to_be_visible()
    page.locator("[name=phone]").fill("819 555-0188")
    page.get_by_role("button", name="Enregistrer").click()
    page.wait_for_url(lead)
    page.get_by_role("button", name="Retirer ma correction").click()
    expect(page.get_by_role("button", name="Retirer ma correction")).to_have_count(0)


def test_silence_takes_the_ways_to_reach_away_and_its_undo_brings_them_back(phone: Page, site: Site) -> None:
    steps.sign_in(phone, site.url)
    _open_first_prospect(phone, site)
    phone.get_by_role("button", name="Ne plus contacter").click()
    card = phone.get_by_role("link", name="Ajouter à mes contacts")
    expect(card).to_have_count(0)
    phone.get_by_role("button", name="Permettre le contact").click()
    expect(card).to_have_count(1)
