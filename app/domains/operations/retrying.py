"""Try again what failed: each kind by its own domain's way, and never what might publish twice."""

from __future__ import annotations

from app.core import background
from app.core.db import db
from app.domains.campaigns import services as campaigns
from app.domains.campaigns.models import Campaign, CampaignSearch
from app.domains.contents.models import Writing
from app.domains.contents.services import order_again
from app.domains.notifications import outbox
from app.domains.notifications.models import Mail
from app.domains.operations import failures
from app.domains.publishing.models import Delivery

LOOK_JOB = "app.domains.publishing.jobs.look_up"


def retry(kind: str, row_id: int) -> bool:
    """Try a failed row again, and commit; False when nothing of it is left to try.

    Raises:
        Conflict: it is too soon, or its campaign is paused.
    """
    row = failures.find(kind, row_id)
    if isinstance(row, Delivery):
        # The network is asked whether it is out; nothing is sent a second time.
        background.ring_after_commit(LOOK_JOB, row.id, on="soon")
    elif isinstance(row, Writing):
        order_again(row)
    elif isinstance(row, CampaignSearch):
        campaigns.retry(db.session.get_one(Campaign, row.campaign_id))
    elif isinstance(row, Mail):
        outbox.put_again(row)
    db.session.commit()
    return row is not None
