"""« Confirmez que c’est vous »: asked before what would give an account away (core.access.proved)."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import signed_in
from app.core.limits import limiter
from app.domains.accounts import devices, services, sessions, wording
from app.domains.accounts.forms import ConfirmForm
from app.domains.accounts.routes.signing import blueprint


@blueprint.get("/confirmation")
@signed_in
def confirm() -> ResponseReturnValue:
    """Ask for the password."""
    return render_template("accounts/confirm.html", form=ConfirmForm())


@blueprint.post("/confirmation")
@signed_in
@limiter.limit(sessions.sign_in_limit)
def create_confirmation() -> ResponseReturnValue:
    """Remember for ten minutes that it is she, and go on."""
    form, device = ConfirmForm(), sessions.present_device()
    if device is None or not form.validate() or not services.sign_in(current_user.email, form.password.data):
        form.password.errors = [wording.PASSWORD_WRONG]
        return render_template("accounts/confirm.html", form=form), 422
    devices.prove(device)
    return sessions.go_on()
