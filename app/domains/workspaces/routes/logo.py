"""The workspace's logo. The rest of the profile is publishing's page, since it shows the connection."""

from __future__ import annotations

from flask import Response, abort, flash, g, redirect, render_template, request
from flask.typing import ResponseReturnValue

from app.core.access import requires
from app.core.storage import StorageError
from app.domains.workspaces import logos, wording
from app.domains.workspaces.routes.pages import blueprint

PROFILE = "/profil#couleurs"


def _page(error: str = "", status: int = 200) -> ResponseReturnValue:
    return render_template("workspaces/logo.html", workspace=g.workspace, errors=[error] if error else []), status


@blueprint.get("/profil/logo")
@requires("profile.write")
def edit_logo() -> ResponseReturnValue:
    """Ask for a picture."""
    return _page()


@blueprint.post("/profil/logo")
@requires("profile.write")
def update_logo() -> ResponseReturnValue:
    """Keep it."""
    upload = request.files.get("logo")
    if not upload:
        return _page(wording.LOGO_NEEDED, 422)
    try:
        logos.keep_logo(g.workspace, upload.read())
    except logos.LogoRefused as refusal:
        return _page(str(refusal), 422)
    except StorageError:
        return _page(wording.LOGO_NOT_KEPT, 503)
    flash(wording.LOGO_KEPT, "good")
    return redirect(PROFILE, code=303)


@blueprint.delete("/profil/logo")
@requires("profile.write")
def delete_logo() -> ResponseReturnValue:
    """Show none."""
    logos.remove_logo(g.workspace)
    flash(wording.LOGO_REMOVED, "good")
    return redirect(PROFILE, code=303)


@blueprint.get("/profil/logo.png")
@requires("workspace.read")
def show_logo() -> ResponseReturnValue:
    """Give the picture; its address in pages changes when it does."""
    try:
        found = logos.logo_of(g.workspace) or abort(404)
    except StorageError:
        abort(503)
    headers = {"Cache-Control": "private, max-age=31536000, immutable"}
    return Response(found.content, mimetype=found.media_type, headers=headers)
