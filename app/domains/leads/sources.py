"""The outside sources of prospects and places, made from the settings."""

from __future__ import annotations

from flask import current_app

from app.providers.contracts import LeadSource, PlaceFinder
from app.providers.openstreetmap.places import OpenStreetMapPlaces
from app.providers.openstreetmap.source import OpenStreetMapSource
from app.settings import Settings


def lead_source() -> LeadSource:
    """Return the source in use: OpenStreetMap, the one that needs no key."""
    settings = _settings()
    return OpenStreetMapSource(settings.overpass_url, settings.user_agent)


def place_finder() -> PlaceFinder:
    """Return what looks a municipality up by name."""
    settings = _settings()
    return OpenStreetMapPlaces(settings.overpass_url, settings.user_agent)


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings
