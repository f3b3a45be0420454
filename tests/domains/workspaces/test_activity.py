"""The journal of activity: who did what, in French, by person, kind and period; and nothing of other workspaces."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask

from app.core import clock
from app.core.db import db
from app.domains.audit import services as audit
from app.domains.audit.actors import Actor
from app.domains.workspaces import trail
from tests.people import Person


def page(person: Person, query: str = "") -> str:
    return person.client.get(f"/activite{query}").get_data(as_text=True)


def test_what_an_owner_does_is_read_in_french(alice: Person, bob: Person) -> None:
    alice.client.post(f"/membres/{bob.user.id}", data={"role": "client"})
    said = page(alice)
    assert "Rôle changé" in said
    assert "bob@exemple.ca" in said
    assert "analyste, puis client" in said
    assert "dans l’application, réseau 127.0.0.0/24" in said


def test_it_is_filtered_by_kind_person_and_period(alice: Person, bob: Person) -> None:
    with clock.frozen_at(clock.now() - timedelta(days=40)):
        audit.record("setting.paused", workspace_id=alice.workspace.id, actor=Actor(bob.user.id, "page"))
    audit.record("member.left", workspace_id=alice.workspace.id, actor=Actor(alice.user.id, "page"))
    db.session.commit()
    day = (clock.today() - timedelta(days=2)).isoformat()
    assert "Envois mis en pause" in page(alice)
    for query in ("?genre=member", f"?personne={alice.user.id}", f"?du={day}"):
        said = page(alice, query)
        assert "Départ de l’espace" in said
        assert "Envois mis en pause" not in said
    assert "Départ de l’espace" not in page(alice, f"?au={day}")
    for nonsense in ("?genre=x&personne=y&du=z&au=0001-01-01&apres=-1", "?apres=99999999999999999999"):
        assert alice.client.get(f"/activite{nonsense}").status_code == 200


def test_every_line_is_reached_page_by_page_once(alice: Person) -> None:
    for _number in range(trail.PAGE * 2 + 5):
        audit.record("setting.paused", workspace_id=alice.workspace.id)
    db.session.commit()
    seen: list[int] = []
    after: int | None = None
    while True:
        found = trail.page(alice.workspace.id, trail.Asked(), after)
        seen += [line.id for line in found.items]
        if found.next is None:
            break
        after = found.next
    assert len(seen) == len(set(seen)) == trail.PAGE * 2 + 5


def test_what_members_do_to_their_accounts_shows_since_they_came_and_no_strangers(
    app: Flask, alice: Person, bob: Person, charlie: Person
) -> None:
    with clock.frozen_at(clock.now() - timedelta(days=3)):
        audit.record("security.second_step_on", person_id=bob.user.id, actor=Actor(bob.user.id, "page"))
    audit.record("security.password_changed", person_id=bob.user.id, actor=Actor(bob.user.id, "page"))
    audit.record("security.password_changed", person_id=charlie.user.id, actor=Actor(charlie.user.id, "page"))
    audit.record("member.left", workspace_id=charlie.workspace.id)
    db.session.commit()
    found = [(line.kind, line.by_id) for line in trail.page(alice.workspace.id, trail.Asked()).items]
    assert found == [("security.password_changed", bob.user.id)]


def test_the_file_holds_what_the_page_shows_and_its_own_line(alice: Person) -> None:
    audit.record("member.invited", workspace_id=alice.workspace.id, subject="=HYPERLINK(1)", detail="editor")
    db.session.commit()
    answer = alice.client.get("/activite.csv")
    text = answer.get_data(as_text=True)
    assert answer.mimetype == "text/csv"
    assert "Invitation envoyée;'=HYPERLINK(1);éditeur" in text
    assert "Journal d’activité exporté" in text
