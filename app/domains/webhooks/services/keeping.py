"""What is kept, and for how long."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, update

from app.core import clock
from app.core.db import changed, db
from app.domains.webhooks.models import WebhookEndpoint, WebhookMessage

KEPT = timedelta(days=30)


def drop_past() -> int:
    """Delete the log past its month, and commit; return how many messages went, their attempts with them."""
    past = delete(WebhookMessage).where(WebhookMessage.created_at < clock.now() - KEPT)
    gone = changed(past.execution_options(synchronize_session=False))
    db.session.commit()
    return gone


def forget_former() -> None:
    """Forget the former secrets that sign no more, and commit."""
    over = update(WebhookEndpoint).where(WebhookEndpoint.former_until <= clock.now())
    db.session.execute(over.values(sealed_former="", former_until=None).execution_options(synchronize_session=False))
    db.session.commit()
