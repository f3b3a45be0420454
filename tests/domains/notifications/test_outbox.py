"""A mail is written with what it tells, sent once, and tried again until the server accepts."""

from __future__ import annotations

import dataclasses
import socket
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from flask import Flask
from sqlalchemy import event, func, select, update
from sqlalchemy.orm import ORMExecuteState

from app.core import background, clock, schedule
from app.core.db import db
from app.domains.notifications import outbox
from app.domains.notifications.models import Mail
from app.domains.notifications.outbox import MOST_BELLS, MOST_TRIES, Letter
from app.domains.notifications.states import MailState
from app.sandbox.behaviour import read_order
from app.sandbox.mailbox.letters import open_letters
from app.sandbox.server import RunningSandbox
from tests.people import Person

Drain = Callable[..., int]


def post(person: Person, key: str = "leads_ready:1:alice@exemple.ca", to: str = "alice@exemple.ca") -> Mail | None:
    letter = Letter(person.workspace.id, "leads_ready", key, to)
    campaign = {"name": "Cafés de l’été", "city": "Lévis"}
    row = outbox.post(letter, campaign=campaign, count=12, address="http://localhost/campagnes/1")
    db.session.commit()
    return row


def behave(sandbox: RunningSandbox, what: str, **more: Any) -> None:
    sandbox.state.behaviours.add(read_order({"service": "smtp", "what": what, **more}))


def received(sandbox: RunningSandbox) -> list[dict[str, Any]]:
    return [letter.as_json() for letter in open_letters(sandbox.state)]


def the_mail() -> Mail:
    db.session.expire_all()
    return db.session.scalars(select(Mail)).one()


def later(seconds: float) -> Any:
    return clock.frozen_at(clock.now() + timedelta(seconds=seconds))


def test_a_mail_is_sent_once(alice: Person, sandbox: RunningSandbox, run_jobs: Drain) -> None:
    post(alice)
    run_jobs()
    [letter] = received(sandbox)
    assert letter["to"] == ["alice@exemple.ca"]
    assert letter["subject"] == "Vos prospects sont prêts\u00a0: Cafés de l’été"
    assert "12\u00a0prospects" in letter["text"]
    assert "http://localhost/campagnes/1" in letter["links"]
    assert (the_mail().state, the_mail().tries) == (MailState.SENT, 1)
    assert the_mail().sent_at is not None


def test_the_same_news_twice_is_one_mail(alice: Person, sandbox: RunningSandbox, run_jobs: Drain) -> None:
    assert post(alice) is not None
    assert post(alice) is None
    run_jobs()
    outbox.send(the_mail().id)
    assert len(received(sandbox)) == 1


def test_two_senders_at_once_send_one(app: Flask, alice: Person, sandbox: RunningSandbox) -> None:
    row = post(alice)
    assert row is not None
    mail_id, barrier = row.id, threading.Barrier(4)
    db.session.remove()

    def race() -> None:
        with app.app_context():
            barrier.wait(5)
            outbox.send(mail_id)

    threads = [threading.Thread(target=race) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(received(sandbox)) == 1
    assert the_mail().tries == 1


@pytest.mark.parametrize("what", ["451", "421", "refuse_message", "cut_before"])
def test_a_server_that_says_later_is_asked_later(
    alice: Person, sandbox: RunningSandbox, run_jobs: Drain, what: str
) -> None:
    behave(sandbox, what)
    post(alice)
    run_jobs()
    row = the_mail()
    assert (row.state, row.tries) == (MailState.DUE, 1)
    assert row.reason
    assert row.next_try_at > clock.now()
    with later(31):
        run_jobs()
    assert the_mail().state == MailState.SENT
    assert the_mail().reason == ""
    assert len(received(sandbox)) == 1


@pytest.mark.parametrize("what", ["550", "refuse_recipient"])
def test_a_server_that_says_never_is_not_asked_again(
    alice: Person, sandbox: RunningSandbox, run_jobs: Drain, what: str
) -> None:
    behave(sandbox, what)
    post(alice)
    run_jobs()
    assert the_mail().state == MailState.FAILED
    with later(86_400):
        schedule.sweep()
        run_jobs()
    assert received(sandbox) == []


def test_waits_grow_and_do_not_go_on_for_ever(alice: Person, sandbox: RunningSandbox, run_jobs: Drain) -> None:
    behave(sandbox, "451", times=-1)
    post(alice)
    waits, moment = [], clock.now()
    for _ in range(6):
        with clock.frozen_at(moment):
            run_jobs()
            waits.append(round((the_mail().next_try_at - moment).total_seconds()))
        moment = the_mail().next_try_at
    assert waits == [30, 60, 120, 300, 300, 300]
    the_mail().tries = MOST_TRIES - 1
    with clock.frozen_at(moment):
        run_jobs()
    assert the_mail().state == MailState.FAILED


def test_a_server_that_is_down_gets_the_mail_when_it_is_back(
    app: Flask, alice: Person, sandbox: RunningSandbox, run_jobs: Drain, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nowhere = f"smtp://127.0.0.1:{free.getsockname()[1]}"
    right = app.config["SETTINGS"]
    monkeypatch.setitem(app.config, "SETTINGS", dataclasses.replace(right, smtp_url=nowhere))
    post(alice)
    run_jobs()
    assert the_mail().state == MailState.DUE
    background.connection().flushdb()  # and every bell is lost
    monkeypatch.setitem(app.config, "SETTINGS", right)
    with later(60):
        assert schedule.sweep()["app.domains.notifications.sweep:ring_due_mails"] == 1
        run_jobs()
    assert len(received(sandbox)) == 1


def test_a_sender_that_died_is_replaced_after_its_lease(
    alice: Person, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    post(alice)
    background.connection().flushdb()
    row = the_mail()
    assert outbox.MAILS.claim(row)
    db.session.commit()
    with later(50):
        schedule.sweep()
        assert run_jobs() == 0, "its lease is not over"
    with later(61):
        schedule.sweep()
        run_jobs()
    assert (the_mail().state, the_mail().tries) == (MailState.SENT, 2)
    assert len(received(sandbox)) == 1


def test_without_a_server_mails_wait_and_nothing_rings(
    app: Flask, alice: Person, run_jobs: Drain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "SETTINGS", dataclasses.replace(app.config["SETTINGS"], smtp_url=""))
    post(alice)
    run_jobs()
    assert (the_mail().state, the_mail().tries) == (MailState.DUE, 0)
    with later(600):
        assert schedule.sweep()["app.domains.notifications.sweep:ring_due_mails"] == 0


def test_a_demonstration_writes_to_nobody(alice: Person, sandbox: RunningSandbox, run_jobs: Drain) -> None:
    alice.workspace.is_demo = True
    post(alice)
    run_jobs()
    with later(60):
        assert schedule.sweep()["app.domains.notifications.sweep:ring_due_mails"] == 0
        run_jobs()
    assert received(sandbox) == []


def test_a_rollback_writes_nothing(alice: Person, sandbox: RunningSandbox, run_jobs: Drain) -> None:
    letter = Letter(alice.workspace.id, "leads_ready", "k", "alice@exemple.ca")
    outbox.post(letter, campaign={"name": "x", "city": "y"}, count=1, address="http://localhost/")
    db.session.rollback()
    run_jobs()
    assert received(sandbox) == []
    assert not db.session.scalar(select(func.count()).select_from(Mail))


def test_a_mail_that_is_gone_is_no_error(app: Flask) -> None:
    outbox.send(999_999)


def test_no_transaction_is_held_while_the_server_answers(app: Flask, alice: Person, sandbox: RunningSandbox) -> None:
    behave(sandbox, "slow", seconds=0.6)
    row = post(alice)
    assert row is not None
    mail_id = row.id

    def send() -> None:
        with app.app_context():
            outbox.send(mail_id)

    thread = threading.Thread(target=send)
    thread.start()
    for _ in range(100):
        if the_mail().state == MailState.SENDING:
            break
        db.session.rollback()
        threading.Event().wait(0.01)
    alice.workspace.city = "Québec"
    db.session.commit()  # would wait for the server's answer if a lock were held
    assert the_mail().state == MailState.SENDING
    db.session.rollback()
    thread.join(10)
    assert the_mail().state == MailState.SENT


class OwnServer:
    """aiosmtpd on a real socket."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.controller: Controller | None = None

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        message = message_from_bytes(envelope.original_content or b"", policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.messages.append(message)
        return "250 OK"

    def start(self) -> None:
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def stop(self) -> None:
        if self.controller is not None:
            self.controller.stop()
            self.controller = None


@pytest.fixture
def own_server(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[OwnServer]:
    """A mail server of the test's own, which it stops and starts."""
    server = OwnServer()
    url = f"smtp://127.0.0.1:{server.port}"
    monkeypatch.setitem(app.config, "SETTINGS", dataclasses.replace(app.config["SETTINGS"], smtp_url=url))
    yield server
    server.stop()


@pytest.mark.long
def test_after_an_hour_without_a_server_everything_arrives_once(
    alice: Person, charlie: Person, own_server: OwnServer, run_jobs: Drain
) -> None:
    start = clock.now()
    for number in range(60):
        with clock.frozen_at(start + timedelta(minutes=number)):
            post([alice, charlie][number % 2], f"leads_ready:{number}:x", f"personne{number}@exemple.ca")
            schedule.sweep()
            run_jobs()
    assert own_server.messages == []
    tries = db.session.scalars(select(Mail.tries)).all()
    assert sum(tries) < 80, "a server that is down is not asked for each mail"
    background.connection().flushdb()  # and every bell is lost
    own_server.start()
    for number in range(8):
        with clock.frozen_at(start + timedelta(minutes=60 + number)):
            schedule.sweep()
            run_jobs()
    recipients = [str(message["To"]) for message in own_server.messages]
    assert sorted(recipients) == sorted(f"personne{number}@exemple.ca" for number in range(60))
    assert len({str(message["Message-ID"]) for message in own_server.messages}) == 60
    assert set(db.session.scalars(select(Mail.state))) == {"sent"}


def test_a_mail_sent_twice_bears_one_name(alice: Person, sandbox: RunningSandbox, run_jobs: Drain) -> None:
    behave(sandbox, "cut_after")
    post(alice)
    run_jobs()
    with later(31):
        run_jobs()
    letters = received(sandbox)
    assert len(letters) == 2, "the server took it, and we did not hear so"
    assert len({letter["headers"]["Message-ID"] for letter in letters}) == 1, "its mailbox shows one"
    assert the_mail().state == MailState.SENT


def test_a_crowd_of_one_workspace_lets_the_others_pass(alice: Person, charlie: Person, sandbox: RunningSandbox) -> None:
    for number in range(40):
        post(alice, f"leads_ready:{number}:x")
    post(charlie, "leads_ready:c:x", "charlie@exemple.ca")
    with later(1):
        first = outbox.MAILS.waiting(4)
    assert "charlie@exemple.ca" in [row.recipient for row in first]
    assert background.queue("soon").count <= MOST_BELLS + 2, "the rest waits for the sweep, not in the queue"


def test_a_mail_somebody_took_again_meanwhile_is_not_taken_from_her(alice: Person) -> None:
    row = post(alice)
    assert row is not None and outbox.MAILS.claim(row)
    db.session.commit()

    def take_again(asked: ORMExecuteState) -> None:
        if asked.is_update:
            table: Any = Mail.__table__
            again = update(table).values(lease_until=clock.in_seconds(60))
            db.session.connection().execute(again)

    with later(61):
        event.listen(db.session, "do_orm_execute", take_again)
        try:
            outbox.MAILS.ring_due(10)
        finally:
            event.remove(db.session, "do_orm_execute", take_again)
    assert the_mail().state == MailState.SENDING


def test_what_must_wait_for_morning_waits(alice: Person, sandbox: RunningSandbox, run_jobs: Drain) -> None:
    morning = clock.now() + timedelta(hours=9)
    letter = Letter(alice.workspace.id, "leads_ready", "k", "alice@exemple.ca", not_before=morning)
    row = outbox.post(letter, campaign={"name": "x", "city": "y"}, count=1, address="http://localhost/")
    assert row is not None
    db.session.commit()
    outbox.send(row.id)
    assert received(sandbox) == [], "even when it is rung early"
    with clock.frozen_at(morning + timedelta(seconds=1)):
        run_jobs()
    assert len(received(sandbox)) == 1


def test_a_mail_written_before_they_were_sealed_still_leaves(
    alice: Person, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    old = Mail(workspace_id=alice.workspace.id, dedupe_key="old", kind="leads_ready", recipient="alice@exemple.ca",
               subject="Sujet", text="Ancien texte", html="<p>Ancien texte</p>")  # fmt: skip
    db.session.add(old)
    db.session.commit()
    with later(1):
        schedule.sweep()
        run_jobs()
    assert [letter["text"].strip() for letter in received(sandbox)] == ["Ancien texte"]
