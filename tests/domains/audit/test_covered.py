"""What the journal of activity covers: a gesture of each family leaves its line, with who did it."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from app.core.db import db
from app.domains.audit.models import AuditLine
from app.domains.publishing.models import Delivery
from tests.factories.publishing import put
from tests.people import PASSWORD, Person
from tests.test_every_route import rows_of

GESTURES = [
    ("/a-venir/pause", {}, "setting.paused", ""),
    ("/profil", {"approval_rule": "none", "name": "Chez Alice"}, "setting.approval_rule", "one>none"),
    ("/membres/invitations", {"email": "n@exemple.ca", "role": "client"}, "member.invited", "client"),
    ("/a-venir/calendrier", {}, "setting.calendar_opened", ""),
    ("/espaces", {"business_name": "Chez Neuf"}, "setting.workspace_opened", ""),
]


def lines() -> list[AuditLine]:
    return list(db.session.scalars(select(AuditLine).order_by(AuditLine.id)))


@pytest.mark.parametrize(("path", "form", "kind", "detail"), GESTURES)
def test_a_gesture_leaves_its_line(
    app: Flask, alice: Person, path: str, form: dict[str, str], kind: str, detail: str
) -> None:
    alice.client.post(path, data=form)
    found = [(line.detail, line.by_name, line.door) for line in lines() if line.kind == kind]
    assert found == [(detail, "alice@exemple.ca", "page")]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/prospects/export.csv", "export.leads"),
        ("/contenus/journal.csv", "export.decisions"),
        ("/resultats.csv", "export.results"),
        ("/activite.csv", "export.audit"),
        ("/reglages/confidentialite/consentements/registre.csv", "export.consents"),
    ],
)
def test_a_file_taken_away_leaves_its_line(app: Flask, alice: Person, path: str, kind: str) -> None:
    assert alice.client.get(path).status_code == 200
    assert [line.kind for line in lines()] == [kind]


def test_a_new_password_leaves_its_line_on_the_account_not_on_a_workspace(app: Flask, alice: Person) -> None:
    new = "une toute autre phrase"
    alice.client.post("/profil/mot-de-passe", data={"present": PASSWORD, "new": new})
    line = lines()[-1]
    assert (line.kind, line.person_id, line.workspace_id) == ("security.password_changed", alice.user.id, None)
    assert line.by_name == "alice@exemple.ca"
    assert new not in repr([vars(each) for each in lines()])


def test_what_is_erased_for_good_leaves_its_line_and_no_name_of_a_prospect(app: Flask, alice: Person) -> None:
    ids = rows_of(alice)
    put(db.session.get_one(Delivery, ids["delivery_id"]), state="cancelled")
    assert alice.client.post(f"/prospects/{ids['lead_id']}/oubli").status_code == 303
    assert alice.client.delete(f"/campagnes/{ids['campaign_id']}").status_code == 303
    assert [(line.kind, line.by_name) for line in lines()] == [
        ("erasure.lead", "alice@exemple.ca"), ("erasure.campaign", "alice@exemple.ca"),
    ]  # fmt: skip
