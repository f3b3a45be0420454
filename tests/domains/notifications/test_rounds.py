"""What came out, the week that ended, the account itself: told once, at a decent hour."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.domains.notifications import choices, publications, rounds, weekly
from app.domains.notifications.kinds import Channel, Kind
from app.domains.notifications.models import Mail, Notification
from app.domains.publishing.models import Connection, Delivery
from app.domains.workspaces import services as workspaces
from app.sandbox.mailbox.letters import open_letters
from app.sandbox.server import RunningSandbox
from tests.domains.contents import making
from tests.domains.publishing import showing
from tests.factories.publishing import connect, planned, sent
from tests.people import Person, make_person

Drain = Callable[..., int]
# A Tuesday afternoon in Québec, and the Monday morning after it.
TUESDAY = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)
MONDAY = datetime(2026, 11, 30, 13, 30, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def tuesday() -> Iterator[None]:
    with clock.frozen_at(TUESDAY):
        yield


@pytest.fixture
def account(alice: Person) -> Connection:
    return showing.connection(alice.workspace)


def out(person: Person, account: Connection, at: datetime, **values: Any) -> Delivery:
    content = making.content(person.workspace, "published")
    return showing.delivery(content, account, "published", published_at=at, **values)


def received(sandbox: RunningSandbox) -> list[dict[str, Any]]:
    return [letter.as_json() for letter in reversed(open_letters(sandbox.state))]


def test_a_publication_that_left_is_told_by_its_own_events(
    alice: Person, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    connect(alice)
    delivery = sent(planned(alice, picture_key=""))
    assert delivery.state == "published"
    run_jobs()
    told = [letter for letter in received(sandbox) if letter["subject"].startswith("Publiée")]
    assert len(told) == 1 and delivery.url in told[0]["text"]
    lines = db.session.scalars(select(Notification).where(Notification.kind == "published")).all()
    assert [line.content_id for line in lines] == [delivery.content_id]


def test_the_mail_of_publications_comes_once_a_day_with_all_of_them(
    alice: Person, account: Connection, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    for minutes in (1, 2, 3):
        publications.tell(out(alice, account, TUESDAY - timedelta(minutes=minutes)).id)
    run_jobs()
    assert len(received(sandbox)) == 1
    with clock.frozen_at(TUESDAY + timedelta(hours=2)):
        late = [out(alice, account, clock.now() - timedelta(minutes=minutes)).id for minutes in (2, 1)]
        publications.tell(late[0])
        run_jobs()
    assert len(received(sandbox)) == 1
    with clock.frozen_at(TUESDAY + DAY):
        rounds.look()
        run_jobs()
        rounds.look()
        run_jobs()
    assert [letter["subject"] for letter in received(sandbox)][1:] == ["2\u00a0publications parues"]
    assert len(db.session.scalars(select(Notification).where(Notification.kind == "published")).all()) == 4


def test_the_week_is_told_on_monday_morning_once(
    app: Flask, alice: Person, bob: Person, account: Connection, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    make_person(app, "dora", workspace=alice.workspace, role="client")
    choices.choose(alice.user.id, alice.workspace.id, {Kind.PUBLISHED: {Channel.MAIL: False}})
    out(alice, account, MONDAY - 2 * DAY, reactions=4, comments=1)
    out(alice, account, MONDAY - 9 * DAY)
    for moment in (MONDAY - 2 * DAY, MONDAY - timedelta(hours=3), MONDAY, MONDAY + timedelta(minutes=5)):
        with clock.frozen_at(moment):
            rounds.look()
            run_jobs()
    told = [letter for letter in received(sandbox) if letter["subject"].startswith("Votre semaine")]
    assert sorted(letter["to"][0] for letter in told) == ["alice@exemple.ca", "dora@exemple.ca"]
    assert told[0]["subject"] == "Votre semaine\u00a0: 5\u00a0interactions"
    assert "Rien ne vous attend" in told[0]["text"] and "Rien ne vous attend" in told[0]["html"]
    assert "trop peu de publications" in told[0]["text"], "one publication proves nothing"


def test_a_week_of_nothing_is_not_told(alice: Person, account: Connection) -> None:
    out(alice, account, MONDAY - 30 * DAY)
    with clock.frozen_at(MONDAY):
        weekly.report(alice.workspace.id)
    assert db.session.scalars(select(Mail)).all() == []


def test_a_new_account_is_welcomed_once_and_cannot_be_unsubscribed_from(
    app: Flask, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    workspaces.sign_up("zoe@exemple.ca", "une phrase assez longue", "Chez Zoé & fils")
    run_jobs()
    [letter] = [each for each in received(sandbox) if each["subject"].startswith("Bienvenue")]
    assert letter["to"] == ["zoe@exemple.ca"] and "Chez Zoé & fils" in letter["text"]
    assert "List-Unsubscribe" not in letter["headers"] and "/desabonnement/" not in letter["text"]


def test_a_connected_account_is_told_to_the_owner(alice: Person, sandbox: RunningSandbox, run_jobs: Drain) -> None:
    connection = connect(alice)
    run_jobs()
    [letter] = received(sandbox)
    assert letter["subject"] == f"LinkedIn est connecté\u00a0: {connection.account_name}"
    assert "déconnectez-le" in letter["text"]


def test_a_demonstration_is_told_nothing(alice: Person, account: Connection) -> None:
    db.session.merge(alice.workspace).is_demo = True
    delivery = out(alice, account, TUESDAY)
    publications.tell(delivery.id)
    weekly.report(alice.workspace.id)
    assert rounds.look() == 0
    assert db.session.scalars(select(Mail)).all() == []
    assert db.session.scalars(select(Notification)).all() == []


def test_old_mails_and_old_news_go_and_what_waits_stays(
    alice: Person, account: Connection, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    publications.tell(out(alice, account, TUESDAY).id)
    with clock.frozen_at(TUESDAY + 100 * DAY):
        rounds.purge()
    assert len(db.session.scalars(select(Mail)).all()) == 1, "it was never sent"
    assert db.session.scalars(select(Notification)).all() == []
    run_jobs()
    with clock.frozen_at(TUESDAY + 100 * DAY):
        rounds.purge()
    assert db.session.scalars(select(Mail)).all() == []
