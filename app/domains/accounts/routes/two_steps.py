"""Sign-in in two steps: switched on with a phone, asked for at the door, switched off."""

from __future__ import annotations

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import proved, signed_in
from app.core.limits import limiter
from app.domains.accounts import sessions, two_steps, wording
from app.domains.accounts.forms import CodeForm
from app.domains.accounts.routes.signing import blueprint
from app.domains.accounts.services import AccountError


@blueprint.get("/connexion/code")
def ask_code() -> ResponseReturnValue:
    """Ask for the code, once the password was right."""
    if sessions.half_in() is None:
        return sessions.start_again()
    return render_template("accounts/code.html", form=CodeForm())


@blueprint.post("/connexion/code")
@limiter.limit(sessions.sign_in_limit)
def create_code_session() -> ResponseReturnValue:
    """Sign in."""
    form, user = CodeForm(), sessions.half_in()
    if user is None:
        return sessions.start_again()
    if not form.validate() or not two_steps.check(user, form.code.data):
        form.code.errors = [wording.CODE_WRONG]
        return render_template("accounts/code.html", form=form), 422
    sessions.open_session(user)
    return sessions.go_on()


@blueprint.get("/securite/deux-etapes")
@signed_in
@proved
def edit_two_steps() -> ResponseReturnValue:
    """Show whether codes are asked for, or the picture a phone is to read."""
    return _page(CodeForm())


@blueprint.post("/securite/deux-etapes")
@signed_in
@proved
def begin_two_steps() -> ResponseReturnValue:
    """Draw the picture."""
    two_steps.begin(current_user)
    return redirect(url_for("accounts.edit_two_steps"), code=303)


@blueprint.get("/securite/deux-etapes/image.svg")
@signed_in
@proved
def two_steps_picture() -> ResponseReturnValue:
    """Give the picture, until it has been read."""
    row = two_steps.of(current_user.id)
    if row is None or row.confirmed_at is not None:
        abort(404)
    return Response(two_steps.picture_of(row, current_user), mimetype="image/svg+xml")


@blueprint.post("/securite/deux-etapes/activation")
@signed_in
@proved
@limiter.limit(sessions.sign_in_limit)
def create_two_steps() -> ResponseReturnValue:
    """Switch it on, and show the backup codes, once."""
    form = CodeForm()
    if form.validate() and not two_steps.is_on(current_user.id):
        try:
            return render_template("accounts/codes.html", codes=two_steps.confirm(current_user, form.code.data))
        except AccountError as error:
            form.code.errors = [str(error)]
    return _page(form, 422)


@blueprint.delete("/securite/deux-etapes")
@signed_in
@proved
def delete_two_steps() -> ResponseReturnValue:
    """Switch it off."""
    two_steps.turn_off(current_user)
    flash(wording.TWO_STEPS_OFF)
    return redirect(url_for("accounts.security"), code=303)


@blueprint.post("/securite/deux-etapes/codes")
@signed_in
@proved
def create_codes() -> ResponseReturnValue:
    """Draw other backup codes, and show them, once."""
    if not two_steps.is_on(current_user.id):
        abort(404)
    return render_template("accounts/codes.html", codes=two_steps.renew_codes(current_user))


@blueprint.post("/securite/deux-etapes/codes.txt")
@signed_in
@proved
def download_codes() -> ResponseReturnValue:
    """Give the codes the page at hand shows as a file; they are kept nowhere."""
    codes = request.form.getlist("code")
    if not two_steps.are_codes_of(current_user, codes):
        abort(404)
    headers = {"Content-Disposition": 'attachment; filename="astrogrowth-codes.txt"'}
    return Response("\r\n".join([str(wording.CODES_TITLE), "", *codes, ""]), mimetype="text/plain", headers=headers)


def _page(form: CodeForm, status: int = 200) -> ResponseReturnValue:
    row = two_steps.of(current_user.id)
    shown = {"row": row, "secret": "", "left": two_steps.codes_left(current_user.id)}
    if row is not None and row.confirmed_at is None:
        shown["secret"] = two_steps.secret_of(row)
    return render_template("accounts/two_steps.html", form=form, **shown), status
