"""Invitations: mailed once an asking, taken once, by the address they were sent to, within seven days."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.core.errors import Conflict
from app.domains.accounts.models import User
from app.domains.accounts.services import AccountError
from app.domains.audit.models import AuditLine
from app.domains.workspaces import invitations
from app.domains.workspaces.models import Invitation, Membership
from app.domains.workspaces.services import membership_of
from app.sandbox.mailbox.letters import open_letters
from app.sandbox.server import RunningSandbox
from tests.people import PASSWORD, Person, make_person

Jobs = Callable[..., int]


@dataclass
class Guestbook:
    """Alice invites from her page; the letters arrive in the sandbox's mailbox."""

    alice: Person
    sandbox: RunningSandbox
    run_jobs: Jobs

    def invite(self, email: str = "nadia@exemple.ca", role: str = "editor") -> str:
        """Invite an address; return the path of the link it received."""
        answer = self.alice.client.post("/membres/invitations", data={"email": email, "role": role})
        assert answer.status_code == 303
        self.run_jobs()
        return self.links(email)[0]

    def links(self, email: str) -> list[str]:
        """Return the links an address received, the last one first."""
        letters = [letter.as_json() for letter in open_letters(self.sandbox.state)]
        found = [
            re.search(r"http://localhost(/invitation/\S+)", each["text"]) for each in letters if each["to"] == [email]
        ]
        return [match[1] for match in found if match is not None]


@pytest.fixture
def guests(alice: Person, sandbox: RunningSandbox, run_jobs: Jobs) -> Guestbook:
    return Guestbook(alice, sandbox, run_jobs)


def roles_in(alice: Person) -> dict[str, str]:
    rows = select(User.email, Membership.role).join(Membership, Membership.user_id == User.id)
    return dict(db.session.execute(rows.where(Membership.workspace_id == alice.workspace.id)).tuples().all())


def test_somebody_without_an_account_chooses_a_password_and_is_in(
    app: Flask, alice: Person, client: FlaskClient, guests: Guestbook
) -> None:
    link = guests.invite()
    page = client.get(link).get_data(as_text=True)
    assert "Chez Alice" in page
    assert "nadia@exemple.ca" in page
    assert client.post(link, data={"password": "court"}).status_code == 422
    assert client.post(link, data={"password": PASSWORD}).location == "/tableau-de-bord"
    assert roles_in(alice)["nadia@exemple.ca"] == "editor"
    assert "Chez Alice" in client.get("/tableau-de-bord").get_data(as_text=True)
    assert db.session.scalars(select(User).where(User.email == "nadia@exemple.ca")).one().verified_at is not None


def test_somebody_with_an_account_accepts_once_signed_in_as_herself(
    app: Flask, alice: Person, charlie: Person, client: FlaskClient, guests: Guestbook
) -> None:
    link = guests.invite("charlie@exemple.ca", "client")
    assert "/connexion?suite=/invitation/" in client.get(link).get_data(as_text=True)
    assert client.post(link, data={"password": PASSWORD}).status_code == 409
    assert "charlie@exemple.ca" not in roles_in(alice)
    assert charlie.client.post(link).location == "/tableau-de-bord"
    assert roles_in(alice)["charlie@exemple.ca"] == "client"
    assert "Chez Alice" in charlie.client.get("/plus").get_data(as_text=True)


def test_another_account_is_told_whose_invitation_it_is_and_takes_nothing(
    app: Flask, alice: Person, charlie: Person, guests: Guestbook
) -> None:
    link = guests.invite()
    page = charlie.client.get(link).get_data(as_text=True)
    assert "Vous êtes connecté avec charlie@exemple.ca" in page
    assert charlie.client.post(link, data={"password": PASSWORD}).status_code == 409
    assert set(roles_in(alice)) == {"alice@exemple.ca"}


def test_reading_the_link_changes_nothing(alice: Person, client: FlaskClient, guests: Guestbook) -> None:
    link = guests.invite()
    for _time in range(3):
        assert client.get(link).status_code == 200
    assert set(roles_in(alice)) == {"alice@exemple.ca"}


def test_a_link_serves_once_and_dies_after_seven_days(
    app: Flask, alice: Person, client: FlaskClient, guests: Guestbook
) -> None:
    link = guests.invite()
    with clock.frozen_at(clock.now() + timedelta(days=7, minutes=1)):
        assert client.get(link).status_code == 410
        assert client.post(link, data={"password": PASSWORD}).status_code == 410
    assert client.post(link, data={"password": PASSWORD}).status_code == 303
    stranger = app.test_client()
    assert stranger.get(link).status_code == 410
    assert stranger.post(link, data={"password": PASSWORD}).status_code == 410


def test_sent_again_only_the_last_link_works(alice: Person, client: FlaskClient, guests: Guestbook) -> None:
    first = guests.invite()
    row = invitations.pending(alice.workspace.id)[0]
    with pytest.raises(Conflict, match="dix minutes"):
        invitations.invite_again(row)
    with clock.frozen_at(clock.now() + timedelta(minutes=11)):
        assert alice.client.post(f"/membres/invitations/{row.id}/renvoi").status_code == 303
        guests.run_jobs()
        second = guests.links("nadia@exemple.ca")[0]
        assert first != second
        assert client.get(first).status_code == 410
        assert client.get(second).status_code == 200


def test_taken_back_it_is_dead(alice: Person, client: FlaskClient, guests: Guestbook) -> None:
    link = guests.invite()
    row = invitations.pending(alice.workspace.id)[0]
    assert alice.client.delete(f"/membres/invitations/{row.id}").status_code == 303
    assert client.get(link).status_code == 410
    assert invitations.pending(alice.workspace.id) == []


def test_a_repeated_event_mails_it_once(alice: Person, guests: Guestbook) -> None:
    from app.domains.notifications import inviting

    guests.invite()
    row = invitations.pending(alice.workspace.id)[0]
    inviting.send_invitation(row.id)
    guests.run_jobs()
    assert len(guests.links("nadia@exemple.ca")) == 1


def test_inviting_never_tells_whether_an_address_has_an_account(
    alice: Person, charlie: Person, guests: Guestbook
) -> None:
    answers = []
    for email in ("charlie@exemple.ca", "personne@exemple.ca"):
        posted = alice.client.post("/membres/invitations", data={"email": email, "role": "editor"})
        page = alice.client.get("/membres").get_data(as_text=True)
        answers.append((posted.status_code, posted.location, f"Invitation envoyée à {email}" in page))
    assert answers[0] == answers[1] == (303, "/membres", True)


@pytest.mark.parametrize(
    ("email", "role", "said"),
    [
        ("pas une adresse", "editor", "ne semble pas complète"),
        ("alice@exemple.ca", "editor", "déjà membre"),
        ("nadia@exemple.ca", "owner", "rôle"),
    ],
)
def test_what_cannot_be_invited_is_said(alice: Person, email: str, role: str, said: str) -> None:
    with pytest.raises((AccountError, Conflict), match=said):
        invitations.invite(alice.workspace.id, email, role, alice.user.id)


def test_the_same_address_waits_once_and_twenty_are_enough(alice: Person) -> None:
    for number in range(20):
        invitations.invite(alice.workspace.id, f"n{number}@exemple.ca", "analyst", alice.user.id)
    with pytest.raises(Conflict, match="déjà une invitation"):
        invitations.invite(alice.workspace.id, "n3@exemple.ca", "analyst", alice.user.id)
    with pytest.raises(Conflict, match="Vingt"):
        invitations.invite(alice.workspace.id, "une@exemple.ca", "analyst", alice.user.id)


def test_only_an_owner_invites_and_nobody_touches_anothers(
    app: Flask, alice: Person, bob: Person, charlie: Person, guests: Guestbook
) -> None:
    guests.invite()
    row = invitations.pending(alice.workspace.id)[0]
    assert bob.client.post("/membres/invitations", data={"email": "x@exemple.ca", "role": "editor"}).status_code == 403
    for path in (f"/membres/invitations/{row.id}/renvoi", f"/membres/invitations/{row.id}?_method=DELETE"):
        assert charlie.client.post(path).status_code == 404


def test_a_member_already_keeps_her_role(app: Flask, alice: Person, guests: Guestbook) -> None:
    link = guests.invite("dora@exemple.ca", "client")
    dora = make_person(app, "dora", workspace=alice.workspace, role="manager")
    assert dora.client.post(link).status_code == 303
    place = membership_of(dora.user.id, alice.workspace.id)
    assert place is not None
    assert place.role == "manager"


def test_the_token_is_kept_nowhere_and_the_journal_tells_of_it(
    alice: Person, client: FlaskClient, guests: Guestbook
) -> None:
    link = guests.invite()
    token = link.rsplit("/", 1)[1]
    row = db.session.scalars(select(Invitation)).one()
    assert token not in repr(vars(row))
    client.post(link, data={"password": PASSWORD})
    kinds = list(db.session.scalars(select(AuditLine.kind).order_by(AuditLine.id)))
    assert [kind for kind in kinds if kind.startswith("member.")] == ["member.invited", "member.joined"]


def test_a_forged_or_endless_token_is_not_looked_for(client: FlaskClient) -> None:
    for token in ("faux", "x" * 400, "é", "a.b"):
        assert client.get(f"/invitation/{token}").status_code == 410


def test_a_stranger_s_mailbox_is_not_flooded_by_taking_back_and_inviting_again(
    alice: Person, guests: Guestbook, run_jobs: Jobs
) -> None:
    for _ in range(4):
        alice.client.post("/membres/invitations", data={"email": "nadia@exemple.ca", "role": "editor"})
        run_jobs()
        for row in invitations.pending(alice.workspace.id):
            assert alice.client.delete(f"/membres/invitations/{row.id}").status_code == 303
    assert len(guests.links("nadia@exemple.ca")) == 1
    with clock.frozen_at(clock.now() + timedelta(minutes=11)):
        asked = {"email": "nadia@exemple.ca", "role": "editor"}
        assert alice.client.post("/membres/invitations", data=asked).status_code == 303


def test_whoever_has_not_proved_her_own_address_writes_to_no_stranger(alice: Person) -> None:
    alice.user.verified_at = None
    asked = {"email": "nadia@exemple.ca", "role": "editor"}
    assert alice.client.post("/membres/invitations", data=asked).status_code == 422
    assert not invitations.pending(alice.workspace.id)
