"""Stopping a kind of mail without signing in: reading shows, a POST acts, and nothing redirects it (RFC 8058)."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, render_template, request
from flask.typing import ResponseReturnValue

from app.core import i18n, security
from app.core.forms import csrf
from app.core.limits import limiter
from app.domains.notifications import unsubscribing, wording

blueprint = Blueprint("unsubscriptions", __name__)
# The token is the proof, and mail readers know no form of ours.
csrf.exempt(blueprint)


blueprint.after_request(security.private)


@blueprint.get("/desabonnement/<token>")
@limiter.limit("120 per minute")
def show(token: str) -> ResponseReturnValue:
    """Show which mails the address stops; changes nothing."""
    found = unsubscribing.subscription(token)
    return _forged() if found is None else _page(found)


@blueprint.post("/desabonnement/<token>")
@limiter.limit("60 per minute")
def act(token: str) -> ResponseReturnValue:
    """Stop them at once, or have them come again."""
    found = unsubscribing.subscription(token)
    if found is None:
        return _forged()
    unsubscribing.set_mails(found, on=request.form.get("geste") == "reprendre")
    return _page(found, done=True)


def _page(found: unsubscribing.Subscription, *, done: bool = False) -> Response:
    i18n.speak_to_reader(found.language)
    name, when = wording.KINDS[found.kind]
    said = (wording.RESUMED, wording.RESUMED_SENTENCE) if found.is_on else (wording.STOPPED, wording.STOPPED_SENTENCE)
    shown = {"subscription": found, "name": name, "when": when, "said": said if done or not found.is_on else None}
    return make_response(render_template("notifications/unsubscription.html", **shown))


def _forged() -> Response:
    return make_response(render_template("notifications/unsubscription.html", subscription=None), 404)
