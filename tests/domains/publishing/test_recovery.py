"""After a crash or a silence: what was not sent leaves, what may be out is asked about, and nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from app.core import clock
from app.core.db import db
from app.core.errors import Conflict
from app.domains.contents.models import Content
from app.domains.publishing import services, sweep
from app.domains.publishing.models import Connection, Delivery, DeliveryAttempt
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import TEXT, reread
from tests.factories.publishing import (
    CAMILLE,
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

READING = ["r_member_social"]


def died(delivery: Delivery, *, attempted: bool) -> Delivery:
    """Leave a row as a sender that was killed leaves it."""
    if attempted:
        db.session.add(DeliveryAttempt(delivery_id=delivery.id, started_at=after(delivery)))
    return put(delivery, state="sending", lease_until=after(delivery, 60))


def unheard(alice: Person, sandbox: RunningSandbox, what: str = "cut_after", text: str = TEXT) -> Delivery:
    """Send a publication nobody hears back of."""
    behave(sandbox, what)
    delivery = sent(planned(alice, text))
    assert delivery.state == "unconfirmed"
    return delivery


def swept(delivery: Delivery, seconds: float = 61) -> Delivery:
    """Sweep some time after a delivery's moment."""
    with clock.frozen_at(after(delivery, seconds)):
        sweep.ring_due_deliveries()
    return reread(delivery)


@pytest.fixture
def partner(alice: Person, sandbox: RunningSandbox) -> Connection:
    """An account that may read its own publications back, as LinkedIn grants to partners."""
    before = sandbox.state.settings.linkedin_extra_scopes
    sandbox.state.settings.linkedin_extra_scopes = READING
    yield connect(alice, scope="openid profile email w_member_social r_member_social")
    sandbox.state.settings.linkedin_extra_scopes = before


def test_a_living_sender_is_left_alone(alice: Person, connection: Connection) -> None:
    delivery = died(planned(alice), attempted=False)
    assert swept(delivery, 60).state == "sending"


def test_who_died_before_the_attempt_is_sent_again_once(
    alice: Person, connection: Connection, sandbox: RunningSandbox, run_jobs: Callable[..., int]
) -> None:
    delivery = died(planned(alice), attempted=False)
    due = delivery.scheduled_at
    freed = swept(delivery)
    assert (freed.state, freed.reason, freed.lease_until, freed.scheduled_at) == ("scheduled", "interrupted", None, due)
    with clock.frozen_at(after(delivery, 62)):
        run_jobs()
    assert reread(delivery).state == "published"
    assert len(feed(sandbox)) == 1


def test_who_died_after_the_attempt_is_asked_about_and_never_sent_again(
    alice: Person, connection: Connection, sandbox: RunningSandbox, run_jobs: Callable[..., int]
) -> None:
    delivery = died(planned(alice), attempted=True)
    lost = swept(delivery)
    assert (lost.state, lost.reason, lost.lease_until) == ("unconfirmed", "outcome_unknown", None)
    assert services.reason_of(lost).endswith("Voyez-vous cette publication sur votre profil?")
    asked = len(sandbox.state.requests)
    for hours in range(1, 60, 13):
        with clock.frozen_at(after(delivery, hours * 3600)):
            sweep.ring_due_deliveries()
            run_jobs()
    assert reread(delivery).state == "unconfirmed"
    assert len(sandbox.state.requests) == asked


def test_an_attempt_that_was_answered_does_not_hold_the_next_one(alice: Person, connection: Connection) -> None:
    delivery = died(planned(alice), attempted=True)
    attempt = attempts(delivery)[0]
    put(attempt, answered_at=clock.now(), outcome="media_waiting")
    assert swept(delivery).state == "scheduled"


def test_a_crash_does_not_make_a_late_publication_young(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    delivery = died(planned(alice), attempted=False)
    three_days = timedelta(days=3).total_seconds()
    freed = swept(delivery, three_days)
    late = sent(freed, after(delivery, three_days + 1))
    assert (late.state, late.reason) == ("blocked", "late")
    assert not feed(sandbox)


def test_yes_counts_it_as_published(alice: Person, connection: Connection, sandbox: RunningSandbox) -> None:
    delivery = unheard(alice, sandbox)
    services.resolve(delivery, True)
    seen = reread(delivery)
    assert (seen.state, seen.reason) == ("published", "")
    assert seen.published_at is not None
    assert db.session.get_one(Content, seen.content_id).state == "published"
    sent(seen, clock.in_seconds(9000))
    assert calls(sandbox, "POST", "/rest/posts") == 1


def test_no_sends_it_again_in_its_turn(alice: Person, connection: Connection, sandbox: RunningSandbox) -> None:
    delivery = unheard(alice, sandbox, "cut_before")
    services.resolve(delivery, False)
    again = reread(delivery)
    assert again.state == "scheduled"
    assert again.scheduled_at >= reread(connection).next_free_at
    out = sent(again)
    assert (out.state, [row.outcome for row in attempts(out)]) == ("published", ["owner_says_absent", "published"])
    assert len(feed(sandbox)) == 1


def test_a_no_that_was_wrong_creates_no_double(alice: Person, connection: Connection, sandbox: RunningSandbox) -> None:
    delivery = unheard(alice, sandbox, "cut_after")
    services.resolve(delivery, False)
    out = sent(reread(delivery))
    post = feed(sandbox)[0]
    assert (out.state, out.urn) == ("published", post.urn)
    assert out.url.endswith(f"{post.urn}/")
    assert len(feed(sandbox)) == 1


def test_the_duplicate_of_another_publication_is_not_ours(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    first = sent(planned(alice))
    behave(sandbox, "cut_before")
    second = sent(planned(alice))
    assert second.state == "unconfirmed"
    services.resolve(second, False)
    refused = sent(reread(second))
    assert (refused.state, refused.reason, refused.urn) == ("refused", "duplicate", "")
    assert reread(first).state == "published"
    assert len(feed(sandbox)) == 1


def test_a_question_is_answered_once(
    app: Flask, alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    delivery = unheard(alice, sandbox)

    def answer(published: bool) -> Callable[[], object]:
        return lambda: services.resolve(db.session.get_one(Delivery, delivery.id), published)

    assert at_once(app, [answer(True), answer(False)]) == ["done", "not_unconfirmed"]
    state = reread(delivery).state
    assert (state, attempts(delivery)[0].outcome) in [("published", "unknown"), ("scheduled", "owner_says_absent")]
    with pytest.raises(Conflict):
        services.resolve(delivery, True)


def test_a_question_forbids_undoing_and_editing(alice: Person, connection: Connection, sandbox: RunningSandbox) -> None:
    delivery = unheard(alice, sandbox)
    content = db.session.get_one(Content, delivery.content_id)
    for gesture in (lambda: services.cancel(delivery, alice.user.id), lambda: services.reopen(content, alice.user.id)):
        with pytest.raises(Conflict):
            gesture()
        db.session.rollback()
    assert (reread(delivery).state, reread(content).state) == ("unconfirmed", "approved")


def test_whoever_may_read_finds_it_without_asking(
    alice: Person, partner: Connection, sandbox: RunningSandbox, run_jobs: Callable[..., int]
) -> None:
    delivery = unheard(alice, sandbox, text=f"{TEXT} (entre parenthèses) #1 et_plus")
    sweep.ring_due_deliveries()
    run_jobs()
    found = reread(delivery)
    assert (found.state, found.urn, found.lease_until) == ("published", feed(sandbox)[0].urn, None)
    assert attempts(found)[0].urn == found.urn


def test_whoever_finds_nothing_still_asks_and_looks_again_only_after_a_while(
    alice: Person, partner: Connection, sandbox: RunningSandbox, run_jobs: Callable[..., int]
) -> None:
    delivery = unheard(alice, sandbox, "cut_before")
    moment = clock.now()
    for seconds in (0, 15, 30, 45, 301):
        with clock.frozen_at(moment + timedelta(seconds=seconds)):
            sweep.ring_due_deliveries()
            run_jobs()
    assert calls(sandbox, "GET", "/rest/posts") == 2
    assert reread(delivery).state == "unconfirmed"
    services.resolve(delivery, False)
    assert sent(reread(delivery)).state == "published"


def test_the_same_words_of_another_publication_are_not_adopted(
    alice: Person, partner: Connection, sandbox: RunningSandbox
) -> None:
    first = sent(planned(alice))
    behave(sandbox, "cut_before")
    second = sent(planned(alice))
    services.look_up(second.id)
    assert (reread(first).state, reread(second).state) == ("published", "unconfirmed")


@pytest.mark.parametrize("what", ["401", "503", "malformed", "cut_before"])
def test_a_look_that_fails_guesses_nothing(
    alice: Person, partner: Connection, sandbox: RunningSandbox, what: str
) -> None:
    delivery = unheard(alice, sandbox)
    behave(sandbox, what, method="GET", path="/rest/posts")
    services.look_up(delivery.id)
    assert (reread(delivery).state, reread(partner).state) == ("unconfirmed", "active")


def test_an_account_that_may_not_read_is_never_asked(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    delivery = unheard(alice, sandbox)
    services.look_up(delivery.id)
    assert calls(sandbox, "GET", "/rest/posts") == 0
    assert connection.account_urn.endswith(CAMILLE)


def test_a_sender_that_slept_past_its_lease_creates_nothing_when_it_wakes(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    delivery = planned(alice)
    awake = after(delivery)
    tried = select(DeliveryAttempt.id).where(DeliveryAttempt.delivery_id == delivery.id)

    def sleep(session: Session) -> None:
        # The machine is suspended the moment the attempt is written, and wakes two minutes later.
        with db.engine.connect() as own:
            if own.scalar(tried) is not None:
                clock._frozen.set(awake + timedelta(minutes=2))

    event.listen(Session, "after_commit", sleep)
    try:
        with clock.frozen_at(awake):
            services.send(delivery.id)
    finally:
        event.remove(Session, "after_commit", sleep)
    assert not feed(sandbox)
    assert swept(delivery, 180).state == "unconfirmed", "and its owner is asked"
