"""Take a writing, gather what it needs, and let it go again; each in a transaction of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import ColumnElement, case, func, literal, select

from app.core import clock
from app.core.background import ring_after_commit
from app.core.db import db
from app.core.states import claim
from app.domains.contents import queries
from app.domains.contents.judging import Subject
from app.domains.contents.models import Content, Writing
from app.domains.contents.services.ordering import HELD_UNTIL, WRITE_JOB
from app.domains.contents.states import WRITING_MOVES, ContentState, WritingState
from app.domains.leads import services as leads
from app.domains.leads.models import Lead
from app.domains.leads.states import LeadState
from app.domains.workspaces.models import Workspace
from app.domains.workspaces.services import workspace_by_id
from app.providers.contracts import PictureRequest

LEASE_SECONDS = 60
BUSY_SECONDS = 5
MOST_CRASHES = 5
CRASHED = "crashed"
DAILY_LIMIT = "daily_limit"


@dataclass(frozen=True)
class Claimed:
    """All one try needs once the transaction is over; `tries` proves whose try it is."""

    writing_id: int
    workspace_id: int
    campaign_id: int
    lead_id: int
    tries: int
    deadline: datetime
    subject: Subject
    picture: PictureRequest
    avoid_openings: Sequence[str]
    seed: int

    @property
    def seconds_left(self) -> float:
        """Return what is left of the minute a writing may take, retries included."""
        return (self.deadline - clock.now()).total_seconds()


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


def put_off(claimed: Claimed, seconds: float, *, reason: str = "", new_minute: bool = False) -> None:
    """Let a writing and its prospect go until a later try, of the same minute or of a new one, and commit."""
    writing = db.session.get(Writing, claimed.writing_id, populate_existing=True)
    lease_until = None if new_minute else claimed.deadline
    moment = clock.in_seconds(seconds)
    if writing is not None and _release(writing, claimed.tries, moment, lease_until=lease_until, reason=reason):
        _free(writing.lead_id, LeadState.READY)
    db.session.commit()


def await_quota(claimed: Claimed, moment: datetime, reason: str) -> None:
    """Let a writing wait for a quota's end, and commit."""
    writing = db.session.get(Writing, claimed.writing_id, populate_existing=True)
    if writing is not None:
        _await_quota(writing, claimed.tries, moment, reason)
    db.session.commit()


def fail(claimed: Claimed, reason: str) -> None:
    """End a writing that cannot be done, and commit."""
    writing = db.session.get(Writing, claimed.writing_id, populate_existing=True)
    if writing is not None:
        _fail(writing, claimed.tries, reason)
    db.session.commit()


def _started(writing: Writing, deadline: datetime, daily_limit: int, *, crashed: bool) -> Claimed | None:
    lead = db.session.get_one(Lead, writing.lead_id, populate_existing=True)
    done = _publication_of(writing)
    if done is not None:
        claim(writing, WritingState.DONE, moves=WRITING_MOVES, content_id=done, lease_until=None, ended_at=clock.now())
        return None
    if not leads.mark(lead, LeadState.WRITING, writing_lease_until=writing.lease_until):
        # Another campaign is writing about the same prospect.
        _release(writing, writing.tries, clock.in_seconds(BUSY_SECONDS))
        return None
    if crashed:
        _fail(writing, writing.tries, CRASHED)
        return None
    if not _is_within_limit(writing, daily_limit):
        return None
    return _gathered(writing, lead, deadline)


def _is_within_limit(writing: Writing, daily_limit: int) -> bool:
    written = queries.written_today(writing.workspace_id)
    others = select(func.count()).where(
        Writing.workspace_id == writing.workspace_id, Writing.state == WritingState.RUNNING, Writing.id != writing.id
    )
    if written >= daily_limit:
        tomorrow = datetime.combine(clock.today() + timedelta(days=1), time(), clock.QUEBEC).astimezone(UTC)
        _await_quota(writing, writing.tries, tomorrow, DAILY_LIMIT)
        return False
    if written + (db.session.scalar(others) or 0) >= daily_limit:
        _release(writing, writing.tries, clock.in_seconds(BUSY_SECONDS))
        _free(writing.lead_id, LeadState.READY)
        return False
    return True


def _gathered(writing: Writing, lead: Lead, deadline: datetime) -> Claimed:
    workspace: Workspace = workspace_by_id(writing.workspace_id)
    # Two campaigns, two prospects or two tries after a rejection never draw the same text.
    print_ = hashlib.sha256(f"{writing.campaign_id}-{writing.lead_id}-{writing.id}".encode()).digest()
    seed = int.from_bytes(print_[:6], "big")
    picture = PictureRequest(
        name=lead.name,
        city=lead.city,
        industry=lead.industry,
        primary_colour=workspace.primary_colour,
        accent_colour=workspace.accent_colour,
        seed=seed,
    )
    return Claimed(
        writing_id=writing.id,
        workspace_id=writing.workspace_id,
        campaign_id=writing.campaign_id,
        lead_id=lead.id,
        tries=writing.tries,
        deadline=deadline,
        subject=queries.subject(workspace, lead.id),
        picture=picture,
        avoid_openings=queries.openings(writing.campaign_id),
        seed=seed,
    )


def _publication_of(writing: Writing) -> int | None:
    statement = select(Content.id).where(
        Content.campaign_id == writing.campaign_id,
        Content.lead_id == writing.lead_id,
        Content.state != ContentState.REJECTED,
    )
    return db.session.scalar(statement.limit(1))


def _release(
    writing: Writing, tries: int, moment: datetime, *, lease_until: datetime | None = None, reason: str = ""
) -> bool:
    mine = (Writing.tries == tries,)
    won = claim(writing, WritingState.DUE, moves=WRITING_MOVES, only_from=WritingState.RUNNING, where=mine,
                next_try_at=_unless_held(moment), lease_until=lease_until, reason=reason)  # fmt: skip
    if won:
        _ring(writing)
    return won


def _await_quota(writing: Writing, tries: int, moment: datetime, reason: str) -> None:
    mine = (Writing.tries == tries,)
    if claim(writing, WritingState.WAITING_QUOTA, moves=WRITING_MOVES, only_from=WritingState.RUNNING, where=mine,
             next_try_at=_unless_held(moment), lease_until=None, reason=reason):  # fmt: skip
        _free(writing.lead_id, LeadState.WAITING_QUOTA)
        _ring(writing)


def _fail(writing: Writing, tries: int, reason: str) -> None:
    if claim(writing, WritingState.FAILED, moves=WRITING_MOVES, only_from=WritingState.RUNNING,
             where=(Writing.tries == tries,), reason=reason, lease_until=None, ended_at=clock.now()):  # fmt: skip
        _free(writing.lead_id, LeadState.WRITING_FAILED)


def _free(lead_id: int, state: LeadState) -> None:
    lead = db.session.get_one(Lead, lead_id, populate_existing=True)
    leads.mark(lead, state, only_from=LeadState.WRITING, writing_lease_until=None)


def _unless_held(moment: datetime) -> ColumnElement[datetime]:
    # A whole second: a bell is rung at one, and must not come before the writing is due.
    due = moment.replace(microsecond=0) + timedelta(seconds=1 if moment.microsecond else 0)
    return case((Writing.next_try_at >= HELD_UNTIL, Writing.next_try_at), else_=literal(due, Writing.next_try_at.type))


def _ring(writing: Writing) -> None:
    if writing.next_try_at < HELD_UNTIL:
        ring_after_commit(WRITE_JOB, writing.id, on="bulk", at=writing.next_try_at)
