"""Two steps of approval: two people, of the same text, each still entitled to approve."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import update

from app.core import clock
from app.core.db import db
from app.domains.contents import services
from app.domains.contents.models import Content
from app.domains.contents.services.seconding import first_stands
from app.domains.workspaces.models import Membership
from tests.domains.contents import making
from tests.domains.contents.test_deciding import at_once, events_of, refusal_of, seen_pending
from tests.people import Person, make_person


@pytest.fixture
def dora(app: Flask, alice: Person) -> Person:
    """A manager of alice's workspace, which asks for two approvals."""
    db.session.merge(alice.workspace).approval_rule = "two"
    db.session.commit()
    return make_person(app, "dora", workspace=alice.workspace, role="manager")


def approve(content: Content, person: Person) -> tuple[str, int, int]:
    approval = services.approve(content, person.user.id)
    db.session.commit()
    return making.reread(content).state, approval.approvals, approval.needed


def test_the_first_is_kept_and_another_persons_decides(alice: Person, dora: Person) -> None:
    content = making.content(alice.workspace)
    assert approve(content, alice) == ("pending", 1, 2)
    assert (content.first_approved_by, content.decided_by) == (alice.user.id, None)
    assert events_of(content) == []
    assert approve(content, dora) == ("approved", 2, 2)
    content = making.reread(content)
    assert (content.first_approved_by, content.decided_by) == (alice.user.id, dora.user.id)
    assert events_of(content) == ["content.approved"]


def test_the_same_person_twice_is_one_approval(alice: Person, dora: Person) -> None:
    content = making.content(alice.workspace)
    approve(content, alice)
    assert refusal_of(lambda: services.approve(content, alice.user.id)) == "second_person_needed"
    assert refusal_of(lambda: services.approve(content, alice.user.id, True)) == "second_person_needed"
    assert making.reread(content).state == "pending"


def test_no_rule_approves_in_a_persons_place(alice: Person, dora: Person) -> None:
    content = making.content(alice.workspace)
    assert refusal_of(lambda: services.approve(content, None)) == "second_person_needed"
    approve(content, alice)
    assert refusal_of(lambda: services.approve(content, None)) == "second_person_needed"


def test_a_text_that_changes_has_to_be_approved_twice_again(alice: Person, dora: Person) -> None:
    content = making.content(alice.workspace)
    approve(content, alice)
    services.edit(content, text="Un tout autre texte, que personne n’a lu.", by=dora.user.id)
    content = making.reread(content)
    assert (content.first_approved_at, content.first_approved_by) == (None, None)
    assert approve(content, dora)[1:] == (1, 2)


def test_a_first_approval_never_counts_for_another_text(alice: Person, dora: Person) -> None:
    """Whatever changed the text, and even if it forgot to say so."""
    content = making.content(alice.workspace)
    approve(content, alice)
    db.session.execute(update(Content).where(Content.id == content.id).values(picture_key="une/autre.png"))
    db.session.commit()
    assert not first_stands(making.reread(content))
    assert approve(making.reread(content), dora)[1:] == (1, 2)


def test_an_approval_of_what_one_saw_before_an_edit_counts_for_nothing(alice: Person, dora: Person) -> None:
    content = making.content(alice.workspace)
    approve(content, alice)
    seen = seen_pending(alice, content.id)
    services.edit(making.reread(content), text="Un tout autre texte.", by=alice.user.id)
    db.session.expunge_all()
    stale = db.session.merge(seen, load=False)
    assert refusal_of(lambda: services.approve(stale, dora.user.id)) == "changed"
    assert making.reread(content).state == "pending"


def test_a_first_approval_can_be_taken_back(alice: Person, dora: Person) -> None:
    content = making.content(alice.workspace)
    approve(content, alice)
    services.reopen(content, alice.user.id)
    db.session.commit()
    assert making.reread(content).first_approved_at is None
    assert approve(content, dora)[1:] == (1, 2)
    assert events_of(content) == []


def test_what_is_taken_back_after_two_approvals_needs_two_again(alice: Person, dora: Person) -> None:
    content = making.content(alice.workspace)
    approve(content, alice)
    approve(content, dora)
    services.reopen(content, alice.user.id)
    db.session.commit()
    assert making.reread(content).first_approved_by is None
    assert approve(content, dora) == ("pending", 1, 2)


def test_the_approval_of_someone_who_left_does_not_count(alice: Person, dora: Person) -> None:
    content = making.content(alice.workspace)
    approve(content, dora)
    db.session.query(Membership).filter_by(user_id=dora.user.id).update({"role": "analyst"})
    db.session.commit()
    assert approve(content, alice) == ("pending", 1, 2)


def test_two_first_thumbs_at_the_same_instant_are_two_approvals(app: Flask, alice: Person, dora: Person) -> None:
    content = making.content(alice.workspace)
    one, other = (seen_pending(alice, content.id) for _ in range(2))
    ends = at_once(app, [
        lambda: services.approve(db.session.merge(one, load=False), alice.user.id),
        lambda: services.approve(db.session.merge(other, load=False), dora.user.id),
    ])  # fmt: skip
    content = making.reread(content)
    assert (ends, content.state) == (["done", "done"], "approved")
    assert {content.first_approved_by, content.decided_by} == {alice.user.id, dora.user.id}


def test_one_person_in_two_tabs_makes_one_approval(app: Flask, alice: Person, dora: Person) -> None:
    content = making.content(alice.workspace)
    one, other = (seen_pending(alice, content.id) for _ in range(2))
    ends = at_once(app, [
        lambda: services.approve(db.session.merge(one, load=False), alice.user.id),
        lambda: services.approve(db.session.merge(other, load=False), alice.user.id),
    ])  # fmt: skip
    assert (ends, making.reread(content).state) == (["done", "second_person_needed"], "pending")


def test_a_rule_that_becomes_simpler_asks_for_one_more_gesture_at_the_most(alice: Person, dora: Person) -> None:
    content = making.content(alice.workspace)
    approve(content, alice)
    db.session.merge(alice.workspace).approval_rule = "one"
    db.session.commit()
    assert approve(content, alice) == ("approved", 1, 1)
    assert content.decided_at is not None and content.decided_at <= clock.now()
