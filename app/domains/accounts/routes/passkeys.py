"""Passkeys: made, named, removed; and signed in with. The browser's part is static/js/passkey.js."""

from __future__ import annotations

from flask import Response, abort, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core import clock
from app.core.access import proved, signed_in
from app.core.forms import stripped
from app.core.limits import limiter
from app.domains.accounts import challenges, devices, passkeys, sessions, wording
from app.domains.accounts.forms import SignInForm
from app.domains.accounts.routes.signing import blueprint
from app.domains.accounts.services import AccountError

CHALLENGE = "challenge"


@blueprint.post("/connexion/cle-d-acces/demande")
@limiter.limit(sessions.sign_in_limit)
def ask_passkey() -> ResponseReturnValue:
    """Give a browser what it is to sign; it names nobody."""
    return _asked(passkeys.ask_known()) if passkeys.is_offered() else abort(404)


@blueprint.post("/connexion/cle-d-acces")
@limiter.limit(sessions.sign_in_limit)
def create_passkey_session() -> ResponseReturnValue:
    """Sign in with what it signed: a passkey is both steps at once."""
    user = passkeys.owner_of(request.form.get("credential", ""), _challenge())
    if user is None:
        form = SignInForm(formdata=None)
        form.form_errors.append(wording.PASSKEY_REFUSED)
        return render_template("accounts/sign_in.html", form=form), 422
    sessions.open_session(user)
    return sessions.go_on()


@blueprint.post("/confirmation/cle-d-acces")
@signed_in
@limiter.limit(sessions.sign_in_limit)
def confirm_by_passkey() -> ResponseReturnValue:
    """Remember for ten minutes that it is she, and go on."""
    user, device = passkeys.owner_of(request.form.get("credential", ""), _challenge()), sessions.present_device()
    if user is None or device is None or user.id != current_user.id:
        flash(wording.PASSKEY_REFUSED, "bad")
        return redirect(url_for("accounts.confirm", suite=request.args.get("suite") or None), code=303)
    devices.prove(device)
    return sessions.go_on()


@blueprint.get("/securite/cles-d-acces")
@signed_in
@proved
def list_passkeys() -> ResponseReturnValue:
    """Show a person's passkeys."""
    shown = {"passkeys": passkeys.passkeys_of(current_user.id), "offered": passkeys.is_offered()}
    return render_template("accounts/passkeys.html", **shown)


@blueprint.post("/securite/cles-d-acces/demande")
@signed_in
@proved
def ask_new_passkey() -> ResponseReturnValue:
    """Give a browser what it is to make a passkey from."""
    return _asked(passkeys.ask_new(current_user)) if passkeys.is_offered() else abort(404)


@blueprint.post("/securite/cles-d-acces")
@signed_in
@proved
def create_passkey() -> ResponseReturnValue:
    """Keep what it made."""
    name = stripped(request.form.get("name", ""))
    try:
        passkeys.add(current_user, request.form.get("credential", ""), _challenge(), name)
        flash(wording.PASSKEY_ADDED, "good")
    except AccountError as error:
        flash(str(error), "bad")
    return redirect(url_for("accounts.list_passkeys"), code=303)


@blueprint.post("/securite/cles-d-acces/<int:passkey_id>")
@signed_in
@proved
def update_passkey(passkey_id: int) -> ResponseReturnValue:
    """Call it otherwise."""
    passkey = passkeys.passkey_of(current_user.id, passkey_id) or abort(404)
    passkeys.rename(passkey, stripped(request.form.get("name", "")))
    return redirect(url_for("accounts.list_passkeys"), code=303)


@blueprint.delete("/securite/cles-d-acces/<int:passkey_id>")
@signed_in
@proved
def delete_passkey(passkey_id: int) -> ResponseReturnValue:
    """Let it in no more."""
    passkey = passkeys.passkey_of(current_user.id, passkey_id) or abort(404)
    passkeys.remove(current_user, passkey)
    flash(wording.PASSKEY_REMOVED)
    return redirect(url_for("accounts.list_passkeys"), code=303)


def _asked(asked: tuple[str, str]) -> Response:
    options, challenge = asked
    session[CHALLENGE] = [challenge, int(clock.now().timestamp())]
    return Response(options, mimetype="application/json")


def _challenge() -> str:
    """Return the challenge this browser was given, once, for five minutes."""
    challenge, since = session.pop(CHALLENGE, ("", 0))
    return str(challenge) if clock.now().timestamp() - since <= challenges.LIFE.total_seconds() else ""
