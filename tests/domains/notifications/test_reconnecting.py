"""An access that ends is told of 14, 7 and 1 days before, on the day, and after it where something waits; once each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.domains.accounts.services import change_language
from app.domains.notifications import reconnecting
from app.domains.notifications.models import Mail
from app.domains.publishing import services
from app.domains.publishing.models import Connection
from app.domains.publishing.services import telling
from app.sandbox.mailbox.letters import open_letters
from app.sandbox.server import RunningSandbox
from tests.domains.contents import making
from tests.domains.publishing import showing
from tests.factories.publishing import at_once, put
from tests.people import Person, make_person

Drain = Callable[..., int]
NOON = datetime.fromisoformat("2026-11-21T17:00:00Z")
DAY = timedelta(days=1)
END = NOON + 60 * DAY
SECOND = timedelta(seconds=1)


@pytest.fixture
def account(alice: Person) -> Connection:
    """An access that ends in sixty days."""
    with clock.frozen_at(NOON):
        return showing.connection(alice.workspace, connected_at=NOON)


@pytest.fixture(autouse=True)
def ends_then(account: Connection) -> None:
    put(account, expires_at=END)


def ring(moment: datetime, run_jobs: Drain) -> list[str]:
    """Ring the periodic job at a moment; return the subjects of the mails it made."""
    before = len(mails())
    with clock.frozen_at(moment):
        services.remind_all()
        run_jobs()
    return [mail.subject for mail in mails()[before:]]


def mails(kind: str = "reconnect") -> list[Mail]:
    found = list(db.session.scalars(select(Mail).where(Mail.kind == kind).order_by(Mail.id)))
    db.session.commit()
    return found


def hold(alice: Person, account: Connection, at: datetime, **values: str) -> None:
    content = making.content(alice.workspace, "approved")
    values = {"state": "blocked", "reason": "access_expired"} | values
    showing.delivery(content, account, values.pop("state"), scheduled_at=at, **values)


@pytest.mark.parametrize("days", [-14, -7, -1, 0])
def test_a_step_is_told_at_its_moment_and_not_a_second_before(
    account: Connection, run_jobs: Drain, sandbox: RunningSandbox, days: int
) -> None:
    step = END + days * DAY
    ring(step - SECOND, run_jobs)
    before = len(mails())
    assert len(ring(step, run_jobs)) == 1
    assert not ring(step + timedelta(hours=1), run_jobs)
    assert len(mails()) == before + 1


def test_after_the_end_only_who_has_something_waiting_is_told(
    alice: Person, account: Connection, run_jobs: Drain, sandbox: RunningSandbox
) -> None:
    assert ring(END, run_jobs) == ["Reconnectez LinkedIn"]
    assert not ring(END + 3 * DAY, run_jobs)
    hold(alice, account, END + 5 * DAY)
    assert not ring(END + 6 * DAY, run_jobs), "the third day is over, and nothing waited then"
    assert ring(END + 10 * DAY, run_jobs) == ["Reconnectez LinkedIn\u00a0: 1\u00a0publication attend"]
    for days in (11, 13, 60):
        assert not ring(END + days * DAY, run_jobs)


def test_a_clock_that_jumps_tells_the_nearest_step_alone(
    account: Connection, run_jobs: Drain, sandbox: RunningSandbox
) -> None:
    assert len(ring(END - 6 * DAY, run_jobs)) == 1
    [letter] = open_letters(sandbox.state)
    assert "finit le 20 janvier 2027" in letter.text
    assert "il reste 6\u00a0jours" in letter.text
    assert len(ring(END - DAY, run_jobs)) == 1


def test_who_reads_english_is_told_of_her_access_in_english(
    alice: Person, account: Connection, run_jobs: Drain, sandbox: RunningSandbox
) -> None:
    change_language(alice.user, "en")
    ring(END - 6 * DAY, run_jobs)
    [letter] = open_letters(sandbox.state)
    assert "ends January 20, 2027" in letter.text
    assert "Reconnect before then: a minute is enough." in letter.text


def test_a_reconnection_starts_over_and_what_was_about_to_be_said_is_not(
    account: Connection, run_jobs: Drain, sandbox: RunningSandbox
) -> None:
    ring(END - 14 * DAY, run_jobs)
    with clock.frozen_at(END - 7 * DAY):
        services.remind_all()
        put(account, expires_at=END + 50 * DAY)
        run_jobs()
    assert len(mails()) == 1, "she reconnected before the mail was written"
    assert not ring(END - DAY, run_jobs)
    assert len(ring(END + 36 * DAY, run_jobs)) == 1


def test_many_workers_at_once_remind_once(
    app: Flask, account: Connection, run_jobs: Drain, sandbox: RunningSandbox
) -> None:
    with clock.frozen_at(END - 7 * DAY):
        at_once(app, [services.remind_all] * 4)
        run_jobs()
        reconnecting.tell(account.id)
    assert len(mails()) == 1


def test_a_revoked_access_is_told_at_once_with_its_cause_then_after_three_and_ten_days(
    alice: Person, account: Connection, run_jobs: Drain, sandbox: RunningSandbox
) -> None:
    lost = NOON + 20 * DAY
    with clock.frozen_at(lost):
        telling.lose(account, "access_revoked")
        db.session.commit()
        run_jobs()
    assert "LinkedIn ne reconnaît plus votre accès" in open_letters(sandbox.state)[-1].text
    hold(alice, account, lost + DAY)
    ring(lost + 2 * DAY, run_jobs)
    assert len(mails()) == 1
    assert len(ring(lost + 3 * DAY, run_jobs)) == 1
    assert len(ring(lost + 10 * DAY, run_jobs)) == 1
    assert not ring(END - 14 * DAY, run_jobs), "it is lost: its former end means nothing"


def test_nobody_is_told_of_a_demonstration_nor_of_an_account_closed_by_hand(
    alice: Person, account: Connection, run_jobs: Drain, sandbox: RunningSandbox
) -> None:
    put(account, state="disconnected")
    assert not ring(END - 7 * DAY, run_jobs)
    put(account, state="active")
    put(db.session.merge(alice.workspace), is_demo=True)
    assert not ring(END - 7 * DAY, run_jobs)


def test_the_mail_says_what_waits_and_leads_to_the_connection(
    app: Flask, alice: Person, bob: Person, account: Connection, run_jobs: Drain, sandbox: RunningSandbox
) -> None:
    make_person(app, "dora", workspace=alice.workspace)
    hold(alice, account, END + DAY, state="scheduled", reason="")
    ring(END - 7 * DAY, run_jobs)
    letters = sorted((letter.as_json() for letter in open_letters(sandbox.state)), key=lambda letter: letter["to"])
    assert [letter["to"] for letter in letters] == [["alice@exemple.ca"], ["dora@exemple.ca"]], "its owners alone"
    letter = letters[0]
    assert letter["subject"] == "Reconnectez LinkedIn avant le 20 janvier 2027"
    assert "1\u00a0publication est planifiée après cette date." in letter["text"]
    address = f"http://localhost/profil?espace={alice.workspace.id}#linkedin"
    assert address in letter["text"]
    assert f'href="{address}"' in letter["html"]
