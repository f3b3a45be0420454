"""Which workspace a request is in, and what the person may do there."""

from __future__ import annotations

from flask import Flask, g, request, session
from flask_login import current_user

from app.domains.workspaces.permissions import permissions_of
from app.domains.workspaces.services import first_membership

# Requests that carry their own proof, or need none.
_NO_PRESENCE = ("/api/", "/assets/", "/healthz", "/readyz")


def enter() -> None:
    """Load the membership of the signed-in person, one query."""
    if request.path.startswith(_NO_PRESENCE) or "_user_id" not in session or not current_user.is_authenticated:
        return
    membership = first_membership(current_user.id)
    if membership is not None:
        g.workspace = membership.workspace
        g.workspace_id = membership.workspace_id
        g.permissions = permissions_of(membership.role, membership.workspace.approval_rule)


def init_app(app: Flask) -> None:
    """Enter the workspace at each request."""
    app.before_request(enter)
