"""Doors of publishing: the gallery, the thumb, the connection, the profile."""

from __future__ import annotations

from app.domains.publishing.routes import (
    connections,
    decisions,
    edits,
    gallery,
    journal,
    own,
    plans,
    profile,
    rewritings,
    versions,
)
from app.domains.publishing.routes.base import blueprint

blueprints = (blueprint,)
__all__ = [
    "blueprints",
    "connections",
    "decisions",
    "edits",
    "gallery",
    "journal",
    "own",
    "plans",
    "profile",
    "rewritings",
    "versions",
]
