"""The outside sources of prospects and places, made from the settings."""

from __future__ import annotations

from typing import Any

from flask import current_app

from app.providers import registry
from app.providers.contracts import LeadSource, PlaceFinder
from app.settings import Settings

# The one source that needs no key.
DEFAULT = "openstreetmap"


def lead_source() -> LeadSource:
    """Return the source of prospects in use."""
    source: LeadSource = registry.load(DEFAULT, LeadSource, **_options())
    return source


def place_finder() -> PlaceFinder:
    """Return what looks a municipality up by name."""
    finder: PlaceFinder = registry.load(DEFAULT, PlaceFinder, **_options())
    return finder


def _options() -> dict[str, Any]:
    settings: Settings = current_app.config["SETTINGS"]
    return {"urls": settings.overpass_url, "user_agent": settings.user_agent}
