"""An account is opened in two steps and recovered by a letter, on a phone, with script and without."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import steps
from tests.browser.conftest import PHONE, Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]
NEW = "une tout autre phrase"


def _sign_out(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/plus")
    page.get_by_role("main").get_by_role("button", name="Se déconnecter").click()
    page.wait_for_url("**/connexion")


def _password(page: Page, email: str, password: str) -> None:
    page.locator("[name=email]").fill(email)
    page.locator("[name=password]").fill(password)
    page.locator("main form button[type=submit]").first.click()


def _switch_on(page: Page, site: Site) -> tuple[str, list[str]]:
    """Return the secret of her phone and the backup codes."""
    page.goto(f"{site.url}/securite")
    page.get_by_role("link", name=re.compile("Connexion en deux étapes")).click()
    page.get_by_role("button", name="Commencer").click()
    return _confirm(page)


def _confirm(page: Page) -> tuple[str, list[str]]:
    secret = page.locator("main code").inner_text()
    # A code of half a minute ago leaves the present one for the door.
    page.locator("[name=code]").fill(pyotp.TOTP(secret).at(datetime.now(UTC) - timedelta(seconds=30)))
    page.get_by_role("button", name="Activer").click()
    expect(page.get_by_role("heading", name="Gardez ces codes")).to_be_visible()
    return secret, page.locator(".codes code").all_inner_texts()


def _link(site: Site, email: str, place: str) -> str:
    """Return the address of the last link of a kind that was written to somebody."""
    found: list[str] = []

    def arrived() -> bool:
        mine = json.dumps([mail for mail in site.sandbox_items("mail") if email in json.dumps(mail)])
        found[:] = re.findall(rf"{re.escape(site.url)}/{place}/[\w.-]+", mine)
        return bool(found)

    steps.wait_until(arrived)
    return found[-1]


def test_a_wrong_code_shows_its_reason_above_the_bar_at_the_foot(browser: Browser, site: Site) -> None:
    # A refusal is a 422, which the console calls an error: the fixture's phone would not have it.
    phone = browser.new_page(viewport=PHONE, has_touch=True, is_mobile=True, locale="fr-CA")
    steps.sign_up(phone, site.url)
    phone.goto(f"{site.url}/securite/deux-etapes")
    phone.get_by_role("button", name="Commencer").click()
    phone.locator("[name=code]").fill("000000")
    phone.get_by_role("button", name="Activer").click()
    expect(phone.locator("#code-error")).to_be_in_viewport()
    reason, bar = phone.locator("#code-error").bounding_box(), phone.locator("nav.nav").bounding_box()
    assert reason and bar and reason["y"] + reason["height"] <= bar["y"]
    phone.close()


def test_every_step_works_without_script(plain_phone: Page, site: Site) -> None:
    page = plain_phone
    email = steps.sign_up(page, site.url)
    _secret, codes = _switch_on(page, site)
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger les codes").click()
    assert codes[0] in download.value.path().read_text()
    _sign_out(page, site)
    page.goto(f"{site.url}/connexion?suite=/securite")
    _password(page, email, steps.PASSWORD)
    page.locator("[name=code]").fill(codes[0])
    page.get_by_role("button", name="Entrer", exact=True).click()
    expect(page.get_by_role("heading", name="Sécurité", exact=True)).to_be_visible()

    page.goto(_link(site, email, "courriel"))
    page.get_by_role("button", name="Oui, c’est la mienne").click()
    expect(page.get_by_text("Votre adresse est confirmée")).to_be_visible()

    _sign_out(page, site)
    page.get_by_role("link", name="En choisir un autre").click()
    page.locator("[name=email]").fill(email)
    page.get_by_role("button", name="M’envoyer un lien").click()
    expect(page.get_by_role("heading", name="Regardez vos courriels")).to_be_visible()
    page.goto(_link(site, email, "nouveau-mot-de-passe"))
    page.locator("[name=new]").fill(NEW)
    page.get_by_role("button", name="Enregistrer et entrer").click()
    page.locator("[name=code]").fill(codes[1])
    page.get_by_role("button", name="Entrer", exact=True).click()
    page.wait_for_url("**/tableau-de-bord")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_state_of_these_pages_has_a_fault(phone: Page, site: Site, scheme: str) -> None:
    page = phone
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    email = steps.sign_up(page, site.url)
    steps.expect_clean(page)
    page.goto(f"{site.url}/securite")
    steps.expect_clean(page)
    page.goto(f"{site.url}/securite/deux-etapes")
    page.get_by_role("button", name="Commencer").click()
    expect(page.locator("img.qr")).to_be_visible()
    steps.expect_clean(page)
    secret, _codes = _confirm(page)
    steps.expect_clean(page)
    for path in ("/securite", "/securite/deux-etapes", "/profil/mot-de-passe", "/profil/courriel"):
        page.goto(f"{site.url}{path}")
        steps.expect_clean(page)
    _sign_out(page, site)
    _password(page, email, steps.PASSWORD)
    page.wait_for_url("**/connexion/code*")
    steps.expect_clean(page)
    page.locator("[name=code]").fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="Entrer", exact=True).click()
    page.wait_for_url("**/tableau-de-bord")
    link = _link(site, email, "courriel")
    page.goto(link)
    steps.expect_clean(page)
    page.get_by_role("button", name="Oui, c’est la mienne").click()
    page.wait_for_url("**/tableau-de-bord")
