"""The door of a link: reading shows, and only a form that a person sends acts. No session, no cookie."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core import i18n, security
from app.core.errors import Conflict
from app.core.forms import csrf
from app.core.limits import limiter
from app.core.storage import NotStored, StorageError
from app.domains.accounts.services import language_of
from app.domains.approvals import pages, services, wording
from app.domains.approvals.standing import Opened, Standing
from app.domains.contents import pictures

# Scanners open a link many times; a person decides a few times.
READ_AT_MOST, ACTED_AT_MOST = "240 per minute", "30 per minute"
GESTURES = {
    "approuver": lambda opened: services.approve(opened, _address()),
    "confirmer": lambda opened: services.approve(opened, _address(), confirm=True),
    "rejeter": lambda opened: services.reject(opened, _address()),
    "annuler": lambda opened: services.undo(opened, _address()),
}

blueprint = Blueprint("approvals", __name__)
blueprints = (blueprint,)
# The token is the proof: without a session there is nothing to forge.
csrf.exempt(blueprint)


blueprint.after_request(security.private)


@blueprint.get("/a/<token>")
@limiter.limit(READ_AT_MOST)
def show(token: str) -> ResponseReturnValue:
    """Show the publication, or what became of the link; changes nothing, however often."""
    opened = _opened(token)
    return _forged() if opened is None else _page(opened, token)


@blueprint.post("/a/<token>")
@limiter.limit(ACTED_AT_MOST)
def act(token: str) -> ResponseReturnValue:
    """Do what the person asks, once."""
    opened = _opened(token)
    if opened is None:
        return _forged()
    gesture = GESTURES.get(request.form.get("geste", ""))
    try:
        if gesture is None:
            return _page(opened, token, 422, refusal=wording.REFUSALS["no_gesture"])
        gesture(opened)
    except Conflict as refused:
        return _page(opened, token, 409, refusal=refused.message, confirmable=refused.code == "near_duplicate")
    return redirect(url_for("approvals.show", token=token), code=303)


@blueprint.post("/a/<token>/nouveau-lien")
@limiter.limit(ACTED_AT_MOST)
def ask_again(token: str) -> ResponseReturnValue:
    """Have a fresh link sent to whom this one was."""
    opened = _opened(token)
    if opened is None:
        return _forged()
    services.ask_again(opened)
    return redirect(url_for("approvals.show", token=token, envoye=1), code=303)


@blueprint.get("/a/<token>/image")
@limiter.limit(READ_AT_MOST)
def picture(token: str) -> ResponseReturnValue:
    """Give the picture of the very text the link is bound to."""
    opened = _opened(token)
    if opened is None or opened.standing != Standing.OPEN:
        abort(404)
    try:
        stored = pictures.picture_of(opened.content)
    except NotStored:
        abort(404)
    except StorageError:
        abort(503)
    return Response(stored.content, mimetype=stored.media_type)


def _opened(token: str) -> Opened | None:
    opened = services.open_link(token)
    if opened is not None:
        i18n.speak_to_reader(language_of(opened.link.user_id))
    return opened


def _page(opened: Opened, token: str, status: int = 200, **more: Any) -> Response:
    standing = opened.standing
    if standing == Standing.OPEN:
        return make_response(render_template("approvals/show.html", token=token, **pages.view(opened), **more), status)
    if standing == Standing.EXPIRED:
        status = 410
    shown = pages.closed_view(opened) | more | {"sent": wording.LINK_SENT if request.args.get("envoye") else ""}
    return make_response(render_template("approvals/closed.html", token=token, **shown), status)


def _forged() -> Response:
    title, sentence = wording.FORGED
    return make_response(render_template("approvals/forged.html", title=title, sentence=sentence), 404)


def _address() -> str:
    return request.remote_addr or ""
