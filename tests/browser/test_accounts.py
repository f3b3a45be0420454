"""Two accounts on a phone: the second waits to be chosen, and one approval then goes to both."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]
TEXT = "Ce matin, la première fournée est sortie du four à six heures. Passez nous dire bonjour!"


def _consent(page: Page, site: Site, button: str, member: str) -> None:
    page.goto(f"{site.url}/profil")
    page.get_by_role("button", name=button).click()
    page.get_by_label(member).check()
    page.get_by_role("button", name="Autoriser").click()
    page.wait_for_url(re.compile(r"/profil"))


def test_one_approval_goes_to_the_accounts_she_chose(phone: Page, site: Site) -> None:
    page = phone
    steps.sign_up(page, site.url)
    _consent(page, site, "Connecter LinkedIn", "Camille")
    _consent(page, site, "Ajouter un compte LinkedIn", "Olivier")
    expect(page.get_by_text("Ne reçoit pas vos publications")).to_be_visible()
    page.get_by_role("button", name="Publier aussi ici").click()
    expect(page.get_by_text("Reçoit vos publications.")).to_have_count(2)
    page.goto(f"{site.url}/contenus/nouvelle")
    page.locator("[name=title]").fill("La fournée")
    page.locator("[name=text]").fill(TEXT)
    page.get_by_role("button", name="Enregistrer").click()
    page.wait_for_url(re.compile(r"/contenus/\d+$"))
    page.get_by_role("button", name="Approuver", exact=True).click()
    expect(page.get_by_text("2 comptes")).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("LinkedIn, "))).to_have_count(2)
