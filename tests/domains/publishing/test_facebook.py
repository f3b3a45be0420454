"""Facebook from the thumb to the Page: published once, found again after a silence, never twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from app.core import clock
from app.core.db import db
from app.domains.publishing import services, sweep, wording
from app.domains.publishing.models import Connection, DeliveryAttempt
from app.domains.publishing.services import outcomes
from app.providers.contracts import PublishedPost
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import TEXT, reread
from tests.domains.publishing.showing import deliveries_of
from tests.factories import meta
from tests.factories.publishing import after, attempts, behave, calls, feed, pending, planned, put, sent
from tests.people import Person
from tests.sandbox.meta.outside import PAGE

FEED = {"service": "meta", "method": "POST", "path": "/feed"}


@pytest.fixture
def page(app: Flask, alice: Person, sandbox: RunningSandbox) -> Iterator[Connection]:
    """Alice's Page, opened through the consent dialogue."""
    with meta.offered(app, sandbox):
        yield meta.connect(alice, meta.PAGE_KEY)[0]


def test_an_approved_publication_is_on_the_page_once_with_its_picture(
    alice: Person, page: Connection, sandbox: RunningSandbox
) -> None:
    delivery = sent(planned(alice, hashtags=["Lévis"]))
    assert (delivery.state, delivery.connection_id) == ("published", page.id)
    (post,) = feed(sandbox)
    assert (post.network, post.author, post.urn, post.text) == ("facebook", PAGE, delivery.urn, f"{TEXT}\n\n#Lévis")
    assert post.picture_urns == [delivery.media_urn]
    assert delivery.url == f"{sandbox.url}/feed/update/{post.urn}/"
    services.send(delivery.id)
    assert len(feed(sandbox)) == 1


@pytest.mark.parametrize("what", ["500", "cut_after", "truncate", "transient"])
def test_a_silence_is_settled_by_looking_and_never_published_twice(
    alice: Person, page: Connection, sandbox: RunningSandbox, run_jobs: Callable[..., int], what: str
) -> None:
    behave(sandbox, what, **FEED)
    delivery = sent(planned(alice))
    assert (delivery.state, delivery.reason) == ("unconfirmed", "outcome_unknown")
    was_out = len(feed(sandbox))
    with clock.frozen_at(after(delivery, 120)):
        sweep.ring_due_deliveries()
        run_jobs()
    assert reread(delivery).state == ("published" if was_out else "unconfirmed")
    assert len(feed(sandbox)) == was_out
    assert calls(sandbox, "POST", f"/v26.0/{PAGE}/feed") == 1


@pytest.mark.parametrize(
    ("what", "state", "reason"),
    [
        ("expired", "blocked", "access_revoked"),
        ("403", "blocked", "permission_missing"),
        ("429", "scheduled", "quota"),
        ("duplicate", "refused", "duplicate"),
        ("policy", "refused", "policy"),
    ],
)
def test_each_refusal_has_its_end_and_its_sentence(
    alice: Person, page: Connection, sandbox: RunningSandbox, what: str, state: str, reason: str
) -> None:
    behave(sandbox, what, **FEED)
    delivery = sent(planned(alice))
    assert (delivery.state, delivery.reason) == (state, reason)
    assert feed(sandbox) == []
    assert "Facebook" in wording.reason(delivery.reason, "Facebook")
    assert "LinkedIn" not in wording.reason(delivery.reason, "Facebook")


def test_a_picture_that_failed_is_sent_again_and_one_that_is_there_is_not(
    alice: Person, page: Connection, sandbox: RunningSandbox
) -> None:
    behave(sandbox, "500", service="meta", method="POST", path="/photos")
    delivery = sent(planned(alice))
    assert (delivery.state, delivery.media_urn) == ("scheduled", "")
    behave(sandbox, "429", **FEED)
    delivery = sent(put(delivery, scheduled_at=clock.now()))
    photo = delivery.media_urn
    assert photo
    db.session.refresh(delivery.connection)
    put(delivery.connection, next_free_at=None)
    delivery = sent(put(delivery, scheduled_at=clock.now()))
    assert (delivery.state, delivery.media_urn) == ("published", photo)
    assert calls(sandbox, "POST", f"/v26.0/{PAGE}/photos") == 2
    assert len(attempts(delivery)) == 2


def test_its_figures_come_back(alice: Person, page: Connection, sandbox: RunningSandbox) -> None:
    delivery = sent(planned(alice))
    sandbox.state.posts[delivery.urn].added.update({"REACTION": 5, "COMMENT": 2, "RESHARE": 1, "IMPRESSION": 40})
    assert services.collect() == 1
    read = reread(delivery)
    assert (read.reactions, read.comments, read.shares, read.impressions) == (5, 2, 1, 40)


def test_one_approval_goes_out_on_linkedin_and_on_the_page_once_each(
    alice: Person, page: Connection, connection: Connection, sandbox: RunningSandbox
) -> None:
    content = pending(alice)
    services.approve(content, alice.user.id, confirm=True)
    for delivery in deliveries_of(content):
        sent(delivery)
    assert sorted(post.network for post in feed(sandbox)) == ["facebook", "linkedin"]


def test_a_double_the_page_speaks_of_is_asked_about_where_ours_may_be_it(
    alice: Person, page: Connection, sandbox: RunningSandbox, run_jobs: Callable[..., int]
) -> None:
    behave(sandbox, "cut_after", **FEED)
    delivery = sent(planned(alice))
    # She looked too soon, and said it was not there; Facebook then refuses the same words, without saying where.
    services.resolve(delivery, published=False, by=alice.user.id)
    behave(sandbox, "duplicate", **FEED)
    delivery = sent(reread(delivery))
    assert (delivery.state, delivery.reason) == ("unconfirmed", "outcome_unknown")
    with clock.frozen_at(after(delivery, 120)):
        sweep.ring_due_deliveries()
        run_jobs()
    (post,) = feed(sandbox)
    assert (reread(delivery).state, reread(delivery).urn) == ("published", post.urn)


def test_an_answer_that_came_after_its_question_was_settled_keeps_its_address(
    alice: Person, page: Connection, sandbox: RunningSandbox
) -> None:
    delivery = planned(alice)
    address = f"{sandbox.url}/feed/update/{PAGE}_5/"
    asked = DeliveryAttempt(delivery_id=delivery.id)
    db.session.add(asked)
    outcomes.publish(delivery, PublishedPost(f"{PAGE}_5", address), attempt=asked)
    assert reread(delivery).state == "scheduled", "it was no longer ours to settle"
    found = sent(delivery)
    assert (found.state, found.urn, found.url) == ("published", f"{PAGE}_5", address)
    assert feed(sandbox) == [], "nothing was sent a second time"
