"""The people of the workspace, their roles, and the invitations that wait."""

from __future__ import annotations

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import proved, requires, workspace_id
from app.core.errors import Conflict
from app.core.limits import limiter
from app.domains.accounts.services import AccountError
from app.domains.workspaces import invitations, members, ownership
from app.domains.workspaces import member_words as words
from app.domains.workspaces.forms import InvitationForm
from app.domains.workspaces.members import Member
from app.domains.workspaces.models import Invitation
from app.domains.workspaces.routes.pages import blueprint

LETTERS = limiter.shared_limit("60 per hour", scope="invitations", key_func=lambda: f"workspace:{workspace_id()}")


def _page(form: InvitationForm, status: int = 200) -> ResponseReturnValue:
    here = workspace_id()
    return render_template("workspaces/members.html", form=form, people=members.members(here), roles=words.ROLES,
                           given=members.GIVEN, waiting=invitations.pending(here), is_open=invitations.is_open,
                           offer=ownership.present(here)), status  # fmt: skip


def _done(said: str) -> ResponseReturnValue:
    flash(said, "good")
    return redirect(url_for("workspaces.list_members"), code=303)


def _load(user_id: int) -> Member:
    return members.member(workspace_id(), user_id) or abort(404)


def _invitation(invitation_id: int) -> Invitation:
    return invitations.one(workspace_id(), invitation_id) or abort(404)


@blueprint.get("/membres")
@requires("member.read")
def list_members() -> ResponseReturnValue:
    """Show who is in the workspace, and who is awaited."""
    return _page(InvitationForm())


@blueprint.post("/membres/invitations")
@requires("member.manage")
@proved
@LETTERS
def create_invitation() -> ResponseReturnValue:
    """Invite an address."""
    form = InvitationForm()
    if not form.validate():
        return _page(form, 422)
    try:
        row = invitations.invite(workspace_id(), form.email.data, form.role.data, current_user.id)
    except (AccountError, Conflict) as refusal:
        form.email.errors = [str(refusal)]
        return _page(form, 422)
    return _done(words.INVITED % {"email": row.email})


@blueprint.post("/membres/invitations/<int:invitation_id>/renvoi")
@requires("member.manage")
@LETTERS
def create_letter(invitation_id: int) -> ResponseReturnValue:
    """Mail a fresh link."""
    row = _invitation(invitation_id)
    invitations.invite_again(row)
    return _done(words.INVITED_AGAIN % {"email": row.email})


@blueprint.delete("/membres/invitations/<int:invitation_id>")
@requires("member.manage")
def delete_invitation(invitation_id: int) -> ResponseReturnValue:
    """Take an invitation back."""
    invitations.revoke(_invitation(invitation_id))
    return _done(words.INVITATION_REVOKED)


@blueprint.get("/membres/<int:user_id>")
@requires("member.manage")
@proved
def edit_member(user_id: int) -> ResponseReturnValue:
    """Show one person, and what may be changed of her place."""
    return _member(_load(user_id))


@blueprint.post("/membres/<int:user_id>")
@requires("member.manage")
@proved
def update_member(user_id: int) -> ResponseReturnValue:
    """Give her another role."""
    one = _load(user_id)
    try:
        members.change_role(g.workspace, one, request.form.get("role", ""))
    except Conflict as refusal:
        return _member(_load(user_id), refusal.message)
    return _done(words.ROLE_CHANGED)


@blueprint.delete("/membres/<int:user_id>")
@requires("member.manage")
@proved
def delete_member(user_id: int) -> ResponseReturnValue:
    """Take her out."""
    one = _load(user_id)
    try:
        members.remove(g.workspace, one)
    except Conflict as refusal:
        return _member(_load(user_id), refusal.message)
    return _done(words.REMOVED)


def _member(one: Member, refusal: str = "") -> ResponseReturnValue:
    page = render_template("workspaces/member.html", one=one, roles=words.ROLES, given=members.GIVEN, refusal=refusal)
    return page, 409 if refusal else 200
