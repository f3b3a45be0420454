"""Jobs of privacy."""

from __future__ import annotations

from app.core import retention
from app.domains.privacy import requests


def remind() -> None:
    """Remind officers of the requests that wait."""
    requests.remind()


def purge() -> None:
    """Delete what is past its time."""
    retention.note({"privacy_requests": requests.forget_old()})
