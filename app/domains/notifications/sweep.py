"""The outboxes' questions for the sweep."""

from __future__ import annotations

from flask import current_app

from app.domains.notifications import outbox, pushing


def ring_due_mails(limit: int = 200) -> int:
    """Ring for mails that are due or whose sender died; return how many."""
    is_offered = current_app.config["SETTINGS"].smtp_url
    return outbox.MAILS.ring_due(limit) if is_offered else 0


def ring_due_notices(limit: int = 200) -> int:
    """Ring for notices that are due or whose sender died; return how many."""
    is_offered = current_app.config["SETTINGS"].vapid_private_key
    return pushing.NOTICES.ring_due(limit) if is_offered else 0
