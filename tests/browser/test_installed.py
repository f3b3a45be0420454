"""On a phone that lost its network: the page says so, and nothing private was kept."""

from __future__ import annotations

import re

from playwright.sync_api import Browser

from tests.browser.conftest import PHONE, Site
from tests.browser.steps import expect_clean, sign_in

EVERYTHING_KEPT = """async () => {
  const kept = [];
  for (const name of await caches.keys()) kept.push(...(await (await caches.open(name)).keys()).map((one) => new URL(one.url).pathname));
  return kept;
}"""  # noqa: E501  # one line of script


def test_without_a_network_the_page_says_so_and_comes_back(site: Site, browser: Browser) -> None:
    context = browser.new_context(viewport=PHONE, locale="fr-CA")
    page = context.new_page()
    sign_in(page, site.url)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.goto(f"{site.url}/contenus")
    page.goto(f"{site.url}/profil")
    kept = page.evaluate(EVERYTHING_KEPT)
    assert kept
    assert all(re.match(r"/assets/|/hors-ligne$", path) for path in kept), kept
    context.set_offline(True)
    page.goto(f"{site.url}/campagnes")
    assert page.get_by_role("heading", name="Pas de réseau").is_visible()
    expect_clean(page)
    context.set_offline(False)
    page.get_by_role("link", name="Réessayer").click()
    page.wait_for_url("**/campagnes")
    assert page.get_by_role("heading", name="Campagnes").first.is_visible()
    context.close()
