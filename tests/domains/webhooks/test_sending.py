"""A program is told of each event once, tried again for a day, and left alone after it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from app.api.samples import verify_signature
from app.core import background, clock, retention, schedule
from app.core.db import db
from app.core.events import emit
from app.domains.notifications.models import Mail
from app.domains.webhooks import jobs, listeners, services
from app.domains.webhooks.models import WebhookAttempt, WebhookEndpoint, WebhookMessage
from app.domains.webhooks.services import attempts
from app.domains.webhooks.states import CHOSEN
from app.domains.webhooks.sweep import ring_due_messages
from app.domains.workspaces.models import Workspace
from tests.domains.contents import making
from tests.domains.webhooks.receiver import Receiver
from tests.people import Person

Drain = Callable[..., int]


def listening(alice: Person, program: Receiver, *events: str) -> tuple[WebhookEndpoint, str]:
    return services.add(alice.workspace.id, program.url, events or CHOSEN)


def approve(alice: Person) -> int:
    content = making.content(alice.workspace)
    path = f"/api/v1/contents/{content.id}/approve"
    answer = alice.client.put(path, json={"confirm": True}, headers=alice.headers)
    assert answer.status_code == 200, answer.text
    return content.id


def the_message() -> WebhookMessage:
    return db.session.query(WebhookMessage).order_by(WebhookMessage.id.desc()).first() or pytest.fail("nothing")


def test_what_is_approved_is_told_signed_and_in_the_shape_of_the_api(
    alice: Person, program: Receiver, run_jobs: Drain
) -> None:
    _row, secret = listening(alice, program, "content.approved")
    content_id = approve(alice)
    run_jobs()
    [told] = program.told
    assert told.said["type"] == "content.approved" and told.said["data"]["content_id"] == content_id
    read = alice.client.get(f"/api/v1/contents/{content_id}", headers=alice.headers).json
    assert told.said["data"]["content"] == read
    assert told.said["id"] == told.headers["astrogrowth-event-id"] == the_message().event_id
    verify_signature.verify(told.body, told.headers["astrogrowth-signature"], secret)
    with pytest.raises(ValueError, match="signature"):
        verify_signature.verify(told.body + b" ", told.headers["astrogrowth-signature"], secret)
    with pytest.raises(ValueError, match="old"):
        verify_signature.verify(told.body, told.headers["astrogrowth-signature"], secret, now=4_000_000_000)
    assert (the_message().state, the_message().status, the_message().excerpt) == ("sent", 200, "merci")


def test_only_what_was_chosen_is_told_and_only_to_ones_own(
    alice: Person, charlie: Person, program: Receiver, run_jobs: Drain
) -> None:
    listening(alice, program, "leads.ready")
    listening(charlie, program)
    approve(alice)
    run_jobs()
    assert not program.told


def test_what_is_rolled_back_is_never_told(alice: Person, program: Receiver, run_jobs: Drain) -> None:
    listening(alice, program)
    content = making.content(alice.workspace)
    emit("content.ready", content.id, workspace_id=alice.workspace.id)
    db.session.rollback()
    run_jobs()
    assert db.session.query(WebhookMessage).count() == 0 and not program.told


def test_a_lost_bell_and_a_dead_sender_are_found_by_the_sweep(
    alice: Person, program: Receiver, run_jobs: Drain
) -> None:
    listening(alice, program, "content.approved")
    approve(alice)
    background.connection().flushdb()
    assert ring_due_messages() == 1
    background.connection().flushdb()
    row = the_message()
    row.state, row.lease_until = "sending", clock.in_seconds(-1)
    db.session.commit()
    assert schedule.sweep()["app.domains.webhooks.sweep:ring_due_messages"] == 1
    run_jobs()
    assert len(program.told) == 1


def test_a_program_that_fails_is_tried_again_with_the_same_words_and_id(
    alice: Person, program: Receiver, run_jobs: Drain
) -> None:
    endpoint, _ = listening(alice, program, "content.approved")
    program.answers = [(500, {}, b"panne\x00"), (302, {"Location": "http://127.0.0.1:1/"}, b"")]
    approve(alice)
    start = clock.now()
    run_jobs()
    assert (the_message().state, the_message().reason, the_message().excerpt) == ("due", "refused", "panne")
    assert endpoint.failing_since is not None
    for seconds in (61, 400):
        with clock.frozen_at(start + timedelta(seconds=seconds)):
            run_jobs()
    assert len(program.told) == 3 and len({told.body for told in program.told}) == 1
    assert len({told.headers["astrogrowth-signature"] for told in program.told}) == 3
    assert the_message().state == "sent" and db.session.get_one(WebhookEndpoint, endpoint.id).failing_since is None


def test_after_a_day_of_failures_it_is_disabled_and_the_owner_told(
    alice: Person, program: Receiver, run_jobs: Drain
) -> None:
    endpoint, _ = listening(alice, program, "content.approved")
    program.answers = [(503, {}, b"")] * 50
    approve(alice)
    start = clock.now()
    for hours in range(0, 26):
        with clock.frozen_at(start + timedelta(hours=hours, minutes=1)):
            run_jobs()
    db.session.expire_all()
    assert (endpoint.state, the_message().state) == ("disabled", "failed")
    assert 8 <= len(program.told) <= 14
    mail = db.session.query(Mail).filter_by(kind="webhook").one()
    assert mail.recipient == "alice@exemple.ca" and "127.0.0.1" in mail.subject
    program.answers = []
    told = len(program.told)
    approve(alice)
    run_jobs()
    assert len(program.told) == told
    services.change(endpoint, active=True)
    services.replay(the_message())
    run_jobs()
    assert len(program.told) == told + 1


@pytest.mark.parametrize("url", [
    "http://exemple.ca/x", "https://10.0.0.1/x", "https://169.254.169.254/latest", "https://[fd00::1]/x",
    "https://localhost.local/x", "ftp://exemple.ca/", "https://a:b@exemple.ca/", "https://2130706433/", "", "x" * 2000,
    "https://exemple.ca:8080/", "https://exemple.ca/\r\nX: y",
])  # fmt: skip
def test_an_address_inside_is_refused(alice: Person, url: str) -> None:
    answer = alice.client.post("/api/v1/webhooks", json={"url": url, "events": ["leads.ready"]}, headers=alice.headers)
    assert answer.status_code == 422 and set(answer.json["errors"]) == {"url"}
    assert alice.client.post("/profil/logiciels", data={"url": url, "events": "leads.ready"}).status_code == 422


def test_this_machine_is_reached_with_the_setting_of_tests_alone(
    app: Flask, alice: Person, program: Receiver, run_jobs: Drain, monkeypatch: pytest.MonkeyPatch
) -> None:
    endpoint, _ = listening(alice, program, "content.approved")
    settings = dataclasses.replace(app.config["SETTINGS"], enrich_allow_private=False)
    monkeypatch.setitem(app.config, "SETTINGS", settings)
    with pytest.raises(services.Refused):
        listening(alice, program)
    services.try_out(endpoint)
    run_jobs()
    assert not program.told
    assert (the_message().state, the_message().reason) == ("failed", "forbidden")


def test_a_rotated_secret_signs_beside_the_former_for_a_day(alice: Person, program: Receiver, run_jobs: Drain) -> None:
    endpoint, former = listening(alice, program)
    secret = services.rotate(endpoint)
    services.try_out(endpoint)
    run_jobs()
    for each in (former, secret):
        verify_signature.verify(program.told[0].body, program.told[0].headers["astrogrowth-signature"], each)
    with clock.frozen_at(clock.now() + timedelta(hours=25)):
        services.try_out(endpoint)
        run_jobs()
        now = int(clock.now().timestamp())
    told = program.told[1]
    verify_signature.verify(told.body, told.headers["astrogrowth-signature"], secret, now=now)
    with pytest.raises(ValueError, match="signature"):
        verify_signature.verify(told.body, told.headers["astrogrowth-signature"], former, now=now)


def test_a_former_secret_is_forgotten_once_it_signs_no_more(alice: Person, program: Receiver) -> None:
    endpoint, _former = listening(alice, program)
    services.rotate(endpoint)
    jobs.purge()
    assert making.reread(endpoint).sealed_former
    with clock.frozen_at(clock.now() + timedelta(days=1, minutes=1)):
        jobs.purge()
    row = making.reread(endpoint)
    assert (row.sealed_former, row.former_until) == ("", None)
    assert row.sealed_secret


def test_a_demonstration_tells_nobody(alice: Person, program: Receiver, run_jobs: Drain) -> None:
    endpoint, _ = listening(alice, program)
    db.session.get_one(Workspace, alice.workspace.id).is_demo = True
    db.session.commit()
    services.try_out(endpoint)
    emit("content.ready", making.content(alice.workspace).id, workspace_id=alice.workspace.id)
    db.session.commit()
    assert ring_due_messages() == 0
    run_jobs()
    assert not program.told


def test_what_was_told_of_a_forgotten_prospect_goes_with_it(alice: Person, program: Receiver) -> None:
    listening(alice, program)
    lead = making.lead(alice.workspace, "Chez Bo")
    content = making.content(alice.workspace, lead_id=lead.id)
    emit("content.ready", content.id, workspace_id=alice.workspace.id)
    emit("lead.forgotten", lead.id, workspace_id=alice.workspace.id)
    db.session.commit()
    assert db.session.query(WebhookMessage).count() == 0


def test_each_try_is_kept_with_its_answer_on_the_screen_and_in_the_api(
    alice: Person, program: Receiver, run_jobs: Drain
) -> None:
    endpoint, _ = listening(alice, program, "content.approved")
    program.answers = [(500, {}, b"panne de base"), (410, {}, b"plus personne")]
    approve(alice)
    start = clock.now()
    for seconds in (0, 61, 400):
        with clock.frozen_at(start + timedelta(seconds=seconds)):
            run_jobs()
    path = f"/api/v1/webhooks/{endpoint.id}/messages"
    [told] = alice.client.get(path, headers=alice.headers).json["items"]
    said = [(each["status"], each["reason"], each["excerpt"]) for each in told["attempts"]]
    assert said == [(500, "refused", "panne de base"), (410, "refused", "plus personne"), (200, "", "merci")]
    assert all(each["milliseconds"] >= 0 for each in told["attempts"])
    assert len({each["began_at"] for each in told["attempts"]}) == 3
    page = alice.client.get(f"/profil/logiciels/{endpoint.id}").text
    assert page.index("merci") < page.index("plus personne") < page.index("panne de base")
    again = alice.client.post(f"/api/v1/webhook-messages/{told['id']}/replay", headers=alice.headers)
    assert len(again.json["attempts"]) == 3


def test_what_did_not_answer_is_kept_as_an_attempt_too(alice: Person, program: Receiver, run_jobs: Drain) -> None:
    endpoint, _ = listening(alice, program)
    endpoint.url = "http://127.0.0.1:9/messages"
    services.try_out(endpoint)
    run_jobs()
    attempt = db.session.query(WebhookAttempt).one()
    assert (attempt.status, attempt.excerpt) == (None, "")
    assert attempt.reason
    assert "Le logiciel ne répond pas." in alice.client.get(f"/profil/logiciels/{endpoint.id}").text


def test_a_message_sent_again_and_again_keeps_its_last_tries(alice: Person, program: Receiver, run_jobs: Drain) -> None:
    endpoint, _ = listening(alice, program)
    row = services.try_out(endpoint)
    run_jobs()
    for number in range(attempts.MOST + 3):
        program.answers = [(200, {}, f"fois {number}".encode())]
        services.replay(making.reread(row))
        run_jobs()
    said = [each.excerpt for each in db.session.query(WebhookAttempt).order_by(WebhookAttempt.id)]
    assert said == [f"fois {number}" for number in range(3, attempts.MOST + 3)]


def test_the_log_goes_after_a_month_with_its_tries(alice: Person, program: Receiver, run_jobs: Drain) -> None:
    endpoint, _ = listening(alice, program)
    services.try_out(endpoint)
    run_jobs()
    with clock.frozen_at(clock.now() + timedelta(days=29)):
        jobs.purge()
    assert db.session.query(WebhookAttempt).count() == 1
    with clock.frozen_at(clock.now() + timedelta(days=31)):
        jobs.purge()
    assert db.session.query(WebhookMessage).count() == db.session.query(WebhookAttempt).count() == 0
    assert retention.runs()["webhook_messages"].total == 1


def test_a_message_forgotten_on_its_way_is_no_failure(app: Flask, alice: Person, program: Receiver) -> None:
    listening(alice, program)
    lead = making.lead(alice.workspace, "Chez Bo")
    content = making.content(alice.workspace, lead_id=lead.id)
    emit("content.ready", content.id, workspace_id=alice.workspace.id)
    db.session.commit()

    def forget() -> None:
        with app.app_context():
            listeners.forget(lead.id)
            db.session.commit()

    program.meanwhile = forget
    services.send(the_message().id)
    assert len(program.told) == 1
    assert db.session.query(WebhookMessage).count() == db.session.query(WebhookAttempt).count() == 0
