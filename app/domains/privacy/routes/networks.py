"""The address Meta calls when a person removes us there and wants her data erased. Its signature is the proof."""

from __future__ import annotations

from flask import abort, current_app, request, url_for
from flask.typing import ResponseReturnValue

from app.core import clock
from app.core.forms import csrf
from app.core.limits import limiter
from app.domains.privacy import networks
from app.domains.privacy.routes.public import blueprint
from app.domains.publishing import network
from app.domains.publishing.networks import FACEBOOK
from app.providers.meta import signed

# A signed request, and the name of its field.
LARGEST = signed.LONGEST + 100
_STATUS = {"too_long": 413, "forged": 403}


@blueprint.post("/confidentialite/meta/suppression")
@csrf.exempt
@limiter.limit("60 per minute")
def forget_by_meta() -> ResponseReturnValue:
    """Erase what a person of Meta's gave us, and say where to follow it."""
    if not network.is_offered(FACEBOOK):
        abort(404)
    if (request.content_length or 0) > LARGEST:
        return {"error": "too_long"}, 413
    return _forgotten(request.form.get("signed_request", ""))


def _forgotten(told: str) -> ResponseReturnValue:
    settings = current_app.config["SETTINGS"]
    try:
        asked = signed.read(told, settings.meta_app_secret, clock.now())
    except signed.SignedRefused as refused:
        return {"error": refused.code}, _STATUS.get(refused.code, 400)
    row = networks.forget(asked.user_id, asked.proof)
    followed = settings.public_url + url_for("policy.show_certificate", code=row.code)
    return {"url": followed, "confirmation_code": row.code}
