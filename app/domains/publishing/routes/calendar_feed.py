"""The address one gives to one's own calendar, and what it reads there."""

from __future__ import annotations

from flask import Response, abort, current_app, flash, g, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.access import proved, requires
from app.core.limits import limiter
from app.domains.publishing import feed, queue_words
from app.domains.publishing.routes.base import blueprint

# Calendars ask once an hour at most; more is somebody trying addresses.
ASKED_AT_MOST = "30 per minute"


@blueprint.get("/a-venir/calendrier")
@requires("delivery.manage")
def show_calendar() -> ResponseReturnValue:
    """Tell what the calendar's address is for, and whether there is one."""
    return render_template("publishing/queue_calendar.html", has_one=bool(g.workspace.calendar_key), address="")


@blueprint.post("/a-venir/calendrier")
@requires("delivery.manage")
@proved
def create_calendar() -> ResponseReturnValue:
    """Make a new address and show it, this once."""
    root = current_app.config["SETTINGS"].public_url
    address = root + url_for("publishing.read_calendar", secret=feed.renew(g.workspace))
    answer = make_response(render_template("publishing/queue_calendar.html", has_one=True, address=address))
    answer.headers["Cache-Control"] = "no-store"
    return answer


@blueprint.delete("/a-venir/calendrier")
@requires("delivery.manage")
def delete_calendar() -> ResponseReturnValue:
    """Take the address away."""
    feed.withdraw(g.workspace)
    flash(queue_words.ADDRESS_GONE, "good")
    return redirect(url_for("publishing.show_calendar"), code=303)


@blueprint.get("/calendrier/<secret>.ics")
@limiter.limit(ASKED_AT_MOST)
def read_calendar(secret: str) -> ResponseReturnValue:
    """Give what is planned to whoever holds the address."""
    workspace = feed.workspace_of(secret) or abort(404)
    answer = Response(feed.written(workspace), mimetype="text/calendar")
    answer.headers |= {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
    answer.headers["Content-Disposition"] = "inline; filename=publications.ics"
    return answer
