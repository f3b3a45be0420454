"""A short link leads where its author said, counts people, and keeps nothing about them."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.core.db import db
from app.domains.contents.models import Content
from app.domains.publishing import links, services
from app.domains.publishing.models import Link, LinkDay
from tests.domains.contents import making
from tests.factories.publishing import at_once, put
from tests.people import Person

PHONE = "Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36"
TARGET = "https://exemple.ca/menu?saison=hiver"


@pytest.fixture
def content(alice: Person) -> Content:
    return making.content(alice.workspace)


@pytest.fixture
def link(content: Content) -> Link:
    return services.add_link(content, TARGET, demo=False)


def visits() -> int:
    db.session.rollback()
    return sum(row.visits for row in db.session.query(LinkDay))


def test_a_link_is_made_put_in_the_text_and_seen_there(alice: Person, content: Content) -> None:
    here = f"/contenus/{content.id}/liens"
    assert alice.client.post(here, data={"adresse": "exemple.ca/menu"}).status_code == 303
    made = db.session.query(Link).one()
    assert made.target == "https://exemple.ca/menu"
    assert len(made.code) >= 7 and set(made.code) <= set(links.ALPHABET) and not set(made.code) & set("0o1il")
    assert f"localhost/l/{made.code}" in alice.client.get(here).text
    assert alice.client.post(f"{here}/{made.id}/texte").status_code == 303
    assert making.reread(content).text == f"{making.TEXT}\n\nhttp://localhost/l/{made.code}"
    alice.client.post(f"{here}/{made.id}/texte")
    assert making.reread(content).text.count("/l/") == 1, "a second touch wrote it twice"


def test_following_it_counts_each_person_once_and_keeps_nothing_else(client: FlaskClient, link: Link) -> None:
    for code in (link.code, link.code.upper()):
        answer = client.get(f"/l/{code}", headers={"User-Agent": PHONE})
        assert (answer.status_code, answer.location) == (302, TARGET)
        assert answer.headers["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in answer.headers
    assert visits() == 2
    assert set(LinkDay.__table__.columns.keys()) == {"id", "link_id", "day", "visits"}


@pytest.mark.parametrize(
    ("method", "headers"),
    [
        ("HEAD", {"User-Agent": PHONE}),
        ("GET", {"User-Agent": PHONE, "Sec-Purpose": "prefetch;prerender"}),
        ("GET", {"User-Agent": PHONE, "X-Moz": "prefetch"}),
        ("GET", {"User-Agent": "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient)"}),
        ("GET", {"User-Agent": "facebookexternalhit/1.1"}),
        ("GET", {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"}),
        ("GET", {"User-Agent": "Slackbot-LinkExpanding 1.0"}),
        ("GET", {"User-Agent": "WhatsApp/2.23"}),
        ("GET", {"User-Agent": "curl/8.5"}),
        ("GET", {"User-Agent": ""}),
    ],
)
def test_a_machine_is_led_but_not_counted(
    client: FlaskClient, link: Link, method: str, headers: dict[str, str]
) -> None:
    assert client.open(f"/l/{link.code}", method=method, headers=headers).status_code == 302
    assert visits() == 0


@pytest.mark.parametrize(
    "agent",
    [
        PHONE,
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [LinkedInApp]/9.29",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0",
        "Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
    ],
)
def test_a_browser_is_a_person(agent: str) -> None:
    assert links.is_person("GET", {"User-Agent": agent})


def test_an_unknown_code_is_a_page_in_french(client: FlaskClient) -> None:
    answer = client.get("/l/inconnu", headers={"User-Agent": PHONE})
    assert answer.status_code == 404
    assert "Cette page n’existe pas" in answer.text


@pytest.mark.parametrize(
    "typed",
    ["", "javascript:alert(1)", "data:text/html,x", "ftp://exemple.ca", "http://127.0.0.1/", "http://localhost/x",
     "https://banque.ca@pirate.ca/", "https://192.168.0.1", "https://intranet", "https://exemple.ca/\r\nSet-Cookie: a",
     "http://2130706433/", "//", "https://exemple.ca/" + "a" * 500, "http://localhost/l/abcdefgh"],
)  # fmt: skip
def test_no_reader_is_sent_anywhere_that_is_no_public_page(alice: Person, content: Content, typed: str) -> None:
    answer = alice.client.post(f"/contenus/{content.id}/liens", data={"adresse": typed})
    assert answer.status_code == 422
    assert "Écrivez une adresse publique" in answer.text
    assert db.session.query(Link).count() == 0


def test_the_demonstration_whose_account_is_everyones_makes_no_link(alice: Person, content: Content) -> None:
    put(alice.workspace, is_demo=True)
    assert alice.client.post(f"/contenus/{content.id}/liens", data={"adresse": TARGET}).status_code == 409
    assert db.session.query(Link).count() == 0


def test_two_people_at_the_same_instant_are_both_counted(app: Flask, link: Link) -> None:
    link_id = link.id
    at_once(app, [lambda: services.count_visit(link_id)] * 6)
    assert visits() == 6
    assert db.session.query(LinkDay).count() == 1


@pytest.mark.parametrize(("kind", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_its_code_is_downloaded_as_a_picture(
    alice: Person, content: Content, link: Link, kind: str, begins: bytes
) -> None:
    answer = alice.client.get(f"/contenus/{content.id}/liens/{link.id}/code.{kind}")
    assert answer.data.startswith(begins)
    assert "attachment" in answer.headers["Content-Disposition"]


def test_a_link_is_of_its_publication_alone(alice: Person, link: Link) -> None:
    other = making.content(alice.workspace)
    assert alice.client.post(f"/contenus/{other.id}/liens/{link.id}/texte").status_code == 404


def test_a_link_does_not_make_a_machines_words_a_persons(alice: Person) -> None:
    content = making.content(alice.workspace, text=f"{making.TEXT}\n\nÀ 14,95 $ le midi.", writer="offline")
    link = services.add_link(content, "https://exemple.ca/menu", demo=False)
    # Letters and digits of a code are no claim.
    link.code = "ab23cd45"
    services.put_in_text(content, link, alice.user.id)
    blocking = [flag["code"] for flag in content.flags if flag["blocking"]]
    assert (content.writer, blocking) == ("offline", ["fact_price"])
    assert content.text.endswith("/l/ab23cd45")


@pytest.mark.parametrize("code", ["%00", "abc%00defg", "%ff", "é" * 8, "a" * 4000, "..%2f..%2fa"])
def test_what_no_code_is_made_of_is_not_found(client: FlaskClient, code: str) -> None:
    assert client.get(f"/l/{code}").status_code == 404
