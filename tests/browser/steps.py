"""What a person does on a phone, by the words she reads."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable

from playwright.sync_api import Page

PASSWORD = "une phrase assez longue"


def sign_up(page: Page, url: str) -> str:
    """Open an account from the home page; return its address."""
    email = f"{uuid.uuid4().hex[:10]}@exemple.ca"
    page.goto(url)
    page.get_by_role("link", name="Commencer gratuitement").first.click()
    page.locator("[name=business_name]").fill("Clinique du Parc (Trois-Rivières)")
    page.locator("[name=email]").fill(email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()
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
