"""Sign-in and sign-out (sign-up opens a workspace: see workspaces)."""

from __future__ import annotations

from typing import cast

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core import i18n
from app.core.access import signed_in
from app.core.htmx import go_to
from app.core.limits import limiter
from app.domains.accounts import services, sessions, wording
from app.domains.accounts.forms import PasswordForm, SignInForm

blueprint = Blueprint("accounts", __name__)
blueprints = (blueprint,)
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
    user = services.authenticate(form.email.data, form.password.data) if form.validate() else None
    if user is None:
        form.form_errors.append(wording.SIGN_IN_REFUSED)
        return render_template("accounts/sign_in.html", form=form), 422
    sessions.open_session(user)
    return go_to(sessions.inner_address(request.args.get("suite", "")))


@blueprint.get("/profil/mot-de-passe")
@signed_in
def edit_password() -> ResponseReturnValue:
    """Ask for the present password and the new one."""
    return render_template("accounts/password.html", form=PasswordForm())


@blueprint.post("/profil/mot-de-passe")
@signed_in
@limiter.limit(sessions.sign_in_limit)
def update_password() -> ResponseReturnValue:
    """Change it, and stay signed in here alone."""
    form = PasswordForm()
    if form.validate():
        try:
            services.change_password(current_user, form.present.data, form.new.data)
            sessions.open_session(current_user)
            flash(wording.PASSWORD_CHANGED, "good")
            return go_to(url_for("publishing.profile"))
        except services.AccountError as error:
            form[error.field].errors = [str(error)]
    return render_template("accounts/password.html", form=form), 422


@blueprint.get("/profil/langue")
@signed_in
def edit_language() -> ResponseReturnValue:
    """Ask for the language of the pages and the mails."""
    return render_template("accounts/language.html", languages=i18n.LANGUAGES, errors=())


@blueprint.post("/profil/langue")
@signed_in
def update_language() -> ResponseReturnValue:
    """Change it, for every device and for the mails."""
    try:
        services.change_language(current_user, request.form.get("language", ""))
    except services.AccountError as error:
        return render_template("accounts/language.html", languages=i18n.LANGUAGES, errors=[error]), 422
    i18n.choose(current_user.language)
    flash(wording.LANGUAGE_CHANGED, "good")
    return go_to(url_for("publishing.profile"))


@blueprint.post("/deconnexion")
def delete_session() -> ResponseReturnValue:
    """Sign out."""
    sessions.close_session()
    flash(wording.SIGNED_OUT)
    return go_to(url_for("accounts.sign_in"))
