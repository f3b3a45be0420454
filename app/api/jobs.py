"""The jobs of the API."""

from __future__ import annotations

from app.api import forgetting
from app.core import retention


def purge() -> None:
    """Delete the answers past their day."""
    retention.note({"api_requests": forgetting.drop_past()})
