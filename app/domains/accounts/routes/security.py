"""What keeps an account safe, on one page; and the devices it is open on."""

from __future__ import annotations

from flask import abort, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core.access import signed_in
from app.core.i18n import ngettext, number
from app.domains.accounts import devices, overview, sessions, wording
from app.domains.accounts.models import Device
from app.domains.accounts.routes.signing import blueprint


@blueprint.get("/securite")
@signed_in
def security() -> ResponseReturnValue:
    """Show where the account stands, and what to do next."""
    counts = overview.counts_of(current_user)
    shown = {"glance": overview.glance(current_user, counts), "rows": overview.lines(current_user, counts)}
    return render_template("accounts/security.html", **shown)


@blueprint.get("/securite/appareils")
@signed_in
def list_devices() -> ResponseReturnValue:
    """Show where the account is open."""
    shown = {"devices": _shown(), "present": sessions.present_device(), "device_name": wording.device_name}
    return render_template("accounts/devices.html", **shown)


@blueprint.delete("/securite/appareils/<int:device_id>")
@signed_in
def delete_device(device_id: int) -> ResponseReturnValue:
    """Sign one of them out."""
    device = devices.device_of(current_user.id, device_id) or abort(404)
    devices.sign_out(current_user, device)
    flash(wording.device_closed(device), "good")
    return redirect(url_for("accounts.list_devices"), code=303)


@blueprint.delete("/securite/appareils")
@signed_in
def delete_devices() -> ResponseReturnValue:
    """Sign out every other one."""
    count = devices.close_others(current_user, sessions.present_device())
    flash(ngettext("%(num)s appareil déconnecté.", "%(num)s appareils déconnectés.", count, num=number(count)), "good")
    return redirect(url_for("accounts.list_devices"), code=303)


def _shown() -> list[Device]:
    """Return the devices a page may show; those of the account everybody knows the password of are strangers'."""
    present = sessions.present_device()
    if present is None or ("workspace" in g and g.workspace.is_demo):
        return [present] if present else []
    return list(devices.devices_of(current_user.id))
