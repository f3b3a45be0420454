"""Which workspace a request is in, and what the person may do there."""

from __future__ import annotations

from flask import Flask, g, render_template, request, session
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.errors import answer
from app.core.htmx import wants_piece
from app.domains.accounts import sessions
from app.domains.workspaces.permissions import Role, permissions_of
from app.domains.workspaces.services import first_membership
from app.domains.workspaces.wording import VISIT_REFUSED

# Requests that carry their own proof, or need none.
_NO_PRESENCE = ("/api/", "/assets/", "/healthz", "/readyz", "/manifest.webmanifest", "/service.js", "/hors-ligne")

READING = {"GET", "HEAD", "OPTIONS"}
# What a stranger in the demonstration may send: the ways out of it.
LEAVING = {f"accounts.{name}" for name in (
    "create_session", "create_code_session", "ask_passkey", "create_passkey_session", "delete_session",
    "create_reset", "update_forgotten", "confirm_email",
)} | {"workspaces.create_account", "visiting.create_visit"}  # fmt: skip
# What would shut the door of a demonstration's account, whose password everybody knows.
SHUTTING = {f"accounts.{name}" for name in (
    "update_password", "delete_device", "delete_devices", "update_email", "begin_two_steps", "create_two_steps",
    "create_codes", "ask_new_passkey", "create_passkey", "update_passkey", "delete_passkey",
)}  # fmt: skip


def enter() -> None:
    """Load the membership of the signed-in person, one query."""
    if request.path.startswith(_NO_PRESENCE) or "_user_id" not in session or not current_user.is_authenticated:
        return
    membership = first_membership(current_user.id)
    if membership is not None:
        g.workspace = membership.workspace
        g.workspace_id = membership.workspace_id
        g.permissions = permissions_of(membership.role, membership.workspace.approval_rule)
        if sessions.is_visiting():
            # She sees every button an owner sees; `refuse_visitors` answers when she presses one.
            g.visiting, g.permissions = True, permissions_of(Role.OWNER)


def refuse_visitors() -> ResponseReturnValue | None:
    """Refuse, kindly, whatever a stranger in the demonstration would change, and what would shut others out of it."""
    would_shut = request.endpoint in SHUTTING and "workspace" in g and g.workspace.is_demo
    is_free = not g.get("visiting") or request.method in READING or request.endpoint in LEAVING
    if is_free and not would_shut:
        return None
    if wants_piece():
        return answer(403, code="visiting", title=VISIT_REFUSED)
    return render_template("errors/visiting.html"), 403


def init_app(app: Flask) -> None:
    """Enter the workspace at each request."""
    app.before_request(enter)
    app.before_request(refuse_visitors)
