"""The pages people see: French, labelled, and safe with any text."""

from __future__ import annotations

import pytest
import requests

from tests.sandbox.outside import Outside


@pytest.mark.parametrize("path", ["/", "/feed", "/mailbox", "/nulle-part"])
def test_every_page_says_it_is_a_demonstration(outside: Outside, path: str) -> None:
    page = requests.get(f"{outside.url}{path}", timeout=5).text
    assert "Bac à sable" in page
    assert "Données de démonstration" in page
    assert 'lang="fr-CA"' in page


def test_a_post_cannot_inject_markup(outside: Outside) -> None:
    outside.publish(outside.token(), "\\<script\\>alert\\(1\\)\\</script\\> #Bon")
    page = requests.get(f"{outside.url}/feed", timeout=5).text
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert '<span class="tag">&#35;Bon</span>' in page


def test_the_feed_counts_and_shows_one_post_at_its_address(outside: Outside) -> None:
    urn = outside.publish(outside.token(), "Bonjour").headers["x-restli-id"]
    assert "1\u00a0publication<" in requests.get(f"{outside.url}/feed", timeout=5).text
    assert "Bonjour" in requests.get(f"{outside.url}/feed/update/{urn}/", timeout=5).text
    assert requests.get(f"{outside.url}/feed/update/urn:li:share:1/", timeout=5).status_code == 404


def test_a_text_cut_by_the_network_says_so(outside: Outside) -> None:
    outside.publish(outside.token(), "Coupé (ici)")
    assert "Texte coupé par le réseau" in requests.get(f"{outside.url}/feed", timeout=5).text
