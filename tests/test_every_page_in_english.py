"""Every page, read in English by someone who has rows of each kind: no French is left but that of posts and names."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from flask import Flask

from app.core.db import db
from tests.people import Person
from tests.test_every_route import SECRET, rows_of, walk
from tests.unwrapped import SPOKEN

# What a French sentence can hardly do without, and an English one never has.
FRENCH = re.compile(
    r"\b(?:le|les|des|une|du|cette|ces|vous|votre|vos|nous|nos|est|sont|pour|avec|sans|dans|sur|et|ou|qui|que|elle|"
    r"aux|pas|plus|publications?|prospects? prêts|courriel|téléphone|métier|aucune?|rien)\b|\w[àâçéèêëîïôùû]|[«»]|"
    r"\b(?:[cdjlmnst]|qu)’\w",
    re.IGNORECASE,
)
# Names, places, and what is shown in French on purpose.
NAMES = re.compile(
    rf"{re.escape(SECRET)}|Chez Alice|Québec|Lévis|Trois-Rivières|[Cc]afés|Français|Marie-Ève Gagnon|#\w+|"
    r"courtier immobilier(?: résidentiel)?|Immobilier du Fleuve, agence immobilière|vous or tu|"
    r"“(?:Venez|Viens) voir[^”]*”|"
    r"\bVous\b|\bTu\b|lundi au vendredi 9\xa0h à 17\xa0h|mardi au samedi, de 11\xa0h à 21\xa0h|fleuriste"
)
# Programs read these, or they are shown in development only.
LEFT = ("/api/", "/style", "/calendrier/", "/manifest.webmanifest", "/service.js", "/metrics", "/assets/")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.path: list[bool] = []

    @property
    def is_quoting(self) -> bool:
        return any(self.path)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        french = tag in {"script", "style"} or dict(attrs).get("lang") in {"fr", "fr-CA"}
        if not (french or self.is_quoting):
            self.found += [value for name, value in attrs if name in SPOKEN and value]
        if tag not in VOID:
            self.path.append(french)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read a piece of a drawing, which closes at once."""

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self.path:
            self.path.pop()

    def handle_data(self, data: str) -> None:
        if not self.is_quoting:
            self.found.append(data)


def french_of(page: str) -> list[str]:
    """Return what a page says in French."""
    reader = _Page()
    reader.feed(page)
    return [" ".join(words.split()) for words in reader.found if FRENCH.search(NAMES.sub("", words))]


@pytest.fixture
def ids(app: Flask, alice: Person) -> dict[str, Any]:
    found = rows_of(alice)
    alice.user.language = "en"
    # She reads the operator's page too.
    alice.user.is_operator = True
    db.session.commit()
    return found


def test_no_page_of_hers_is_left_in_french(app: Flask, alice: Person, ids: dict[str, Any]) -> None:
    left: dict[str, set[str]] = {}
    read = 0
    for rule, method, path in walk(app, ids):
        if method != "GET" or path.startswith(LEFT):
            continue
        answer = alice.client.get(path)
        text = answer.get_data(as_text=True) if answer.mimetype == "text/html" else answer.get_data() and ""
        if text and answer.status_code == 200:
            read += 1
            for words in french_of(str(text)):
                left.setdefault(words, set()).add(rule.rule)
    assert read > 40
    assert not {words: sorted(pages)[:2] for words, pages in left.items()}
