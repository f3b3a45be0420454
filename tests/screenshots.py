"""`make screenshots`: the README's pictures, taken from the demonstration as `make run` starts it."""

from __future__ import annotations

import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from app import ROOT
from app.domains.dashboard import demonstration
from tests import servers
from tests.services import find_chromium

PHONE = {"width": 390, "height": 844}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync"]  # fmt: skip


def main() -> None:
    """Start everything, sign in as the demonstration, take two pictures."""
    ports = [servers.free_port() for _ in range(3)]
    names = ("PORT", "SANDBOX_PORT", "SANDBOX_SMTP_PORT")
    with tempfile.TemporaryDirectory() as folder:
        env = servers.clean_environment(Path(folder), **dict(zip(names, map(str, ports), strict=True)))
        url = f"http://127.0.0.1:{ports[0]}"
        command = [sys.executable, "-m", "app.supervisor"]
        with servers.running(command, env, f"{url}/healthz"), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
            context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True, locale="fr-CA")
            _take(context.new_page(), url)
            browser.close()


def _take(page: Page, url: str) -> None:
    page.goto(f"{url}/connexion")
    page.locator("[name=email]").fill(demonstration.EMAIL)
    page.locator("[name=password]").fill(demonstration.PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/tableau-de-bord")
    _save(page, "accueil")
    page.goto(f"{url}/contenus?etat=pending")
    page.goto(url + str(page.locator("main .post h2 a").first.get_attribute("href")))
    _save(page, "approbation")


def _save(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    with Image.open(BytesIO(page.screenshot())) as picture:
        folder = ROOT / "docs"
        folder.mkdir(exist_ok=True)
        picture.convert("RGB").save(folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
