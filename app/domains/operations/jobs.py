"""The operator's periodic jobs."""

from __future__ import annotations

from app.domains.operations import alarms


def look() -> None:
    """Tell the operator what has been unwell for a while."""
    alarms.look()
