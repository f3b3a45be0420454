"""Each decision leaves a line that nobody can change, and that names no prospect."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError

from app.core import clock
from app.core.db import db
from app.domains.contents import decision_words, services
from app.domains.contents.models import Content, ContentDecision
from app.domains.contents.services import decisions
from app.domains.contents.services.decisions import Origin
from app.domains.workspaces.models import Workspace
from tests.domains.contents import making
from tests.domains.contents.test_deciding import refusal_of
from tests.people import Person, make_person

PHONE = Origin("app", "203.0.113.7")


def kinds(content: Content) -> list[str]:
    lines = select(ContentDecision.kind).where(ContentDecision.content_id == content.id)
    return list(db.session.scalars(lines.order_by(ContentDecision.id)))


def last(content: Content) -> ContentDecision:
    lines = select(ContentDecision).where(ContentDecision.content_id == content.id)
    return db.session.scalars(lines.order_by(ContentDecision.id.desc()).limit(1)).one()


def test_a_decision_says_who_when_and_from_where(alice: Person) -> None:
    content = making.content(alice.workspace)
    services.approve(content, alice.user.id, origin=PHONE)
    db.session.commit()
    line = last(content)
    assert (line.kind, line.by_id, line.by_name) == ("approved", alice.user.id, "alice@exemple.ca")
    assert (line.channel, line.address) == ("app", "203.0.113.7")
    assert line.decided_at is not None
    assert line.text_hash == decisions.fingerprint(making.reread(content))


def test_each_verb_leaves_its_line(app: Flask, alice: Person) -> None:
    content = making.content(alice.workspace)
    services.reject(content, alice.user.id, PHONE)
    services.reopen(content, alice.user.id, PHONE)
    services.approve(content, alice.user.id, origin=PHONE)
    db.session.commit()
    services.edit(making.reread(content), text="Un tout autre texte.", by=alice.user.id, origin=PHONE)
    assert kinds(content) == ["rejected", "reopened", "approved", "reopened", "edited"]
    lines = select(ContentDecision.address).where(ContentDecision.content_id == content.id)
    assert set(db.session.scalars(lines)) == {"203.0.113.7"}


def test_a_date_and_an_earlier_text_leave_theirs(alice: Person) -> None:
    content = making.content(alice.workspace)
    services.edit(content, text="Un tout autre texte.", by=alice.user.id, origin=PHONE)
    services.restore(making.reread(content), 1, alice.user.id, PHONE)
    services.plan(making.reread(content), clock.in_seconds(7200), alice.user.id, PHONE)
    assert decision_words.about(last(content)).startswith("Pas avant le ")
    services.plan(content, None, alice.user.id, PHONE)
    services.plan(content, None, alice.user.id, PHONE)
    assert kinds(content) == ["edited", "restored", "planned", "unplanned"]


def test_two_steps_leave_two_lines(app: Flask, alice: Person) -> None:
    db.session.merge(alice.workspace).approval_rule = "two"
    dora = make_person(app, "dora", workspace=alice.workspace, role="client")
    content = making.content(alice.workspace)
    services.approve(content, dora.user.id, origin=PHONE)
    services.reopen(content, dora.user.id, PHONE)
    services.approve(content, alice.user.id, origin=Origin("api", "::1"))
    services.approve(content, dora.user.id, origin=PHONE)
    db.session.commit()
    assert kinds(content) == ["first_approved", "first_withdrawn", "first_approved", "approved"]


def test_a_repeat_that_is_confirmed_is_noted(alice: Person) -> None:
    making.content(alice.workspace, "approved")
    content = making.content(alice.workspace)
    services.approve(content, alice.user.id, True)
    db.session.commit()
    assert kinds(content) == ["repeat_allowed", "approved"]


def test_what_the_rule_approves_is_noted_as_its_own(alice: Person) -> None:
    content = making.content(alice.workspace)
    services.approve(content, None)
    db.session.commit()
    line = last(content)
    assert (line.kind, line.channel, line.by_id, line.by_name, line.detail) == (
        "auto_approved", "rule", None, "", "80/70",
    )  # fmt: skip


def test_a_refused_gesture_and_one_that_is_not_committed_leave_no_line(alice: Person) -> None:
    content = making.content(alice.workspace, "published")
    refusal_of(lambda: services.approve(content, alice.user.id))
    other = making.content(alice.workspace, text="Un tout autre texte.", writer="person")
    services.approve(other, alice.user.id)
    db.session.rollback()
    assert kinds(content) == kinds(other) == []


def test_a_line_names_no_prospect_since_it_cannot_be_forgotten(alice: Person) -> None:
    content = making.content(alice.workspace)
    services.reject(content, alice.user.id)
    own = making.content(alice.workspace, lead_id=None, title="Notre fête de quartier")
    services.reject(own, alice.user.id)
    assert (last(content).heading, last(own).heading) == ("", "Notre fête de quartier")


@pytest.mark.parametrize(
    "statement",
    [
        update(ContentDecision).values(by_name="quelqu’un d’autre"),
        delete(ContentDecision),
        text("UPDATE content_decisions SET kind = 'rejected'"),
        text("DELETE FROM content_decisions WHERE id > 0"),
    ],
)
def test_the_database_itself_refuses_to_change_or_remove_a_line(alice: Person, statement: object) -> None:
    content = making.content(alice.workspace)
    services.reject(content, alice.user.id)
    with pytest.raises(DBAPIError, match="append-only"):
        db.session.execute(statement)
    db.session.rollback()
    assert kinds(content) == ["rejected"]
    assert last(content).by_name == "alice@exemple.ca"


def test_sqlite_does_not_write_one_line_over_another(alice: Person) -> None:
    if db.engine.dialect.name != "sqlite":
        pytest.skip("REPLACE is SQLite's")
    content = making.content(alice.workspace)
    services.reject(content, alice.user.id)
    names = [column.name for column in ContentDecision.__table__.columns]
    values = ", ".join("'approved'" if name == "kind" else name for name in names)
    copied = f"({', '.join(names)}) SELECT {values} FROM content_decisions"
    with pytest.raises(DBAPIError, match="append-only"):
        db.session.execute(text(f"REPLACE INTO content_decisions {copied}"))
    db.session.rollback()
    assert kinds(content) == ["rejected"]


def test_a_line_outlives_its_publication_and_goes_with_its_workspace(alice: Person, charlie: Person) -> None:
    content, kept = making.content(alice.workspace), making.content(charlie.workspace)
    services.reject(content, alice.user.id)
    services.reject(kept, charlie.user.id)
    db.session.execute(delete(Content).where(Content.id == content.id))
    db.session.commit()
    assert kinds(content) == ["rejected"]
    db.session.execute(delete(Workspace).where(Workspace.id == alice.workspace.id))
    db.session.commit()
    assert kinds(content) == []
    assert kinds(kept) == ["rejected"]
