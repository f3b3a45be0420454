"""The networks' clients, built from the settings."""

from __future__ import annotations

from flask import current_app, url_for

from app.domains.publishing.models import Connection
from app.domains.publishing.states import ConnectionState
from app.providers import registry
from app.providers.contracts import Authorizer, PostReader, Publisher
from app.settings import Settings

LINKEDIN = "linkedin"
# Asked only of partners: whoever has one may read back its own publications.
READING_SCOPES = frozenset({"r_member_social", "r_organization_social"})
FIGURES_SCOPES = READING_SCOPES | {"r_member_postAnalytics"}
WRITING_SCOPE = "w_member_social"


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings


def is_offered() -> bool:
    """Tell whether the operator has registered an application with LinkedIn."""
    return bool(_settings().linkedin_client_id and _settings().linkedin_client_secret)


def authorizer() -> Authorizer:
    """Return what opens connections."""
    settings = _settings()
    found: Authorizer = registry.load(
        LINKEDIN,
        Authorizer,
        auth_url=settings.linkedin_auth_url,
        api_url=settings.linkedin_api_url,
        client_id=settings.linkedin_client_id,
        client_secret=settings.linkedin_client_secret,
        user_agent=settings.user_agent,
    )
    return found


def publisher() -> Publisher:
    """Return what publishes."""
    found: Publisher = registry.load(LINKEDIN, Publisher, **_versioned())
    return found


def reader() -> PostReader:
    """Return what reads back."""
    found: PostReader = registry.load(LINKEDIN, PostReader, **_versioned())
    return found


def _versioned() -> dict[str, str]:
    settings = _settings()
    return {
        "api_url": settings.linkedin_api_url,
        "version": settings.linkedin_version,
        "user_agent": settings.user_agent,
    }


def public_url(urn: str) -> str:
    """Return the page of a publication, on the site where its owner signs in."""
    return f"{_settings().linkedin_auth_url}/feed/update/{urn}/"


def may_read_back(connection: Connection) -> bool:
    """Tell whether a connection lets us read its own publications."""
    return connection.state == ConnectionState.ACTIVE and bool(READING_SCOPES & set(connection.scopes))


def redirect_uri() -> str:
    """Return the address LinkedIn sends the person back to, as registered there."""
    return _settings().public_url + url_for("publishing.finish_connection")
