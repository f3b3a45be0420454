"""A publication leaves whole, once, with its picture; and nobody's sleep makes it leave twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text as sql

from app.core import clock, crypto
from app.core.db import db
from app.domains.contents.models import Content
from app.domains.publishing import services
from app.domains.publishing.models import Connection, Delivery, DeliveryAttempt
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import TEXT, reread, settings_of
from tests.factories.publishing import (
    ANNOUNCE,
    after,
    at_once,
    attempts,
    behave,
    calls,
    connect,
    feed,
    planned,
    put,
    sent,
)
from tests.people import Person
from tests.providers.scripted import Received, Reply, as_json, scripted

WHOLE = (
    "Noël à Lévis (déjà!) : l’été n’est pas loin… « Ça chauffe », dit Zoë 🎄👩‍🍳\n\n"
    "Prix : 12,50 $ [taxes en sus] {midi} <soir> 100 % *maison* _vrai_ ~frais~ | courriel@exemple.ca \\o/ "
    "Le menu #1 est à 5 #, et #CaféDeQuartier aussi."
)


def test_a_text_arrives_whole_then_its_hashtags(alice: Person, connection: Connection, sandbox: RunningSandbox) -> None:
    sent(planned(alice, WHOLE, hashtags=["Lévis", "ÉtéIndien"], writer="person"))
    post = feed(sandbox)[0]
    assert (post.text, post.truncated) == (f"{WHOLE}\n\n#Lévis #ÉtéIndien", False)
    assert [tag.lstrip("#") for tag in post.hashtags] == ["CaféDeQuartier", "Lévis", "ÉtéIndien"]
    assert post.alt_text == "Affiche du Café Bleu, à Lévis"
    assert [bool(sandbox.state.blob(urn)) for urn in post.picture_urns] == [True]


def test_what_is_out_is_told_to_everyone(alice: Person, connection: Connection, sandbox: RunningSandbox) -> None:
    delivery = sent(planned(alice))
    post = feed(sandbox)[0]
    assert (delivery.state, delivery.urn) == ("published", post.urn)
    assert delivery.url.endswith(f"{post.urn}/")
    assert delivery.published_at is not None
    assert services.reason_of(delivery) == ""
    assert db.session.get_one(Content, delivery.content_id).state == "published"
    ended = db.session.execute(sql("SELECT payload FROM domain_events WHERE name = 'delivery.ended'")).all()
    assert len(ended) == 1


def test_the_whole_way_goes_by_bells_alone(
    alice: Person, connection: Connection, sandbox: RunningSandbox, run_jobs: Callable[..., int]
) -> None:
    delivery = planned(alice)
    run_jobs()
    assert not feed(sandbox), "the undo window is open"
    with clock.frozen_at(after(delivery, 0)):
        run_jobs()
    assert reread(delivery).state == "published"
    assert len(feed(sandbox)) == 1


def test_a_picture_is_uploaded_once_across_a_resume(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    behave(sandbox, "media_waiting")
    waiting = sent(planned(alice))
    assert waiting.media_urn.startswith("urn:li:image:")
    assert sent(waiting).state == "published"
    assert (calls(sandbox, "PUT", "/dms-uploads/"), calls(sandbox, "POST", "/rest/posts")) == (1, 2)
    assert feed(sandbox)[0].picture_urns == [waiting.media_urn]


class Onlooker:
    """LinkedIn, reading our own tables from another connection while it is being called."""

    def __init__(self, app: Flask, delivery: Delivery, on_create: Callable[[], object] = lambda: None) -> None:
        self.engine, self.delivery_id, self.on_create = db.engine, delivery.id, on_create
        self.app, self.seen = app, []

    def __call__(self, request: Received) -> Reply:
        with self.engine.connect() as line:
            row = line.execute(sql("SELECT state, media_urn FROM deliveries WHERE id = :id"), {"id": self.delivery_id})
            tried = line.execute(sql("SELECT outcome, answered_at FROM delivery_attempts")).all()
            # A lock left by the caller would refuse this write.
            line.execute(sql("UPDATE workspaces SET city = city"))
            line.commit()
            self.seen.append((request.path.partition("?")[0], *row.one(), [tuple(each) for each in tried]))
        if request.path.startswith("/rest/images"):
            address = f"http://{request.headers['host']}/dms-uploads/1"
            return as_json({"value": {"uploadUrl": address, "image": "urn:li:image:1"}})
        if request.method == "PUT":
            return Reply(201)
        with self.app.app_context():
            self.on_create()
            db.session.remove()
        return Reply(201, headers={"x-restli-id": "urn:li:share:77"})


def test_each_step_is_committed_before_the_next_call_and_no_lock_is_held(
    app: Flask, alice: Person, connection: Connection
) -> None:
    delivery = planned(alice)
    onlooker = Onlooker(app, delivery)
    with scripted(onlooker) as network, settings_of(app, linkedin_api_url=network.url):
        sent(delivery)
    assert onlooker.seen == [
        ("/rest/images", "sending", "", []),
        ("/dms-uploads/1", "sending", "", []),
        ("/rest/posts", "sending", "urn:li:image:1", [("", None)]),
    ]


def test_undo_while_it_leaves_says_too_late_and_nothing_is_lost(
    app: Flask, alice: Person, connection: Connection
) -> None:
    delivery, ends = planned(alice), []

    def undo() -> None:
        row = db.session.get_one(Delivery, delivery.id)
        try:
            services.cancel(row, alice.user.id)
        except Exception as refused:
            ends.append(getattr(refused, "code", repr(refused)))

    onlooker = Onlooker(app, delivery, undo)
    with scripted(onlooker) as network, settings_of(app, linkedin_api_url=network.url):
        gone = sent(delivery)
    assert (ends, gone.state, reread(db.session.get_one(Content, gone.content_id)).state) == (
        ["already_leaving"], "published", "published")  # fmt: skip


ANOTHER_LEASE = "UPDATE deliveries SET lease_until = '2031-01-01 00:00:00.000000'"
CLOSED = "UPDATE connections SET state = 'disconnected', reason = 'disconnected'"


def meddler(statement: str, *, answer: Reply | None = None) -> Callable[[Received], Reply]:
    """Make a network during whose call somebody else writes; by default all goes well until the picture is put."""
    engine = db.engine

    def reply(request: Received) -> Reply:
        if answer is not None or request.method == "PUT":
            with engine.begin() as line:
                line.execute(sql(statement))
            return answer or Reply(201)
        address = f"http://{request.headers['host']}/dms-uploads/1"
        return as_json({"value": {"uploadUrl": address, "image": "urn:li:image:1"}})

    return reply


def test_who_lost_the_lease_during_the_upload_creates_nothing(
    app: Flask, alice: Person, connection: Connection
) -> None:
    delivery = planned(alice)
    with scripted(meddler(ANOTHER_LEASE)) as network, settings_of(app, linkedin_api_url=network.url):
        left = sent(delivery)
        assert [request.method for request in network.requests] == ["POST", "PUT"]
    assert (left.state, left.media_urn, attempts(left)) == ("sending", "", [])


@pytest.mark.parametrize("answer", [Reply(503), Reply(401), Reply(400), Reply(429)], ids=lambda each: str(each.status))
def test_a_sender_that_slept_past_its_lease_disturbs_nobody(
    app: Flask, alice: Person, connection: Connection, answer: Reply
) -> None:
    delivery = planned(alice)
    # Meanwhile the sweep freed the row, and another worker took it.
    with scripted(meddler(ANOTHER_LEASE, answer=answer)) as network, settings_of(app, linkedin_api_url=network.url):
        left = sent(delivery)
    assert (left.state, left.reason, left.tries) == ("sending", "", 0)


def test_two_workers_with_the_same_bell_send_once(
    app: Flask, alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    delivery = planned(alice)
    with clock.frozen_at(after(delivery)):
        assert at_once(app, [lambda: services.send(delivery.id)] * 4) == ["done"] * 4
    assert reread(delivery).state == "published"
    assert len(feed(sandbox)) == 1
    assert calls(sandbox, "POST", "/rest/posts") == 1


def test_an_account_closed_during_the_upload_publishes_nothing(
    app: Flask, alice: Person, connection: Connection
) -> None:
    delivery = planned(alice)
    with scripted(meddler(CLOSED)) as network, settings_of(app, linkedin_api_url=network.url):
        held = sent(delivery)
        assert len(network.requests) == 2
    assert (held.state, held.reason, attempts(held)) == ("blocked", "disconnected", [])


def test_an_answer_that_came_after_the_owner_said_no_is_believed(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    delivery = planned(alice)
    db.session.add(DeliveryAttempt(delivery_id=delivery.id, outcome="published", urn="urn:li:share:5",
                                   answered_at=clock.now()))  # fmt: skip
    known = sent(delivery)
    assert (known.state, known.urn) == ("published", "urn:li:share:5")
    assert not feed(sandbox)


def test_a_picture_that_cannot_be_read_is_tried_again(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    waiting = sent(planned(alice, picture_key="1/contents/absent/picture.png"))
    assert (waiting.state, waiting.reason, waiting.tries) == ("scheduled", "storage", 1)
    assert services.reason_of(waiting).startswith("L’image")
    assert not sandbox.state.pictures


def test_a_token_sealed_with_a_lost_key_asks_for_a_reconnection(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    delivery = planned(alice)
    put(connection, sealed_access_token="of another time")
    held = sent(delivery)
    assert (held.state, held.reason) == ("blocked", "access_revoked")
    assert reread(connection).state == "needs_reconnection"
    services.disconnect(connection)
    assert reread(connection).state == "disconnected"


def test_an_access_that_has_run_out_is_not_even_tried(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    delivery = planned(alice)
    put(connection, expires_at=delivery.scheduled_at)
    asked = len(sandbox.state.requests)
    held = sent(delivery)
    assert (held.state, held.reason) == ("blocked", "access_expired")
    assert (reread(connection).state, connection.reason) == ("needs_reconnection", "access_expired")
    assert len(sandbox.state.requests) == asked


def test_what_is_more_than_a_day_late_waits_for_a_new_approval(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    delivery = planned(alice)
    late_by_a_day = after(delivery, timedelta(hours=24, seconds=1).total_seconds())
    late = sent(delivery, late_by_a_day)
    assert (late.state, late.reason) == ("blocked", "late")
    with clock.frozen_at(late_by_a_day):
        services.plan_waiting(connection.id)
    assert reread(late).state == "blocked", "a reconnection is not an approval"
    services.cancel(late, alice.user.id)
    again = services.approve(db.session.get_one(Content, late.content_id), alice.user.id).delivery
    assert again is not None
    assert sent(again).state == "published"
    assert len(feed(sandbox)) == 1


def test_a_demonstration_is_never_sent(alice: Person, connection: Connection, sandbox: RunningSandbox) -> None:
    delivery = planned(alice)
    put(db.session.merge(alice.workspace), is_demo=True)
    asked = len(sandbox.state.requests)
    assert sent(delivery).state == "scheduled"
    assert len(sandbox.state.requests) == asked


def test_no_token_is_written_anywhere_in_clear(
    alice: Person, sandbox: RunningSandbox, capfd: pytest.CaptureFixture[str]
) -> None:
    connection = connect(alice)
    token = crypto.unseal(connection.sealed_access_token)
    for what, on in (("401", {}), ("malformed", ANNOUNCE), ("500", {}), ("400", {})):
        behave(sandbox, what, **on)
        put(connection, state="active", next_free_at=None)
        sent(planned(alice, f"{TEXT} {what}"))
    said = "".join(capfd.readouterr())
    assert "delivery failed" in said
    assert token not in said
    assert token[:20] not in said
    rows: list[Any] = []
    for table in ("connections", "deliveries", "delivery_attempts", "domain_events"):
        rows += [str(tuple(row)) for row in db.session.execute(sql(f"SELECT * FROM {table}"))]
    assert len(rows) > 8
    assert not [row for row in rows if token in row]
