"""A forgotten password: the same answer and the same work whoever is asked about."""

from __future__ import annotations

from typing import cast

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.limits import limiter
from app.domains.accounts import addresses, keys, links, sessions, wording
from app.domains.accounts.forms import EmailForm, NewPasswordForm
from app.domains.accounts.links import Purpose
from app.domains.accounts.models import AccountLink
from app.domains.accounts.routes.signing import blueprint
from app.domains.accounts.services import AccountError


@blueprint.get("/mot-de-passe-oublie")
def forgotten() -> ResponseReturnValue:
    """Ask for the address."""
    return render_template("accounts/forgotten.html", form=EmailForm())


@blueprint.post("/mot-de-passe-oublie")
@limiter.limit(sessions.sign_in_limit)
def create_reset() -> ResponseReturnValue:
    """Have a letter written if there is an account, and say no more than that."""
    form = EmailForm()
    if form.validate():
        try:
            addresses.ask_reset(form.email.data)
            return redirect(url_for("accounts.show_sent"), code=303)
        except AccountError as error:
            form.email.errors = [str(error)]
    return render_template("accounts/forgotten.html", form=form), 422


@blueprint.get("/mot-de-passe-oublie/envoye")
def show_sent() -> ResponseReturnValue:
    """Say where to look."""
    return render_template("accounts/forgotten_sent.html")


@blueprint.get("/nouveau-mot-de-passe/<token>")
@limiter.limit("60 per minute")
def edit_forgotten(token: str) -> ResponseReturnValue:
    """Ask for the new password; changes nothing, however often."""
    link = links.find(token, Purpose.RESET) or abort(404)
    return _page(link, NewPasswordForm(), 200) if links.is_open(link) else _dead()


@blueprint.post("/nouveau-mot-de-passe/<token>")
@limiter.limit(sessions.sign_in_limit)
def update_forgotten(token: str) -> ResponseReturnValue:
    """Keep it, end every session, and sign her in."""
    link, form = links.find(token, Purpose.RESET) or abort(404), NewPasswordForm()
    if not form.validate():
        return _page(link, form, 422)
    try:
        user = addresses.reset(link, form.new.data, revokes_keys=form.revoke_keys.data)
    except AccountError as error:
        return _refused(link, form, error)
    flash(wording.PASSWORD_CHANGED, "good")
    return sessions.enter(user)


def _refused(link: AccountLink, form: NewPasswordForm, error: AccountError) -> ResponseReturnValue:
    if error.field == "link":
        return _dead()
    form.new.errors = [str(error)]
    return _page(link, form, 422)


def _page(link: AccountLink, form: NewPasswordForm, status: int) -> ResponseReturnValue:
    shown = {"has_keys": keys.has_any(cast(int, link.user_id))}
    return render_template("accounts/new_password.html", link=link, form=form, **shown), status


def _dead() -> ResponseReturnValue:
    return render_template("accounts/link_dead.html"), 410
