"""Doors of campaigns: the wizard, the list, the page, its gestures, and the page of a prospect."""

from __future__ import annotations

from app.domains.campaigns.routes import gestures, joinings, pages, prospects, results, wizard
from app.domains.campaigns.routes.base import blueprint

blueprints = (blueprint,)
__all__ = ["blueprints", "gestures", "joinings", "pages", "prospects", "results", "wizard"]
