"""The outboxes' questions for the sweep."""

from __future__ import annotations

from flask import current_app

from app.domains.notifications import life, outbox, pushing
from app.domains.notifications.models import Mail, PushNotice


def ring_due_mails(limit: int = 200) -> int:
    """Ring for mails that are due or whose sender died; return how many."""
    is_offered = current_app.config["SETTINGS"].smtp_url
    return life.ring_due(Mail, outbox.SEND_JOB, limit) if is_offered else 0


def ring_due_notices(limit: int = 200) -> int:
    """Ring for notices that are due or whose sender died; return how many."""
    is_offered = current_app.config["SETTINGS"].vapid_private_key
    return life.ring_due(PushNotice, pushing.SEND_JOB, limit) if is_offered else 0
