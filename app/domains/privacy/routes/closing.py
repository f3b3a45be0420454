"""Close a workspace, change one's mind, and the certificates anybody may check."""

from __future__ import annotations

from flask import abort, current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import proved, requires
from app.core.limits import limiter
from app.domains.privacy import certificates, closing, erasing_words
from app.domains.privacy.routes import public
from app.domains.privacy.routes.console import MANAGES, PDF, attached, blueprint


def _page(error: str = "", status: int = 200) -> ResponseReturnValue:
    row = closing.closing(g.workspace_id)
    return render_template(
        "privacy/closing.html", row=row, workspace=g.workspace, errors=[error] if error else []
    ), status


@blueprint.get("/fermeture")
@requires(MANAGES)
@proved
def confirm_closing() -> ResponseReturnValue:
    """Say what closing erases, or how long there is left to change one's mind."""
    return _page()


@blueprint.post("/fermeture")
@requires(MANAGES)
@proved
def create_closing() -> ResponseReturnValue:
    """Have the workspace erased in seven days."""
    if request.form.get("name", "").strip() != g.workspace.name.strip():
        return _page(erasing_words.NAME_WRONG, 422)
    closing.ask(g.workspace, current_user)
    flash(erasing_words.CLOSING)
    return redirect(url_for("privacy.confirm_closing"), code=303)


@blueprint.delete("/fermeture")
@requires(MANAGES)
def delete_closing() -> ResponseReturnValue:
    """Keep the workspace."""
    closing.cancel(g.workspace)
    flash(erasing_words.KEPT_OPEN, "good")
    return redirect(url_for("privacy.show"), code=303)


@public.blueprint.get("/confidentialite/attestation/<code>")
def show_certificate(code: str) -> ResponseReturnValue:
    """Show a certificate to whoever has its code."""
    row = certificates.by_code(code) or abort(404)
    shown = {"row": row, "is_whole": certificates.is_whole(row), "text": certificates.canonical(row.certificate)}
    return render_template("privacy/certificate.html", words=erasing_words, **shown)


@public.blueprint.get("/confidentialite/attestation/<code>/attestation.pdf")
@limiter.limit("30 per minute")
def print_certificate(code: str) -> ResponseReturnValue:
    """Give a certificate on paper."""
    row = certificates.by_code(code) or abort(404)
    return attached(certificates.paper(row, current_app.config["SETTINGS"].public_url), "attestation", PDF)
