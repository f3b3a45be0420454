"""Who a program acts for: its token, the workspace it opens, and how often it may ask."""

from __future__ import annotations

from flask import current_app, g, request

from app.core.db import db
from app.core.limits import limiter
from app.domains.accounts.models import User
from app.domains.tokens import services
from app.domains.tokens.scopes import Scope, holds
from app.domains.workspaces.permissions import permissions_of
from app.domains.workspaces.services import membership_of

IMAGES = "/images/"


def enter() -> bool:
    """Enter the workspace of the request's token; False without a living one."""
    given = request.authorization
    # A member who left keeps no door: the membership is asked each time.
    token = services.present(given.token) if given and given.type == "bearer" and given.token else None
    membership = membership_of(token.user_id, token.workspace_id) if token else None
    if token is None or membership is None:
        return False
    services.note_use(token)
    g.user_id, g.token_id, g.scopes = token.user_id, token.id, token.scopes
    g.workspace, g.workspace_id = membership.workspace, membership.workspace_id
    g.permissions = permissions_of(membership.role, membership.workspace.approval_rule)
    return True


def enter_for_pictures() -> None:
    """Let a program open the picture of a publication with its token."""
    if request.path.startswith(IMAGES) and request.authorization and enter():
        g._login_user = db.session.get(User, g.user_id) if holds(g.scopes, Scope.READ) else None


def _limit() -> str:
    return f"{current_app.config['SETTINGS'].api_requests_per_minute} per minute"


@limiter.limit(_limit, key_func=lambda: f"token:{g.token_id}")
def count() -> None:
    """Count this request on its token; raises 429 past the limit."""
