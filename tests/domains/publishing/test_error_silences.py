"""A network that is silent: while we connect, while we send, while we wait for its answer; and doubles, ours or not."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from flask import Flask

from app.core import storage
from app.domains.publishing import services
from app.domains.publishing.models import Connection, Delivery
from app.providers.http import Limits
from app.providers.linkedin import wire
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import reread, settings_of
from tests.factories.publishing import after, attempts, behave, feed, planned, put, sent
from tests.people import Person
from tests.providers.scripted import Received, Reply, as_json, scripted

SHORT = Limits(connect_seconds=0.5, read_seconds=0.5, total_seconds=1.5, max_bytes=200_000)


@pytest.fixture(autouse=True)
def short_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    # The same time-outs, in a test's time.
    monkeypatch.setattr(wire, "LIMITS", SHORT)
    monkeypatch.setattr(wire, "UPLOAD_LIMITS", SHORT)


@pytest.fixture
def deaf() -> Iterator[str]:
    """The address of a machine whose line is full: whoever connects hears nothing."""
    with ExitStack() as stack:
        listener = stack.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(3):
            each = stack.enter_context(socket.socket())
            each.setblocking(False)
            each.connect_ex(listener.getsockname())
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


@pytest.fixture
def unread() -> Iterator[str]:
    """The address of a machine that lets us connect and never reads."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/dms-uploads/1"


def assert_nothing_created(delivery: Delivery, connection: Connection, reason: str) -> None:
    assert (delivery.state, delivery.reason) == ("scheduled", reason)
    assert all(row.answered_at for row in attempts(delivery))
    assert reread(connection).state == "active", "a blip never disconnects"


def test_a_time_out_while_connecting_is_tried_again(
    app: Flask, alice: Person, connection: Connection, deaf: str
) -> None:
    with settings_of(app, linkedin_api_url=deaf):
        delivery = sent(planned(alice, picture_key=""))
    assert_nothing_created(delivery, connection, "timeout")


def test_a_time_out_while_sending_a_picture_is_tried_again(
    app: Flask, alice: Person, connection: Connection, unread: str
) -> None:
    storage.store().put("grande/image.png", b"x" * 19_000_000, "image/png")

    def announce(_: Received) -> Reply:
        return as_json({"value": {"uploadUrl": unread, "image": "urn:li:image:1"}})

    with scripted(announce) as network, settings_of(app, linkedin_api_url=network.url):
        delivery = sent(planned(alice, picture_key="grande/image.png"))
        assert len(network.requests) == 1, "nothing was created"
    assert_nothing_created(delivery, connection, "timeout")


@pytest.mark.parametrize("fault", ["hang", "half", "reset"])
def test_a_create_call_nobody_hears_the_end_of_is_unconfirmed(
    app: Flask, alice: Person, connection: Connection, fault: str
) -> None:
    with scripted(Reply(201, b"{}" * 50, fault=fault)) as network, settings_of(app, linkedin_api_url=network.url):
        delivery = sent(planned(alice, picture_key=""))
        assert len(network.requests) == 1, "the create call is made once"
    assert (delivery.state, delivery.reason) == ("unconfirmed", "outcome_unknown")
    assert reread(connection).state == "active"


def test_an_upload_nobody_hears_the_end_of_is_tried_again(app: Flask, alice: Person, connection: Connection) -> None:
    with scripted(Reply(200, fault="hang")) as network, settings_of(app, linkedin_api_url=network.url):
        delivery = sent(planned(alice))
    assert_nothing_created(delivery, connection, "timeout")


def test_a_double_of_our_own_silence_is_adopted(alice: Person, connection: Connection, sandbox: RunningSandbox) -> None:
    behave(sandbox, "cut_after")
    lost = sent(planned(alice))
    assert (lost.state, len(feed(sandbox))) == ("unconfirmed", 1)
    services.resolve(lost, False, alice.user.id)
    # She did not see it, and it was there: the network says so.
    adopted = sent(put(reread(lost), reason=""))
    assert (adopted.state, adopted.urn) == ("published", feed(sandbox)[0].urn)
    assert len(feed(sandbox)) == 1


def test_a_double_of_somebody_elses_is_refused(alice: Person, connection: Connection, sandbox: RunningSandbox) -> None:
    first = sent(planned(alice))
    put(first, urn="")
    second = planned(alice)
    second = sent(second, after(second, 3600))
    assert (second.state, second.reason) == ("refused", "duplicate")
    assert len(feed(sandbox)) == 1
