"""Notices on phones: offered once, kept for whoever said yes, sent once, and stopped when the browser is gone."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from app.core import background, clock, schedule
from app.core.db import db
from app.domains.contents.services import decisions
from app.domains.notifications import choices, pushing
from app.domains.notifications.kinds import Channel, Kind
from app.domains.notifications.models import PushNotice, PushSubscription
from app.domains.notifications.states import MailState
from app.domains.notifications.telling import News, tell
from app.providers.web_push import vapid
from tests import push_service
from tests.domains.contents import making
from tests.forms import forms_of
from tests.people import Person, make_person
from tests.push_service import Phone, PushService

Drain = Callable[..., int]
DEVICES = "/preferences/notifications/appareils"
NOON = clock.now().replace(hour=17, minute=0)
KEY = vapid.new_key()


@pytest.fixture(autouse=True)
def _with_a_key(app: Flask) -> Iterator[None]:
    before = app.config["SETTINGS"]
    app.config["SETTINGS"] = dataclasses.replace(before, vapid_private_key=KEY)
    yield
    app.config["SETTINGS"] = before


@pytest.fixture
def service() -> Iterator[PushService]:
    with push_service.running() as found:
        yield found


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with clock.frozen_at(NOON):
        yield


def subscribe(person: Person, service: PushService, phone: Phone | None = None) -> Phone:
    phone = phone or Phone()
    answer = person.client.post(DEVICES, data=phone.form(service.url))
    assert (answer.status_code, answer.location) == (303, "/preferences/notifications")
    return phone


def say(person: Person, key: str = "1", kind: Kind = Kind.LATE, **values: Any) -> None:
    tell(News(person.workspace.id, kind, key, **values), address="http://localhost/a-venir", count=1)
    db.session.commit()


def the_notice() -> PushNotice:
    db.session.expire_all()
    return db.session.scalars(select(PushNotice)).one()


def count(model: type[PushNotice | PushSubscription]) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def approve(person: Person) -> None:
    decisions.record(making.content(person.workspace), "approved", by=person.user.id)
    db.session.commit()


def test_the_phone_shows_what_she_is_told_once(alice: Person, service: PushService, run_jobs: Drain) -> None:
    phone = subscribe(alice, service)
    say(alice, count=2)
    say(alice, count=2)
    run_jobs()
    pushing.send(the_notice().id)
    [received] = service.received
    assert json.loads(phone.open(received.body)) == {
        "title": "2\u00a0publications en retard attendent votre accord",
        "body": "Chez Alice",
        "tag": f"late-{alice.workspace.id}",
        "url": f"/a-venir?espace={alice.workspace.id}",
    }
    _claims, signed_by = received.signer()
    assert signed_by == vapid.public_key(KEY)
    assert (the_notice().state, the_notice().tries) == (MailState.SENT, 1)
    assert db.session.scalars(select(PushSubscription.last_used_at)).one() is not None


def test_it_leads_to_the_publication_and_names_no_prospect(
    alice: Person, service: PushService, run_jobs: Drain
) -> None:
    phone = subscribe(alice, service)
    content = making.content(alice.workspace)
    news = News(alice.workspace.id, Kind.UNCONFIRMED, "1", content_id=content.id)
    tell(news, address="http://localhost/", heading="Café Bleu", text="…", network="LinkedIn")
    run_jobs()
    said = phone.open(service.received[0].body).decode()
    assert json.loads(said)["url"] == f"/contenus/{content.id}?espace={alice.workspace.id}"
    assert "Café Bleu" not in said


def test_a_browser_that_is_gone_is_forgotten_with_all_that_waited(
    alice: Person, service: PushService, run_jobs: Drain
) -> None:
    subscribe(alice, service)
    service.answers = [(410, {})]
    say(alice)
    say(alice, "2")
    run_jobs()
    assert (count(PushSubscription), count(PushNotice), len(service.received)) == (0, 0, 1)


def test_a_service_in_trouble_is_tried_again_when_it_says(alice: Person, service: PushService, run_jobs: Drain) -> None:
    subscribe(alice, service)
    service.answers = [(429, {"Retry-After": "90"}), (503, {})]
    say(alice)
    run_jobs()
    assert (the_notice().state, the_notice().next_try_at) == (MailState.DUE, NOON + timedelta(seconds=90))
    for seconds in (91, 91 + 121):
        with clock.frozen_at(NOON + timedelta(seconds=seconds)):
            run_jobs()
    assert (the_notice().state, len(service.received)) == (MailState.SENT, 3)


def test_what_the_service_refuses_is_not_sent_again(alice: Person, service: PushService, run_jobs: Drain) -> None:
    subscribe(alice, service)
    service.answers = [(403, {})]
    say(alice)
    run_jobs()
    assert (the_notice().state, the_notice().reason) == (MailState.FAILED, "permission_missing 403")


def test_the_sweep_finds_what_a_lost_bell_left(alice: Person, service: PushService, run_jobs: Drain) -> None:
    subscribe(alice, service)
    say(alice)
    background.connection().flushdb()
    schedule.sweep()
    run_jobs()
    assert len(service.received) == 1


def test_a_notice_whose_sender_died_leaves_with_the_next_sweep(
    alice: Person, service: PushService, run_jobs: Drain
) -> None:
    subscribe(alice, service)
    say(alice)
    row = the_notice()
    row.state, row.lease_until = MailState.SENDING, NOON - timedelta(seconds=1)
    db.session.commit()
    run_jobs()
    assert not service.received
    schedule.sweep()
    run_jobs()
    assert len(service.received) == 1


def test_at_night_it_waits_for_morning(alice: Person, service: PushService, run_jobs: Drain) -> None:
    subscribe(alice, service)
    with clock.frozen_at(NOON.replace(hour=4)):
        say(alice)
        run_jobs()
        assert not service.received
    run_jobs()
    assert len(service.received) == 1


def test_she_chooses_kind_by_kind_once_a_phone_is_there(alice: Person, service: PushService, run_jobs: Drain) -> None:
    page = alice.client.get("/preferences/notifications").text
    assert "late-push" not in page
    alice.client.post("/preferences/notifications", data={"quiet_from": "21", "quiet_to": "7"})
    subscribe(alice, service)
    assert choices.wants(choices.choice_of(alice.user.id, alice.workspace.id), Kind.LATE, Channel.PUSH)
    assert "late-push" in alice.client.get("/preferences/notifications").text
    form = {"phones": "1", "weekly-push": "1", "late-app": "1", "quiet_from": "21", "quiet_to": "7"}
    alice.client.post("/preferences/notifications", data=form)
    say(alice)
    run_jobs()
    assert not service.received


def test_a_browser_is_taken_back_by_its_person_alone(
    client: FlaskClient, alice: Person, bob: Person, charlie: Person, service: PushService
) -> None:
    subscribe(alice, service)
    page = alice.client.get("/preferences/notifications").text
    [form] = [each for each in forms_of(page) if f"{DEVICES}/" in each.action]
    for other in (bob, charlie):
        assert "Ne plus prévenir" not in other.client.get("/preferences/notifications").text
        assert other.client.post(form.action).status_code == 404
    assert client.post(form.action).status_code in {302, 303, 401}
    assert count(PushSubscription) == 1
    assert alice.client.post(form.action, follow_redirects=True).status_code == 200
    assert count(PushSubscription) == 0


def test_a_stranger_gives_no_browser(client: FlaskClient) -> None:
    client.post(DEVICES, data=Phone().form("https://push.exemple.ca"))
    assert count(PushSubscription) == 0


def test_a_form_from_elsewhere_is_refused(app: Flask, alice: Person) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    try:
        answers = [alice.client.post(path, data=Phone().form("https://push.exemple.ca")).status_code
                   for path in (DEVICES, f"{DEVICES}/refus")]  # fmt: skip
    finally:
        app.config["WTF_CSRF_ENABLED"] = False
    assert answers == [400, 400] and count(PushSubscription) == 0


@pytest.mark.parametrize(
    "change",
    [
        {"endpoint": "none"}, {"endpoint": "http://push.exemple.ca/x"}, {"endpoint": "https://10.0.0.1/x"},
        {"p256dh": ""}, {"p256dh": "AAAA"}, {"auth": "é"}, {"auth": "AAAA"}, {"endpoint": "https://[/"},
    ],
)  # fmt: skip
def test_what_is_no_subscription_is_not_kept(alice: Person, change: dict[str, str]) -> None:
    page = alice.client.post(DEVICES, data=Phone().form("https://push.exemple.ca") | change, follow_redirects=True).text
    assert "Votre navigateur n’a pas donné ce qu’il faut." in page
    assert count(PushSubscription) == 0


def test_one_browser_is_one_person_s_the_last_who_said_yes(
    app: Flask, alice: Person, charlie: Person, service: PushService, run_jobs: Drain
) -> None:
    phone = subscribe(alice, service)
    subscribe(alice, service, phone)
    subscribe(charlie, service, phone)
    assert count(PushSubscription) == 1
    say(alice)
    run_jobs()
    assert not service.received
    say(charlie)
    run_jobs()
    assert len(service.received) == 1


def test_the_oldest_of_too_many_browsers_goes(alice: Person, service: PushService) -> None:
    for number in range(11):
        subscribe(alice, service, Phone(f"/push/{number}"))
    ends = [each.rpartition("/")[2] for each in db.session.scalars(select(PushSubscription.endpoint))]
    assert sorted(map(int, ends)) == list(range(1, 11))


def test_it_is_offered_after_a_first_approval_until_she_answers(alice: Person, bob: Person) -> None:
    home = "/tableau-de-bord"
    assert "data-push" not in alice.client.get(home).text
    approve(alice)
    page = alice.client.get(home).text
    assert f'data-push-key="{vapid.public_key(KEY)}"' in page
    assert "data-push hidden" in page, "a browser without notices, or without script, sees nothing"
    assert "data-push" not in bob.client.get(home).text, "he approved nothing"
    answer = alice.client.post(f"{DEVICES}/refus", data={"from": "home"})
    assert answer.location == home
    page = alice.client.get(home).text
    assert "C’est noté." in page and "data-push" not in page
    assert "Me prévenir ici" in alice.client.get("/preferences/notifications").text


def test_who_said_yes_is_not_asked_again(alice: Person, service: PushService) -> None:
    approve(alice)
    subscribe(alice, service)
    assert "data-push" not in alice.client.get("/tableau-de-bord").text


def test_nothing_is_offered_nor_sent_without_a_key(
    app: Flask, alice: Person, service: PushService, run_jobs: Drain
) -> None:
    subscribe(alice, service)
    app.config["SETTINGS"] = dataclasses.replace(app.config["SETTINGS"], vapid_private_key="")
    approve(alice)
    assert "data-push" not in alice.client.get("/tableau-de-bord").text
    assert "Me prévenir ici" not in alice.client.get("/preferences/notifications").text
    assert alice.client.post(DEVICES, data=Phone("/b").form(service.url)).status_code == 404
    say(alice)
    run_jobs()
    assert not service.received and count(PushNotice) == 0


def test_nothing_is_offered_nor_sent_in_the_demonstration(
    app: Flask, alice: Person, service: PushService, run_jobs: Drain
) -> None:
    subscribe(alice, service)
    approve(alice)
    alice.workspace.is_demo = True
    db.session.commit()
    visitor = make_person(app, "dora", workspace=alice.workspace)
    approve(visitor)
    assert "data-push" not in visitor.client.get("/tableau-de-bord").text
    assert visitor.client.post(DEVICES, data=Phone("/b").form(service.url)).status_code == 404
    say(alice)
    run_jobs()
    assert not service.received


def test_mails_and_phones_are_told_apart(alice: Person, service: PushService, run_jobs: Drain) -> None:
    subscribe(alice, service)
    ways = {Channel.MAIL: False, Channel.APP: False, Channel.PUSH: True}
    choices.choose(alice.user.id, alice.workspace.id, {Kind.LATE: ways})
    say(alice)
    run_jobs()
    assert len(service.received) == 1
    assert "Rien de nouveau" in alice.client.get("/notifications").text
