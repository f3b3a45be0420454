"""A passkey on a phone, by Chromium’s virtual authenticator: made, named, signed in with, removed."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import servers
from tests.browser import steps
from tests.browser.conftest import PHONE

pytestmark = [pytest.mark.long, pytest.mark.browser, pytest.mark.timeout(180)]
AUTHENTICATOR = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture(scope="module")
def named_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run the product under a name."""
    port, sandbox, smtp = servers.free_port(), servers.free_port(), servers.free_port()
    url = f"http://localhost:{port}"
    env = servers.clean_environment(
        tmp_path_factory.mktemp("named"), PORT=str(port), PUBLIC_URL=url, SANDBOX_PORT=str(sandbox),
        SANDBOX_SMTP_PORT=str(smtp),
    )  # fmt: skip
    with servers.running([sys.executable, "-m", "app.supervisor"], env, f"http://127.0.0.1:{port}/healthz"):
        yield url


@pytest.fixture
def phone_with_a_finger(browser: Browser) -> Iterator[Page]:
    """A phone whose owner's finger is always the right one."""
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True, locale="fr-CA")
    context.set_default_timeout(15_000)
    page = context.new_page()
    client = context.new_cdp_session(page)
    client.send("WebAuthn.enable")
    client.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    yield page
    context.close()


def test_she_adds_one_names_it_signs_in_with_it_and_removes_it(named_site: str, phone_with_a_finger: Page) -> None:
    page, url = phone_with_a_finger, named_site
    steps.sign_up(page, url)
    page.goto(f"{url}/securite")
    page.get_by_role("link", name="Clés d’accès").click()
    page.get_by_label("Son nom").fill("Mon téléphone")
    page.get_by_role("button", name="Ajouter une clé d’accès").click()
    expect(page.get_by_text("Clé d’accès ajoutée")).to_be_visible()
    expect(page.get_by_label("Nom", exact=True)).to_have_value("Mon téléphone")
    steps.expect_clean(page)

    page.get_by_label("Nom", exact=True).fill("Le téléphone du comptoir")
    page.get_by_role("button", name="Renommer").click()
    expect(page.get_by_label("Nom", exact=True)).to_have_value("Le téléphone du comptoir")

    page.goto(f"{url}/plus")
    page.get_by_role("main").get_by_role("button", name="Se déconnecter").click()
    page.wait_for_url("**/connexion")
    page.goto(f"{url}/connexion?suite=/plus")
    page.get_by_role("button", name="Entrer avec une clé d’accès").click()
    expect(page.get_by_role("heading", name="Plus", exact=True)).to_be_visible()

    page.goto(f"{url}/confirmation?suite=/securite")
    page.get_by_role("button", name="Confirmer avec une clé d’accès").click()
    expect(page.get_by_role("heading", name="Sécurité", exact=True)).to_be_visible()
    page.goto(f"{url}/securite/cles-d-acces")
    page.get_by_role("button", name="Retirer Le téléphone du comptoir").click()
    expect(page.get_by_text("Clé d’accès retirée")).to_be_visible()
    page.goto(f"{url}/plus")
    page.get_by_role("main").get_by_role("button", name="Se déconnecter").click()
    page.wait_for_url("**/connexion")
    page.get_by_role("button", name="Entrer avec une clé d’accès").click()
    expect(page.get_by_text("Cette clé d’accès n’a pas été reconnue")).to_be_visible()


def test_a_device_that_knows_none_says_so_and_the_password_still_serves(
    named_site: str, phone_with_a_finger: Page
) -> None:
    page, url = phone_with_a_finger, named_site
    page.goto(f"{url}/connexion")
    page.get_by_role("button", name="Entrer avec une clé d’accès").click()
    expect(page.get_by_text("La clé n’a pas servi")).to_be_visible()
    steps.expect_clean(page)
    steps.sign_in(page, url)
