"""What the sweep asks of publications: bells that were lost, leases that ran out."""

from __future__ import annotations

from datetime import datetime, timedelta

import redis
from sqlalchemy import select, update

from app.core import background, clock, states
from app.core.db import db
from app.domains.contents.models import Writing
from app.domains.contents.services.claiming import CRASHED
from app.domains.contents.services.ordering import WRITE_JOB
from app.domains.contents.states import WRITING_MOVES, WritingState
from app.domains.leads.models import Lead
from app.domains.leads.states import LeadState
from app.domains.workspaces.models import Workspace

# A bell that has just rung needs no second one.
GRACE = timedelta(seconds=5)
MOST = 200


def ring_due_writings() -> int:
    """Free what a dead worker held, and ring for writings that are due; return how many."""
    now = clock.now()
    _free_stuck(now)
    waiting = (WritingState.DUE, WritingState.WAITING_QUOTA)
    due = (
        select(Writing.id)
        .join(Workspace, Workspace.id == Writing.workspace_id)
        .where(Workspace.is_demo.is_(False), Writing.state.in_(waiting), Writing.next_try_at <= now - GRACE)
        .order_by(Writing.next_try_at, Writing.id)
        .limit(MOST)
    )
    ids = db.session.scalars(due).all()
    db.session.commit()
    if not ids or _bells_waiting() >= len(ids):
        # A long queue is no lost bell: ringing again would only make it longer.
        return 0
    return sum(background.ring(WRITE_JOB, writing_id, on="bulk") for writing_id in ids)


def _free_stuck(now: datetime) -> None:
    real = select(Writing).join(Workspace, Workspace.id == Writing.workspace_id).where(Workspace.is_demo.is_(False))
    states.free(real.limit(MOST), WritingState.RUNNING, WritingState.DUE, moves=WRITING_MOVES, reason=CRASHED)
    db.session.execute(
        update(Lead)
        .where(Lead.state == LeadState.WRITING, Lead.writing_lease_until < now)
        .values(state=LeadState.READY, writing_lease_until=None)
        .execution_options(synchronize_session=False)
    )
    db.session.commit()


def _bells_waiting() -> int:
    try:
        return background.queue("bulk").count
    except redis.RedisError:
        return 0
