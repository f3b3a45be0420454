"""Doors of publishing: the gallery, the thumb, the connection, the profile."""

from __future__ import annotations

from app.domains.publishing.routes import (
    bulk,
    calendar_feed,
    choices,
    connections,
    decisions,
    edits,
    everywhere,
    fixes,
    gallery,
    journal,
    links,
    moves,
    own,
    photos,
    plans,
    profile,
    public_pictures,
    queue,
    results,
    rewritings,
    studio,
    versions,
)
from app.domains.publishing.routes.base import blueprint

blueprints = (blueprint, everywhere.blueprint)
__all__ = [
    "blueprints",
    "bulk",
    "calendar_feed",
    "choices",
    "connections",
    "decisions",
    "edits",
    "everywhere",
    "fixes",
    "gallery",
    "journal",
    "links",
    "moves",
    "own",
    "photos",
    "plans",
    "profile",
    "public_pictures",
    "queue",
    "results",
    "rewritings",
    "studio",
    "versions",
]
