"""`make screenshots`: the README's pictures and the guide's, taken from the demonstration as `make run` starts it."""

from __future__ import annotations

import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from app import ROOT
from tests import servers
from tests.browser.steps import sign_in
from tests.services import find_chromium

PHONE = {"width": 390, "height": 844}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync"]  # fmt: skip
DOCS, GUIDE = ROOT / "docs", ROOT / "static" / "img" / "guide"
# The twelve core pages, by the name of their picture; « → » follows the page's first such link.
PAGES = {
    "bienvenue": "/bienvenue/metier",
    "accueil": "/tableau-de-bord",
    "nouvelle-campagne": "/campagnes/nouvelle",
    "campagnes": "/campagnes",
    "campagne": "/campagnes → main .list a.row",
    "publications": "/contenus",
    "approbation": "/contenus?etat=pending → main .post h2 a",
    "prospects": "/prospects",
    "a-venir": "/a-venir",
    "resultats": "/resultats",
    "profil": "/profil",
    "plus": "/plus",
}
# Those the guide shows, lighter, and only their upper part: what is told stands there.
GUIDE_HEIGHT, GUIDE_WIDTH = 620, 520
IN_GUIDE = ("nouvelle-campagne", "campagne", "accueil", "approbation", "profil", "resultats")
# A picture of the README is a drawing of few colours: a palette of this many shows no difference.
COLOURS = 128


def main() -> None:
    """Start everything, look at each page, and keep what a phone shows of it."""
    ports = [servers.free_port() for _ in range(3)]
    names = ("PORT", "SANDBOX_PORT", "SANDBOX_SMTP_PORT")
    for folder in (DOCS, GUIDE):
        folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        env = servers.clean_environment(Path(folder), **dict(zip(names, map(str, ports), strict=True)))
        url = f"http://127.0.0.1:{ports[0]}"
        command = [sys.executable, "-m", "app.supervisor"]
        with servers.running(command, env, f"{url}/healthz"), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
            take(browser, url)
            browser.close()


def take(browser: Browser, url: str) -> None:
    """Take every picture, signed in as the demonstration."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True, locale="fr-CA")
    page = context.new_page()
    sign_in(page, url)
    for name, way in PAGES.items():
        address, _arrow, link = way.partition(" → ")
        page.goto(url + address)
        if link:
            page.goto(url + str(page.locator(link).first.get_attribute("href")))
        keep(page, name)


def keep(page: Page, name: str) -> None:
    """Keep what the phone shows for the README, and its upper part for the guide."""
    page.wait_for_load_state("networkidle")
    with Image.open(BytesIO(page.screenshot())) as shot:
        picture = shot.convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(DOCS / f"{name}.png", optimize=True)
    if name in IN_GUIDE:
        upper = picture.crop((0, 0, picture.width, GUIDE_HEIGHT * 2))
        size = (GUIDE_WIDTH, GUIDE_WIDTH * upper.height // upper.width)
        upper.resize(size, Image.Resampling.LANCZOS).save(GUIDE / f"{name}.webp", quality=72, method=6)


if __name__ == "__main__":
    main()
