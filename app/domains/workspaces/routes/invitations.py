"""The door of an invitation's link: reading shows, and only a form that a person sends takes the place."""

from __future__ import annotations

from flask import Blueprint, Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core import security
from app.core.errors import Conflict
from app.core.limits import limiter
from app.domains.accounts import services as accounts
from app.domains.accounts import sessions
from app.domains.workspaces import invitations, presence
from app.domains.workspaces import member_words as words
from app.domains.workspaces.forms import JoiningForm
from app.domains.workspaces.models import Invitation

blueprint = Blueprint("invitations", __name__)


@blueprint.after_request
def _private(response: Response) -> Response:
    return security.private(response, has_form=True)


@blueprint.get("/invitation/<token>")
@limiter.limit("60 per minute")
def show(token: str) -> ResponseReturnValue:
    """Show what is offered; changes nothing, however often."""
    row = invitations.find(token)
    return _closed() if row is None or not invitations.is_open(row) else _page(row, token, JoiningForm())


@blueprint.post("/invitation/<token>")
@limiter.limit(sessions.sign_in_limit)
def accept(token: str) -> ResponseReturnValue:
    """Take the place, with the account that is signed in or with a new one."""
    row = invitations.find(token)
    if row is None or not invitations.is_open(row):
        return _closed()
    if accounts.user_by_email(row.email) is None and not sessions.is_at_home():
        return _join_anew(row, token)
    if not sessions.is_at_home():
        return _page(row, token, JoiningForm(), 409)
    return _join(row, token)


def _join(row: Invitation, token: str) -> ResponseReturnValue:
    try:
        invitations.accept(row, current_user)
    except Conflict as refusal:
        return _closed() if refusal.code == "closed" else _page(row, token, JoiningForm(), 409)
    return _welcome(row, sessions.HOME)


def _join_anew(row: Invitation, token: str) -> ResponseReturnValue:
    form = JoiningForm()
    if not form.validate():
        return _page(row, token, form, 422)
    try:
        user = invitations.accept_anew(row, form.password.data)
    except accounts.AccountError as error:
        form.password.errors = [str(error)]
        return _page(row, token, form, 422)
    except Conflict:
        return _closed()
    sessions.open_session(user)
    return _welcome(row, sessions.HOME)


def _welcome(row: Invitation, endpoint: str) -> ResponseReturnValue:
    presence.choose(row.workspace_id)
    flash(words.JOINED, "good")
    return redirect(url_for(endpoint), code=303)


def _page(row: Invitation, token: str, form: JoiningForm, status: int = 200) -> ResponseReturnValue:
    me = current_user.email if sessions.is_at_home() else ""
    known = accounts.user_by_email(row.email) is not None
    shown = {"me": me, "role": words.ROLES[row.role], "has_account": known}
    return render_template("workspaces/invitation.html", row=row, token=token, form=form, **shown), status


def _closed() -> ResponseReturnValue:
    return render_template("workspaces/invitation_closed.html"), 410
