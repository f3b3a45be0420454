"""Who can do what outside."""

from __future__ import annotations

import pytest

from app.providers import registry
from app.providers.contracts import PlaceFinder, Publisher, TextWriter
from app.providers.linkedin.publisher import LinkedInPublisher


def test_a_provider_is_asked_what_it_can_do_by_protocol_or_by_name() -> None:
    assert registry.can("linkedin", Publisher)
    assert registry.can("gemini", "TextWriter")
    assert not registry.can("linkedin", TextWriter)
    assert not registry.can("openstreetmap", Publisher)
    assert not registry.can("personne", PlaceFinder)


def test_what_it_can_do_is_built_with_its_options() -> None:
    made = registry.load("linkedin", Publisher, api_url="http://127.0.0.1", version="202609", user_agent="AstroGrowth")
    assert isinstance(made._target, LinkedInPublisher)


def test_what_nobody_can_do_is_said() -> None:
    with pytest.raises(LookupError):
        registry.load("linkedin", "TextWriter")


def test_every_provider_has_a_name_people_read() -> None:
    assert all(provider.label for provider in registry.PROVIDERS.values())
