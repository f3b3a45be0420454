"""Order publications, and hold back what is ordered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import select, update

from app.core import clock
from app.core.background import QueueName, ring_after_commit
from app.core.db import db
from app.core.errors import Conflict
from app.core.states import claim
from app.domains.contents import wording
from app.domains.contents.models import Content, Writing
from app.domains.contents.states import WRITING_MOVES, ContentState, WritingState
from app.domains.leads.models import Lead
from app.domains.workspaces.services import workspace_by_id

WRITE_JOB = "app.domains.contents.jobs.write"
OPEN = (WritingState.DUE, WritingState.RUNNING, WritingState.WAITING_QUOTA)
# What is due at the end of times waits; nothing else in its life changes.
HELD_UNTIL = datetime(9999, 1, 1, tzinfo=UTC)


def order_writings(
    workspace_id: int, campaign_id: int, lead_ids: Sequence[int], *, on: QueueName = "bulk"
) -> list[Writing]:
    """Order one publication for each prospect that has none in the campaign, and commit.

    A prospect whose publication was rejected may have another; one that failed is ordered again. `on`: "now" where
    a person waits for it.

    Raises:
        Conflict: a demonstration.
    """
    if workspace_by_id(workspace_id).is_demo:
        raise Conflict("demo", wording.DEMO)
    wanted = _without_publication(workspace_id, campaign_id, lead_ids)
    failed = _failed(campaign_id, wanted)
    ordered = [_again(failed[lead_id]) if lead_id in failed else _new(workspace_id, campaign_id, lead_id)
               for lead_id in wanted]  # fmt: skip
    db.session.flush()
    for writing in ordered:
        ring_after_commit(WRITE_JOB, writing.id, on=on)
    db.session.commit()
    return ordered


def order_again(writing: Writing) -> None:
    """Order once more a writing that failed, in the present transaction."""
    ring_after_commit(WRITE_JOB, _again(writing).id, on="bulk")


def hold_writings(campaign_id: int) -> None:
    """Keep a campaign's writings from running, in the present transaction; one that runs ends its try."""
    db.session.execute(
        update(Writing)
        .where(Writing.campaign_id == campaign_id, Writing.state.in_(OPEN), Writing.next_try_at < HELD_UNTIL)
        .values(next_try_at=HELD_UNTIL)
        .execution_options(synchronize_session=False)
    )


def release_writings(campaign_id: int) -> None:
    """Let a campaign's writings run again, in the present transaction."""
    held = (Writing.campaign_id == campaign_id, Writing.state.in_(OPEN), Writing.next_try_at >= HELD_UNTIL)
    for writing_id in db.session.scalars(select(Writing.id).where(*held).order_by(Writing.id)):
        ring_after_commit(WRITE_JOB, writing_id, on="bulk")
    values = {"next_try_at": clock.now()}
    db.session.execute(update(Writing).where(*held).values(values).execution_options(synchronize_session=False))


def _without_publication(workspace_id: int, campaign_id: int, lead_ids: Sequence[int]) -> list[int]:
    ordered = select(Writing.lead_id).where(Writing.campaign_id == campaign_id, Writing.state.in_(OPEN))
    written = select(Content.lead_id).where(Content.campaign_id == campaign_id, Content.state != ContentState.REJECTED)
    known = select(Lead.id).where(Lead.workspace_id == workspace_id, Lead.id.in_(lead_ids))
    free = set(db.session.scalars(known.where(Lead.id.not_in(ordered), Lead.id.not_in(written))))
    return [lead_id for lead_id in dict.fromkeys(lead_ids) if lead_id in free]


def _failed(campaign_id: int, lead_ids: Sequence[int]) -> dict[int, Writing]:
    statement = select(Writing).where(
        Writing.campaign_id == campaign_id, Writing.lead_id.in_(lead_ids), Writing.state == WritingState.FAILED
    )
    return {writing.lead_id: writing for writing in db.session.scalars(statement)}


def _new(workspace_id: int, campaign_id: int, lead_id: int) -> Writing:
    writing = Writing(workspace_id=workspace_id, campaign_id=campaign_id, lead_id=lead_id)
    db.session.add(writing)
    return writing


def _again(writing: Writing) -> Writing:
    now = clock.now()
    claim(writing, WritingState.DUE, moves=WRITING_MOVES, only_from=WritingState.FAILED, reason="", tries=0,
          ordered_at=now, next_try_at=now, lease_until=None, ended_at=None)  # fmt: skip
    return writing
