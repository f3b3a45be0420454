"""A thumb counts once, and what a trade refuses is not approved."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from app.core.db import db
from app.core.errors import Conflict
from app.core.events import DomainEvent
from app.domains.contents import queries, services
from app.domains.contents.models import Content
from tests.domains.contents import making
from tests.people import Person


def events_of(content: Content) -> list[str]:
    found = select(DomainEvent.name).where(DomainEvent.subject_id == content.id).order_by(DomainEvent.id)
    return list(db.session.scalars(found))


def approve(content: Content, by: int | None = None, confirm: bool = False) -> services.Approval:
    approval = services.approve(content, by, confirm)
    db.session.commit()
    return approval


def refusal_of(gesture: Callable[[], object]) -> str:
    with pytest.raises(Conflict) as refused:
        gesture()
    db.session.rollback()
    assert refused.value.message.endswith((".", "!"))
    return refused.value.code


def test_an_approval_is_noted_and_announced(alice: Person) -> None:
    content = making.content(alice.workspace)
    assert approve(content, alice.user.id).warnings == []
    content = making.reread(content)
    assert (content.state, content.decided_by) == ("approved", alice.user.id)
    assert content.decided_at is not None
    assert events_of(content) == ["content.approved"]
    assert services.mark_published(content.id)
    assert not services.mark_published(content.id)


def test_an_approval_that_is_not_committed_leaves_no_trace(alice: Person) -> None:
    content = making.content(alice.workspace)
    services.approve(content, alice.user.id)
    assert making.reread(content).state == "pending"
    assert events_of(content) == []


@pytest.mark.parametrize(
    ("state", "approving", "rejecting"),
    [
        ("approved", "already_approved", "already_approved"),
        ("rejected", "already_rejected", "already_rejected"),
        ("published", "already_published", "already_published"),
        ("draft", "draft", "draft"),
    ],
)
def test_a_decision_is_not_taken_twice(alice: Person, state: str, approving: str, rejecting: str) -> None:
    content = making.content(alice.workspace, state)
    assert refusal_of(lambda: services.approve(content, alice.user.id)) == approving
    assert refusal_of(lambda: services.reject(content, alice.user.id)) == rejecting


def test_a_rejected_publication_can_be_taken_up_again(alice: Person) -> None:
    content = making.content(alice.workspace)
    services.reject(content, alice.user.id)
    assert making.reread(content).state == "rejected"
    services.reopen(content, alice.user.id)
    services.reopen(content, alice.user.id)
    db.session.commit()
    content = making.reread(content)
    assert (content.state, content.decided_by, events_of(content)) == (
        "pending",
        None,
        ["content.rejected", "content.reopened"],
    )


def test_what_is_published_stays_published(alice: Person) -> None:
    content = making.content(alice.workspace, "published")
    assert refusal_of(lambda: services.reopen(content, alice.user.id)) == "already_published"


def test_a_blocking_flag_forbids_approval_even_confirmed(alice: Person) -> None:
    content = making.content(alice.workspace, writer="person", text=making.TEXT + " Merci à nos patients!")
    assert approve(making.content(alice.workspace, writer="person", text="Merci à nos clients!")).warnings == []
    # The owner says later that she is a dentist: the rules of her trade apply from then on.
    alice.workspace.industry = "dentist"
    db.session.merge(alice.workspace)
    db.session.commit()
    assert refusal_of(lambda: services.approve(content, alice.user.id, True)) == "dentist_thanks"


def test_a_warning_comes_with_the_approval(alice: Person) -> None:
    content = making.content(alice.workspace, writer="person", text="Le Café Bleu est ouvert depuis 1987.")
    assert [flag.code for flag in approve(content).warnings] == ["fact_opening"]


def test_a_near_repeat_asks_for_a_confirmation(alice: Person, charlie: Person) -> None:
    making.content(charlie.workspace, "approved")
    content = making.content(alice.workspace)
    approve(content)
    again = making.content(alice.workspace, text=making.TEXT.replace("Au Café Bleu", "Chez nous"))
    assert refusal_of(lambda: services.approve(again, alice.user.id)) == "near_duplicate"
    assert [flag.code for flag in approve(again, confirm=True).warnings] == ["near_duplicate"]
    other = making.content(alice.workspace, text="Tout autre chose, en peu de mots, pour une autre journée.")
    assert approve(other).warnings == []


def test_a_demonstration_is_approved_and_nothing_leaves(alice: Person) -> None:
    alice.workspace.is_demo = True
    db.session.merge(alice.workspace)
    content = making.content(alice.workspace)
    approve(content)
    assert making.reread(content).state == "approved"
    assert events_of(content) == []


def at_once(app: Flask, gestures: list[Callable[[], object]]) -> list[str]:
    """Make every gesture at the same instant, each on a connection of its own; return how each ended."""
    barrier, ends = threading.Barrier(len(gestures)), []

    def act(gesture: Callable[[], object]) -> None:
        with app.app_context():
            try:
                barrier.wait(10)
                gesture()
                db.session.commit()
                ends.append("done")
            except Conflict as refused:
                ends.append(refused.code)
            finally:
                db.session.remove()

    threads = [threading.Thread(target=act, args=(gesture,)) for gesture in gestures]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return sorted(ends)


def seen_pending(alice: Person, content_id: int) -> Content:
    """Load a publication as a browser that shows it as pending has."""
    content = queries.content(alice.workspace.id, content_id)
    assert content is not None
    db.session.commit()
    db.session.expunge(content)
    return content


def test_two_thumbs_at_the_same_instant_make_one_approval(app: Flask, alice: Person) -> None:
    content = making.content(alice.workspace)
    seen = [seen_pending(alice, content.id) for _ in range(2)]
    db.session.commit()

    def approve_as_seen(row: Content) -> Callable[[], object]:
        return lambda: services.approve(db.session.merge(row, load=False), alice.user.id)

    assert at_once(app, [approve_as_seen(row) for row in seen]) == ["already_approved", "done"]
    assert events_of(making.reread(content)) == ["content.approved"]


def test_a_thumb_up_and_a_thumb_down_at_the_same_instant_have_one_winner(app: Flask, alice: Person) -> None:
    content = making.content(alice.workspace)
    one, other = (seen_pending(alice, content.id) for _ in range(2))
    ends = at_once(app, [
        lambda: services.approve(db.session.merge(one, load=False), alice.user.id),
        lambda: services.reject(db.session.merge(other, load=False), alice.user.id),
    ])  # fmt: skip
    state = making.reread(content).state
    assert ends == sorted(["done", f"already_{state}"])


def test_a_text_that_changed_meanwhile_is_read_again(app: Flask, alice: Person) -> None:
    content = making.content(alice.workspace)
    seen = seen_pending(alice, content.id)
    services.edit(making.reread(content), text="Un autre texte.", by=alice.user.id)
    db.session.expunge_all()
    stale = db.session.merge(seen, load=False)
    assert refusal_of(lambda: services.approve(stale, alice.user.id)) == "changed"
