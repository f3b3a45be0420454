"""How long proofs are kept: three years after the end of the consent."""

from __future__ import annotations

from dateutil.relativedelta import relativedelta
from sqlalchemy import delete, or_, select

from app.core import clock
from app.core.db import db
from app.domains.compliance.models import Consent
from app.domains.compliance.states import PROOF_KEPT_YEARS
from app.domains.workspaces.models import Workspace


def purge_proofs(most: int) -> int:
    """Delete at most `most` proofs past their time, in the present transaction; return how many."""
    limit = clock.now() - relativedelta(years=PROOF_KEPT_YEARS)
    past = (
        select(Consent.id)
        .join(Workspace, Workspace.id == Consent.workspace_id)
        .where(Workspace.is_demo.is_(False), or_(Consent.ended_at < limit, Consent.expires_on < limit.date()))
        .limit(most)
    )
    ids = db.session.scalars(past).all()
    if ids:
        db.session.execute(delete(Consent).where(Consent.id.in_(ids)).execution_options(synchronize_session=False))
    return len(ids)
