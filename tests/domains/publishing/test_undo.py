"""A thumb up plans one delivery; taken back in time, nothing leaves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.core import background, clock
from app.core.db import db
from app.core.errors import Conflict
from app.domains.contents import services as contents
from app.domains.contents.models import Content
from app.domains.publishing import services
from app.domains.publishing.models import Connection, Delivery
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import TEXT, reread
from tests.factories.publishing import after, at_once, behave, feed, pending, planned, put, sent
from tests.people import Person

Drain = Callable[..., int]


def refusal_of(gesture: Callable[[], object]) -> str:
    with pytest.raises(Conflict) as refused:
        gesture()
    db.session.rollback()
    return refused.value.code


def content_of(delivery: Delivery) -> Content:
    return reread(db.session.get_one(Content, delivery.content_id))


def deliveries() -> int:
    return db.session.scalar(select(func.count(Delivery.id))) or 0


def test_nothing_leaves_within_the_undo_window(
    alice: Person, connection: Connection, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    delivery = planned(alice)
    assert delivery.undo_until - delivery.approved_at >= timedelta(seconds=299)
    assert delivery.scheduled_at >= delivery.undo_until
    assert sent(delivery, delivery.undo_until - timedelta(seconds=1)).state == "scheduled"
    assert not feed(sandbox)


def test_undone_in_time_it_never_leaves_and_can_be_approved_again(
    alice: Person, connection: Connection, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    delivery = planned(alice)
    services.cancel(delivery, alice.user.id)
    assert (reread(delivery).state, content_of(delivery).state) == ("cancelled", "pending")
    with clock.frozen_at(after(delivery)):
        run_jobs()
    assert not feed(sandbox)
    again = services.approve(content_of(delivery), alice.user.id).delivery
    assert again is not None
    assert again.scheduled_at - clock.now() < timedelta(minutes=6), "a cancelled one holds no place"
    with clock.frozen_at(after(again, 0)):
        run_jobs()
    assert reread(again).state == "published"
    assert len(feed(sandbox)) == 1


def test_undone_after_it_left_says_too_late(alice: Person, connection: Connection, sandbox: RunningSandbox) -> None:
    delivery = sent(planned(alice))
    assert refusal_of(lambda: services.cancel(delivery, alice.user.id)) == "already_leaving"
    assert refusal_of(lambda: services.reopen(content_of(delivery), alice.user.id)) == "already_published"
    assert (reread(delivery).state, content_of(delivery).state) == ("published", "published")


@pytest.mark.parametrize("state", ["sending", "published", "refused", "cancelled", "unconfirmed"])
def test_only_what_waits_can_be_cancelled(alice: Person, connection: Connection, state: str) -> None:
    delivery = put(planned(alice), state=state)
    assert refusal_of(lambda: services.cancel(delivery, alice.user.id)) == "already_leaving"
    assert reread(delivery).state == state


def test_one_that_waits_for_a_reconnection_can_be_cancelled(alice: Person, connection: Connection) -> None:
    delivery = put(planned(alice), state="blocked", reason="late")
    services.cancel(delivery, alice.user.id)
    assert (reread(delivery).state, reread(delivery).reason, content_of(delivery).state) == ("cancelled", "", "pending")


def test_a_page_seen_before_it_left_cannot_undo(alice: Person, connection: Connection) -> None:
    delivery = planned(alice)
    with db.engine.begin() as line:
        line.execute(db.text("UPDATE deliveries SET state = 'sending'"))
    assert delivery.state == "scheduled", "as the page showed it"
    assert refusal_of(lambda: services.cancel(delivery, alice.user.id)) == "already_leaving"
    assert (reread(delivery).state, content_of(delivery).state) == ("sending", "approved")


def test_two_approvals_at_the_same_instant_plan_one_delivery(app: Flask, alice: Person, connection: Connection) -> None:
    content_id = pending(alice).id

    def approve() -> None:
        services.approve(db.session.get_one(Content, content_id), alice.user.id)

    assert at_once(app, [approve, approve, approve]) == ["already_approved", "already_approved", "done"]
    assert deliveries() == 1


def test_undo_and_departure_at_the_same_instant_have_one_winner(
    app: Flask, alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    for number in range(4):
        delivery = put(planned(alice, f"{TEXT} {number}"), scheduled_at=clock.now())
        put(reread(connection), next_free_at=None)
        db.session.execute(db.text("DELETE FROM delivery_attempts"))
        db.session.commit()
        background.connection().flushdb()

        def undo(key: int = delivery.id) -> None:
            services.cancel(db.session.get_one(Delivery, key), alice.user.id)

        ends = at_once(app, [undo, lambda key=delivery.id: services.send(key)])
        state, posts = reread(delivery).state, len(feed(sandbox))
        assert (state, ends, content_of(delivery).state) in [
            ("cancelled", ["done", "done"], "pending"),
            ("published", ["already_leaving", "done"], "published"),
        ]
        assert posts == (state == "published")
        sandbox.state.posts.clear()


def test_an_edit_cancels_what_was_planned_and_the_new_text_leaves(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    delivery = planned(alice)
    contents.edit(content_of(delivery), text="Un texte revu, (relu) et approuvé.", by=alice.user.id)
    assert (reread(delivery).state, content_of(delivery).state) == ("cancelled", "pending")
    sent(delivery)
    assert not feed(sandbox)
    again = services.approve(content_of(delivery), alice.user.id).delivery
    assert again is not None
    sent(again)
    assert [post.text.partition("\n")[0] for post in feed(sandbox)] == ["Un texte revu, (relu) et approuvé."]


def test_what_is_leaving_cannot_be_edited(alice: Person, connection: Connection) -> None:
    delivery = put(planned(alice), state="sending")
    content = content_of(delivery)
    assert refusal_of(lambda: contents.edit(content, text="Trop tard.", by=alice.user.id)) == "already_leaving"
    assert (content_of(delivery).text, content_of(delivery).state) == (TEXT, "approved")


def test_an_approval_that_is_rolled_back_rings_no_bell(alice: Person, connection: Connection, run_jobs: Drain) -> None:
    content = pending(alice)
    run_jobs()
    contents.approve(content, alice.user.id)
    assert deliveries() == 1
    db.session.rollback()
    assert deliveries() == 0
    with clock.frozen_at(clock.in_seconds(7200)):
        assert run_jobs() == 0


def test_a_refused_one_can_be_decided_again(alice: Person, connection: Connection, sandbox: RunningSandbox) -> None:
    behave(sandbox, "400")
    delivery = sent(planned(alice))
    assert delivery.state == "refused"
    services.reopen(content_of(delivery), alice.user.id)
    assert content_of(delivery).state == "pending"


def test_a_demonstration_is_neither_cancelled_nor_settled(alice: Person, connection: Connection) -> None:
    delivery, other = planned(alice), put(planned(alice, "Autre chose."), state="unconfirmed")
    put(db.session.merge(alice.workspace), is_demo=True)
    assert refusal_of(lambda: services.cancel(delivery, alice.user.id)) == "demo"
    for word in (True, False):
        assert refusal_of(lambda word=word: services.resolve(other, word)) == "demo"
    assert (reread(delivery).state, reread(other).state) == ("scheduled", "unconfirmed")
