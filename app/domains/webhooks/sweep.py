"""The messages' question for the sweep."""

from __future__ import annotations

from app.domains.webhooks.services.messages import MESSAGES


def ring_due_messages(limit: int = 100) -> int:
    """Put back the messages whose sender died, ring for all that are due, each address in its turn; return how many."""
    return MESSAGES.ring_due(limit)
