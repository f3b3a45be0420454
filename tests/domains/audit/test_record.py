"""The journal keeps what was written in it: who, by which door, from roughly where; and names no home."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask, g
from flask_login import login_user
from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from app.core import clock
from app.core.db import db
from app.domains.accounts.models import User
from app.domains.audit import services as audit
from app.domains.audit import wording
from app.domains.audit.actors import by_letter, coarse
from app.domains.audit.models import AuditLine
from app.domains.workspaces.models import Workspace
from tests.people import Person


def only_line() -> AuditLine:
    return db.session.scalars(select(AuditLine)).one()


def count() -> int:
    return db.session.scalar(select(func.count(AuditLine.id))) or 0


def test_a_gesture_on_a_page_says_who_and_from_which_network(app: Flask, alice: Person) -> None:
    with app.test_request_context("/membres", environ_base={"REMOTE_ADDR": "203.0.113.77"}):
        login_user(alice.user)
        audit.record(
            "member.role_changed", workspace_id=alice.workspace.id, subject="b@exemple.ca", detail="editor>manager"
        )
        db.session.commit()
    line = only_line()
    assert (line.by_id, line.by_name, line.door) == (alice.user.id, "alice@exemple.ca", "page")
    assert line.address == "203.0.113.0/24"
    assert wording.about(line) == "éditeur, puis gestionnaire"


def test_a_program_and_a_link_of_a_letter_are_doors_too(app: Flask, alice: Person) -> None:
    with app.test_request_context("/api/v1/tokens", environ_base={"REMOTE_ADDR": "2001:db8:1:2::9"}):
        g.user_id = alice.user.id
        audit.record("token.created", workspace_id=alice.workspace.id)
    audit.record("erasure.done", workspace_id=alice.workspace.id, actor=by_letter(alice.user.id, "::ffff:203.0.113.7"))
    audit.record("setting.paused", workspace_id=alice.workspace.id)
    db.session.commit()
    lines = db.session.scalars(select(AuditLine).order_by(AuditLine.id)).all()
    assert [(line.door, line.address) for line in lines] == [
        ("api", "2001:db8:1::/48"), ("letter", "203.0.113.0/24"), ("system", ""),
    ]  # fmt: skip
    assert lines[1].by_name == "alice@exemple.ca"
    assert wording.who(lines[2]) == "AstroGrowth"
    assert coarse("unix socket") == ""


def test_a_kind_nobody_named_is_refused_at_once(alice: Person) -> None:
    with pytest.raises(KeyError):
        audit.record("member.vanished", workspace_id=alice.workspace.id)


def test_a_line_is_of_a_workspace_or_of_a_person_never_both(alice: Person) -> None:
    audit.record("security.signed_in", workspace_id=alice.workspace.id, person_id=alice.user.id)
    with pytest.raises(IntegrityError):
        db.session.flush()


@pytest.mark.parametrize("statement", [update(AuditLine).values(subject=""), delete(AuditLine)])
def test_the_database_refuses_to_change_or_remove_a_line(alice: Person, statement: object) -> None:
    audit.record("member.left", workspace_id=alice.workspace.id)
    audit.record("security.password_changed", person_id=alice.user.id)
    db.session.commit()
    with pytest.raises(DBAPIError, match="append-only"):
        db.session.execute(statement)
    db.session.rollback()
    assert count() == 2


def test_a_line_two_years_old_is_forgotten_and_no_other(alice: Person) -> None:
    with clock.frozen_at(clock.now() - audit.KEPT - timedelta(hours=1)):
        audit.record("member.left", workspace_id=alice.workspace.id)
        audit.record("security.signed_in", person_id=alice.user.id)
    audit.record("setting.paused", workspace_id=alice.workspace.id)
    db.session.commit()
    assert audit.forget_old() == 2
    db.session.commit()
    assert only_line().kind == "setting.paused"


def test_lines_go_with_their_workspace_and_with_their_person(alice: Person) -> None:
    audit.record("setting.paused", workspace_id=alice.workspace.id)
    audit.record("security.signed_in", person_id=alice.user.id)
    db.session.commit()
    db.session.execute(delete(Workspace))
    assert only_line().kind == "security.signed_in"
    db.session.execute(delete(User))
    db.session.commit()
    assert count() == 0


def test_every_kind_belongs_to_a_family_a_page_can_filter_on() -> None:
    assert {name.split(".")[0] for name in wording.KINDS} == set(wording.FAMILIES)
