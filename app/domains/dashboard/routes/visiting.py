"""The public demonstration: a look around without an account; what would change it is refused (workspaces.presence)."""

from __future__ import annotations

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue

from app.core.htmx import go_to
from app.core.limits import limiter
from app.domains.accounts import sessions
from app.domains.dashboard import seeding

blueprint = Blueprint("visiting", __name__)


@blueprint.post("/demonstration")
@limiter.limit("60 per 15 minutes")
def create_visit() -> ResponseReturnValue:
    """Let a stranger look around; who is at home already stays there."""
    if not sessions.is_at_home():
        sessions.open_visit(seeding.visitor() or abort(404))
    return go_to(url_for(sessions.HOME))
