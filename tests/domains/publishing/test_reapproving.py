"""What is late on one account while it is out on another is approved anew by as many people as anything else."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.core.errors import Conflict
from app.domains.contents.models import Content, ContentDecision
from app.domains.publishing import services
from app.domains.publishing.models import Connection, Delivery
from app.domains.publishing.services.planning import LATEST
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import reread
from tests.factories.publishing import OLIVIER, connect, pending, put, sent
from tests.people import Person, make_person


@pytest.fixture
def dora(app: Flask, alice: Person) -> Person:
    """A manager of alice's workspace."""
    return make_person(app, "dora", workspace=alice.workspace, role="manager")


@pytest.fixture
def late(alice: Person, connection: Connection, sandbox: RunningSandbox) -> Delivery:
    """Out on the first account, a day late on the second."""
    services.target(connect(alice, member=OLIVIER))
    first, second = services.approve(pending(alice), alice.user.id).deliveries
    assert sent(first).state == "published"
    past = clock.now() - 2 * LATEST
    delivery: Delivery = put(second, state="blocked", reason="late", promised_at=past, scheduled_at=past)
    return delivery


def test_one_person_is_not_two(alice: Person, dora: Person, late: Delivery) -> None:
    alice.workspace.approval_rule = "two"
    db.session.commit()
    made = services.approve_again(late, alice.user.id)
    assert made.is_first and reread(late).reason == "late"
    with pytest.raises(Conflict, match="autre personne"):
        services.approve_again(late, alice.user.id)
    assert reread(late).state == "blocked"
    assert not services.approve_again(late, dora.user.id).is_first
    assert reread(late).state == "scheduled"
    told = select(ContentDecision.kind, ContentDecision.by_id).where(ContentDecision.detail != "")
    told = told.order_by(ContentDecision.id)
    assert list(db.session.execute(told).tuples()) == [("first_approved", alice.user.id), ("approved", dora.user.id)]


def test_an_approval_of_the_last_delay_counts_for_no_other(alice: Person, dora: Person, late: Delivery) -> None:
    alice.workspace.approval_rule = "two"
    db.session.commit()
    services.approve_again(late, alice.user.id)
    services.approve_again(late, dora.user.id)
    with clock.frozen_at(clock.now() + 3 * LATEST):
        put(late, state="blocked", reason="late")
        assert services.approve_again(late, dora.user.id).is_first


def test_where_one_approves_one_tap_is_enough(alice: Person, late: Delivery) -> None:
    assert not services.approve_again(late, alice.user.id).is_first
    assert reread(late).state == "scheduled"
    assert reread(db.session.get_one(Content, late.content_id)).state == "published"
