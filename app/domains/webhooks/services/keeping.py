"""What is kept, and for how long."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, select

from app.core import clock, crypto
from app.core.db import db
from app.domains.webhooks.models import WebhookEndpoint, WebhookMessage

KEPT = timedelta(days=30)


def drop_past() -> None:
    """Delete the log past its month, and commit."""
    past = delete(WebhookMessage).where(WebhookMessage.created_at < clock.now() - KEPT)
    db.session.execute(past.execution_options(synchronize_session=False))
    db.session.commit()


def reseal() -> None:
    """Forget the former secrets that sign no more, seal the others with the first key, and commit."""
    for row in db.session.scalars(select(WebhookEndpoint).order_by(WebhookEndpoint.id)):
        if row.former_until is not None and row.former_until <= clock.now():
            row.sealed_former, row.former_until = "", None
        for name in ("sealed_secret", "sealed_former"):
            sealed = getattr(row, name)
            if sealed and not crypto.is_sealed_by_first(sealed):
                setattr(row, name, crypto.reseal(sealed))
    db.session.commit()
