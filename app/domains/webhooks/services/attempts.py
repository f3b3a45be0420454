"""Keep each try of a message, the last ones of many."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, select

from app.core.db import db
from app.domains.webhooks.models import WebhookAttempt, WebhookMessage

# A day of tries, and as much again for those somebody asks for.
MOST = 24


@dataclass(frozen=True)
class Outcome:
    """What came of one try; `status` is None where nothing answered, `reason` empty where it was taken."""

    began_at: datetime
    milliseconds: int
    status: int | None
    excerpt: str
    reason: str


def note(row: WebhookMessage, outcome: Outcome) -> bool:
    """Keep one more try in the present transaction, and the last ones alone; False where the message is gone."""
    # Held until the end of the transaction: what is forgotten now waits, then takes this line away too.
    held = select(WebhookMessage.id).where(WebhookMessage.id == row.id).with_for_update(read=True, key_share=True)
    if db.session.scalar(held) is None:
        return False
    db.session.add(WebhookAttempt(workspace_id=row.workspace_id, message_id=row.id, **asdict(outcome)))
    db.session.flush()
    mine = WebhookAttempt.message_id == row.id
    past = select(WebhookAttempt.id).where(mine).order_by(WebhookAttempt.id.desc()).offset(MOST).limit(1)
    older = delete(WebhookAttempt).where(mine, WebhookAttempt.id <= past.scalar_subquery())
    db.session.execute(older.execution_options(synchronize_session=False))
    return True
