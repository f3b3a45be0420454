"""What a person does on a phone, by the words she reads."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable

from playwright.sync_api import Page, ViewportSize

from app.domains.dashboard import demonstration
from tests.browser.axe import violations

PASSWORD = "une phrase assez longue"
NARROW: ViewportSize = {"width": 320, "height": 700}


def sign_up(page: Page, url: str) -> str:
    """Open an account from the home page; return its address."""
    email = f"{uuid.uuid4().hex[:10]}@exemple.ca"
    page.goto(url)
    page.get_by_role("link", name="Commencer gratuitement").first.click()
    page.locator("[name=business_name]").fill("Clinique du Parc (Trois-Rivières)")
    page.locator("[name=email]").fill(email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/bienvenue/metier")
    page.get_by_role("link", name="Plus tard").click()
    page.wait_for_url("**/tableau-de-bord")
    return email


def launch_campaign(page: Page, url: str, *, name: str, trade: str, town: str) -> None:
    """Answer the three questions and launch."""
    page.goto(f"{url}/campagnes/nouvelle")
    page.locator("[name=name]").fill(name)
    page.get_by_role("button", name="Continuer").click()
    page.wait_for_url("**/metier")
    page.locator(f"[name=industry][value={trade}]").check(force=True)
    page.get_by_role("button", name="Continuer").click()
    page.wait_for_url("**/lieu")
    page.locator("[name=city]").fill(town)
    page.get_by_role("button", name="Continuer").click()
    page.wait_for_url("**/verification")
    page.get_by_role("button", name="Lancer la campagne").click()
    page.wait_for_url(re.compile(r"/campagnes/\d+$"))


def wait_until(
    condition: Callable[[], object], *, seconds: float = 45, pause: Callable[[], object] | None = None
) -> None:
    """Wait until `condition` holds, doing `pause` (a reload, without script) between two looks."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it never happened"
        if pause:
            pause()
        time.sleep(0.3)


def whole_text(page: Page) -> str:
    """Return what the page shows, its spaces folded."""
    return " ".join(page.locator("body").inner_text().split())


def sign_in(page: Page, url: str) -> None:
    """Enter the account of the demonstration."""
    page.goto(f"{url}/connexion")
    page.locator("[name=email]").fill(demonstration.EMAIL)
    page.locator("[name=password]").fill(demonstration.PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/tableau-de-bord")


def expect_clean(page: Page) -> None:
    """Expect nothing for axe to say, and nothing wider than the page."""
    found = violations(page)
    assert not found, (page.url, [(one["id"], [node["target"] for node in one["nodes"]]) for one in found])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
