"""Roles change, people leave or are taken out, a workspace is handed over; and what was open closes at once."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.core.errors import Conflict
from app.domains.approvals import links
from app.domains.approvals.models import ApprovalLink
from app.domains.audit.models import AuditLine
from app.domains.notifications.choices import row_of
from app.domains.notifications.models import NotificationChoice
from app.domains.workspaces import members, ownership
from app.domains.workspaces.models import Membership, OwnershipOffer
from app.domains.workspaces.services import membership_of
from tests.domains.contents import making
from tests.people import PASSWORD, Person, make_person


def role_of(person: Person) -> str:
    db.session.expire_all()
    found = membership_of(person.user.id, person.workspace.id)
    return found.role if found is not None else ""


@pytest.fixture
def dora(app: Flask, alice: Person) -> Person:
    """She manages alice's workspace."""
    return make_person(app, "dora", workspace=alice.workspace, role="manager")


def test_an_owner_changes_a_role_and_the_next_request_obeys(alice: Person, dora: Person) -> None:
    assert dora.client.get("/profil/logo").status_code == 200
    assert alice.client.post(f"/membres/{dora.user.id}", data={"role": "analyst"}).status_code == 303
    assert role_of(dora) == "analyst"
    assert dora.client.get("/profil/logo").status_code == 403
    line = db.session.scalars(select(AuditLine).where(AuditLine.kind == "member.role_changed")).one()
    assert (line.subject, line.detail, line.by_name) == ("dora@exemple.ca", "manager>analyst", "alice@exemple.ca")


@pytest.mark.parametrize("role", ["owner", "admin", ""])
def test_no_form_makes_an_owner_or_an_unknown_role(alice: Person, dora: Person, role: str) -> None:
    assert alice.client.post(f"/membres/{dora.user.id}", data={"role": role}).status_code == 409
    assert role_of(dora) == "manager"


def test_who_is_taken_out_loses_session_token_and_links_at_once(app: Flask, alice: Person, dora: Person) -> None:
    content = making.content(alice.workspace)
    links.issue(content, dora.user.id)
    row_of(dora.user.id, alice.workspace.id)
    db.session.commit()
    assert alice.client.post(f"/membres/{dora.user.id}?_method=DELETE").status_code == 303
    assert role_of(dora) == ""
    assert dora.client.get("/contenus").location == "/espaces"
    assert dora.client.get("/api/v1/contents", headers=dora.headers).status_code == 401
    assert db.session.scalar(select(func.count(ApprovalLink.id))) == 0
    assert db.session.scalar(select(func.count(NotificationChoice.id))) == 0


def test_who_comes_back_finds_her_old_links_and_tokens_dead(app: Flask, alice: Person, dora: Person) -> None:
    content = making.content(alice.workspace)
    token = links.issue(content, dora.user.id)
    db.session.commit()
    alice.client.post(f"/membres/{dora.user.id}?_method=DELETE")
    db.session.add(Membership(user_id=dora.user.id, workspace_id=alice.workspace.id, role="manager"))
    db.session.commit()
    assert dora.client.get(f"/a/{token}").status_code == 404
    assert dora.client.get("/api/v1/contents", headers=dora.headers).status_code == 401


def test_a_member_leaves_and_the_last_owner_does_not(alice: Person, dora: Person) -> None:
    assert dora.client.post("/espace/depart").location == "/espaces"
    assert role_of(dora) == ""
    assert alice.client.post("/espace/depart").status_code == 409
    assert "seule personne propriétaire" in alice.client.get("/espace/depart").get_data(as_text=True)
    assert role_of(alice) == "owner"


def test_one_of_two_owners_may_leave(app: Flask, alice: Person) -> None:
    eve = make_person(app, "eve", workspace=alice.workspace, role="owner")
    assert eve.client.post("/espace/depart").status_code == 303
    assert role_of(alice) == "owner"


def test_two_owners_who_leave_together_do_not_both_go(app: Flask, alice: Person) -> None:
    eve = make_person(app, "eve", workspace=alice.workspace, role="owner")
    start, answers = threading.Barrier(2), []

    def go(person: Person) -> None:
        start.wait(10)
        # The test's own client would share its session between the two.
        answers.append(FlaskClient.open(person.client, "/espace/depart", method="POST").status_code)

    threads = [threading.Thread(target=go, args=(person,)) for person in (alice, eve)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(answers) == [303, 409]
    assert members.owner_count(alice.workspace.id) == 1


def test_the_second_approver_a_rule_of_two_needs_stays(alice: Person, dora: Person) -> None:
    alice.workspace.approval_rule = "two"
    db.session.commit()
    assert alice.client.post(f"/membres/{dora.user.id}", data={"role": "editor"}).status_code == 409
    assert alice.client.post(f"/membres/{dora.user.id}?_method=DELETE").status_code == 409
    assert dora.client.post("/espace/depart").status_code == 409
    assert role_of(dora) == "manager"


def test_ownership_changes_hands_only_when_the_other_accepts(alice: Person, dora: Person) -> None:
    assert alice.client.post(f"/membres/{dora.user.id}/propriete").status_code == 303
    assert (role_of(alice), role_of(dora)) == ("owner", "manager")
    assert "alice@exemple.ca vous propose" in dora.client.get("/espace/propriete").get_data(as_text=True)
    assert dora.client.post("/espace/propriete").status_code == 303
    assert (role_of(alice), role_of(dora)) == ("manager", "owner")
    assert dora.client.post("/espace/propriete").status_code == 409


def test_only_whom_it_was_offered_to_may_take_it(app: Flask, alice: Person, dora: Person, bob: Person) -> None:
    alice.client.post(f"/membres/{dora.user.id}/propriete")
    assert bob.client.get("/espace/propriete").status_code == 404
    assert bob.client.post("/espace/propriete").status_code == 409
    assert bob.client.post("/espace/propriete?_method=DELETE").status_code == 404
    assert role_of(alice) == "owner"


def test_an_offer_is_declined_withdrawn_and_dies_after_a_week(alice: Person, dora: Person) -> None:
    alice.client.post(f"/membres/{dora.user.id}/propriete")
    assert dora.client.post("/espace/propriete?_method=DELETE").status_code == 303
    assert db.session.scalar(select(func.count(OwnershipOffer.id))) == 0
    alice.client.post(f"/membres/{dora.user.id}/propriete")
    with clock.frozen_at(clock.now() + timedelta(days=7, minutes=1)), pytest.raises(Conflict):
        ownership.take(alice.workspace.id, dora.user)
    assert role_of(alice) == "owner"


def test_an_offer_needs_a_fresh_proof_of_who_asks(alice: Person, dora: Person) -> None:
    with clock.frozen_at(clock.now() + timedelta(minutes=11)):
        assert alice.client.get(f"/membres/{dora.user.id}/propriete").location.startswith("/confirmation")
        assert alice.client.post(f"/membres/{dora.user.id}/propriete").location.startswith("/confirmation")
    assert db.session.scalar(select(func.count(OwnershipOffer.id))) == 0


def test_nobody_reaches_the_people_of_another_workspace(alice: Person, charlie: Person) -> None:
    for path in (f"/membres/{alice.user.id}", f"/membres/{alice.user.id}/propriete"):
        assert charlie.client.get(path).status_code == 404
        assert charlie.client.post(path, data={"role": "client"}).status_code == 404
    assert "alice" not in charlie.client.get("/membres").get_data(as_text=True)


def test_the_demonstrations_account_is_shut_from_no_other_workspace(alice: Person) -> None:
    alice.workspace.is_demo = True
    db.session.commit()
    alice.client.post("/espaces", data={"business_name": "Ailleurs"})
    new = {"present": PASSWORD, "new": "une tout autre phrase", "again": "une tout autre phrase"}
    assert alice.client.post("/profil/mot-de-passe", data=new).status_code == 403
    assert alice.client.post("/securite/fermeture").status_code == 403
    asked = {"email": "x@exemple.ca", "role": "editor"}
    assert alice.client.post("/membres/invitations", data=asked).status_code == 403


def test_whoever_holds_the_demonstrations_password_invites_and_removes_nobody(alice: Person, dora: Person) -> None:
    alice.workspace.is_demo = True
    db.session.commit()
    for path, form in (
        ("/membres/invitations", {"email": "x@exemple.ca", "role": "editor"}),
        (f"/membres/{dora.user.id}", {"role": "client"}),
        (f"/membres/{dora.user.id}?_method=DELETE", {}),
        (f"/membres/{dora.user.id}/propriete", {}),
        ("/espace/depart", {}),
        ("/reglages/confidentialite/fermeture", {"name": alice.workspace.name}),
    ):
        assert alice.client.post(path, data=form).status_code == 403
    assert role_of(dora) == "manager"
