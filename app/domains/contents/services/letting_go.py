"""Let a claimed writing go: until a later try, until a quota's end, or for good."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, case, literal

from app.core import clock
from app.core.background import ring_after_commit
from app.core.db import db
from app.core.states import claim
from app.domains.contents.models import Writing
from app.domains.contents.services.claimed import Claimed
from app.domains.contents.services.ordering import HELD_UNTIL, WRITE_JOB
from app.domains.contents.states import WRITING_MOVES, WritingKind, WritingState
from app.domains.leads import services as leads
from app.domains.leads.models import Lead
from app.domains.leads.states import LeadState


def put_off(claimed: Claimed, seconds: float, *, reason: str = "", new_minute: bool = False) -> None:
    """Let a writing and its prospect go until a later try, of the same minute or of a new one, and commit."""
    writing = db.session.get(Writing, claimed.writing_id, populate_existing=True)
    lease_until = None if new_minute else claimed.deadline
    moment = clock.in_seconds(seconds)
    if writing is not None and release(writing, claimed.tries, moment, lease_until=lease_until, reason=reason):
        free(writing, LeadState.READY)
    db.session.commit()


def await_quota(claimed: Claimed, moment: datetime, reason: str) -> None:
    """Let a writing wait for a quota's end, and commit."""
    writing = db.session.get(Writing, claimed.writing_id, populate_existing=True)
    if writing is not None:
        await_quota_of(writing, claimed.tries, moment, reason)
    db.session.commit()


def fail(claimed: Claimed, reason: str) -> None:
    """End a writing that cannot be done, and commit."""
    writing = db.session.get(Writing, claimed.writing_id, populate_existing=True)
    if writing is not None:
        fail_writing(writing, claimed.tries, reason)
    db.session.commit()


def release(
    writing: Writing, tries: int, moment: datetime, *, lease_until: datetime | None = None, reason: str = ""
) -> bool:
    """Put a running writing back, in the present transaction; False when it is no longer this try's."""
    mine = (Writing.tries == tries,)
    won = claim(writing, WritingState.DUE, moves=WRITING_MOVES, only_from=WritingState.RUNNING, where=mine,
                next_try_at=_unless_held(moment), lease_until=lease_until, reason=reason)  # fmt: skip
    if won:
        _ring(writing)
    return won


def await_quota_of(writing: Writing, tries: int, moment: datetime, reason: str) -> None:
    """Have a running writing wait for a quota, in the present transaction."""
    mine = (Writing.tries == tries,)
    if claim(writing, WritingState.WAITING_QUOTA, moves=WRITING_MOVES, only_from=WritingState.RUNNING, where=mine,
             next_try_at=_unless_held(moment), lease_until=None, reason=reason):  # fmt: skip
        free(writing, LeadState.WAITING_QUOTA)
        _ring(writing)


def fail_writing(writing: Writing, tries: int, reason: str) -> None:
    """End a running writing, in the present transaction."""
    if claim(writing, WritingState.FAILED, moves=WRITING_MOVES, only_from=WritingState.RUNNING,
             where=(Writing.tries == tries,), reason=reason, lease_until=None, ended_at=clock.now()):  # fmt: skip
        free(writing, LeadState.WRITING_FAILED)


def free(writing: Writing, state: LeadState) -> None:
    """Give its prospect back; only a first text takes it."""
    if writing.kind != WritingKind.FIRST:
        return
    lead = db.session.get_one(Lead, writing.lead_id, populate_existing=True)
    leads.mark(lead, state, only_from=LeadState.WRITING, writing_lease_until=None)


def _unless_held(moment: datetime) -> ColumnElement[datetime]:
    # A whole second: a bell is rung at one, and must not come before the writing is due.
    due = moment.replace(microsecond=0) + timedelta(seconds=1 if moment.microsecond else 0)
    return case((Writing.next_try_at >= HELD_UNTIL, Writing.next_try_at), else_=literal(due, Writing.next_try_at.type))


def _ring(writing: Writing) -> None:
    if writing.next_try_at < HELD_UNTIL:
        ring_after_commit(WRITE_JOB, writing.id, on="bulk", at=writing.next_try_at)
