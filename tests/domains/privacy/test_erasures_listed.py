"""The list of erasures tells one from another by when, how much and who asked, and names none of the erased."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask

from app.core import clock, i18n
from app.core.db import db
from app.domains.privacy import erasing
from app.domains.privacy.models import Erasure
from tests.domains.contents import making
from tests.domains.privacy.erased import erase_person
from tests.people import Person, make_person
from tests.statements import statements

HERE = "/reglages/confidentialite/personne"


def rows(alice: Person) -> list[str]:
    """Return the rows of the list, their unbreakable spaces as plain ones."""
    page = alice.client.get(HERE).text.replace("\u00a0", " ")
    return page.partition("<h2>Effacements</h2>")[2].partition("</ul>")[0].split("</li>")[:-1]


def erased(alice: Person, typed: str, by_id: int) -> Erasure:
    return erase_person(erasing.person(alice.workspace.id, typed), by_id=by_id)


def test_each_says_when_how_much_and_who_asked_and_names_nobody(app: Flask, alice: Person) -> None:
    dora = make_person(app, "dora", workspace=alice.workspace, role="manager")
    content = making.content(alice.workspace)
    content.text = "Marie-Claude Bouliane reçoit au Café Bleu, à Lévis."
    lead = making.lead(alice.workspace, "Auberge Grandmaison")
    db.session.commit()
    with clock.frozen_at(clock.now() - timedelta(days=40)):
        erased(alice, "Marie-Claude Bouliane", alice.user.id)
        when = i18n.moment(clock.now()).replace("\u00a0", " ")
    erase_person(erasing.person(alice.workspace.id, "Auberge Grandmaison", [lead.id]), by_id=dora.user.id)
    newest, oldest = rows(alice)
    assert f"Effacement demandé {when}" in oldest
    assert "1 publication" in oldest and "Demandé par alice@exemple.ca" in oldest
    assert "1 prospect" in newest and "Demandé par dora@exemple.ca" in newest
    assert not any(name in newest + oldest for name in ("Bouliane", "Grandmaison"))


def test_one_that_found_nothing_or_is_under_way_says_so(alice: Person) -> None:
    erased(alice, "marie@cafebleu.ca", alice.user.id)
    erasing.ask(erasing.person(alice.workspace.id, "luc@cafebleu.ca"), by_id=alice.user.id)
    waiting, done = rows(alice)
    assert "Rien n’était gardé d’elle" in done
    assert "gardé" not in waiting and "En attente" in waiting


def test_whoever_asked_and_left_is_said_to_have(app: Flask, alice: Person) -> None:
    dora = make_person(app, "dora", workspace=alice.workspace, role="manager")
    erased(alice, "marie@cafebleu.ca", dora.user.id)
    db.session.delete(dora.user)
    db.session.commit()
    assert "Demandé par une personne partie" in rows(alice)[0]


def test_the_list_asks_as_much_for_ten_as_for_one(alice: Person) -> None:
    asked = []
    for number in range(2):
        for each in range(1 + 9 * number):
            erased(alice, f"n{number}{each}@cafebleu.ca", alice.user.id)
        db.session.expire_all()
        with statements() as seen:
            alice.client.get(HERE)
        asked.append(len(seen))
    assert asked[0] == asked[1]
