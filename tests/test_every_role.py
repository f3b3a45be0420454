"""Every address and every path of the API, called as every role and held to the one table of permissions."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule

from app.core.access import ACCOUNT, OPERATOR
from app.core.db import db
from app.domains.tokens import services as tokens
from app.domains.workspaces.models import Membership
from app.domains.workspaces.permissions import PERMISSIONS, TABLE, Role
from app.domains.workspaces.services import membership_of
from tests.people import Person, enter, make_person
from tests.test_every_route import BY_TOKEN, PUBLIC_FORMS, PUBLIC_PAGES, rows_of, walk

NO_JSON = {"Content-Type": "application/json"}
LINKS = re.compile(r"<(a|form|button)\b([^>]*)>", re.DOTALL)
ATTRIBUTE = re.compile(r'\b(href|action|formaction|method|hx-post|hx-get)="([^"]*)"')


@pytest.fixture(autouse=True)
def crashes_are_answers(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)


@pytest.fixture
def ids(app: Flask, alice: Person) -> dict[str, Any]:
    return rows_of(alice)


@pytest.fixture(params=list(Role))
def member(request: pytest.FixtureRequest, app: Flask, alice: Person) -> tuple[Role, Person]:
    """Return somebody of each role in turn, beside alice."""
    role: Role = request.param
    return role, make_person(app, f"une-{role}", workspace=alice.workspace, role=role)


def permission_of(app: Flask, rule: Rule) -> str | None:
    return getattr(app.view_functions[rule.endpoint], "permission", None)


def is_open(rule: Rule, method: str) -> bool:
    if rule.rule.startswith(BY_TOKEN):
        return True
    return rule.rule in (PUBLIC_PAGES if method == "GET" else PUBLIC_FORMS)


def send(person: Person, rule: Rule, method: str, path: str) -> tuple[int, str, str]:
    headers = person.headers | NO_JSON if rule.rule.startswith("/api/") else {}
    answer = person.client.open(path, method=method, headers=headers)
    text = answer.json.get("title", "") if answer.is_json else answer.get_data().decode(errors="replace")
    return answer.status_code, answer.mimetype, text


def renewed(person: Person, role: Role) -> Person:
    """Give somebody back what her last gesture took from her: her place, her session, her token."""
    workspace = person.workspace
    place = membership_of(person.user.id, workspace.id)
    if place is None:
        place = Membership(user_id=person.user.id, workspace_id=workspace.id)
        db.session.add(place)
    place.role, workspace.approval_rule = role, "one"
    token = tokens.create(person.user, workspace.id, tokens.Wish())
    enter(person.client, person.user)
    return Person(person.user, workspace, person.client, token)


def test_every_route_names_one_permission_of_the_table_or_is_open_to_all(app: Flask, ids: dict[str, Any]) -> None:
    wrong = []
    for rule, method, _path in walk(app, ids):
        permission = permission_of(app, rule)
        if permission is None and not is_open(rule, method):
            wrong.append(f"{method} {rule.rule} asks for nothing")
        elif permission is not None and permission not in {ACCOUNT, OPERATOR, *TABLE}:
            wrong.append(f"{method} {rule.rule} asks for {permission}, which is not in the table")
    assert "\n".join(wrong) == ""


def test_every_permission_of_the_table_opens_a_door(app: Flask) -> None:
    asked = {permission_of(app, rule) for rule in app.url_map.iter_rules()}
    # Asked inside a page: who may change the rule of approval.
    assert set(TABLE) - asked <= {"workspace.manage", "profile.read", "token.manage", "webhook.manage"}


def test_a_role_is_refused_whatever_it_does_not_hold(
    app: Flask, ids: dict[str, Any], member: tuple[Role, Person]
) -> None:
    role, person = member
    wrong = []
    for rule, method, path in walk(app, ids):
        permission = permission_of(app, rule)
        if permission in {None, ACCOUNT, OPERATOR} or permission in PERMISSIONS[role]:
            continue
        status, kind, text = send(person, rule, method, path)
        is_said = "Votre rôle" in text
        if status != 403 or not is_said or rule.rule.startswith("/api/") != (kind == "application/problem+json"):
            wrong.append(f"{method} {rule.rule} → {status} {kind}")
    assert "\n".join(wrong) == ""


@pytest.mark.long
def test_a_role_is_let_in_wherever_it_holds_the_permission(
    app: Flask, ids: dict[str, Any], member: tuple[Role, Person]
) -> None:
    role, person = member
    wrong = []
    doors = [(rule, method, path) for rule, method, path in walk(app, ids) if permission_of(app, rule) is not None]
    for rule, method, path in sorted(doors, key=lambda door: door[1] != "GET"):
        if permission_of(app, rule) in PERMISSIONS[role]:
            status, _kind, _text = send(renewed(person, role), rule, method, path)
            db.session.rollback()
            if status in {401, 403} or status >= 500 and status != 503:
                wrong.append(f"{method} {rule.rule} → {status}")
    assert "\n".join(wrong) == ""


def test_pages_show_a_role_no_way_it_may_not_take(app: Flask, ids: dict[str, Any], member: tuple[Role, Person]) -> None:
    role, person = member
    wrong = set()
    for rule, method, path in walk(app, ids):
        if method != "GET" or permission_of(app, rule) not in PERMISSIONS[role] or rule.rule.startswith("/api/"):
            continue
        _status, kind, text = send(person, rule, method, path)
        if kind == "text/html" and rule.rule != "/style":
            wrong |= {
                f"{rule.rule} shows {' '.join(way)}" for way in ways_of(app, text, path) if not may_take(app, role, way)
            }
    assert "\n".join(sorted(wrong)) == ""


def ways_of(app: Flask, text: str, path: str) -> set[tuple[str, str]]:
    """Return the method and the address of every link and form of a page."""
    found = set()
    for tag, attributes in LINKS.findall(text):
        said = dict(ATTRIBUTE.findall(attributes))
        for name in {"href", "action", "formaction", "hx-post", "hx-get"} & said.keys():
            method = "GET" if name in {"href", "hx-get"} or tag == "form" and said.get("method") != "post" else "POST"
            address = said[name].replace("&amp;", "&") or path
            found.add(
                ("DELETE" if "_method=DELETE" in address else method, address.split("?")[0].split("#")[0] or path)
            )
    return {(method, address) for method, address in found if address.startswith("/")}


def may_take(app: Flask, role: Role, way: tuple[str, str]) -> bool:
    method, address = way
    try:
        endpoint, _values = app.url_map.bind("localhost").match(address, method=method)
    except HTTPException:
        return True
    permission = getattr(app.view_functions[endpoint], "permission", None)
    return permission in {None, ACCOUNT} or permission in PERMISSIONS[role]


def test_a_client_of_the_api_is_told_in_french_what_her_role_forbids(app: Flask, alice: Person, bob: Person) -> None:
    answer = bob.client.post("/api/v1/campaigns", json={}, headers=bob.headers)
    assert answer.status_code == 403
    assert answer.mimetype == "application/problem+json"
    assert answer.json["code"] == "forbidden"
    assert "Votre rôle" in answer.json["title"]


def test_another_workspaces_rows_are_not_found_whatever_the_role(
    app: Flask, client: FlaskClient, charlie: Person, ids: dict[str, Any]
) -> None:
    answer = charlie.client.get(f"/api/v1/contents/{ids['content_id']}", headers=charlie.headers)
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"


@pytest.mark.parametrize("path", ["/tableau-de-bord", "/contenus", "/resultats", "/plus"])
def test_nor_do_the_pages_of_an_empty_workspace(app: Flask, alice: Person, path: str) -> None:
    for role in Role:
        person = make_person(app, f"une-{role}", workspace=alice.workspace, role=role)
        shown = ways_of(app, person.client.get(path).get_data(as_text=True), path)
        assert not [way for way in shown if not may_take(app, role, way)], role
