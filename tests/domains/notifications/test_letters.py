"""Every mail says the same in its text as in its HTML, watches nobody, and offers the way out."""

from __future__ import annotations

import dataclasses
import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from flask import Flask

from app import ROOT
from app.core import clock
from app.core.i18n import _l, speaking
from app.core.mail import compose
from app.domains.accounts.changes import Change
from app.domains.compliance.french import lint
from app.domains.notifications import weekly_words
from app.domains.notifications.account_words import SECURITY
from app.domains.notifications.digest import Card
from app.domains.notifications.letters import render_letter
from app.domains.notifications.weekly_words import Week
from app.domains.publishing.access import Held
from tests.test_every_page_in_english import french_of

ADDRESS = "http://localhost/la-page"
WEEK = Week(2, 9, 1, 3)


class Named:
    """A row, as a template sees it."""

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)


def samples() -> dict[str, dict[str, Any]]:
    now = clock.now()
    cards = [Card(f"Café {sign}", "Lévis", "Un texte.\n\nSa suite.", ["Lévis"], "Une affiche", 80, f"{ADDRESS}{sign}",
                  "image", sign == "A") for sign in "AB"]  # fmt: skip
    account = Named(account_name="Camille Roy", connected_at=now)
    delivery = Named(content=Named(heading="Café Bleu"), connection=account, published_at=now, url=ADDRESS)
    refusal = {"heading": "Café Bleu", "text": "Un texte.", "address": ADDRESS, "reason": "Raccourcissez le texte."}
    return {
        "to_approve": {"workspace": Named(name="Chez Alice"), "cards": cards, "count": 4, "left": 2, "hours": 72},
        "leads_ready": {"campaign": Named(name="Cafés", city="Lévis"), "count": 3, "address": ADDRESS},
        "published": {"deliveries": [delivery], "count": 1, "left": 0},
        "weekly": {"figure": weekly_words.figure(WEEK), "meaning": weekly_words.meaning(WEEK),
                   "step": weekly_words.step(WEEK)},
        "welcome": {"workspace": Named(name="Chez Alice"), "address": ADDRESS, "guide": ADDRESS + "2"},
        "connected": {"connection": account, "network": "LinkedIn", "address": ADDRESS},
        "late": {"count": 2, "address": ADDRESS},
        "refused": {"account": "LinkedIn, Camille", "count": 1, "left": 0, "refusals": [refusal]},
        "unconfirmed": {"network": "LinkedIn", "heading": "Café Bleu", "text": "Un texte.", "address": ADDRESS},
        "reconnect": {"network": "LinkedIn", "end": now + timedelta(days=6), "days_left": 6, "is_lost": False,
                      "sentence": "Votre accès finit bientôt.", "why": "", "held": Held(), "address": ADDRESS},
        **{f"account_{what}": {"email": "alice@exemple.ca", "address": ADDRESS, "until": now + timedelta(days=1)}
           for what in ("verify", "reset", "change")},
        "password_changed": {"at": now, "address": ADDRESS, "contact": "aide@exemple.ca"},
        "email_changed": {"at": now, "address": ADDRESS, "contact": "aide@exemple.ca"},
        "security_changed": {"heading": SECURITY[Change.PASSKEY_ADDED], "at": now, "address": ADDRESS,
                             "contact": "aide@exemple.ca"},
        "webhook_disabled": {"place": "exemple.ca", "address": ADDRESS},
        "account_closing": {"heading": SECURITY[Change.CLOSING], "at": now, "address": ADDRESS,
                            "contact": "aide@exemple.ca"},
        "account_erased": {"address": ADDRESS, "digest": "0f" * 32},
        "workspace_erased": {"address": ADDRESS, "digest": "0f" * 32},
        "privacy_confirm": {"workspace": Named(name="Chez Alice"), "address": ADDRESS},
        "privacy_request": {"workspace": Named(name="Chez Alice"), "days": 9, "asked": _l("Les faire effacer"),
                            "address": ADDRESS},
        "invitation": {"workspace": Named(name="Chez Alice"), "inviter": "alice@exemple.ca", "role": "Client",
                       "expires_at": now, "address": ADDRESS},
        "ownership": {"workspace": Named(name="Chez Alice"), "giver": "alice@exemple.ca", "expires_at": now,
                      "address": ADDRESS},
        "alarm": {"is_well": False, "since": now, "troubles": [("Café Bleu", "Un texte.")], "address": ADDRESS},
        "version_retired": {"network": "LinkedIn", "version": "202609", "count": 2},
    }  # fmt: skip


def folders() -> list[str]:
    return sorted(each.name for each in (ROOT / "templates" / "emails").iterdir() if each.is_dir())


@pytest.mark.parametrize("kind", folders())
def test_a_mail_says_the_same_both_ways(app: Flask, kind: str) -> None:
    way_out = "http://localhost/desabonnement/jeton"
    words = render_letter(kind, unsubscribe_url=way_out, **samples()[kind])
    assert words.subject and "\n" not in words.subject
    body = re.sub(r"<style.*?</style>|<title.*?</title>", " ", words.html, flags=re.DOTALL)
    body = re.sub(r'<div class="preheader".*?</div>', " ", body, flags=re.DOTALL)
    shown = set(re.findall(r"\w+", unescape(re.sub(r"<[^>]+>", " ", body)).lower()))
    assert not shown - set(re.findall(r"\w+", words.text.lower())) - {"astrogrowth"}
    for address in re.findall(r'href="([^"]+)"', body):
        assert address in words.text or "openstreetmap" in address
    assert way_out in words.text
    assert len(words.html) < 30_000


@pytest.mark.parametrize("kind", folders())
def test_a_mail_says_whose_it_is_and_where_they_are(app: Flask, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    identity = "AstroGrowth inc., 1, rue Principale, Lévis (Québec) G6V 1A1"
    monkeypatch.setitem(app.config, "SETTINGS", dataclasses.replace(app.config["SETTINGS"], mail_identity=identity))
    words = render_letter(kind, **samples()[kind])
    assert identity in words.text and identity in words.html


@pytest.mark.parametrize("kind", folders())
def test_a_mail_watches_nobody_and_is_written_on_its_elements(app: Flask, kind: str) -> None:
    html = render_letter(kind, **samples()[kind]).html
    assert not re.search(r'(?:src|background)="http|url\(|<script|<link|@import', html)
    assert 'style="' in html and "prefers-color-scheme: dark" in html
    assert "/desabonnement/" not in html


@pytest.mark.parametrize("kind", folders())
def test_a_mail_is_written_in_the_french_of_quebec(app: Flask, kind: str) -> None:
    words = render_letter(kind, **samples()[kind])
    text = re.sub(r"https?://\S+", "", words.text)
    for line in filter(None, map(str.strip, [words.subject, *text.split("\n")])):
        assert not lint(line, names=["AstroGrowth", "LinkedIn", "OpenStreetMap", "ODbL", "API"]), line


@pytest.mark.parametrize("kind", folders())
def test_a_mail_in_english_holds_no_french_of_ours(app: Flask, kind: str) -> None:
    with speaking("en"):
        words = render_letter(kind, unsubscribe_url=ADDRESS, **samples()[kind])
    given = r"Café|Une affiche|Un texte\.|Sa suite\.|Votre accès finit bientôt\.|Raccourcissez le texte\.|https?://\S+"
    assert '<html lang="en-CA"' in words.html
    for said in (words.subject, words.text, re.sub(r"<style.*?</style>", "", words.html, flags=re.DOTALL)):
        assert not french_of(re.sub(given, "", said))


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0c", "\x1d", "\r\n"])
def test_a_name_that_ends_a_line_keeps_no_mail_from_leaving(app: Flask, sign: str) -> None:
    shown = samples()["invitation"] | {"workspace": Named(name=f"Chez{sign}Bcc: zoe@exemple.ca")}
    message = compose(render_letter("invitation", **shown), sender="a@exemple.ca", to="b@exemple.ca")
    assert message["Subject"] == "Rejoignez Chez Bcc: zoe@exemple.ca sur AstroGrowth" and message["Bcc"] is None
