"""Which workspace a request is in, and what the person may do there."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Flask, abort, current_app, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import ACCOUNT
from app.core.errors import answer
from app.core.forms import page_workspace_id, whole_number
from app.core.htmx import wants_piece
from app.domains.accounts import sessions
from app.domains.workspaces.models import Membership
from app.domains.workspaces.permissions import Role, permissions_of
from app.domains.workspaces.services import is_in_demonstration, membership_of, present_membership
from app.domains.workspaces.wording import OTHER_WORKSPACE, VISIT_REFUSED

# Requests that carry their own proof, or need none.
_NO_PRESENCE = ("/api/", "/assets/", "/healthz", "/readyz", "/manifest.webmanifest", "/service.js", "/hors-ligne")

READING = {"GET", "HEAD", "OPTIONS"}
# What a stranger in the demonstration may send: the ways out of it.
LEAVING = {f"accounts.{name}" for name in (
    "create_session", "create_code_session", "ask_passkey", "create_passkey_session", "delete_session",
    "create_reset", "update_forgotten", "confirm_email",
)} | {"workspaces.create_account", "visiting.create_visit"}  # fmt: skip
# What would shut the door of a demonstration, whose password everybody knows, or write to strangers from it.
SHUTTING = {f"accounts.{name}" for name in (
    "update_password", "delete_device", "delete_devices", "update_email", "begin_two_steps", "create_two_steps",
    "create_codes", "ask_new_passkey", "create_passkey", "update_passkey", "delete_passkey",
)} | {f"workspaces.{name}" for name in (
    "create_departure", "create_offer", "take_offer", "create_invitation", "create_letter", "update_member",
    "delete_member",
)} | {"privacy.create_closing", "account_closing.create_closing"}  # fmt: skip
# In the cookie: the workspace she chose; in an address: the one a mail is about.
CHOSEN, ASKED = "workspace", "espace"
# Consents of networks under way (publishing's routes).
BEGUN = ("consent", "held_consent")
# Forms that name their workspace themselves, or are of no workspace.
ANYWHERE = ("workspaces.enter_space", "workspaces.create_space", "everywhere.", "accounts.", "invitations.",
            "account_closing.")  # fmt: skip


def enter() -> ResponseReturnValue | None:
    """Load the membership of the signed-in person, one query; without any, lead her to where she may open one."""
    if request.path.startswith(_NO_PRESENCE) or "_user_id" not in session or not current_user.is_authenticated:
        return None
    membership = present_membership(current_user.id, session.get(CHOSEN))
    if membership is not None:
        _stand_in(membership)
        return None
    view = current_app.view_functions.get(request.endpoint or "")
    asks = getattr(view, "permission", ACCOUNT)
    return None if asks == ACCOUNT else redirect(url_for("workspaces.spaces"), code=303)


def _stand_in(membership: Membership) -> None:
    g.workspace = membership.workspace
    g.workspace_id = membership.workspace_id
    g.permissions = permissions_of(membership.role, membership.workspace.approval_rule)
    if sessions.is_visiting():
        # She sees every button an owner sees; `refuse_visitors` answers when she presses one.
        g.visiting, g.permissions = True, permissions_of(Role.OWNER)


def choose(workspace_id: int) -> None:
    """Have the following requests of this session in a workspace; what another one began is not finished in it."""
    session[CHOSEN] = workspace_id
    for name in BEGUN:
        session.pop(name, None)


def follow_mail() -> ResponseReturnValue | None:
    """Open the workspace a mail is about, then its page without the word that said so; 404 for another's."""
    if request.method != "GET" or ASKED not in request.args or "workspace" not in g:
        return None
    wanted = whole_number(request.args[ASKED])
    if wanted is None or membership_of(current_user.id, wanted) is None:
        abort(404)
    if wanted != g.workspace_id:
        choose(wanted)
    rest = urlencode([(name, value) for name, value in request.args.items(multi=True) if name != ASKED])
    return redirect(sessions.inner_address(f"{request.path}?{rest}" if rest else request.path), code=303)


def refuse_stale_pages() -> ResponseReturnValue | None:
    """Refuse what is sent from a page of another workspace than the present one: it would act on the wrong one."""
    if request.method in READING or "workspace" not in g or (request.endpoint or "").startswith(ANYWHERE):
        return None
    page = page_workspace_id()
    if page is None or page == g.workspace_id:
        return None
    former = membership_of(current_user.id, page)
    if wants_piece():
        return answer(409, code="other_workspace", title=OTHER_WORKSPACE)
    return render_template("errors/other_workspace.html", former=former), 409


def refuse_visitors() -> ResponseReturnValue | None:
    """Refuse, kindly, whatever a stranger in the demonstration would change, and what would shut others out of it."""
    # Whatever workspace she went to meanwhile: the account is still the one whose password everybody knows.
    would_shut = request.endpoint in SHUTTING and current_user.is_authenticated and is_in_demonstration(current_user.id)
    is_free = not g.get("visiting") or request.method in READING or request.endpoint in LEAVING
    if is_free and not would_shut:
        return None
    if wants_piece():
        return answer(403, code="visiting", title=VISIT_REFUSED)
    return render_template("errors/visiting.html"), 403


def init_app(app: Flask) -> None:
    """Enter the workspace at each request."""
    for step in (enter, follow_mail, refuse_stale_pages, refuse_visitors):
        app.before_request(step)
