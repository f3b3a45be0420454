"""The log of decisions reads like a story, narrows, turns its pages and leaves as a file."""

from __future__ import annotations

import csv
import io
import re

import pytest
from flask import Flask
from sqlalchemy import delete, event

from app.core.db import db
from app.domains.contents import journal, services
from app.domains.contents.models import Content
from app.domains.contents.services import decisions
from app.domains.contents.services.decisions import Origin
from tests.domains.contents import making
from tests.people import Person, make_person

JOURNAL = "/contenus/journal"


def decided(person: Person, count: int = 1) -> Content:
    """Add a publication that was rejected and taken up again, `count` lines in all."""
    content = making.content(person.workspace)
    for number in range(count):
        kind = "reopened" if number % 2 else "rejected"
        decisions.record(content, kind, by=person.user.id, origin=Origin("app", "203.0.113.7"))
    db.session.commit()
    return content


def shown(page: str) -> list[str]:
    return re.findall(r"<strong>([^<]+)</strong>", page)


def test_a_thumb_leaves_its_line_where_one_can_read_it(alice: Person) -> None:
    content = making.content(alice.workspace)
    here = f"/contenus/{content.id}"
    assert f'href="{here}/journal"' in alice.client.get(here).text
    assert "Rien n’a encore été décidé" in alice.client.get(f"{here}/journal").text
    assert "s’inscriront ici" in alice.client.get(JOURNAL).text
    alice.client.post(f"{here}/rejet")
    alice.client.delete(f"{here}/rejet")
    alice.client.post(f"{here}/approbation")
    alice.client.delete(f"{here}/approbation")
    for address in (f"{here}/journal", JOURNAL):
        page = alice.client.get(address).text
        assert shown(page) == ["Remise à approuver", "Approuvée", "Remise à approuver", "Rejetée"]
        assert page.count("alice@exemple.ca, dans l’application, 127.0.0.1.") == 4
    assert f'<a class="row" href="{here}">' in page and "Rejetée</strong> · Café Bleu<br>" in page


def test_what_the_rule_approved_says_so(alice: Person) -> None:
    content = making.content(alice.workspace)
    services.approve(content, None)
    db.session.commit()
    page = alice.client.get(f"/contenus/{content.id}/journal").text
    assert shown(page) == ["Approuvée par la règle de l’espace"]
    assert "Règle de l’espace, automatiquement." in page and "Note\u00a0: 80, à partir de 70." in page


def test_it_narrows_to_a_gesture_and_to_a_person(app: Flask, alice: Person) -> None:
    dora = make_person(app, "dora", workspace=alice.workspace, role="client")
    decided(alice, 2)
    decided(dora, 1)
    assert shown(alice.client.get(f"{JOURNAL}?geste=reopened").text) == ["Remise à approuver"]
    page = alice.client.get(f"{JOURNAL}?geste=rejected&personne={dora.user.id}").text
    assert shown(page) == ["Rejetée"] and f'value="{dora.user.id}" selected' in page
    assert "Aucune décision ne répond" in alice.client.get(f"{JOURNAL}?geste=photo").text
    for odd in ("?geste=inventé", "?personne=x", "?personne=99999999999999999999", "?apres=-1"):
        assert len(shown(alice.client.get(JOURNAL + odd).text)) == 3, odd


def test_it_turns_its_pages_without_a_gap_or_a_repeat(alice: Person) -> None:
    decided(alice, journal.PAGE + 3)
    first = alice.client.get(JOURNAL).text
    assert len(shown(first)) == journal.PAGE
    [following] = re.findall(r'href="([^"]*apres=\d+[^"]*)"', first)
    last = alice.client.get(following.replace("&amp;", "&")).text
    assert len(shown(last)) == 3 and "Revenir au début" in last


def test_a_page_costs_the_same_whatever_its_length(alice: Person) -> None:
    said: list[str] = []

    def count() -> int:
        db.session.commit()
        said.clear()
        alice.client.get(JOURNAL)
        return len(said)

    listen = lambda *about: said.append(about[2])  # noqa: E731  # the same object is listened with, and removed
    event.listen(db.engine, "before_cursor_execute", listen)
    try:
        decided(alice, 2)
        few = count()
        decided(alice, 30)
        assert count() == few > 0
    finally:
        event.remove(db.engine, "before_cursor_execute", listen)


def test_a_publication_that_is_gone_keeps_its_lines_and_loses_its_name(alice: Person) -> None:
    content = decided(alice)
    db.session.execute(delete(Content).where(Content.id == content.id))
    db.session.commit()
    page = alice.client.get(JOURNAL).text
    assert f"Publication n°\u00a0{content.id}, supprimée" in page and "Café Bleu" not in page
    # The database may give its number again: the former lines are not the new one's.
    making.content(alice.workspace, id=content.id, text="Une autre.")
    assert shown(alice.client.get(f"/contenus/{content.id}/journal").text) == []
    assert "supprimée" in alice.client.get(JOURNAL).text


def test_it_leaves_as_a_file_of_the_present_filters(alice: Person, charlie: Person) -> None:
    decided(alice, journal.PIECE // 100)
    decided(charlie)
    own = making.content(alice.workspace, lead_id=None, title="=1+1;« fête »")
    services.reject(own, alice.user.id)
    answer = alice.client.get(f"{JOURNAL}.csv")
    assert answer.mimetype == "text/csv" and "decisions-" in answer.headers["Content-Disposition"]
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";"))
    assert rows[0][:3] == ["Date et heure", "Geste", "Publication"]
    assert len(rows) == 7
    assert rows[1][1:4] == ["Rejetée", "'=1+1;« fête »", "alice@exemple.ca"]
    assert rows[2][2:6] == ["Café Bleu", "alice@exemple.ca", "dans l’application", "203.0.113.7"]
    assert len(alice.client.get(f"{JOURNAL}.csv?geste=reopened").text.splitlines()) == 3


@pytest.mark.parametrize("role", ["analyst", "editor"])
def test_each_member_reads_it_and_nobody_else(app: Flask, alice: Person, charlie: Person, role: str) -> None:
    content = decided(alice)
    dora = make_person(app, "dora", workspace=alice.workspace, role=role)
    customer = make_person(app, "client", workspace=alice.workspace, role="client")
    for address in (JOURNAL, f"{JOURNAL}.csv", f"/contenus/{content.id}/journal"):
        assert customer.client.get(address).status_code == 403
        assert "Rejetée" in dora.client.get(address).text
        assert "Rejetée</strong>" not in (found := charlie.client.get(address).text) and "alice@" not in found
    assert charlie.client.get(f"/contenus/{content.id}/journal").status_code == 404
