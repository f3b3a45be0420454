"""Instagram from the thumb to the account: the picture fetched, the container ready, published once."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask

from app.core import clock
from app.core.i18n import speaking
from app.domains.publishing import network, sweep, wording
from app.domains.publishing.models import Connection, Delivery
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import TEXT, reread
from tests.factories import meta
from tests.factories.publishing import after, behave, calls, feed, pending, planned, put, sent
from tests.people import Person
from tests.sandbox.meta.outside import INSTAGRAM

PUBLISH = {"service": "meta", "method": "POST", "path": "/media_publish"}
PREPARE = {"service": "meta", "method": "POST", "path": f"/{INSTAGRAM}/media"}


@pytest.fixture
def account(app: Flask, alice: Person, sandbox: RunningSandbox) -> Iterator[Connection]:
    """Alice's Instagram, opened through the consent dialogue."""
    with meta.offered(app, sandbox):
        yield meta.connect(alice, meta.INSTAGRAM_KEY)[0]


def again(delivery: Delivery) -> Delivery:
    """Send a delivery at the next moment it was given."""
    return sent(reread(delivery))


def test_an_approved_publication_is_on_the_account_once_with_the_picture_it_fetched(
    alice: Person, account: Connection, sandbox: RunningSandbox
) -> None:
    delivery = sent(planned(alice, hashtags=["Lévis"]))
    assert delivery.state == "published"
    (post,) = feed(sandbox)
    assert (post.network, post.author, post.text) == ("instagram", INSTAGRAM, f"{TEXT}\n\n#Lévis")
    assert post.alt_text == "Affiche du Café Bleu, à Lévis"
    assert (sandbox.state.blob(post.picture_urns[0]) or b"").startswith(b"\xff\xd8")
    assert delivery.url == f"{sandbox.url}/feed/update/{post.urn}/"


def test_a_container_is_waited_for_and_prepared_once(
    alice: Person, account: Connection, sandbox: RunningSandbox
) -> None:
    started = sandbox.state.now()
    clocks = [started]
    sandbox.state.now = lambda: clocks[0]
    sandbox.state.settings.meta_container_seconds = 20
    delivery = sent(planned(alice))
    assert (delivery.state, delivery.reason) == ("scheduled", "media_waiting")
    container = delivery.media_urn
    clocks[0] += 21
    delivery = again(delivery)
    assert (delivery.state, delivery.media_urn) == ("published", container)
    assert len(sandbox.state.containers) == len(feed(sandbox)) == 1


@pytest.mark.parametrize("what", ["container_error", "container_expired"])
def test_a_spoilt_container_is_prepared_anew(
    alice: Person, account: Connection, sandbox: RunningSandbox, what: str
) -> None:
    behave(sandbox, what, **PREPARE)
    delivery = sent(planned(alice))
    assert (delivery.state, delivery.reason, delivery.media_urn) == ("scheduled", "media_lost", "")
    assert again(delivery).state == "published"
    assert (len(sandbox.state.containers), len(feed(sandbox))) == (2, 1)


def test_a_container_spoilt_again_and_again_is_a_refusal_its_owner_reads(
    alice: Person, account: Connection, sandbox: RunningSandbox
) -> None:
    behave(sandbox, "container_error", times=-1, **PREPARE)
    delivery = sent(planned(alice))
    for _ in range(3):
        delivery = again(delivery)
    assert (delivery.state, delivery.reason) == ("refused", "media_failed")
    assert len(sandbox.state.containers) == 4
    assert feed(sandbox) == []


@pytest.mark.parametrize("what", ["500", "cut_after", "truncate"])
def test_a_silence_is_settled_by_looking_and_never_published_twice(
    alice: Person, account: Connection, sandbox: RunningSandbox, run_jobs: Callable[..., int], what: str
) -> None:
    behave(sandbox, what, **PUBLISH)
    delivery = sent(planned(alice))
    assert delivery.state == "unconfirmed"
    was_out = len(feed(sandbox))
    with clock.frozen_at(after(delivery, 120)):
        sweep.ring_due_deliveries()
        run_jobs()
    assert reread(delivery).state == ("published" if was_out else "unconfirmed")
    assert len(feed(sandbox)) == was_out
    assert calls(sandbox, "POST", f"/v26.0/{INSTAGRAM}/media_publish") == 1


def test_a_publication_its_owner_missed_is_not_published_again_by_the_same_container(
    alice: Person, account: Connection, sandbox: RunningSandbox
) -> None:
    behave(sandbox, "cut_after", **PUBLISH)
    delivery = sent(planned(alice))
    # She looked too soon, and said it was not there.
    delivery = sent(put(delivery, state="scheduled", lease_until=None), after(delivery, 3600))
    assert delivery.state == "published"
    assert [post.urn for post in feed(sandbox)] == [delivery.urn]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"picture_key": ""}, "ce compte ne publie rien sans image"),
        ({"text": "a" * 2300, "hashtags": []}, "ce texte compte 2\u00a0300 caractères, et 2\u00a0200 y sont acceptés"),
        (
            {"hashtags": [f"mot{number}" for number in range(32)]},
            "au plus 30 mots-clics y sont acceptés. Retirez-en 2.",
        ),
        ({}, ""),
    ],
)
def test_what_instagram_would_refuse_is_said_before_the_thumb(
    alice: Person, account: Connection, values: dict[str, Any], words: str
) -> None:
    page = alice.client.get(f"/contenus/{pending(alice, **values).id}").text
    assert (f"Instagram, @cafe.demonstration\u00a0: {words}" in html.unescape(page)) is bool(words)


def test_words_without_a_picture_are_refused_with_what_to_do(
    alice: Person, account: Connection, sandbox: RunningSandbox
) -> None:
    delivery = sent(planned(alice, picture_key=""))
    assert (delivery.state, delivery.reason) == ("refused", "picture_needed")
    assert "image" in wording.reason(delivery.reason, "Instagram")
    assert feed(sandbox) == []


def test_the_pages_name_what_is_offered_and_what_is_open(alice: Person, account: Connection) -> None:
    assert "Compte Instagram" in alice.client.get("/profil").text
    guide = alice.client.get("/aide").text
    assert "LinkedIn, Facebook ou Instagram" in guide
    with speaking("en"):
        assert network.offered_labels() == "LinkedIn, Facebook or Instagram"


def test_a_network_that_is_not_offered_is_not_promised(alice: Person) -> None:
    assert "Facebook" not in alice.client.get("/aide").text
