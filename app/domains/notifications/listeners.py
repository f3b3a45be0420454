"""What people are told of."""

from __future__ import annotations

from app.core import events


def register() -> None:
    """Listen for what deserves a mail."""
    events.on("leads.ready", "app.domains.notifications.jobs.announce_leads")
