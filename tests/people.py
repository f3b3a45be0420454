"""Three people: alice owns, bob is a member with a small role, charlie is a stranger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.core.db import db
from app.domains.accounts import devices, sessions
from app.domains.accounts import services as accounts
from app.domains.accounts.models import User
from app.domains.tokens import services as tokens
from app.domains.workspaces import services as workspaces
from app.domains.workspaces.models import Membership, Workspace

PASSWORD = "une phrase assez longue"
AGENT = (
    "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36"
)


class Client(FlaskClient):
    """A browser that shares the test's database: the test's own transaction ends before each request.

    Each request has a context of its own; in the test's, it would find who signed in before it.
    """

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        db.session.commit()
        try:
            with self.application.app_context():
                return super().open(*args, **kwargs)
        finally:
            db.session.expire_all()


@dataclass
class Person:
    """Someone signed in, in a workspace."""

    user: User
    workspace: Workspace
    client: FlaskClient
    token: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """Return what a program of hers sends to the API."""
        return {"Authorization": f"Bearer {self.token}"}

    @property
    def hx(self) -> dict[str, str]:
        """Return the header of an HTMX gesture."""
        return {"HX-Request": "true"}


def make_person(app: Flask, name: str, *, workspace: Workspace | None = None, role: str = "owner") -> Person:
    """Add a person, signed in, in a workspace of her own or as a member of `workspace`."""
    user = accounts.create_user(f"{name}@exemple.ca", PASSWORD, verified=True)
    if workspace is None:
        workspace = workspaces.open_workspace(user, f"Chez {name.capitalize()}")
        workspace.city = "Lévis"
        workspace.industry = "restaurant"
    else:
        db.session.add(Membership(user_id=user.id, workspace_id=workspace.id, role=role))
    token = tokens.create(user, workspace.id, tokens.Wish())
    db.session.commit()
    client = app.test_client()
    enter(client, user)
    return Person(user, workspace, client, token)


def enter(client: FlaskClient, user: User) -> None:
    """Sign a browser in, without its form."""
    opened = devices.open_device(user, devices.Visitor(AGENT, "192.0.2.1"))
    with client.session_transaction() as session:
        session[sessions.TOKEN], session["_fresh"] = opened, True
