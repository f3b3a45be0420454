"""Who may do what: one table, read as it is written, kept at every door."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import ROOT
from app.core.access import ACCOUNT
from app.core.db import db
from app.domains.workspaces import services
from app.domains.workspaces.permissions import PERMISSIONS, Role, permissions_of
from tests.domains.contents import making
from tests.people import Person, make_person

EVERY = ["workspace.read", "metrics.read", "content.read", "content.approve", "content.write",
         "campaign.read", "campaign.write", "campaign.delete", "lead.read", "lead.write",
         "delivery.read", "delivery.manage", "journal.read", "profile.read", "profile.write", "connection.manage",
         "member.read", "audit.read", "member.manage", "token.manage", "webhook.manage",
         "workspace.manage"]  # fmt: skip
# One column a permission, in the order above; a group a line.
TABLE = {
    "owner":   "x x x x x | x x x x x | x x x x x x | x x x x x x",
    "manager": "x x x x x | x x x x x | x x x x x x | x x - - - -",
    "editor":  "x x x - x | x x - x x | x - x x - - | - - - - - -",
    "analyst": "x x x - - | x - - - - | x - x x - - | - - - - - -",
    "client":  "x x x x - | - - - - - | - - - - - - | - - - - - -",
}  # fmt: skip


@pytest.mark.parametrize("role", TABLE)
def test_each_role_may_do_what_the_table_says(role: str) -> None:
    marks = dict(zip(EVERY, TABLE[role].replace("|", " ").split(), strict=True))
    assert permissions_of(role) == {name for name, mark in marks.items() if mark == "x"}


def test_without_a_rule_of_approval_whoever_writes_may_approve_too() -> None:
    assert permissions_of("editor", "none") == permissions_of("editor") | {"content.approve"}
    for role in ("owner", "manager", "analyst", "client"):
        assert permissions_of(role, "none") == permissions_of(role)
    for rule in ("one", "two", ""):
        assert "content.approve" not in permissions_of("editor", rule)
    assert permissions_of("admin", "none") == frozenset()


def test_an_editor_approves_where_nobody_is_asked_to_and_nowhere_else(app: Flask, alice: Person) -> None:
    dora = make_person(app, "dora", workspace=alice.workspace, role="editor")
    content = making.content(alice.workspace)
    assert dora.client.post(f"/contenus/{content.id}/approbation").status_code == 403
    api = f"/api/v1/contents/{content.id}/approve"
    assert dora.client.put(api, headers=dora.headers).status_code == 403
    services.update_profile(alice.workspace, approval_rule="none")
    assert dora.client.put(api, headers=dora.headers).json["state"] == "approved"
    services.update_profile(alice.workspace, approval_rule="one")
    assert dora.client.delete(f"/contenus/{content.id}/approbation").status_code == 403


def test_no_role_and_no_permission_is_outside_the_table() -> None:
    assert {str(role) for role in Role} == set(TABLE)
    assert set().union(*PERMISSIONS.values()) == set(EVERY)


@pytest.mark.parametrize("role", ["", "admin", "OWNER", "owner "])
def test_a_role_that_does_not_exist_may_do_nothing(role: str) -> None:
    assert permissions_of(role) == frozenset()


def test_every_door_asks_for_a_permission_of_the_table() -> None:
    asked: set[str] = set()
    for path in (ROOT / "app").rglob("*.py"):
        asked |= set(re.findall(r'\b(?:requires|may|may_api)\("([a-z_.]+)"\)', path.read_text()))
    for path in (ROOT / "templates").rglob("*.html"):
        asked |= set(re.findall(r"\bmay\([\"']([a-z_.]+)[\"']\)", path.read_text()))
    assert asked
    assert asked <= set(EVERY)


def _changing(app: Flask) -> list[tuple[str, str]]:
    found = []
    for rule in app.url_map.iter_rules():
        methods = (rule.methods or set()) & {"POST", "PUT", "PATCH", "DELETE"}
        page = not rule.rule.startswith("/api/")
        # What one is told, and how, is one's own whatever the role; what is open to all asks for nothing.
        asked = getattr(app.view_functions[rule.endpoint], "permission", ACCOUNT)
        if page and asked not in {ACCOUNT, "workspace.read"}:
            found += [(method, rule.rule) for method in sorted(methods)]
    return found


def test_an_analyst_changes_nothing_on_any_page(app: Flask, bob: Person) -> None:
    """An editor's and a manager's doors are tried by the tests of each domain."""
    for method, rule in _changing(app):
        path = re.sub(r"<[^>]+>", "1", rule)
        status = bob.client.open(path, method=method).status_code
        assert status in {403, 404}, f"{method} {rule} answered {status}"


def test_someone_of_no_workspace_sees_no_one_elses(app: Flask, alice: Person) -> None:
    lost = make_person(app, "lost")
    membership = services.present_membership(lost.user.id, None)
    db.session.delete(membership)
    db.session.commit()
    assert lost.client.get("/tableau-de-bord").location == "/espaces"
    assert services.membership_of(lost.user.id, alice.workspace.id) is None


def test_a_role_taken_away_is_gone_at_the_next_page(client: FlaskClient, alice: Person, bob: Person) -> None:
    assert bob.client.get("/tableau-de-bord").status_code == 200
    db.session.delete(services.membership_of(bob.user.id, alice.workspace.id))
    db.session.commit()
    assert bob.client.get("/tableau-de-bord").location == "/espaces"


def test_mail_goes_to_owners_only_oldest_first(app: Flask, alice: Person, bob: Person) -> None:
    make_person(app, "dora", workspace=alice.workspace)
    assert services.owner_addresses(alice.workspace.id) == ["alice@exemple.ca", "dora@exemple.ca"]


def test_the_profile_changes_its_own_fields_and_no_other(alice: Person) -> None:
    services.update_profile(alice.workspace, city="Québec", is_demo=True, id=99, posts_per_campaign=9999)
    db.session.expire_all()
    assert alice.workspace.city == "Québec"
    assert not alice.workspace.is_demo
    assert alice.workspace.posts_per_campaign == 10
