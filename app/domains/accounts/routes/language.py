"""The language of the pages and the mails."""

from __future__ import annotations

from flask import flash, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core import i18n
from app.core.access import signed_in
from app.core.htmx import go_to
from app.domains.accounts import services, wording
from app.domains.accounts.routes.signing import blueprint


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
