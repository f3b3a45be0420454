"""Doors of workspaces: sign-up, public pages, the logo."""

from __future__ import annotations

from app.domains.workspaces.routes import logo, pages
from app.domains.workspaces.routes.pages import blueprint

blueprints = (blueprint,)
__all__ = ["blueprints", "logo", "pages"]
