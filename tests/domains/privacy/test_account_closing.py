"""A person closes her own account: in seven days nothing of hers is left but what was done, without her name."""

from __future__ import annotations

import re
import threading
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.core import clock, crypto
from app.core.access import PROOF_LASTS
from app.core.db import Base, db
from app.core.errors import Conflict
from app.domains.accounts.models import ApiToken, Device, Passkey, User
from app.domains.audit.models import AuditLine
from app.domains.contents.models import ContentDecision
from app.domains.notifications.models import Mail
from app.domains.privacy import account_closing, certificates, sweep
from app.domains.privacy.models import Erasure
from app.domains.workspaces import members
from app.domains.workspaces.models import Invitation, Membership, Workspace
from tests.domains.contents import making
from tests.people import Person, make_person

HERE = "/securite/fermeture"


def close_for_good(person: Person) -> Erasure:
    """Let the seven days pass."""
    row = account_closing.waiting(person.user)
    assert row is not None
    number = row.id
    with clock.frozen_at(row.due_at + timedelta(seconds=1)):
        assert sweep.ring_due_account_closings() == 1
        account_closing.close(number)
    return db.session.get_one(Erasure, number, populate_existing=True)


def whereabouts(word: str) -> set[str]:
    """Return the tables that still hold a word."""
    db.session.rollback()
    tables = Base.metadata.sorted_tables
    return {table.name for table in tables if any(word in str(tuple(row)) for row in db.session.execute(select(table)))}


@pytest.fixture
def dora(app: Flask, alice: Person) -> Person:
    """She approves in alice's workspace, and owns none."""
    person = make_person(app, "dora", workspace=alice.workspace, role="manager")
    db.session.add(Passkey(user_id=person.user.id, credential_id="d", public_key=b"k", name="Téléphone"))
    content = making.content(alice.workspace, "pending")
    db.session.commit()
    assert person.client.post(f"/contenus/{content.id}/approbation").status_code in {200, 303}
    person.client.post("/a-venir/pause")
    asked = Invitation(workspace_id=alice.workspace.id, email="dora@exemple.ca", role="manager",
                       expires_at=clock.now(), accepted_at=clock.now())  # fmt: skip
    db.session.add(asked)
    db.session.commit()
    return person


def test_she_asks_and_hears_of_it_by_mail(alice: Person, dora: Person, run_jobs: Any) -> None:
    assert "Fermer mon compte" in dora.client.get("/securite").text
    assert "sans votre nom" in dora.client.get(HERE).text
    assert dora.client.post(HERE).status_code == 303
    run_jobs()
    mail = db.session.scalars(select(Mail).where(Mail.recipient == "dora@exemple.ca", Mail.kind == "account")).one()
    assert mail.subject == "Votre compte se fermera dans sept jours"
    assert "Fermeture prévue" in dora.client.get(HERE).text
    assert dora.client.get("/tableau-de-bord").status_code == 200
    dora.client.post(HERE)
    assert db.session.scalar(select(func.count(Erasure.id))) == 1


def test_after_seven_days_she_is_nowhere_and_what_she_did_stays(app: Flask, alice: Person, dora: Person) -> None:
    decided = db.session.scalar(select(func.count(ContentDecision.id)))
    paused = select(AuditLine).where(AuditLine.kind == "setting.paused")
    assert db.session.scalars(paused).one().by_name == "dora@exemple.ca"
    assert "dora@exemple.ca" in alice.client.get("/activite").text
    token, number = dora.headers, dora.user.id
    dora.client.post(HERE)
    row = close_for_good(dora)
    mails = db.session.scalars(select(Mail).where(Mail.recipient == "dora@exemple.ca")).all()
    assert [mail.kind for mail in mails] == ["account_erased"]
    assert row.digest in crypto.unseal(mails[0].text)
    assert whereabouts("dora@exemple.ca") == {"mails"}
    for model in (User, Membership, ApiToken, Device, Passkey):
        column = model.id if model is User else model.user_id
        assert db.session.scalar(select(func.count()).select_from(model).where(column == number)) == 0
    assert db.session.scalar(select(func.count(ContentDecision.id))) == decided
    line = db.session.scalars(paused.execution_options(populate_existing=True)).one()
    assert (line.by_name, line.address) == ("", "")
    assert "Une personne partie" in alice.client.get("/activite").text
    assert dora.client.get("/tableau-de-bord").status_code == 303
    assert app.test_client().get("/api/v1/metrics", headers=token).status_code == 401
    assert certificates.is_whole(row)
    assert (row.certificate["counts"]["users"], row.certificate["counts"]["passkeys"]) == (1, 1)
    assert "dora" not in certificates.canonical(row.certificate)
    assert db.session.scalar(select(func.count(Invitation.id))) == 0
    assert db.session.scalar(select(func.count(Workspace.id))) == 1


def test_the_only_owner_is_shown_the_way_out_instead(alice: Person, bob: Person) -> None:
    page = alice.client.get(HERE).text
    assert "la seule personne propriétaire" in page
    ways = re.findall(r'href="([^"]*espace=\d+)"', page)
    assert [way.partition("?")[0] for way in ways] == ["/membres", "/reglages/confidentialite/fermeture"]
    assert all(alice.client.get(way, follow_redirects=True).status_code == 200 for way in ways)
    assert alice.client.post(HERE).status_code == 409
    assert db.session.scalar(select(func.count(Erasure.id))) == 0
    assert bob.client.post(HERE).status_code == 303


def test_one_owner_of_two_may_go_and_the_other_keeps_the_workspace(app: Flask, alice: Person) -> None:
    other = make_person(app, "olga", workspace=alice.workspace, role="owner")
    assert other.client.post(HERE).status_code == 303
    close_for_good(other)
    assert db.session.scalars(select(User.email)).all() == ["alice@exemple.ca"]
    assert alice.client.get("/tableau-de-bord").status_code == 200


def test_who_came_to_own_a_workspace_alone_meanwhile_is_kept(app: Flask, alice: Person) -> None:
    other = make_person(app, "olga", workspace=alice.workspace, role="owner")
    other.client.post(HERE)
    db.session.query(Membership).filter_by(user_id=alice.user.id).update({"role": "manager"})
    db.session.commit()
    row = close_for_good(other)
    assert row.state == "cancelled"
    assert row.sealed_recipient == ""
    assert db.session.get(User, other.user.id) is not None
    assert "la seule personne propriétaire" in other.client.get(HERE).text


def test_a_change_of_mind_keeps_all(bob: Person) -> None:
    bob.client.post(HERE)
    due = account_closing.waiting(bob.user)
    assert due is not None
    account_closing.close(due.id)
    assert bob.client.post(f"{HERE}?_method=DELETE").status_code == 303
    assert account_closing.waiting(bob.user) is None
    with clock.frozen_at(clock.now() + timedelta(days=8)):
        assert sweep.ring_due_account_closings() == 0
        account_closing.close(due.id)
    assert bob.client.get("/tableau-de-bord").status_code == 200
    kinds = db.session.scalars(select(AuditLine.kind).where(AuditLine.person_id == bob.user.id)).all()
    assert {"security.closing_asked", "security.closing_cancelled"} <= set(kinds)


def test_what_began_is_not_stopped(bob: Person) -> None:
    bob.client.post(HERE)
    row = account_closing.waiting(bob.user)
    assert row is not None
    row.state = "running"
    db.session.commit()
    with pytest.raises(Conflict):
        account_closing.cancel(bob.user)


def test_closing_asks_who_one_is(bob: Person) -> None:
    with clock.frozen_at(clock.now() + PROOF_LASTS):
        answer = bob.client.post(HERE)
    assert (answer.status_code, answer.location.partition("?")[0]) == (303, "/confirmation")
    assert account_closing.waiting(bob.user) is None


def test_a_person_without_any_workspace_may_go_too(bob: Person) -> None:
    db.session.query(Membership).filter_by(user_id=bob.user.id).delete()
    db.session.commit()
    assert bob.client.get(HERE).status_code == 200
    assert bob.client.post(HERE).status_code == 303
    number = bob.user.id
    close_for_good(bob)
    assert db.session.scalar(select(func.count(User.id)).where(User.id == number)) == 0


def test_one_change_of_mind_undoes_two_touches(bob: Person) -> None:
    bob.client.post(HERE)
    row = account_closing.waiting(bob.user)
    assert row is not None
    # As two touches at once left them, before the second waited for the first.
    twin = Erasure(workspace_id=0, subject="account", code=crypto.new_code(), asked_by=bob.user.id, due_at=row.due_at,
                   sealed_recipient=row.sealed_recipient)  # fmt: skip
    db.session.add(twin)
    db.session.commit()
    bob.client.post(f"{HERE}?_method=DELETE")
    assert account_closing.waiting(bob.user) is None
    with clock.frozen_at(clock.now() + timedelta(days=8)):
        assert sweep.ring_due_account_closings() == 0


def test_two_owners_whose_days_end_together_do_not_both_go(app: Flask, alice: Person) -> None:
    other = make_person(app, "olga", workspace=alice.workspace, role="owner")
    numbers, start = [], threading.Barrier(2)
    for person in (alice, other):
        account_closing.ask(person.user)
        row = account_closing.waiting(person.user)
        assert row is not None
        row.due_at = clock.now()
        numbers.append(row.id)
    db.session.commit()

    def go(number: int) -> None:
        start.wait(10)
        with app.app_context():
            account_closing.close(number)

    threads = [threading.Thread(target=go, args=(each,)) for each in numbers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    db.session.rollback()
    states = [db.session.get_one(Erasure, each, populate_existing=True).state for each in numbers]
    assert sorted(states) == ["cancelled", "done"]
    assert members.owner_count(alice.workspace.id) == 1


def test_what_a_dead_worker_left_of_who_must_stay_is_given_up(app: Flask, alice: Person) -> None:
    other = make_person(app, "olga", workspace=alice.workspace, role="owner")
    other.client.post(HERE)
    row = account_closing.waiting(other.user)
    assert row is not None
    row.state, row.due_at, row.lease_until = "running", clock.now(), clock.now() - timedelta(minutes=1)
    db.session.query(Membership).filter_by(user_id=alice.user.id).update({"role": "manager"})
    db.session.commit()
    assert sweep.ring_due_account_closings() == 1
    account_closing.close(row.id)
    assert (row.state, row.sealed_recipient) == ("cancelled", "")
    assert sweep.ring_due_account_closings() == 0
    assert db.session.get(User, other.user.id) is not None


def test_who_is_given_the_number_of_somebody_gone_keeps_her_account(app: Flask, alice: Person, bob: Person) -> None:
    """SQLite numbers a new row as the last one that went."""
    bob.client.post(HERE)
    row = account_closing.waiting(bob.user)
    assert row is not None
    due, number, asked = row.id, bob.user.id, row.asked_at
    db.session.delete(db.session.get_one(User, number))
    db.session.commit()
    other = User(id=number, email="neuve@exemple.ca", password_hash="-", created_at=asked + timedelta(days=1))
    db.session.add(other)
    db.session.commit()
    assert account_closing.waiting(other) is None
    with clock.frozen_at(asked + timedelta(days=8)):
        account_closing.close(due)
    assert db.session.scalar(select(func.count(User.id)).where(User.id == number)) == 1
    assert db.session.get_one(Erasure, due).state == "cancelled"
