"""Out exactly once, or honestly unknown: each answer of the network, and what becomes of the delivery."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
import requests

from app.core import background, clock
from app.core.db import db
from app.core.errors import Conflict
from app.domains.contents.models import Content
from app.domains.publishing import queries, services, sweep
from app.domains.publishing.models import Connection, Delivery, DeliveryAttempt
from app.sandbox.server import RunningSandbox
from tests.domains.contents import making
from tests.factories.publishing import open_delivery
from tests.people import Person

TEXT = f"Un mot (entre parenthèses) sur l’été à Lévis. {making.TEXT} 100_%, [crochets] et ~tildes~."
Drain = Callable[..., int]


@pytest.fixture
def connection(app: object, alice: Person, sandbox: RunningSandbox) -> Connection:
    """Alice's LinkedIn, opened by walking through the consent page."""
    with alice.client.application.test_request_context():
        url = services.begin_connection("state-of-hers")
        form = {**dict(parse_qsl(urlsplit(url).query)), "decision": "allow", "member": "sbx7Camille"}
        answer = requests.post(url.partition("?")[0], data=form, allow_redirects=False, timeout=5)
        code = parse_qs(urlsplit(answer.headers["Location"]).query)["code"][0]
        return services.finish_connection(alice.workspace.id, code)


def approved(alice: Person, **values: object) -> Delivery:
    content = making.content(alice.workspace, text=TEXT, writer="person", **values)
    decision = services.approve(content, alice.user.id, confirm=True)
    assert decision.delivery is not None
    return decision.delivery


def behave(sandbox: RunningSandbox, what: str, **more: object) -> None:
    order = {"service": "linkedin", "what": what, "times": 1, **more}
    answer = requests.post(f"{sandbox.url}/_sandbox/behave", json=order, timeout=5)
    assert answer.ok, answer.text


def posts(sandbox: RunningSandbox) -> list[dict[str, object]]:
    found: list[dict[str, object]] = requests.get(f"{sandbox.url}/_sandbox/posts", timeout=5).json()["items"]
    return found


def send(delivery: Delivery) -> Delivery:
    with clock.frozen_at(delivery.scheduled_at + timedelta(seconds=1)):
        services.send(delivery.id)
    db.session.expire_all()
    return db.session.get_one(Delivery, delivery.id)


def attempts(delivery: Delivery) -> list[DeliveryAttempt]:
    return list(queries.attempts(delivery.id))


def test_an_approved_post_leaves_once_with_its_text_whole(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    sent = send(approved(alice))
    assert (sent.state, sent.reason) == ("published", "")
    send(sent)
    found = posts(sandbox)
    assert len(found) == 1
    assert "(entre parenthèses)" in str(found[0]) and "~tildes~." in str(found[0])
    assert db.session.get_one(Content, sent.content_id).state == "published"
    assert [row.outcome for row in attempts(sent)] == ["published"]


def test_nothing_leaves_before_its_moment(alice: Person, connection: Connection, sandbox: RunningSandbox) -> None:
    delivery = approved(alice)
    services.send(delivery.id)
    db.session.expire_all()
    assert db.session.get_one(Delivery, delivery.id).state == "scheduled"
    assert not posts(sandbox)


@pytest.mark.parametrize(
    ("what", "state", "reason"),
    [
        ("401", "blocked", "access_revoked"),
        ("403", "blocked", "permission_missing"),
        ("426", "scheduled", "version_retired"),
        ("429", "scheduled", "quota"),
        ("duplicate", "refused", "duplicate"),
        ("500", "unconfirmed", "outcome_unknown"),
        ("503", "unconfirmed", "outcome_unknown"),
        ("cut_before", "unconfirmed", "outcome_unknown"),
        ("cut_after", "unconfirmed", "outcome_unknown"),
    ],
)
def test_each_answer_to_the_create_call_has_its_state(
    alice: Person, connection: Connection, sandbox: RunningSandbox, what: str, state: str, reason: str
) -> None:
    behave(sandbox, what, **({"retry_after": 90} if what == "429" else {}))
    sent = send(approved(alice))
    assert sent.state == state
    assert sent.reason.removesuffix("_day") == reason
    assert len(attempts(sent)) == 1
    assert len(posts(sandbox)) <= 1
    lost = state == "blocked"
    assert (db.session.get_one(Connection, connection.id).state == "needs_reconnection") is lost


def test_a_failed_upload_is_tried_again_since_nothing_was_created(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    behave(sandbox, "503", path="*")
    delivery = approved(alice)
    content = db.session.get_one(Content, delivery.content_id)
    content.picture_key = _stored_picture(alice)
    db.session.commit()
    again = send(delivery)
    assert (again.state, again.tries, attempts(again)) == ("scheduled", 1, [])
    sent = send(again)
    assert sent.state == "published"
    assert sent.media_urn.startswith("urn:li:image:")


def _stored_picture(alice: Person) -> str:
    from app.domains.contents import pictures
    from app.providers.contracts import PictureRequest

    request = PictureRequest("Café", "Lévis", "restaurant", "#1a2240", "#b93a12", 1)
    return pictures.draw(request, workspace_id=alice.workspace.id, owner="test").picture_key


def test_the_owner_who_sees_it_settles_the_question(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    behave(sandbox, "cut_after")
    sent = send(approved(alice))
    services.resolve(sent, True)
    assert (sent.state, len(posts(sandbox))) == ("published", 1)
    with pytest.raises(Conflict):
        services.resolve(sent, False)


def test_a_no_sends_again_and_our_own_duplicate_is_adopted(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    behave(sandbox, "cut_after")
    sent = send(approved(alice))
    services.resolve(sent, False)
    again = send(sent)
    assert again.state == "published"
    assert again.urn
    assert len(posts(sandbox)) == 1


def test_a_sender_that_died_before_its_attempt_is_replaced(alice: Person, connection: Connection) -> None:
    delivery = approved(alice)
    delivery.state, delivery.lease_until = "sending", clock.now() - timedelta(seconds=1)
    db.session.commit()
    sweep.ring_due_deliveries()
    assert db.session.get_one(Delivery, delivery.id).state == "scheduled"


def test_a_sender_that_died_after_its_attempt_leaves_a_question(alice: Person, connection: Connection) -> None:
    delivery = approved(alice)
    delivery.state, delivery.lease_until = "sending", clock.now() - timedelta(seconds=1)
    db.session.add(DeliveryAttempt(delivery_id=delivery.id))
    db.session.commit()
    sweep.ring_due_deliveries()
    assert db.session.get_one(Delivery, delivery.id).state == "unconfirmed"


def test_a_decision_is_taken_back_while_it_waits_and_made_again(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    delivery = approved(alice)
    content = db.session.get_one(Content, delivery.content_id)
    services.reopen(content, alice.user.id)
    assert (content.state, db.session.get_one(Delivery, delivery.id).state) == ("pending", "cancelled")
    send(delivery)
    assert not posts(sandbox)
    again = services.approve(content, alice.user.id, confirm=True).delivery
    assert again is not None
    assert send(again).state == "published"
    with pytest.raises(Conflict):
        services.reopen(content, alice.user.id)


def test_two_posts_of_one_account_keep_the_gap_even_with_redis_wiped(
    alice: Person, connection: Connection, sandbox: RunningSandbox
) -> None:
    first = approved(alice)
    second = approved(alice, lead_id=db.session.get_one(Content, first.content_id).lead_id)
    assert second.scheduled_at - first.scheduled_at >= queries.gap()
    second.scheduled_at, second.text = first.scheduled_at, "Un tout autre texte, sur Lévis et ses saisons."
    db.session.commit()
    assert send(first).state == "published"
    background.connection().flushdb()
    waiting = send(second)
    assert (waiting.state, waiting.reason) == ("scheduled", "pace")
    assert len(posts(sandbox)) == 1


def test_what_waited_for_a_connection_leaves_when_one_opens(alice: Person, connection: Connection) -> None:
    connection.state = "disconnected"
    db.session.commit()
    content = making.content(alice.workspace, text=TEXT, writer="person")
    assert services.approve(content, alice.user.id).delivery is None
    connection.state = "active"
    db.session.commit()
    services.plan_waiting(connection.id)
    assert open_delivery(content.id) is not None


def test_what_is_a_day_late_asks_for_a_new_approval(alice: Person, connection: Connection) -> None:
    delivery = approved(alice)
    with clock.frozen_at(delivery.scheduled_at + timedelta(hours=25)):
        services.send(delivery.id)
    db.session.expire_all()
    late = db.session.get_one(Delivery, delivery.id)
    assert (late.state, late.reason) == ("blocked", "late")


def test_a_demonstration_never_leaves(alice: Person, connection: Connection, sandbox: RunningSandbox) -> None:
    delivery = approved(alice)
    alice.workspace.is_demo = True
    db.session.merge(alice.workspace)
    db.session.commit()
    send(delivery)
    assert not posts(sandbox)


def test_disconnecting_forgets_the_token_and_holds_what_was_planned(alice: Person, connection: Connection) -> None:
    delivery = approved(alice)
    services.disconnect(connection)
    db.session.expire_all()
    assert db.session.get_one(Connection, connection.id).sealed_access_token == ""
    assert db.session.get_one(Delivery, delivery.id).reason == "disconnected"


def test_auto_approval_is_a_choice(alice: Person, connection: Connection) -> None:
    content = making.content(alice.workspace, text=TEXT, writer="person")
    services.auto_approve(content.id)
    assert db.session.get_one(Content, content.id).state == "pending"
    alice.workspace.auto_approve = True
    db.session.merge(alice.workspace)
    db.session.commit()
    services.auto_approve(content.id)
    assert db.session.get_one(Content, content.id).state == "approved"
