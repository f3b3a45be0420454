"""What was answered is kept a day, and never longer than the prospect it names."""

from __future__ import annotations

from sqlalchemy import delete

from app.api.idempotency import KEPT
from app.api.models import ApiRequest
from app.core import clock
from app.core.db import changed, db
from app.domains.leads.models import Lead


def drop_past() -> int:
    """Delete the answers past their day, and commit; return how many."""
    past = delete(ApiRequest).where(ApiRequest.created_at <= clock.now() - KEPT)
    gone = changed(past.execution_options(synchronize_session=False))
    db.session.commit()
    return gone


def drop_naming(lead_id: int) -> None:
    """Delete the answers that name a prospect, in the present transaction."""
    lead = db.session.get_one(Lead, lead_id)
    mine = (ApiRequest.workspace_id == lead.workspace_id, ApiRequest.response["lead_id"].as_integer() == lead_id)
    db.session.execute(delete(ApiRequest).where(*mine).execution_options(synchronize_session=False))
