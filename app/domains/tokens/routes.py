"""The page of tokens."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core import clock, once
from app.core.access import proved, requires, workspace_id
from app.domains.tokens import services, wording
from app.domains.tokens.forms import TokenForm

blueprint = Blueprint("tokens", __name__)
blueprints = (blueprint,)


@blueprint.get("/profil/jetons")
@requires("token.manage")
@proved
def index() -> ResponseReturnValue:
    """Show the tokens, and the new one once."""
    return _page(TokenForm(scopes=["read"]))


@blueprint.post("/profil/jetons")
@requires("token.manage")
@proved
def create() -> ResponseReturnValue:
    """Add one."""
    form = TokenForm()
    if not form.validate():
        return _page(form), 422
    wish = services.Wish(form.name.data, form.scopes.data, form.life())
    once.keep("token", services.open_token(current_user, workspace_id(), wish))
    return redirect(url_for("tokens.index"), code=303)


@blueprint.delete("/profil/jetons/<int:token_id>")
@requires("token.manage")
def delete(token_id: int) -> ResponseReturnValue:
    """Revoke one."""
    services.revoke(services.one(workspace_id(), token_id) or abort(404))
    flash(wording.REVOKED, "good")
    return redirect(url_for("tokens.index"), code=303)


def _page(form: TokenForm) -> str:
    tokens = services.of_workspace(workspace_id())
    shown = {"tokens": tokens, "token": once.take("token"), "now": clock.now()}
    return render_template("tokens/index.html", form=form, words=wording, **shown)
