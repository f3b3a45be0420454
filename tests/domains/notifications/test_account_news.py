"""A person hears of what touches her account's safety, in her language, whatever she asked not to be told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from app.core import clock, schedule
from app.core.db import db
from app.domains.accounts import changes, services
from app.domains.accounts.changes import Change
from app.domains.accounts.models import AccountChange
from app.domains.dashboard import demonstration, seeding
from app.domains.notifications import account_words, rounds
from app.domains.notifications.models import Mail
from app.domains.workspaces.models import Membership
from app.sandbox.mailbox.letters import open_letters
from app.sandbox.server import RunningSandbox
from tests.people import PASSWORD, Person

Drain = Callable[..., int]
NEW = "une autre phrase plus longue"


def test_a_changed_password_is_told_once(alice: Person, sandbox: RunningSandbox, run_jobs: Drain) -> None:
    alice.client.post("/profil/mot-de-passe", data={"present": PASSWORD, "new": NEW})
    run_jobs()
    [letter] = open_letters(sandbox.state)
    assert letter.recipients == ["alice@exemple.ca"]
    assert letter.subject == "Votre mot de passe a été changé"
    assert "Si ce n’est pas vous" in letter.text and "Écrivez-nous" in letter.text
    assert "/desabonnement/" not in letter.text


def test_a_refused_change_is_not_told(alice: Person, run_jobs: Drain) -> None:
    alice.client.post("/profil/mot-de-passe", data={"present": "pas le bon du tout", "new": NEW})
    run_jobs()
    assert db.session.scalars(select(Mail)).all() == []


def test_a_new_address_is_told_at_the_old_one_even_to_who_is_in_no_workspace(
    alice: Person, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    db.session.delete(db.session.scalars(select(Membership)).one())
    old, alice.user.email, alice.user.language = alice.user.email, "nouvelle@exemple.ca", "en"
    changes.note(alice.user, Change.EMAIL, address=old)
    db.session.commit()
    run_jobs()
    [letter] = open_letters(sandbox.state)
    assert letter.recipients == [old]
    assert letter.subject == "Your account’s email address was changed"
    assert "from this address" in letter.text


@pytest.mark.parametrize("change", account_words.SECURITY)
def test_every_other_change_is_named(alice: Person, sandbox: RunningSandbox, run_jobs: Drain, change: Change) -> None:
    changes.note(alice.user, change)
    db.session.commit()
    run_jobs()
    [letter] = open_letters(sandbox.state)
    assert letter.subject == account_words.SECURITY[change]


def test_its_lost_bell_is_rung_again(alice: Person, sandbox: RunningSandbox, run_jobs: Drain) -> None:
    changes.note(alice.user, Change.PASSKEY_ADDED)
    db.session.commit()
    run_jobs()
    mail = db.session.scalars(select(Mail)).one()
    mail.state, mail.next_try_at = "due", clock.now()
    db.session.commit()
    with clock.frozen_at(clock.now() + timedelta(seconds=60)):
        assert schedule.sweep()["app.domains.notifications.sweep:ring_due_mails"] == 1


def test_nobody_of_the_demonstration_is_written_to(app: Flask, run_jobs: Drain) -> None:
    seeding.seed()
    owner = services.user_by_email(demonstration.EMAIL)
    assert owner is not None
    changes.note(owner, Change.PASSWORD)
    db.session.commit()
    run_jobs()
    assert db.session.scalars(select(Mail)).all() == []


def test_what_changed_is_kept_a_year(alice: Person) -> None:
    changes.note(alice.user, Change.PASSWORD)
    db.session.commit()
    with clock.frozen_at(clock.now() + timedelta(days=366)):
        rounds.purge()
    assert db.session.scalars(select(AccountChange)).all() == []


def test_the_preferences_name_what_is_always_sent(alice: Person) -> None:
    page = alice.client.get("/preferences/notifications").get_data(as_text=True)
    assert "Toujours envoyés" in page
    for name, when in account_words.ALWAYS_SENT:
        assert name in page and when in page
