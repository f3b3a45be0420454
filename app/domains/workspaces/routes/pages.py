"""Sign-up; public pages. The profile's page is publishing's, since it shows the connection."""

from __future__ import annotations

from email.utils import parseaddr
from typing import cast

from flask import Blueprint, Flask, current_app, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.htmx import go_to
from app.core.limits import limiter
from app.domains.accounts import services as accounts
from app.domains.accounts import sessions
from app.domains.workspaces import presence, services
from app.domains.workspaces.forms import SignUpForm

blueprint = Blueprint("workspaces", __name__)
# Where a new account goes first.
WELCOME = "welcoming.show"
blueprint.record_once(lambda state: presence.init_app(cast(Flask, state.app)))


@blueprint.get("/inscription")
def sign_up() -> ResponseReturnValue:
    """Show the sign-up form."""
    if sessions.is_at_home():
        return redirect(url_for(sessions.HOME), code=303)
    return render_template("accounts/sign_up.html", form=SignUpForm())


@blueprint.post("/inscription")
@limiter.limit(sessions.sign_in_limit)
def create_account() -> ResponseReturnValue:
    """Open an account with its workspace, and sign in at once."""
    form = SignUpForm()
    if not form.validate():
        return render_template("accounts/sign_up.html", form=form), 422
    try:
        user = services.sign_up(form.email.data, form.password.data, form.business_name.data)
    except accounts.AccountError as error:
        form[error.field].errors = [str(error)]
        return render_template("accounts/sign_up.html", form=form), 422
    sessions.open_session(user)
    return go_to(url_for(WELCOME))


@blueprint.get("/")
def home() -> ResponseReturnValue:
    """Show what the product does."""
    if sessions.is_at_home():
        return redirect(url_for(sessions.HOME), code=303)
    return render_template("home/show.html", offers_visit=services.has_demonstration())


@blueprint.get("/aide")
def guide() -> ResponseReturnValue:
    """Show the guide."""
    return render_template("home/help.html", contact=_contact(), at_home=current_user.is_authenticated)


def _contact() -> str:
    return parseaddr(current_app.config["SETTINGS"].mail_from)[1]
