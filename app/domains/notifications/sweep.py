"""The outbox's question for the sweep."""

from __future__ import annotations

from flask import current_app

from app.core import background
from app.core.db import db
from app.domains.notifications import outbox
from app.domains.notifications.states import MailState


def ring_due_mails(limit: int = 200) -> int:
    """Ring for mails that are due or whose sender died; return how many."""
    if not current_app.config["SETTINGS"].smtp_url:
        return 0
    mails = outbox.due_mails(limit)
    for row in mails:
        if row.state == MailState.SENDING:
            outbox.release_expired(row)
    db.session.commit()
    return sum(background.ring(outbox.SEND_JOB, row.id) for row in mails)
