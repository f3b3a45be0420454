"""She makes a token on her phone, copies it once, and revokes it."""

from __future__ import annotations

import re

from flask import Flask

from app.core.db import db
from app.domains.accounts.models import ApiToken
from app.domains.tokens.scopes import SCOPES, Scope
from app.domains.workspaces.permissions import permissions_of
from tests.domains.contents import making
from tests.people import Person, make_person

PAGE = "/profil/jetons"


def made(alice: Person, *scopes: str, days: str = "90") -> str:
    sent = alice.client.post(PAGE, data={"name": "Caisse", "scopes": list(scopes), "days": days})
    assert sent.status_code == 303
    page = alice.client.get(PAGE).text
    assert 'data-copy="token"' in page
    found = re.search(r"ag_[\w-]{43}", page)
    assert found is not None
    return found.group()


def test_a_new_token_is_shown_once_and_does_what_was_ticked(alice: Person) -> None:
    content = making.content(alice.workspace)
    token = made(alice, "read")
    page = alice.client.get(PAGE).text
    assert token not in page and "Caisse" in page
    program = {"Authorization": f"Bearer {token}"}
    assert alice.client.get(f"/api/v1/contents/{content.id}", headers=program).status_code == 200
    refused = alice.client.put(f"/api/v1/contents/{content.id}/approve", headers=program)
    assert (refused.status_code, refused.json["code"], refused.json["scope"]) == (
        403, "scope_missing", "contents:approve",
    )  # fmt: skip
    assert "contents:approve" in refused.json["title"]
    assert alice.client.post("/api/v1/campaigns", headers=program).json["scope"] == "campaigns"
    approver = {"Authorization": f"Bearer {made(alice, 'contents:approve')}"}
    assert alice.client.get("/api/v1/contents", headers=approver).json["scope"] == "read"
    assert alice.client.put(f"/api/v1/contents/{content.id}/approve", headers=approver).status_code == 200


def test_anothers_row_is_not_found_before_a_scope_is_asked_for(alice: Person, charlie: Person) -> None:
    content = making.content(alice.workspace)
    program = {"Authorization": f"Bearer {made(charlie, 'webhooks')}"}
    assert charlie.client.get(f"/api/v1/contents/{content.id}", headers=program).status_code == 404


def test_what_is_missing_is_said_at_its_field(alice: Person) -> None:
    for data, words in (
        ({"name": "", "scopes": ["read"], "days": "30"}, "Donnez un nom"),
        ({"name": "a", "days": "30"}, "au moins un droit"),
        ({"name": "a", "scopes": ["tout"], "days": "30"}, "aria-invalid"),
        ({"name": "a", "scopes": ["read"], "days": "31"}, "aria-invalid"),
    ):
        answer = alice.client.post(PAGE, data=data)
        assert answer.status_code == 422 and words in answer.text
    assert db.session.query(ApiToken).count() == 1


def test_a_revoked_token_is_gone_and_only_the_owner_comes_here(app: Flask, alice: Person, charlie: Person) -> None:
    token = made(alice, "read", days="")
    row = db.session.query(ApiToken).filter_by(name="Caisse").one()
    manager = make_person(app, "dora", workspace=alice.workspace, role="manager")
    assert manager.client.get(PAGE).status_code == 403
    assert charlie.client.delete(f"{PAGE}/{row.id}").status_code == 404
    assert alice.client.post(f"{PAGE}/{row.id}?_method=DELETE").status_code == 303
    program = {"Authorization": f"Bearer {token}"}
    assert alice.client.get("/api/v1/metrics", headers=program).status_code == 401


def test_each_scope_gives_what_an_owner_holds_and_no_permission_twice() -> None:
    given = [permission for permissions in SCOPES.values() for permission in permissions]
    assert len(given) == len(set(given)) and set(given) <= permissions_of("owner")
    assert set(SCOPES) == set(Scope)
