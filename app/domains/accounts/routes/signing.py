"""Sign-in and sign-out (sign-up opens a workspace: see workspaces)."""

from __future__ import annotations

from typing import cast

from flask import Blueprint, Flask, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.htmx import go_to
from app.core.limits import limiter
from app.domains.accounts import passkeys, services, sessions, wording
from app.domains.accounts.forms import SignInForm

blueprint = Blueprint("accounts", __name__)
blueprint.app_context_processor(lambda: {"offers_passkeys": passkeys.is_offered})
blueprint.record_once(lambda state: sessions.init_app(cast(Flask, state.app)))


@blueprint.get("/connexion")
def sign_in() -> ResponseReturnValue:
    """Show the sign-in form."""
    if sessions.is_at_home():
        return redirect(url_for(sessions.HOME), code=303)
    return render_template("accounts/sign_in.html", form=SignInForm())


@blueprint.post("/connexion")
@limiter.limit(sessions.sign_in_limit)
def create_session() -> ResponseReturnValue:
    """Sign in."""
    form = SignInForm()
    user = services.sign_in(form.email.data, form.password.data) if form.validate() else None
    if user is None:
        form.form_errors.append(wording.SIGN_IN_REFUSED)
        return render_template("accounts/sign_in.html", form=form), 422
    return sessions.enter(user)


@blueprint.post("/deconnexion")
def delete_session() -> ResponseReturnValue:
    """Sign out."""
    sessions.close_session()
    flash(wording.SIGNED_OUT)
    return go_to(url_for("accounts.sign_in"))
