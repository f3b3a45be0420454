"""Each thing LinkedIn may answer, and what becomes of the delivery, its account and the turn it had taken."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.core.events import DomainEvent
from app.domains.contents.models import Content
from app.domains.publishing import services
from app.domains.publishing.error_table import TABLE as ERRORS
from app.domains.publishing.error_table import Told, Wait, line_of
from app.domains.publishing.models import Connection, Delivery
from app.domains.publishing.wording import REASONS
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import reread, settings_of
from tests.factories.publishing import ANNOUNCE, CREATE, PUT, after, attempts, behave, feed, planned, put, sent
from tests.people import Person
from tests.providers.scripted import Received, Reply, as_json, closed_port_url, scripted

LOST = "needs_reconnection"
TELLING = ("connection.ending", "delivery.needs_person", "delivery.needs_operator")
MIDNIGHT = "midnight"


@dataclass(frozen=True)
class Line:
    """One line of the table. `wait` in seconds; `tried` is (outcome, status) of the one attempt."""

    what: str
    on: dict[str, str]
    state: str
    reason: str
    wait: float | str | None = None
    connection: str = "active"
    tried: tuple[str, int | None] | None = None
    posts: int = 0
    more: dict[str, Any] = field(default_factory=dict)


TABLE = [
    # Create: whoever says no says so with a 4xx; silence and 5xx may hide a publication.
    Line("401", CREATE, "blocked", "access_revoked", connection=LOST, tried=("access_revoked", 401)),
    Line("revoked", CREATE, "blocked", "access_revoked", connection=LOST, tried=("access_revoked", 401)),
    Line("403", CREATE, "blocked", "permission_missing", connection=LOST, tried=("permission_missing", 403)),
    Line("404", CREATE, "refused", "not_found", tried=("not_found", 404)),
    Line("400", CREATE, "refused", "refused", tried=("refused", 400)),
    Line("422", CREATE, "refused", "duplicate", tried=("duplicate", 422)),
    Line("426", CREATE, "scheduled", "version_retired", 3600, tried=("version_retired", 426)),
    Line("429", CREATE, "scheduled", "quota", 77, tried=("quota", 429), more={"retry_after": 77}),
    Line("429", CREATE, "scheduled", "quota_day", MIDNIGHT, tried=("quota_day", 429)),
    Line("media_waiting", CREATE, "scheduled", "media_waiting", 10, tried=("media_waiting", 400)),
    Line("media_failed", CREATE, "refused", "media_failed", tried=("media_failed", 400)),
    Line("408", CREATE, "unconfirmed", "outcome_unknown", tried=("unknown", 408)),
    Line("500", CREATE, "unconfirmed", "outcome_unknown", tried=("unknown", 500)),
    Line("503", CREATE, "unconfirmed", "outcome_unknown", tried=("unknown", 503), more={"retry_after": 5}),
    Line("cut_before", CREATE, "unconfirmed", "outcome_unknown", tried=("unknown", None)),
    Line("cut_after", CREATE, "unconfirmed", "outcome_unknown", tried=("unknown", None), posts=1),
    Line("truncate", CREATE, "unconfirmed", "outcome_unknown", tried=("unknown", None), posts=1),
    Line("malformed", CREATE, "published", "", tried=("published", None), posts=1),
    Line("409", CREATE, "refused", "refused", tried=("refused", 409)),
    # Upload: a reader sees nothing of it, so that it may be repeated.
    Line("401", ANNOUNCE, "blocked", "access_revoked", connection=LOST),
    Line("403", ANNOUNCE, "blocked", "permission_missing", connection=LOST),
    Line("404", ANNOUNCE, "refused", "not_found"),
    Line("422", ANNOUNCE, "refused", "invalid"),
    Line("426", ANNOUNCE, "scheduled", "version_retired", 3600),
    Line("429", ANNOUNCE, "scheduled", "quota", 77, more={"retry_after": 77}),
    Line("429", ANNOUNCE, "scheduled", "quota_day", MIDNIGHT),
    Line("500", ANNOUNCE, "scheduled", "unavailable", 10),
    Line("503", ANNOUNCE, "scheduled", "unavailable", 120, more={"retry_after": 120}),
    Line("cut_before", ANNOUNCE, "scheduled", "unavailable", 10),
    Line("cut_after", ANNOUNCE, "scheduled", "unavailable", 10),
    Line("malformed", ANNOUNCE, "scheduled", "malformed", 10),
    Line("401", PUT, "blocked", "access_revoked", connection=LOST),
    Line("403", PUT, "blocked", "permission_missing", connection=LOST),
    Line("429", PUT, "scheduled", "quota", 77, more={"retry_after": 77}),
    Line("503", PUT, "scheduled", "unavailable", 10),
    Line("cut_after", PUT, "scheduled", "unavailable", 10),
]


def name_of(line: Line) -> str:
    wait = "" if "retry_after" not in line.more else "-after"
    return f"{line.what}{wait}-on-{line.on.get('path', 'create').rsplit('/', 1)[-1] or 'put'}"


@pytest.mark.parametrize("line", TABLE, ids=name_of)
def test_each_answer_has_its_end(alice: Person, connection: Connection, sandbox: RunningSandbox, line: Line) -> None:
    delivery = planned(alice)
    behave(sandbox, line.what, **line.on, **line.more)
    moment = after(delivery)
    ended = sent(delivery, moment)
    assert (ended.state, ended.reason, ended.lease_until) == (line.state, line.reason, None)
    assert [(row.outcome, row.status) for row in attempts(ended)] == ([line.tried] if line.tried else [])
    assert all((row.answered_at is None) is (row.outcome == "unknown") for row in attempts(ended))
    assert len(feed(sandbox)) == line.posts
    assert reread(connection).state == line.connection
    assert_wait(ended, line, moment)
    assert_words(ended)
    assert_told(ended, line)


def assert_wait(delivery: Delivery, line: Line, moment: datetime) -> None:
    if line.wait == MIDNIGHT:
        # LinkedIn's day ends at 00:00 UTC; the wait is counted from the answer, on the machine's own clock.
        now = datetime.now(UTC)
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        assert abs(delivery.scheduled_at - moment - (midnight - now)) < timedelta(seconds=10)
    elif line.wait is not None:
        assert delivery.scheduled_at - moment == timedelta(seconds=float(line.wait))


# What the table says of a wait, for the waits measured above.
WAITS = {3600: Wait.HOUR, 77: Wait.ASKED, MIDNIGHT: Wait.MIDNIGHT, 10: Wait.STEPS, 120: Wait.STEPS}


def assert_told(delivery: Delivery, line: Line) -> None:
    """Hold the answer to its line of the product's own table: the state, the wait, and who hears of it."""
    told = set(db.session.scalars(select(DomainEvent.name).where(DomainEvent.name.in_(TELLING))))
    db.session.commit()
    if not line.reason:
        assert not told
        return
    said = line_of(line.reason)
    assert said.state == line.state
    assert Told.APP in said.told
    assert said.loses is (line.connection == LOST)
    if line.wait is not None:
        assert said.wait == WAITS[line.wait]
    by_mail = "connection.ending" if said.loses else "delivery.needs_person"
    expected = {by_mail} if line.connection == LOST or line.state in {"unconfirmed", "refused"} else set()
    expected |= {"delivery.needs_operator"} if line.what == "426" else set()
    assert told == expected
    assert (Told.MAIL in said.told, Told.OPERATOR in said.told) == (by_mail in told, line.what == "426")


def test_every_sentence_has_a_line_and_every_line_a_sentence() -> None:
    assert set(REASONS) - {""} - set(ERRORS) == set()
    # The words of a refusal serve for those without their own.
    assert {code for code in set(ERRORS) - set(REASONS) if ERRORS[code].state != "refused"} == set()


def assert_words(delivery: Delivery) -> None:
    words = services.reason_of(delivery)
    assert bool(words) is (delivery.reason not in ("", "pace"))
    if words:
        assert words.endswith((".", "?", "!"))
        assert not re.search(r"[a-z]_[a-z]|[A-Z]{4}|https?:", words), "a person reads this"


@pytest.mark.parametrize("line", [TABLE[3], TABLE[6], TABLE[9]], ids=name_of)
def test_a_publication_that_was_not_created_gives_its_turn_back(
    alice: Person, connection: Connection, sandbox: RunningSandbox, line: Line
) -> None:
    delivery, other = planned(alice), planned(alice, "Un autre texte, pour un autre jour.")
    behave(sandbox, line.what)
    moment = after(delivery)
    sent(delivery, moment)
    assert sent(other, moment).state == "scheduled", "it waits for its own moment"
    assert sent(put(other, scheduled_at=moment), moment).state == "published"


def test_a_publication_that_may_exist_keeps_its_turn(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    delivery, other = planned(alice), planned(alice, "Un autre texte, pour un autre jour.")
    behave(sandbox, "cut_after")
    moment = after(delivery)
    sent(delivery, moment)
    waiting = sent(put(other, scheduled_at=moment), moment)
    assert (waiting.state, waiting.reason) == ("scheduled", "pace")
    assert waiting.scheduled_at == moment + timedelta(minutes=15)


def test_uploads_are_tried_after_ten_thirty_sixty_then_three_hundred_seconds(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    behave(sandbox, "503", **ANNOUNCE, times=5)
    delivery, waits = planned(alice), []
    for _ in range(5):
        moment = after(delivery, 0)
        delivery = sent(delivery, moment)
        waits.append((delivery.scheduled_at - moment).total_seconds())
    assert waits == [10, 30, 60, 300, 300]
    assert sent(delivery).state == "published"
    assert len(feed(sandbox)) == 1


def test_a_server_nobody_reached_is_tried_again(app: Flask, alice: Person, connection: Connection) -> None:
    with settings_of(app, linkedin_api_url=closed_port_url()):
        delivery = sent(planned(alice, picture_key=""))
    assert (delivery.state, delivery.reason) == ("scheduled", "unavailable")
    assert [row.answered_at is None for row in attempts(delivery)] == [False], "nothing can have been created"
    assert reread(connection).state == "active", "a blip never disconnects"


@pytest.mark.parametrize(
    ("reply", "state", "reason"),
    [
        (Reply(201), "unconfirmed", "outcome_unknown"),
        (Reply(201, headers={"x-restli-id": "urn:li:person:1"}), "unconfirmed", "outcome_unknown"),
        (Reply(200), "unconfirmed", "outcome_unknown"),
        (Reply(302, headers={"Location": "http://127.0.0.1:9/"}), "unconfirmed", "outcome_unknown"),
        (as_json({"status": 422, "message": "Unprocessable"}, 422), "refused", "invalid"),
        (as_json({"message": "Content is a duplicate"}, 422), "refused", "duplicate"),
        (as_json({"code": "X"}, 429, Retry_After="0"), "scheduled", "quota"),
    ],
    ids=["201-no-id", "201-odd-id", "200", "302", "422-other", "422-no-urn", "429-after-0"],
)
def test_answers_the_twin_never_gives(
    app: Flask, alice: Person, connection: Connection, reply: Reply, state: str, reason: str
) -> None:
    with scripted(reply) as network, settings_of(app, linkedin_api_url=network.url):
        delivery = sent(planned(alice, picture_key=""))
        assert [request.method for request in network.requests] == ["POST"], "the create call is made once"
    assert (delivery.state, delivery.reason) == (state, reason)
    assert delivery.scheduled_at > clock.now()


def test_a_refusal_leaves_the_publication_approved_and_a_new_approval_leaves(
    alice: Person, connection: Connection, sandbox: RunningSandbox, run_jobs: Callable[..., int]
) -> None:
    delivery = planned(alice)
    behave(sandbox, "422")
    refused = sent(delivery)
    content = db.session.get_one(Content, refused.content_id)
    assert (refused.state, content.state) == ("refused", "approved")
    services.reopen(content, alice.user.id)
    again = services.approve(content, alice.user.id).delivery
    assert again is not None
    assert again.id != refused.id
    assert sent(again, after(again)).state == "published"
    assert len(feed(sandbox)) == 1


def test_an_unsafe_upload_address_never_sees_the_token(app: Flask, alice: Person, connection: Connection) -> None:
    def announce(_: Received) -> Reply:
        return as_json({"value": {"uploadUrl": "ftp://127.0.0.1/x", "image": "urn:li:image:1"}})

    with scripted(announce) as network, settings_of(app, linkedin_api_url=network.url):
        delivery = sent(planned(alice))
        assert len(network.requests) == 1
    assert (delivery.state, delivery.reason) == ("refused", "unsafe_address")
