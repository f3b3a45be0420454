"""A new password, proved by the present one."""

from __future__ import annotations

from flask import flash, g, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import signed_in
from app.core.htmx import go_to
from app.core.limits import limiter
from app.domains.accounts import services, sessions, wording
from app.domains.accounts.forms import PasswordForm
from app.domains.accounts.routes.signing import blueprint


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
            services.change_password(current_user, form.present.data, form.new.data, *_known())
            return _changed(form.revoke_tokens.data)
        except services.AccountError as error:
            form[error.field].errors = [str(error)]
    return render_template("accounts/password.html", form=form), 422


def _changed(revokes_tokens: bool) -> ResponseReturnValue:
    if revokes_tokens:
        services.revoke_tokens(current_user)
    sessions.reopen(current_user)
    flash(wording.PASSWORD_CHANGED, "good")
    return go_to(url_for("publishing.profile"))


def _known() -> list[str]:
    return [g.workspace.name] if "workspace" in g else []
