"""From the home page to a post in the results: by touch, by keyboard, zoomed, narrow, and without script."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import steps
from tests.browser.conftest import Site
from tests.browser.hands import Hand, Keys, Stopwatch, Thumb

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]
NAME = "Dentistes de Trois-Rivières (été)"
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 800}, "device_scale_factor": 2, "has_touch": True,
                         "is_mobile": True}  # fmt: skip
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
WAYS: dict[str, tuple[type[Thumb] | type[Keys], dict[str, Any]]] = {
    "a-thumb-on-a-phone": (Thumb, PHONE),
    "a-thumb-on-a-phone-without-script": (Thumb, PHONE | {"java_script_enabled": False}),
    "a-thumb-at-320": (Thumb, PHONE | {"viewport": {"width": 320, "height": 640}}),
    "a-finger-on-a-desk": (Thumb, DESK | {"has_touch": True}),
    "keys-on-a-desk": (Keys, DESK),
    "keys-on-a-desk-without-script": (Keys, DESK | {"java_script_enabled": False}),
    # WCAG 1.4.4 and 1.4.10: a desk of 1280 × 800 at 200 % shows 640 × 400.
    "keys-at-200-percent": (Keys, {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}),
    "keys-on-a-phone": (Keys, PHONE | {"has_touch": False, "is_mobile": False}),
}


@contextmanager
def opened(browser: Browser, options: dict[str, Any]) -> Iterator[Page]:
    """Open a page of the asked kind; any error of its console fails the journey."""
    context = browser.new_context(locale="fr-CA", reduced_motion="reduce", **options)
    context.set_default_timeout(20_000)
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert not errors, errors


def _fits(page: Page) -> None:
    """Expect nothing wider than the page (WCAG 1.4.10)."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


def _button(page: Page, name: str) -> Locator:
    """Find a button in the dialog that is open, or in the page."""
    dialog = page.locator("dialog[open]")
    return (dialog if dialog.count() else page).get_by_role("button", name=name, exact=True).first


def _go_on(page: Page, hand: Hand, follows: str, button: str = "Continuer") -> None:
    _fits(page)
    hand.press(_button(page, button))
    page.wait_for_url(follows if follows.startswith("**") else re.compile(follows))


def _sign_up(page: Page, hand: Hand) -> None:
    """Open an account from the home page and answer what the welcome asks of a dentist."""
    hand.press(page.get_by_role("link", name="Commencer gratuitement").first)
    page.wait_for_url("**/inscription")
    hand.write(page.get_by_label("Nom de votre commerce"), "Clinique du Parc")
    hand.write(page.get_by_label("Courriel"), f"{uuid.uuid4().hex[:10]}@exemple.ca")
    hand.write(page.locator("[name=password]"), steps.PASSWORD)
    _go_on(page, hand, "**/bienvenue/metier", "Créer mon compte")
    hand.choose(page.locator("[name=industry][value=dentist]"))
    _go_on(page, hand, "**/bienvenue/ville")
    hand.write(page.locator("[name=city]"), "Trois-Rivières")
    _go_on(page, hand, "**/campagnes/nouvelle")


def _launch(page: Page, hand: Hand) -> None:
    """Name the campaign, choose whom and where, and launch it."""
    hand.write(page.locator("[name=name]"), NAME)
    _go_on(page, hand, "**/metier")
    hand.choose(page.locator("[name=industry][value=dentist]"))
    _go_on(page, hand, "**/lieu")
    if not page.locator("[name=city]").input_value():
        hand.write(page.locator("[name=city]"), "Trois-Rivières")
    _go_on(page, hand, "**/verification")
    _go_on(page, hand, r"/campagnes/\d+$", "Lancer la campagne")
    expect(page.get_by_text("Campagne lancée! Vous recevrez une notification").first).to_be_visible()


def _wait_for_posts(page: Page, *, reload: bool) -> None:
    """Stay on the campaign until prospects and publications stand there."""

    def enough() -> bool:
        found = [int(each) for each in re.findall(r"(\d+) prospects", steps.whole_text(page))]
        return max(found, default=0) >= 20 and page.locator("main img").count() >= 3

    steps.wait_until(enough, seconds=120, pause=page.reload if reload else None)
    _fits(page)


def _connect(page: Page, hand: Hand, site: Site) -> None:
    """Let LinkedIn in, from the sign at the top of every page."""
    hand.press(page.locator("header a.state"))
    page.wait_for_url("**/profil#linkedin")
    hand.press(_button(page, "Connecter LinkedIn"))
    page.wait_for_url(f"{site.sandbox}/**")
    hand.press(_button(page, "Autoriser"))
    page.wait_for_url(re.compile(r"/profil"))
    expect(page.get_by_text("LinkedIn est connecté").first).to_be_visible()


def _open_waiting(page: Page, hand: Hand, *, script: bool) -> str:
    """Come back to the home, and open the first publication that waits; return its address."""
    hand.press(page.get_by_role("navigation", name="Principale").get_by_role("link", name="Accueil"))
    page.wait_for_url("**/tableau-de-bord")
    _fits(page)
    hand.press(page.locator("main a[href*='/contenus']").first)
    page.wait_for_url(re.compile(r"/contenus\?etat=pending"))
    name = page.locator(".post h2 a").first
    address = str(name.get_attribute("href"))
    hand.press(name)
    if script:  # A card opens over the gallery; without script its link leads to its page.
        expect(page.get_by_role("dialog")).to_be_visible()
    else:
        page.wait_for_url(f"**{address}")
    _fits(page)
    return address


def _see_in_results(page: Page, hand: Hand, address: str, site: Site) -> None:
    """Find the post among the results, from the menu of everything else."""
    page.goto(f"{site.url}/tableau-de-bord")
    assert re.search(r"Publications envoyées 1\b", steps.whole_text(page))
    hand.press(page.get_by_role("navigation", name="Principale").get_by_role("link", name="Plus"))
    page.wait_for_url("**/plus")
    hand.press(page.get_by_role("main").get_by_role("link", name="Résultats"))
    page.wait_for_url("**/resultats")
    expect(page.locator(f".result-lines a[href='{address}']")).to_be_visible()
    _fits(page)


@pytest.mark.parametrize("way", WAYS)
def test_a_dentist_goes_from_the_home_page_to_a_post_in_her_results(browser: Browser, site: Site, way: str) -> None:
    kind, options = WAYS[way]
    script = options.get("java_script_enabled", True)
    before = len(site.sandbox_items("posts"))
    with opened(browser, options) as page:
        hand = kind(page)
        page.goto(site.url)
        watch = Stopwatch(hand)
        _sign_up(page, hand)
        _launch(page, hand)
        print(f"\n{way}, {watch.told('from the home page to a launched campaign')}")
        _wait_for_posts(page, reload=not script)
        _connect(page, hand, site)
        address = _open_waiting(page, hand, script=script)

        hand.press(_button(page, "Approuver"))
        # Without script the gesture is a navigation: leaving before its answer would give it up.
        with nullcontext() if script else page.expect_navigation():
            hand.press(_button(page, "Annuler"))
        page.wait_for_load_state("networkidle")
        page.goto(site.url + address)
        steps.wait_until(lambda: _button(page, "Approuver").count() > 0, pause=page.reload)
        assert len(site.sandbox_items("posts")) == before, "taken back in time"

        hand.press(_button(page, "Approuver"))
        steps.wait_until(lambda: len(site.sandbox_items("posts")) == before + 1, seconds=90)
        page.wait_for_load_state()
        page.goto(site.url + address)
        steps.wait_until(lambda: "Publiée" in steps.whole_text(page), pause=page.reload)
        assert len(site.sandbox_items("posts")) == before + 1, "exactly once"
        _see_in_results(page, hand, address, site)
        print(f"{way}, {watch.told('to a post in the results')}")
