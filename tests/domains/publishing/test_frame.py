"""Wherever one stands, the frame says where that is and leads back."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from tests.people import Person

CURRENT = re.compile(r'<a href="([^"]+)" aria-current="([^"]+)"')


def lit(page: str) -> list[tuple[str, str]]:
    return CURRENT.findall(page.split('<nav class="nav"', 1)[1].split("</nav>", 1)[0])


@pytest.mark.parametrize(
    ("here", "place"),
    [
        ("/tableau-de-bord", ("/tableau-de-bord", "page")),
        ("/contenus/nouvelle", ("/contenus", "true")),
        ("/a-venir", ("/contenus", "true")),
        ("/campagnes", ("/campagnes", "page")),
        ("/prospects", ("/prospects", "page")),
        ("/resultats", ("/plus", "true")),
        ("/reglages/confidentialite", ("/plus", "true")),
        ("/aide", ("/plus", "true")),
    ],
)
def test_the_bar_lights_one_place_everywhere(alice: Person, here: str, place: tuple[str, str]) -> None:
    assert lit(alice.client.get(here).text) == [place]


def test_a_phone_finds_prospects_behind_plus(alice: Person) -> None:
    assert '<a href="/plus" data-within>' in alice.client.get("/prospects").text
    assert "data-within" not in alice.client.get("/resultats").text


@pytest.mark.parametrize("here", ["/aide", "/confidentialite", "/conditions"])
def test_what_everybody_reads_leads_back_for_who_is_signed_in(alice: Person, client: FlaskClient, here: str) -> None:
    assert 'class="btn btn--quiet flush" href="/plus"' in alice.client.get(here).text
    assert 'href="/plus"' not in client.get(here).text


def test_a_public_page_offers_her_space_to_who_is_signed_in(alice: Person, client: FlaskClient) -> None:
    assert 'href="/connexion"' in client.get("/api/docs").text
    page = alice.client.get("/api/docs").text
    assert 'href="/tableau-de-bord">Mon espace' in page and 'href="/connexion"' not in page
