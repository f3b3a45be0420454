"""What the product stands on is what it says it stands on, under licences that let it."""

from __future__ import annotations

from tests import audit


def test_every_package_is_installed_as_pinned() -> None:
    assert list(audit.unpinned()) == []


def test_every_licence_lets_a_service_run_on_it() -> None:
    assert len(audit.closure()) > 50
    assert list(audit.unfit()) == []
