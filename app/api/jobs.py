"""The jobs of the API."""

from __future__ import annotations

from app.api import forgetting


def purge() -> None:
    """Delete the answers past their day."""
    forgetting.drop_past()
