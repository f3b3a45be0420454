"""The studio: filtered and decided by touch, turned by keyboard, nothing for axe to say, the same without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import steps
from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]
DESK = {"width": 1280, "height": 900}
CARDS = ".gallery .post"


def _open_waiting(page: Page, site: Site) -> Locator:
    steps.sign_in(page, site.url)
    page.goto(f"{site.url}/contenus?etat=pending")
    expect(page.locator(CARDS).first).to_be_visible()
    return page.locator(CARDS)


def _dialog(page: Page) -> Locator:
    return page.locator(".studio-dialog[open]")


def _title(page: Page) -> str:
    return page.locator("#studio-title").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [steps.NARROW, DESK], ids=["narrow", "desk"])
def test_every_state_of_the_studio_is_clean(browser: Browser, site: Site, size: dict[str, int], scheme: str) -> None:
    context = browser.new_context(viewport=size, color_scheme=scheme, locale="fr-CA", reduced_motion="reduce")
    page = context.new_page()
    cards = _open_waiting(page, site)
    steps.expect_clean(page)
    page.locator(".filters summary").click()
    page.locator("[data-choose-all]").click()
    expect(page.locator("#bulk")).to_be_visible()
    steps.expect_clean(page)
    for address in ("/contenus", "/contenus?etat=draft", "/contenus?q=introuvable&note=50", "/contenus?apres=1"):
        page.goto(site.url + address)
        steps.expect_clean(page)
    page.goto(f"{site.url}/contenus?etat=pending")
    cards.first.locator("h2 a").click()
    expect(_dialog(page)).to_be_visible()
    page.locator(".studio-dialog summary").first.click()
    page.locator(".studio-dialog .reasons summary").click()
    steps.expect_clean(page)
    context.close()


def test_many_are_filtered_rejected_and_taken_back_by_touch(phone: Page, site: Site) -> None:
    cards = _open_waiting(phone, site)
    before = cards.count()
    assert before >= 2
    phone.locator(".filters summary").tap()
    phone.locator("#note").fill("5")
    phone.wait_for_url(re.compile(r"/contenus\?etat=pending&note=5$"))
    expect(phone.locator("output[for=note]")).to_have_text("5")
    expect(phone.locator("#bulk")).to_be_hidden()
    cards.nth(0).locator(".pick").tap()
    expect(phone.get_by_role("button", name="Approuver (1)")).to_be_visible()
    phone.locator("[data-choose-all]").tap()
    phone.get_by_role("button", name=f"Rejeter ({before})").tap()
    expect(phone.locator("#batch")).to_contain_text(f"{before}\u00a0rejetées.")
    expect(phone.locator("#batch")).to_be_focused()
    expect(cards).to_have_count(0)
    expect(phone.locator("#waiting-count")).to_be_hidden()
    phone.locator("#batch").get_by_role("button", name="Annuler").tap()
    expect(phone.locator("#batch")).to_contain_text(f"{before}\u00a0remises à approuver.")
    expect(cards).to_have_count(before)
    phone.reload()
    expect(cards).to_have_count(before)


def test_the_dialog_is_turned_decided_and_left_by_keyboard(phone: Page, site: Site) -> None:
    cards = _open_waiting(phone, site)
    names = cards.locator("h2").all_inner_texts()
    cards.nth(0).locator("h2 a").focus()
    phone.keyboard.press("Enter")
    expect(phone.locator("#studio-title")).to_be_focused()
    assert _title(phone).startswith(names[0])
    for _ in range(25):
        phone.keyboard.press("Tab")
        inside = "document.activeElement === document.body || !!document.activeElement.closest('.studio-dialog')"
        assert phone.evaluate(inside)
    phone.keyboard.press("ArrowRight")
    expect(phone.locator("#studio-title")).to_contain_text(names[1])
    expect(phone.locator("#studio-title")).to_be_focused()
    phone.keyboard.press("ArrowLeft")
    expect(phone.locator("#studio-title")).to_contain_text(names[0])
    _dialog(phone).get_by_role("button", name="Rejeter").press("Enter")
    expect(phone.locator("#studio-title")).to_contain_text(names[1])
    expect(_dialog(phone)).to_contain_text(f"Rejetée\u00a0: {names[0]}.")
    expect(cards.nth(0).locator(".badge")).to_have_text("Rejetée")
    _dialog(phone).get_by_role("button", name="Annuler").press("Enter")
    expect(phone.locator("#studio-title")).to_contain_text(names[0])
    expect(cards.nth(0).locator(".badge")).to_have_text("À approuver")
    phone.keyboard.press("Escape")
    expect(_dialog(phone)).to_have_count(0)
    expect(cards.nth(0).locator("h2 a")).to_be_focused()


def test_a_swipe_turns_the_dialog(phone: Page, site: Site) -> None:
    cards = _open_waiting(phone, site)
    names = cards.locator("h2").all_inner_texts()
    cards.nth(0).locator("h2 a").tap()
    expect(phone.locator("#studio-title")).to_contain_text(names[0])
    _swipe(phone, start=340, end=40)
    expect(phone.locator("#studio-title")).to_contain_text(names[1])
    _swipe(phone, start=40, end=340)
    expect(phone.locator("#studio-title")).to_contain_text(names[0])
    _swipe(phone, start=200, end=170)
    assert _title(phone).startswith(names[0])
    steps.wait_until(lambda: _dialog(phone).count() == 0, pause=lambda: _close(phone))


def _close(page: Page) -> None:
    button = page.get_by_role("button", name="Fermer", exact=True)
    if button.count():
        button.tap()


def _swipe(page: Page, *, start: int, end: int) -> None:
    # A thumb meets what stands still: the answer is in its place, and what opens has opened.
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added")).to_have_count(0)
    page.evaluate("""Promise.allSettled(document.getAnimations()
      .filter((each) => each.effect.getComputedTiming().endTime < Infinity).map((each) => each.finished))""")
    client = page.context.new_cdp_session(page)
    middle = (start + end) // 2
    for kind, places in (("touchStart", [start]), ("touchMove", [middle]), ("touchMove", [end]), ("touchEnd", [])):
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": 300} for x in places]})
    client.detach()


def test_without_script_the_form_filters_many_are_decided_and_a_card_leads_to_its_page(
    plain_phone: Page, site: Site
) -> None:
    page = plain_phone
    cards = _open_waiting(page, site)
    before = cards.count()
    page.locator(".filters summary").click()
    page.locator("#note").fill("101")
    page.locator("#note").fill("5")
    page.get_by_role("button", name="Filtrer").click()
    page.wait_for_url(re.compile(r"note=5"))
    cards.nth(0).locator(".pick input").check()
    page.locator("#bulk button[value=rejeter]").click()
    expect(page.locator("#batch")).to_contain_text("1\u00a0rejetée.")
    expect(cards).to_have_count(before - 1)
    page.locator("#batch").get_by_role("button", name="Annuler").click()
    expect(page.locator("#batch")).to_contain_text("1\u00a0remise à approuver.")
    cards.nth(0).locator("h2 a").click()
    page.wait_for_url(re.compile(r"/contenus/\d+$"))
