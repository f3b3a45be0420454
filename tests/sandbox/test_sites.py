"""A hundred small sites, the same each time, and one for each business of the map."""

from __future__ import annotations

import requests

from app.sandbox.server import RunningSandbox
from app.sandbox.sites.businesses import GOOD, HUNDRED, TRAPS, catalogue
from tests.sandbox.outside import Outside
from tests.sandbox.test_overpass_invention import around, query


def read(sandbox: RunningSandbox, host: str, path: str = "/") -> requests.Response:
    """Ask for a page of one host."""
    headers = {"Host": f"{host}.localhost:{sandbox.port}"}
    return requests.get(f"{sandbox.url}{path}", headers=headers, timeout=10, allow_redirects=False, stream=True)


def slug(kind: str) -> str:
    """Return a site of this kind."""
    return next(each.slug for each in catalogue() if each.kind == kind)


def test_the_hundred_hold_each_way_and_each_trap() -> None:
    kinds = [each.kind for each in catalogue()]
    assert len(kinds) == len({each.slug for each in catalogue()}) == HUNDRED
    assert set(kinds) == set(GOOD) | set(TRAPS)


def test_a_plain_site_has_its_pages_and_its_robots(sandbox: RunningSandbox) -> None:
    host = slug("contact_page")
    home, contact = read(sandbox, host), read(sandbox, host, "/nous-joindre")
    assert home.status_code == contact.status_code == 200
    assert "mailto:" not in home.text
    assert "mailto:info@" in contact.text
    assert "Disallow: /admin" in read(sandbox, host, "/robots.txt").text
    assert read(sandbox, host, "/rien").status_code == 404
    assert read(sandbox, "personne").status_code == 404


def test_traps_are_sprung(sandbox: RunningSandbox) -> None:
    assert read(sandbox, slug("metadata_redirect")).headers["Location"].startswith("http://169.254.169.254/")
    assert read(sandbox, slug("file_redirect")).headers["Location"].startswith("file:")
    assert "Disallow: /\n" in read(sandbox, slug("robots_refuse"), "/robots.txt").text
    assert read(sandbox, slug("server_error")).status_code == 500
    assert "Pas de sollicitation" in read(sandbox, slug("refusal"), "/nous-joindre").text
    endless = read(sandbox, slug("endless"))
    assert sum(len(piece) for _, piece in zip(range(300), endless.iter_content(65_536), strict=False)) > 10_000_000
    endless.close()


def test_a_business_of_the_map_has_a_site_of_its_own(sandbox: RunningSandbox, outside: Outside) -> None:
    found = outside.elements(query("restaurant", around("Drummondville")))
    sites = [(each["tags"].get("name", ""), each["tags"].get("website", "")) for each in found]
    sites = [(name.split(), website) for name, website in sites if name and ".localhost" in website]
    assert len(sites) > 10
    answered = 0
    for words, website in sites[:12]:
        page = read(sandbox, website.removeprefix("http://").partition(".localhost")[0])
        begins = page.raw.read(3_000).decode("utf-8", "replace").casefold()
        answered += page.status_code == 200 and words[0].casefold() in begins
    assert answered >= 6


def test_a_person_finds_the_hundred_and_looks_at_one_under_any_browser(sandbox: RunningSandbox) -> None:
    listed = requests.get(f"{sandbox.url}/_sites/", timeout=10).text
    host = slug("contact_page")
    assert listed.count("/_sites/vitrine-") == HUNDRED
    assert f"http://{host}.localhost:{sandbox.port}/" in listed
    home = requests.get(f"{sandbox.url}/_sites/{host}/", timeout=10).text
    assert f'href="/_sites/{host}/nous-joindre"' in home
    assert "mailto:info@" in requests.get(f"{sandbox.url}/_sites/{host}/nous-joindre", timeout=10).text
    assert requests.get(f"{sandbox.url}/_sites/personne/", timeout=10).status_code == 404
