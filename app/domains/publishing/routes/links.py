"""Short links: the page of a publication's, their pictures, and the one address anyone may follow."""

from __future__ import annotations

import io

import segno
from flask import Response, abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlalchemy.exc import SQLAlchemyError

from app.core import logs
from app.core.access import requires
from app.core.db import allow_writes
from app.core.errors import Conflict
from app.core.limits import limiter
from app.domains.contents.models import Content
from app.domains.publishing import link_words, links, services
from app.domains.publishing.routes.base import blueprint, load, origin

TYPES = {"svg": "image/svg+xml", "png": "image/png"}

log = logs.get("links")
blueprint.app_template_global("short_address")(links.address)


def _page(content: Content, status: int = 200, **more: object) -> ResponseReturnValue:
    shown = {"content": content, "rows": links.of_content(content.id), "target": "", "errors": (), **more}
    return render_template("publishing/links.html", **shown), status


@blueprint.get("/contenus/<int:content_id>/liens")
@requires("content.write")
def show_links(content_id: int) -> ResponseReturnValue:
    """Show a publication's short links."""
    return _page(load(content_id))


@blueprint.post("/contenus/<int:content_id>/liens")
@requires("content.write")
@limiter.limit("60 per hour")
def create_link(content_id: int) -> ResponseReturnValue:
    """Make a short link to an address."""
    content, target = load(content_id), request.form.get("adresse", "")
    try:
        services.add_link(content, target, demo=g.workspace.is_demo)
    except links.TargetRefused:
        return _page(content, 422, target=target, errors=[link_words.TARGET_REFUSED])
    except Conflict as refusal:
        return _page(content, 409, target=target, errors=[refusal.message])
    flash(link_words.LINK_MADE, "good")
    return redirect(url_for("publishing.show_links", content_id=content_id), code=303)


@blueprint.post("/contenus/<int:content_id>/liens/<int:link_id>/texte")
@requires("content.write")
def put_link(content_id: int, link_id: int) -> ResponseReturnValue:
    """Write a short link at the end of the text."""
    content = load(content_id)
    link = links.link(content_id, link_id) or abort(404)
    try:
        services.put_in_text(content, link, current_user.id, origin())
    except Conflict as refusal:
        return _page(load(content_id), 409, refusal=refusal.message)
    flash(link_words.LINK_PUT, "good")
    return redirect(url_for("publishing.edit_content", content_id=content_id), code=303)


@blueprint.get("/contenus/<int:content_id>/liens/<int:link_id>/code.<any(svg, png):kind>")
@requires("content.write")
def show_code(content_id: int, link_id: int, kind: str) -> ResponseReturnValue:
    """Give a short link as a picture to print."""
    load(content_id)
    link, picture = links.link(content_id, link_id) or abort(404), io.BytesIO()
    # Level Q still reads with a quarter of the drawing hidden: menus get stains.
    segno.make_qr(links.address(link), error="q").save(picture, kind=kind, scale=12, border=4, light="#ffffff")
    answer = Response(picture.getvalue(), mimetype=TYPES[kind])
    answer.headers["Content-Disposition"] = f'attachment; filename="code-{link.code}.{kind}"'
    return answer


@blueprint.get("/l/<code>")
def follow(code: str) -> ResponseReturnValue:
    """Lead to the target of a code; a person is counted, and nothing is kept of who it was."""
    link = links.by_code(code) or abort(404)
    target = link.target
    if links.is_person(request.method, dict(request.headers)):
        _count(link.id)
    answer = redirect(target, code=302)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _count(link_id: int) -> None:
    try:
        allow_writes()
        services.count_visit(link_id)
    except SQLAlchemyError as error:
        # A reader gets where she wanted to go, counted or not; the next session statement begins afresh.
        log.warning("visit not counted", link_id=link_id, error=type(error).__name__)
        services.forget_visit()
