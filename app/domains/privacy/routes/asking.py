"""The form anybody may send about her own information, and the link that confirms it. No session is needed."""

from __future__ import annotations

from flask import abort, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core import security
from app.core.limits import limiter
from app.domains.privacy import requests
from app.domains.privacy.forms import RequestForm
from app.domains.privacy.routes.public import blueprint, load
from app.domains.privacy.states import ANSWER_WITHIN


@blueprint.get("/confidentialite/<code>/demande")
def new_request(code: str) -> ResponseReturnValue:
    """Ask what the person wants."""
    return render_template("privacy/asking.html", workspace=load(code), form=RequestForm())


@blueprint.post("/confidentialite/<code>/demande")
@limiter.limit("5 per 15 minutes")
def create_request(code: str) -> ResponseReturnValue:
    """Note it; the answer is the same whoever she is."""
    workspace, form = load(code), RequestForm()
    if not form.validate():
        return render_template("privacy/asking.html", workspace=workspace, form=form), 422
    if not form.website.data:
        requests.receive(workspace, **form.values())
    return redirect(url_for("policy.request_sent", code=code), code=303)


@blueprint.get("/confidentialite/<code>/demande/envoyee")
def request_sent(code: str) -> ResponseReturnValue:
    """Say what happens next."""
    return render_template("privacy/sent.html", workspace=load(code))


@blueprint.get("/confidentialite/demande/<token>")
@limiter.limit("120 per minute")
def show_request(token: str) -> ResponseReturnValue:
    """Show the button that confirms a request; reading changes nothing."""
    return _private(
        render_template(
            "privacy/confirming.html", request_row=requests.of_token(token) or abort(404), within=ANSWER_WITHIN
        )
    )


@blueprint.post("/confidentialite/demande/<token>")
@limiter.limit("30 per minute")
def confirm_request(token: str) -> ResponseReturnValue:
    """Confirm it, once."""
    requests.confirm(requests.of_token(token) or abort(404))
    return redirect(url_for("policy.show_request", token=token), code=303)


def _private(page: str) -> ResponseReturnValue:
    return security.private(make_response(page), has_form=True)
