"""The weights of a workspace's score, and every prospect scored again by them."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from app.core.background import ring_after_commit
from app.core.db import db
from app.domains.audit import services as audit
from app.domains.leads import scoring
from app.domains.leads.models import Lead
from app.domains.leads.services import composing
from app.domains.workspaces.models import Workspace

JOB = "app.domains.leads.jobs.score_again"
AT_ONCE = 500


def weigh(workspace: Workspace, weights: Mapping[str, int]) -> bool:
    """Keep new weights, which sum to 100, and have every prospect scored again; False when nothing changes."""
    kept = {} if dict(weights) == scoring.WEIGHTS else {name: weights[name] for name in scoring.WEIGHTS}
    if kept == workspace.score_weights:
        db.session.commit()
        return False
    workspace.score_weights = kept
    audit.record("setting.score", workspace_id=workspace.id)
    ring_after_commit(JOB, workspace.id, on="bulk")
    db.session.commit()
    return True


def score_again(workspace_id: int) -> int:
    """Compose every prospect of a workspace again, a piece at a time; return how many changed."""
    changed, last = 0, 0
    while True:
        # The rules are read for each piece: weights changed meanwhile hold for what is left.
        following = select(Lead.id).where(Lead.workspace_id == workspace_id, Lead.id > last)
        ids = db.session.scalars(following.order_by(Lead.id).limit(AT_ONCE)).all()
        if not ids:
            return changed
        changed += composing.recompose(workspace_id, ids)
        db.session.commit()
        last = ids[-1]
