"""The installed application: its manifest, its service worker at the root, and the page shown without a network."""

from __future__ import annotations

from flask import Blueprint, Response, json, render_template
from flask.typing import ResponseReturnValue

from app.core import assets
from app.domains.dashboard import installation

blueprint = Blueprint("installing", __name__)


@blueprint.get("/manifest.webmanifest")
def manifest() -> ResponseReturnValue:
    """Show what a phone installs."""
    text = json.dumps(installation.manifest(assets.address), ensure_ascii=False)
    return Response(text, mimetype="application/manifest+json", headers={"Cache-Control": assets.FOR_A_DAY})


@blueprint.get("/service.js")
def service_worker() -> ResponseReturnValue:
    """Show the service worker: served from the root, since it may only govern what stands below its address."""
    page = render_template("installation/offline.html")
    script = installation.service_worker(assets.address, page)
    return Response(script, mimetype="text/javascript", headers={"Cache-Control": "no-cache"})


@blueprint.get(installation.OFFLINE)
def offline() -> ResponseReturnValue:
    """Show what is said without a network; it names nobody, since it is kept on the phone."""
    return render_template("installation/offline.html")
