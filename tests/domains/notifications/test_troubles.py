"""What needs a person or the operator reaches them by mail, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.domains.notifications import choices, rounds
from app.domains.notifications.kinds import Channel, Kind
from app.domains.notifications.models import Mail
from app.domains.publishing import services, sweep
from app.domains.publishing.models import Delivery
from app.sandbox.mailbox.letters import open_letters
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import settings_of
from tests.domains.publishing.showing import distinct
from tests.factories.publishing import OLIVIER, after, behave, connect, pending, planned, put, sent
from tests.people import Person

Drain = Callable[..., int]
# A Tuesday afternoon in Québec: at night, these mails wait for morning.
AFTERNOON = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def afternoon() -> Iterator[None]:
    with clock.frozen_at(AFTERNOON):
        yield


def kinds() -> list[str]:
    return [mail.kind for mail in mails()]


def mails() -> list[Mail]:
    """Return what was written, the news of an account being connected apart."""
    found = list(db.session.scalars(select(Mail).where(Mail.kind != "account").order_by(Mail.id)))
    db.session.commit()
    return found


def test_the_question_is_asked_once_for_each_silence(alice: Person, sandbox: RunningSandbox, run_jobs: Drain) -> None:
    connect(alice)
    delivery = planned(alice, picture_key="")
    behave(sandbox, "cut_before", times=2)
    lost = sent(delivery)
    run_jobs()
    [mail] = mails()
    assert mail.subject.startswith("Voyez-vous cette publication sur votre profil?")
    letter = open_letters(sandbox.state)[0]
    assert f"http://localhost/contenus/{delivery.content_id}" in letter.text
    assert delivery.text[:40] in letter.text
    db.session.commit()
    services.resolve(lost, False, alice.user.id)
    sent(lost)
    run_jobs()
    assert kinds() == ["unconfirmed", "unconfirmed"]


def test_an_answered_question_is_not_asked(alice: Person, sandbox: RunningSandbox, run_jobs: Drain) -> None:
    connect(alice)
    behave(sandbox, "cut_before")
    services.resolve(sent(planned(alice, picture_key="")), True, alice.user.id)
    run_jobs()
    assert "unconfirmed" not in kinds()


def test_many_late_ones_make_one_mail_a_day(alice: Person, sandbox: RunningSandbox, run_jobs: Drain) -> None:
    account = connect(alice)
    rows = [planned(alice, distinct(number), picture_key="") for number in range(3)]
    services.pause(alice.workspace.id)
    with clock.frozen_at(rows[2].promised_at + timedelta(hours=25)):
        assert sweep.ring_due_deliveries() == 3
        run_jobs()
    [mail] = mails()
    assert mail.subject == "3\u00a0publications en retard attendent votre approbation"
    assert account.state == "active"


def test_a_lost_account_makes_one_mail_however_many_publications_it_holds(
    alice: Person, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    connect(alice)
    rows = [planned(alice, distinct(number), picture_key="") for number in range(3)]
    behave(sandbox, "revoked")
    for row in rows:
        assert sent(row, after(rows[2])).state == "blocked"
    run_jobs()
    assert kinds() == ["reconnect"]


def test_a_retired_version_reaches_the_operator_once_a_day(
    app: Flask, alice: Person, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    connection = connect(alice)
    delivery = planned(alice, picture_key="")
    behave(sandbox, "426", times=4)
    with settings_of(app, operator_email="garde@exemple.ca"):
        due = after(delivery)
        for hours in (0, 1, 2, 23):
            moment = due + timedelta(hours=hours)
            with clock.frozen_at(moment):
                put(delivery, scheduled_at=moment)
                put(connection, next_free_at=None)
                services.send(delivery.id)
                run_jobs(limit=20)
    found = mails()
    assert {mail.recipient for mail in found} == {"garde@exemple.ca"}
    assert len(found) == 2, "one for each of the two days"
    assert "202609" in found[0].subject
    db.session.commit()


def test_without_an_operator_nobody_is_written_to(alice: Person, sandbox: RunningSandbox, run_jobs: Drain) -> None:
    connect(alice)
    behave(sandbox, "426")
    sent(planned(alice, picture_key=""))
    run_jobs()
    assert "unconfirmed" not in kinds()


def test_a_refusal_is_told_once_with_its_reason_to_who_wants_it(
    alice: Person, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    connect(alice)
    services.target(connect(alice, member=OLIVIER))
    rows = list(services.approve(pending(alice, picture_key=""), alice.user.id).deliveries)
    behave(sandbox, "400", times=2)
    assert [sent(row).state for row in rows] == ["refused", "refused"]
    run_jobs()
    [mail] = mails()
    assert (mail.kind, mail.subject[:29]) == ("refused", "Une publication a été refusée")
    letter = next(each for each in open_letters(sandbox.state) if each.subject == mail.subject)
    assert rows[0].text[:40] in letter.text and "Camille" in letter.text
    assert f"http://localhost/contenus/{rows[0].content_id}" in letter.text


def test_a_burst_of_refusals_is_one_mail_an_hour_and_account(
    alice: Person, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    connection = connect(alice)
    behave(sandbox, "400", times=4)
    rows = [planned(alice, distinct(number), picture_key="") for number in range(4)]
    moment = AFTERNOON
    for row in rows:
        moment += timedelta(minutes=16)
        with clock.frozen_at(moment):
            put(row, scheduled_at=moment, undo_until=moment)
            put(connection, next_free_at=None)
            services.send(row.id)
            assert db.session.get_one(Delivery, row.id).state == "refused"
            run_jobs()
    assert [mail.subject[:29] for mail in mails()] == ["Une publication a été refusée"], "the others wait"
    for _ in range(2):
        with clock.frozen_at(AFTERNOON + timedelta(minutes=80)):
            rounds.look()
            run_jobs()
    assert [mail.subject for mail in mails()][1:] == [
        f"3\u00a0publications refusées\u00a0: LinkedIn, {connection.account_name}"
    ]
    letter = open_letters(sandbox.state)[0]
    assert all(f"/contenus/{row.content_id}" in letter.text for row in rows[1:])
    lines = alice.client.get("/notifications").text
    assert lines.count("Publication refusée par son réseau") == 4, "the list names each at once"


def test_what_she_approved_again_is_not_told_an_hour_later(
    alice: Person, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    connect(alice)
    behave(sandbox, "400", times=2)
    for number in range(2):
        row = planned(alice, distinct(number), picture_key="")
        assert sent(row).state == "refused"
        run_jobs()
    again = Delivery(
        workspace_id=row.workspace_id, content_id=row.content_id, connection_id=row.connection_id, text=row.text,
        hashtags=[], approved_at=clock.now() + timedelta(minutes=1), scheduled_at=clock.now(), undo_until=clock.now(),
        state="cancelled",
    )  # fmt: skip
    db.session.add(again)
    db.session.commit()
    with clock.frozen_at(AFTERNOON + timedelta(hours=3)):
        rounds.look()
        run_jobs()
    assert kinds() == ["refused"]


def test_at_night_refusals_wait_for_morning(alice: Person, sandbox: RunningSandbox, run_jobs: Drain) -> None:
    connect(alice)
    behave(sandbox, "400", times=2)
    night = AFTERNOON + timedelta(hours=9)
    with clock.frozen_at(night):
        for number in range(2):
            assert sent(planned(alice, distinct(number), picture_key="")).state == "refused"
        run_jobs()
        assert kinds() == []
    with clock.frozen_at(night + timedelta(hours=9)):
        rounds.look()
        run_jobs()
    assert [mail.subject.split("\u00a0:")[0] for mail in mails()] == ["2\u00a0publications refusées"]


def test_who_wants_no_mail_of_refusals_reads_them_in_the_list(
    alice: Person, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    connect(alice)
    choices.choose(alice.user.id, alice.workspace.id, {Kind.REFUSED: {Channel.MAIL: False}})
    behave(sandbox, "400")
    assert sent(planned(alice, picture_key="")).state == "refused"
    run_jobs()
    assert kinds() == []
    assert "Publication refusée par son réseau" in alice.client.get("/notifications").text
