"""What looks for the ways to reach a business, made from the settings."""

from __future__ import annotations

from flask import current_app

from app.providers import registry
from app.providers.contracts import EmailFinder
from app.settings import Settings

DIRECTORY, DOMAIN_SEARCH = "hunter", "domain_search"


def site_finder() -> EmailFinder:
    """Return what visits a business's own site."""
    settings: Settings = current_app.config["SETTINGS"]
    finder: EmailFinder = registry.load(
        "website", EmailFinder, user_agent=settings.user_agent, allow_private=settings.enrich_allow_private,
        pace_seconds=settings.enrich_pace_seconds,
    )  # fmt: skip
    return finder


def checks_mail_servers() -> bool:
    """Tell whether an address is kept only where its domain receives mail."""
    settings: Settings = current_app.config["SETTINGS"]
    return settings.enrich_check_mx


def directory_finder() -> EmailFinder | None:
    """Return what asks a directory of addresses, where the operator has a key for one."""
    settings: Settings = current_app.config["SETTINGS"]
    if not settings.hunter_api_key:
        return None
    finder: EmailFinder = registry.load(
        DIRECTORY, EmailFinder, url=settings.hunter_url, api_key=settings.hunter_api_key,
        user_agent=settings.user_agent,
    )  # fmt: skip
    return finder
