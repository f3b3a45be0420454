"""Doors of workspaces: sign-up, public pages, the logo; spaces, members, invitations, what was done."""

from __future__ import annotations

from app.domains.workspaces.routes import activity, invitations, logo, members, ownership, pages, spaces
from app.domains.workspaces.routes.pages import blueprint

blueprints = (blueprint, invitations.blueprint)
__all__ = ["activity", "blueprints", "logo", "members", "ownership", "pages", "spaces"]
