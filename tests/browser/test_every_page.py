"""Every page, light and dark, narrow, zoomed and wide: axe has nothing to say, nothing overflows, nothing jumps."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.browser.conftest import Site
from tests.browser.looking import SETTINGS, faults, opened
from tests.browser.steps import PASSWORD, sign_in, sign_up

PUBLIC = (
    "/",
    "/connexion",
    "/inscription",
    "/aide",
    "/confidentialite",
    "/conditions",
    "/hors-ligne",
    "/introuvable",
    "/mot-de-passe-oublie",
    "/mot-de-passe-oublie/envoye",
)
PRIVATE = (
    "/tableau-de-bord", "/campagnes", "/campagnes/nouvelle", "/campagnes/1", "/contenus", "/contenus?etat=pending",
    "/contenus/1", "/contenus/nouvelle", "/prospects", "/a-venir", "/a-venir/mois", "/resultats", "/profil",
    "/profil/logo", "/profil/mot-de-passe", "/notifications", "/plus", "/aide", "/style", "/bienvenue/metier",
    "/bienvenue/ville", "/bienvenue/ton", "/confirmation", "/securite", "/securite/appareils", "/securite/deux-etapes",
    "/securite/cles-d-acces", "/securite/fermeture", "/profil/courriel",
    "/reglages/confidentialite", "/reglages/confidentialite/responsable",
    "/reglages/confidentialite/personne?q=caf%C3%A9", "/reglages/confidentialite/exportations",
    "/reglages/confidentialite/fermeture", "/reglages/confidentialite/conservation",
    "/reglages/confidentialite/demandes", "/reglages/confidentialite/consentements",
    "/reglages/confidentialite/consentements/nouveau", "/reglages/confidentialite/destinations",
    "/espaces", "/espace/depart", "/membres", "/activite", "/a-approuver",
)  # fmt: skip
CORE = ("/tableau-de-bord", "/campagnes", "/contenus", "/prospects", "/a-venir", "/resultats", "/profil", "/plus",
        "/aide", "/bienvenue/metier")  # fmt: skip
HEAVIEST = 45 * 1024


def first_load(page: Page, address: str) -> int:
    """Return the bytes of the page, its sheet and its script, as they travelled."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address, wait_until="networkidle")
    kinds = ("text/html", "text/css", "text/javascript")
    read = [each for each in answers if each.headers.get("content-type", "").startswith(kinds)]
    return sum(each.request.sizes()["responseBodySize"] for each in read)


@pytest.mark.parametrize("setting", SETTINGS)
def test_no_page_has_a_fault(site: Site, browser: Browser, setting: str) -> None:
    said: list[str] = []
    with opened(browser, setting) as page:
        for address in PUBLIC:
            page.goto(site.url + address)
            said += faults(page)
        sign_in(page, site.url)
        for address in PRIVATE:
            page.goto(site.url + address)
            said += faults(page)
    assert not said


@pytest.mark.parametrize("setting", ["light", "narrow-dark"])
def test_nor_has_the_operators(site: Site, browser: Browser, setting: str) -> None:
    with site.rows() as rows:
        rows.execute("UPDATE users SET is_operator = 1, created_at = '2026-01-01 00:00:00' WHERE id = 1")
    with opened(browser, setting) as page:
        sign_in(page, site.url)
        page.goto(f"{site.url}/exploitation")
        expect(page.locator("#weeks-title")).to_be_visible()
        said = faults(page)
        page.goto(f"{site.url}/exploitation/incidents")
        said += faults(page)
    with site.rows() as rows:
        rows.execute("UPDATE users SET is_operator = 0 WHERE id = 1")
    assert not said


@pytest.mark.parametrize("setting", ["narrow", "wide"])
def test_nor_has_the_register_of_consents(site: Site, browser: Browser, setting: str) -> None:
    here = f"{site.url}/reglages/confidentialite/consentements"
    with opened(browser, setting) as page:
        sign_in(page, site.url)
        page.goto(f"{here}/nouveau")
        page.get_by_label("Son courriel").fill(f"une-adresse-plutot-longue-{setting}@exemple-de-domaine.ca")
        page.get_by_label("Le jour où elle a dit oui").fill("2026-11-02")
        page.get_by_label("Comment elle l’a dit").select_option("paper")
        page.get_by_label("Ce qui le prouve").fill("Formulaire signé, tiroir 3")
        page.get_by_role("button", name="Noter").click()
        expect(page.get_by_text("tiroir 3")).to_be_visible()
        said = faults(page)
        page.goto(here)
        expect(page.get_by_text("En vigueur").last).to_be_visible()
        said += faults(page)
    assert not said


@pytest.mark.parametrize("setting", ["narrow-dark", "wide"])
def test_nor_has_an_erasure_under_way_and_done(site: Site, browser: Browser, setting: str) -> None:
    here = f"{site.url}/reglages/confidentialite/personne"
    with opened(browser, setting) as page:
        sign_in(page, site.url)
        page.goto(f"{here}/effacement?q=une.personne.{setting}@exemple-de-domaine.ca")
        said = faults(page)
        page.get_by_role("button", name="Effacer").click()
        expect(page.get_by_text("L’effacement est en cours.").or_(page.get_by_text("C’est effacé."))).to_be_visible()
        said += faults(page)
        expect(page.get_by_role("link", name="Voir l’attestation")).to_be_visible(timeout=20_000)
        said += faults(page)
        page.goto(here)
        expect(page.get_by_text("Fait", exact=True).first).to_be_visible()
        said += faults(page)
    assert not said


@pytest.mark.long
@pytest.mark.parametrize("setting", ["light", "narrow-dark"])
def test_nor_has_one_that_is_new_refused_or_asks(site: Site, browser: Browser, setting: str) -> None:
    said: list[str] = []
    with opened(browser, setting) as page:
        sign_up(page, site.url)
        for address in CORE:
            page.goto(site.url + address)
            said += faults(page)
        for address in ("/bienvenue/ville", "/bienvenue/metier", "/profil/mot-de-passe", "/profil/logo"):
            page.goto(site.url + address)
            page.locator("main form[novalidate] button[type=submit], .dock button[type=submit]").last.click()
            expect(page.locator("[aria-invalid]").first).to_be_visible()
            said += faults(page)
        page.goto(f"{site.url}/style")
        page.get_by_role("link", name="Ouvrir le dialogue").click()
        expect(page.get_by_role("dialog")).to_be_visible()
        said += faults(page)
    assert not said


@pytest.mark.long
def test_a_first_visit_to_a_core_page_is_light(site: Site, browser: Browser) -> None:
    heavy: list[str] = []
    with opened(browser, "light") as page:
        sign_in(page, site.url)
        state = page.context.storage_state()
    for address in ("/", *CORE, "/campagnes/1", "/campagnes/nouvelle", "/contenus/1"):
        context = browser.new_context(storage_state=None if address == "/" else state, service_workers="block")
        page = context.new_page()
        weight = first_load(page, site.url + address)
        context.close()
        print(f"{address}: {weight / 1024:.1f} kB")
        if weight > HEAVIEST:
            heavy.append(f"{address}: {weight}")
    assert not heavy


def test_from_the_sign_up_to_a_campaign_with_the_keyboard_alone(site: Site, browser: Browser) -> None:
    with opened(browser, "wide") as page:
        page.goto(f"{site.url}/inscription")
        page.locator("[name=business_name]").focus()
        email = f"clavier-{id(page)}@exemple.ca"
        for typed in ("Atelier du clavier", email, PASSWORD):
            page.keyboard.type(typed)
            page.keyboard.press("Tab")
        page.locator("[name=password]").press("Enter")
        page.wait_for_url("**/bienvenue/metier")
        for _question in range(3):
            before = page.url
            page.locator("main input:not([type=hidden])").first.focus()
            if before.endswith("ville"):
                page.keyboard.type("Lévis")
            else:
                page.keyboard.press("Space")
            page.keyboard.press("Enter")
            page.wait_for_url(lambda url, before=before: url != before)
        page.wait_for_url("**/campagnes/nouvelle")
        expect(page.get_by_role("heading", level=1)).to_contain_text("campagne")


def test_the_welcome_and_the_demonstration_work_without_script(site: Site, plain_phone: Page) -> None:
    page = plain_phone
    page.goto(site.url)
    page.get_by_role("button", name="Voir une démonstration").click()
    page.wait_for_url("**/tableau-de-bord")
    page.get_by_role("button", name="Approuver").first.click()
    expect(page.get_by_role("heading", name="Ici, on regarde seulement")).to_be_visible()
    page.get_by_role("link", name="Créer mon compte").click()
    page.locator("[name=business_name]").fill("Sans script")
    page.locator("[name=email]").fill(f"sans-script-{id(page)}@exemple.ca")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/bienvenue/metier")
    page.get_by_role("radio", name="Dentiste").check()
    page.get_by_role("button", name="Continuer").click()
    page.locator("[name=city]").fill("Trois-Rivières")
    page.get_by_role("button", name="Continuer").click()
    page.get_by_role("button", name="Continuer").click()
    page.wait_for_url("**/campagnes/nouvelle")
