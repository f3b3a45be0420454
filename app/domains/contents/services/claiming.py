"""Take a writing and its prospect, in a transaction of its own."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.core.states import claim
from app.domains.contents import queries
from app.domains.contents.models import Content, Writing
from app.domains.contents.services import letting_go
from app.domains.contents.services.claimed import Claimed
from app.domains.contents.services.gathering import gathered
from app.domains.contents.states import WRITING_MOVES, ContentState, WritingKind, WritingState
from app.domains.leads import services as leads
from app.domains.leads.models import Lead
from app.domains.leads.states import LeadState
from app.domains.workspaces.services import workspace_by_id

LEASE_SECONDS = 60
BUSY_SECONDS = 5
MOST_CRASHES = 5
CRASHED = "crashed"
CHANGED = "changed"
DAILY_LIMIT = "daily_limit"


def take(writing_id: int, daily_limit: int) -> Claimed | None:
    """Claim a writing and its prospect; None when it is not due, held, or not to be tried now."""
    writing = db.session.get(Writing, writing_id, populate_existing=True)
    if writing is None or workspace_by_id(writing.workspace_id).is_demo:
        db.session.rollback()
        return None
    now = clock.now()
    # The first claim starts the minute; a try put off keeps what is left of it.
    deadline = writing.lease_until or now + timedelta(seconds=LEASE_SECONDS)
    crashed = writing.reason == CRASHED and writing.tries >= MOST_CRASHES
    lease_until = max(deadline, now + timedelta(seconds=LEASE_SECONDS / 2))
    if not claim(writing, WritingState.RUNNING, moves=WRITING_MOVES, where=(Writing.next_try_at <= now,),
                 lease_until=lease_until, tries=Writing.tries + 1, reason=""):  # fmt: skip
        db.session.rollback()
        return None
    claimed = _started(writing, deadline, daily_limit, crashed=crashed)
    db.session.commit()
    return claimed


def _started(writing: Writing, deadline: datetime, daily_limit: int, *, crashed: bool) -> Claimed | None:
    lead = db.session.get_one(Lead, writing.lead_id, populate_existing=True)
    if not (_may_be_first(writing, lead) if writing.kind == WritingKind.FIRST else _may_follow(writing)):
        return None
    if crashed:
        letting_go.fail_writing(writing, writing.tries, CRASHED)
        return None
    if not _is_within_limit(writing, daily_limit):
        return None
    return gathered(writing, lead, deadline)


def _may_be_first(writing: Writing, lead: Lead) -> bool:
    done = _publication_of(writing)
    if done is not None:
        claim(writing, WritingState.DONE, moves=WRITING_MOVES, content_id=done, lease_until=None, ended_at=clock.now())
        return False
    if not leads.mark(lead, LeadState.WRITING, writing_lease_until=writing.lease_until):
        # Another campaign is writing about the same prospect.
        letting_go.release(writing, writing.tries, clock.in_seconds(BUSY_SECONDS))
        return False
    return True


def _may_follow(writing: Writing) -> bool:
    about = db.session.get(Content, writing.about_id, populate_existing=True) if writing.about_id else None
    if about is not None and (writing.kind == WritingKind.VARIANT or about.state != ContentState.PUBLISHED):
        return True
    letting_go.fail_writing(writing, writing.tries, CHANGED)
    return False


def _is_within_limit(writing: Writing, daily_limit: int) -> bool:
    written = queries.written_today(writing.workspace_id)
    others = select(func.count()).where(
        Writing.workspace_id == writing.workspace_id, Writing.state == WritingState.RUNNING, Writing.id != writing.id
    )
    if written >= daily_limit:
        tomorrow = datetime.combine(clock.today() + timedelta(days=1), time(), clock.QUEBEC).astimezone(UTC)
        letting_go.await_quota_of(writing, writing.tries, tomorrow, DAILY_LIMIT)
        return False
    if written + (db.session.scalar(others) or 0) >= daily_limit:
        letting_go.release(writing, writing.tries, clock.in_seconds(BUSY_SECONDS))
        letting_go.free(writing, LeadState.READY)
        return False
    return True


def _publication_of(writing: Writing) -> int | None:
    statement = select(Content.id).where(
        Content.campaign_id == writing.campaign_id,
        Content.lead_id == writing.lead_id,
        Content.state != ContentState.REJECTED,
    )
    return db.session.scalar(statement.limit(1))
