"""The outside sources of prospects and places, made from the settings."""

from __future__ import annotations

from typing import Any

from flask import current_app

from app.providers import registry
from app.providers.contracts import LeadRefresher, LeadSource, PlaceFinder
from app.settings import Settings

# The one source that needs no key.
DEFAULT = "openstreetmap"
GOOGLE = "google_places"


def lead_sources() -> list[LeadSource]:
    """Return the sources of prospects in use, those whose facts may be kept first."""
    names = [DEFAULT, *([GOOGLE] if _settings().google_places_api_key else [])]
    return [registry.load(name, LeadSource, **_options(name)) for name in names]


def place_finder() -> PlaceFinder:
    """Return what looks a municipality up by name."""
    finder: PlaceFinder = registry.load(DEFAULT, PlaceFinder, **_options(DEFAULT))
    return finder


def refresher(source: str) -> LeadRefresher | None:
    """Return what fetches a source's facts again, to be shown; None where it cannot, or has no key."""
    if source != GOOGLE or not _settings().google_places_api_key:
        return None
    found: LeadRefresher = registry.load(GOOGLE, LeadRefresher, **_options(GOOGLE))
    return found


def _options(name: str) -> dict[str, Any]:
    settings = _settings()
    if name == GOOGLE:
        return {"url": settings.google_places_url, "api_key": settings.google_places_api_key,
                "user_agent": settings.user_agent}  # fmt: skip
    return {"urls": settings.overpass_url, "user_agent": settings.user_agent}


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings
