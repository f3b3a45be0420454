"""The address of a person: verified, changed. Links of letters only show; a form that a person sends acts."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import proved, signed_in
from app.core.limits import limiter
from app.domains.accounts import addresses, links, sessions, wording
from app.domains.accounts.forms import EmailForm
from app.domains.accounts.links import Purpose
from app.domains.accounts.models import AccountLink
from app.domains.accounts.routes.signing import blueprint
from app.domains.accounts.services import AccountError

PROOFS = (Purpose.VERIFY, Purpose.CHANGE)
LETTERS_AT_MOST, OPENED_AT_MOST = "10 per hour", "60 per minute"


@blueprint.post("/profil/courriel/verification")
@signed_in
@limiter.limit(LETTERS_AT_MOST)
def create_verification() -> ResponseReturnValue:
    """Write to her once more."""
    addresses.ask_verification(current_user)
    flash(wording.letter_sent(current_user.email))
    return redirect(url_for(sessions.HOME), code=303)


@blueprint.get("/profil/courriel")
@signed_in
@proved
def edit_email() -> ResponseReturnValue:
    """Ask for another address."""
    return render_template("accounts/email.html", form=EmailForm())


@blueprint.post("/profil/courriel")
@signed_in
@proved
@limiter.limit(LETTERS_AT_MOST)
def update_email() -> ResponseReturnValue:
    """Write to the new one: it becomes hers when she opens that letter."""
    form = EmailForm()
    if form.validate():
        try:
            addresses.ask_change(current_user, form.email.data)
            flash(wording.letter_sent(form.email.data))
            return redirect(url_for("accounts.edit_email"), code=303)
        except AccountError as error:
            form.email.errors = [str(error)]
    return render_template("accounts/email.html", form=form), 422


@blueprint.get("/courriel/<token>")
@limiter.limit(OPENED_AT_MOST)
def show_letter(token: str) -> ResponseReturnValue:
    """Ask whoever reads the mailbox to say so; changes nothing, however often."""
    link = links.find(token, *PROOFS) or abort(404)
    return _letter(link, "" if links.is_open(link) else wording.LINK_DEAD)


@blueprint.post("/courriel/<token>")
@limiter.limit(OPENED_AT_MOST)
def confirm_email(token: str) -> ResponseReturnValue:
    """The address is hers."""
    link = links.find(token, *PROOFS) or abort(404)
    try:
        addresses.confirm(link)
    except AccountError as error:
        return _letter(link, str(error))
    flash(wording.EMAIL_CONFIRMED if link.purpose == Purpose.VERIFY else wording.EMAIL_CHANGED, "good")
    return redirect(url_for(sessions.HOME if sessions.is_at_home() else "accounts.sign_in"), code=303)


def _letter(link: AccountLink, refusal: str) -> ResponseReturnValue:
    return render_template("accounts/letter.html", link=link, refusal=refusal), 410 if refusal else 200
