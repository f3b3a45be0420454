"""The workspace's standing order: off until its owner turns it on, and only for what nothing is held against."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from app.core.db import db
from app.core.events import emit
from app.domains.contents.models import Content, ContentDecision
from app.domains.publishing import services
from app.domains.publishing.models import Connection
from tests.domains.contents.making import TEXT, reread
from tests.factories.publishing import open_delivery, pending, planned, put
from tests.people import Person

FLAG = {"code": "fact_opening", "message": "À vérifier.", "blocking": False}


def order(person: Person, **values: Any) -> None:
    """Set the owner's standing order."""
    put(db.session.merge(person.workspace), **values)


def scored(person: Person, score: int, text: str = TEXT) -> Content:
    """Add a publication of some quality."""
    content: Content = put(pending(person, text), score=score)
    return content


def after_rule(content: Content) -> str:
    services.auto_approve(content.id)
    return reread(content).state


def test_it_is_off_by_default(alice: Person, connection: Connection) -> None:
    assert (alice.workspace.auto_approve, alice.workspace.auto_approve_threshold) == (False, 70)
    assert after_rule(scored(alice, 100)) == "pending"


def test_once_on_it_approves_from_the_threshold_and_plans_the_delivery(
    alice: Person, connection: Connection, run_jobs: Callable[..., int]
) -> None:
    order(alice, auto_approve=True, auto_approve_threshold=75)
    good, poor = scored(alice, 75, "Un bon texte."), scored(alice, 74, "Un autre, bien moins bon.")
    for content in (good, poor):
        emit("content.ready", content.id, workspace_id=alice.workspace.id, payload={"content_id": content.id})
    db.session.commit()
    run_jobs()
    assert [reread(good).state, reread(poor).state] == ["approved", "pending"]
    assert reread(good).decided_by is None
    delivery = open_delivery(good.id)
    assert delivery is not None
    assert delivery.scheduled_at >= delivery.undo_until, "the owner keeps her undo window"


def test_it_leaves_to_the_owner_what_carries_a_flag(alice: Person, connection: Connection) -> None:
    order(alice, auto_approve=True)
    assert after_rule(pending(alice, flags=[FLAG])) == "pending"


def test_it_leaves_to_the_owner_what_her_trade_forbids_since(alice: Person, connection: Connection) -> None:
    order(alice, auto_approve=True, industry="dentist")
    assert after_rule(pending(alice, f"{TEXT} Merci à nos patients!", writer="person")) == "pending"


def test_it_leaves_to_the_owner_what_repeats_another(alice: Person, connection: Connection) -> None:
    order(alice, auto_approve=True)
    planned(alice)
    assert after_rule(pending(alice)) == "pending"


@pytest.mark.parametrize("state", ["rejected", "approved", "published", "draft"])
def test_it_never_comes_back_on_a_decision(alice: Person, connection: Connection, state: str) -> None:
    order(alice, auto_approve=True)
    assert after_rule(pending(alice, state=state)) == state


def test_it_does_nothing_in_a_demonstration_nor_for_what_is_gone(alice: Person, connection: Connection) -> None:
    order(alice, auto_approve=True, is_demo=True)
    assert after_rule(pending(alice)) == "pending"
    services.auto_approve(0)


def test_it_never_stands_for_one_of_two_people(alice: Person, connection: Connection) -> None:
    order(alice, auto_approve=True, approval_rule="two")
    content = pending(alice)
    assert after_rule(content) == "pending"
    assert reread(content).first_approved_at is None
    order(alice, approval_rule="none")
    assert after_rule(content) == "approved"


def test_it_signs_what_it_approves(alice: Person, connection: Connection) -> None:
    order(alice, auto_approve=True, auto_approve_threshold=75)
    content = scored(alice, 80)
    after_rule(content)
    line = db.session.scalars(select(ContentDecision).where(ContentDecision.content_id == content.id)).one()
    assert (line.kind, line.channel, line.by_id, line.detail) == ("auto_approved", "rule", None, "80/75")
