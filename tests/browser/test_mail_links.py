"""A thumb on a link of a mail, on a small phone: with script and without; and what a scanner with a browser does."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from app.core import crypto
from tests.browser import steps
from tests.browser.axe import violations
from tests.browser.conftest import Site
from tests.browser.looking import faults, opened

SMALL = {"width": 360, "height": 800}
# A campaign is written before the first of these begins.
pytestmark = [pytest.mark.long, pytest.mark.browser, pytest.mark.timeout(400)]


def context_of(browser: Browser, **options: Any) -> BrowserContext:
    opened = browser.new_context(
        viewport=SMALL, device_scale_factor=2, has_touch=True, is_mobile=True, locale="fr-CA", **options
    )
    opened.set_default_timeout(15_000)
    return opened


@pytest.fixture(scope="module")
def letter(site: Site, browser: Browser) -> dict[str, Any]:
    """Open an account, launch a campaign, and wait for the mail that asks for decisions."""
    context = context_of(browser)
    page = context.new_page()
    email = steps.sign_up(page, site.url)
    steps.launch_campaign(page, site.url, name="Cafés du coin", trade="restaurant", town="Lévis")
    signed_in = context.storage_state()
    context.close()
    deadline = time.monotonic() + 250
    while time.monotonic() < deadline:
        for mail in site.sandbox_items("mail"):
            if email in str(mail["to"]) and "à approuver" in mail["subject"].lower().replace("\u00a0", " "):
                return mail | {"signed_in": signed_in}
        time.sleep(1)
    raise AssertionError("no mail asked for a decision")


def links(letter: dict[str, Any]) -> list[str]:
    return list(dict.fromkeys(re.findall(r"http://\S+/a/\S+", letter["text"])))


def shot(page: Page, name: str) -> None:
    folder = os.environ.get("SHOTS")
    if folder:
        page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)


def assert_accessible(page: Page) -> None:
    found = violations(page)
    assert not found, [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]


@pytest.mark.parametrize("script", [True, False])
def test_a_thumb_approves_takes_back_and_rejects(
    browser: Browser, site: Site, letter: dict[str, Any], script: bool
) -> None:
    context = context_of(browser, java_script_enabled=script)
    page = context.new_page()
    approved, rejected = links(letter)[0 if script else 2 :][:2]
    page.goto(approved)
    button = page.get_by_role("button", name="Approuver", exact=True)
    box = button.bounding_box()
    assert box is not None and box["height"] >= 48 and box["y"] + box["height"] <= SMALL["height"]
    if script:
        assert_accessible(page)
        shot(page, "lien")
    button.tap()
    page.get_by_role("heading", name="Approuvée").wait_for()
    assert page.get_by_text("Elle partira quand").is_visible()
    if script:
        assert_accessible(page)
        shot(page, "approuvee")
    page.get_by_role("button", name="Annuler").tap()
    page.get_by_role("heading", name="La publication attend de nouveau").wait_for()
    page.goto(rejected)
    page.get_by_role("button", name="Rejeter").tap()
    page.get_by_role("heading", name="Rejetée").wait_for()
    shot(page, f"rejetee-{script}")
    assert not context.cookies(), "no session came of it"
    page.goto(f"{site.url}/tableau-de-bord")
    assert "/connexion" in page.url
    context.close()


def test_a_scanner_that_runs_scripts_changes_nothing(browser: Browser, letter: dict[str, Any]) -> None:
    link = links(letter)[4]
    for number in range(20):
        context = context_of(browser, java_script_enabled=number % 2 == 0)
        page = context.new_page()
        sent: list[str] = []
        page.on("request", lambda request, sent=sent: sent.append(request.method))
        page.goto(link)
        page.evaluate("() => { window.dispatchEvent(new Event('focus')); window.scrollTo(0, 9999); }")
        page.mouse.move(100, 700)
        assert set(sent) == {"GET"}
        context.close()
    page = context_of(browser).new_page()
    page.goto(link)
    assert page.get_by_role("button", name="Approuver", exact=True).is_enabled()
    page.context.close()


def test_what_she_was_told_is_in_her_list_and_hers_to_choose(
    browser: Browser, site: Site, letter: dict[str, Any]
) -> None:
    context = context_of(browser, storage_state=letter["signed_in"])
    page = context.new_page()
    page.goto(f"{site.url}/tableau-de-bord")
    shot(page, "accueil")
    page.get_by_role("link", name="Notifications").first.tap()
    page.get_by_role("heading", name="Notifications").wait_for()
    assert_accessible(page)
    shot(page, "notifications")
    page.get_by_role("button", name=re.compile("attendent votre accord")).tap()
    page.wait_for_url("**/contenus?etat=pending")
    page.goto(f"{site.url}/preferences/notifications")
    assert_accessible(page)
    shot(page, "preferences")
    page.locator("[name=published-mail]").uncheck()
    page.get_by_role("button", name="Enregistrer").tap()
    page.get_by_text("Préférences enregistrées.").wait_for()
    assert not page.locator("[name=published-mail]").is_checked()
    way_out = next(link for link in letter["links"] if "/desabonnement/" in link)
    page.goto(way_out)
    assert_accessible(page)
    shot(page, "desabonnement")
    context.close()


def _look(browser: Browser, address: str, heading: str) -> None:
    """Look at what an address shows, in the light and in the narrow dark."""
    for setting in ("light", "narrow-dark"):
        with opened(browser, setting) as page:
            page.goto(address)
            page.get_by_role("heading", level=1, name=heading).wait_for()
            assert not faults(page)


def test_a_link_in_every_state_has_a_page_without_a_fault(browser: Browser, site: Site, letter: dict[str, Any]) -> None:
    all_links = links(letter)
    link = all_links[4]
    held = crypto.fingerprint(link.rsplit("/", 1)[1])
    _look(browser, link, "")
    _look(browser, all_links[0], "attend de nouveau")
    _look(browser, all_links[1], "Déjà rejetée")
    _look(browser, f"{site.url}/a/forge", "Ce lien n’est pas valable")
    _look(browser, f"{site.url}/desabonnement/forge", "")
    with site.rows() as rows:
        content_id = rows.execute("SELECT content_id FROM approval_links WHERE fingerprint = ?", (held,)).fetchone()[0]
    context = context_of(browser, storage_state=letter["signed_in"])
    page = context.new_page()
    page.goto(f"{site.url}/contenus/{content_id}/modifier")
    page.locator("[name=text]").fill(page.locator("[name=text]").input_value() + "\n\nBonne journée!")
    page.get_by_role("button", name="Enregistrer").tap()
    page.wait_for_url(re.compile(rf"/contenus/{content_id}$"))
    context.close()
    _look(browser, link, "Le texte a changé")
    with site.rows() as rows:
        rows.execute("UPDATE approval_links SET expires_at = issued_at WHERE fingerprint = ?", (held,))
    _look(browser, link, "Ce lien n’est plus valable")
    _look(browser, f"{link}?envoye=1", "Ce lien n’est plus valable")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_mail_is_read_in_light_and_in_dark(
    browser: Browser, site: Site, letter: dict[str, Any], scheme: Any
) -> None:
    context = context_of(browser, color_scheme=scheme)
    page = context.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.set_content(letter["shown_html"])
    assert page.evaluate("[...document.images].every((image) => image.naturalWidth >= 200)")
    assert not [url for url in fetched if url.startswith("http")], "nothing is fetched"
    ground, ink = page.evaluate(
        "() => { const style = getComputedStyle(document.querySelector('.card'));"
        " return [style.backgroundColor, getComputedStyle(document.body).color]; }"
    )
    assert ground == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(26, 31, 45)")
    assert ink == ("rgb(26, 34, 64)" if scheme == "light" else "rgb(243, 239, 231)")
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
    shot(page, f"courriel-{scheme}")
    context.close()
