"""Two prospects that are one business: merge them, and undo it to the last value."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select, update

from app.core import clock
from app.core.db import changed, db
from app.core.errors import Conflict
from app.core.states import claim
from app.domains.leads import wording
from app.domains.leads.models import DuplicatePair, Lead, LeadEvent, LeadMerge, LeadRecord
from app.domains.leads.services import composing, silencing
from app.domains.leads.states import PAIR_MOVES, PairState

_followers: list[Callable[[int, int], None]] = []


def on_merge(follower: Callable[[int, int], None]) -> None:
    """Have `follower` called with the kept and the absorbed id of each merge, in the same transaction."""
    if follower not in _followers:
        _followers.append(follower)


def merge(kept: Lead, absorbed: Lead, *, why: str, by_id: int | None = None) -> LeadMerge:
    """Merge `absorbed` into `kept`, in the present transaction: its records go over, and the best of each field wins.

    Raises:
        Conflict: the same prospect twice, or one that was merged meanwhile.
    """
    if kept.id == absorbed.id or kept.workspace_id != absorbed.workspace_id:
        raise Conflict("same_lead", wording.SAME_LEAD)
    won = changed(
        update(Lead)
        .where(Lead.id == absorbed.id, Lead.merged_into_id.is_(None))
        .where(select(Lead.id).where(Lead.id == kept.id, Lead.merged_into_id.is_(None)).exists())
        .values(merged_into_id=kept.id)
        .execution_options(synchronize_session="fetch")
    )
    if won != 1:
        raise Conflict("already_merged", wording.ALREADY_MERGED)
    record_ids = list(db.session.scalars(select(LeadRecord.id).where(LeadRecord.lead_id == absorbed.id)))
    _move(record_ids, kept.id)
    row = LeadMerge(workspace_id=kept.workspace_id, kept_id=kept.id, absorbed_id=absorbed.id, record_ids=record_ids,
                    why=why, by_id=by_id)  # fmt: skip
    db.session.add(row)
    _settle_pairs(kept, absorbed, PairState.MERGED)
    _finish(kept, "merged", absorbed.id, by_id)
    for follower in _followers:
        follower(kept.id, absorbed.id)
    return row


def undo(row: LeadMerge, by_id: int) -> None:
    """Take a merge back, and commit; a second press changes nothing.

    Raises:
        Conflict: the one that was kept has since been merged itself.
    """
    silencing.hold(row.workspace_id)
    kept, absorbed = _again(row.kept_id), _again(row.absorbed_id)
    if kept.merged_into_id is not None:
        raise Conflict("already_merged", wording.ALREADY_MERGED)
    won = changed(
        update(LeadMerge)
        .where(LeadMerge.id == row.id, LeadMerge.undone_at.is_(None))
        .values(undone_at=clock.now())
        .execution_options(synchronize_session="fetch")
    )
    if won != 1:
        return
    absorbed.merged_into_id = None
    _move(row.record_ids, absorbed.id)
    _settle_pairs(kept, absorbed, PairState.OPEN)
    # A person said they are two: nothing will propose them again.
    _settle_pairs(kept, absorbed, PairState.APART)
    _finish(kept, "merge_undone", absorbed.id, by_id)
    composing.recompose(absorbed.workspace_id, [absorbed.id])
    db.session.commit()


def reunite(kept: Lead, pair: DuplicatePair, by_id: int) -> LeadMerge:
    """Merge the other prospect of a proposal into `kept`, and commit.

    Raises:
        Conflict: one of the two was merged meanwhile.
    """
    # Of two merges at once, each the other way round, each would find the other's prospect still free.
    silencing.hold(kept.workspace_id)
    other = pair.second_id if pair.first_id == kept.id else pair.first_id
    row = merge(kept, db.session.get_one(Lead, other), why=pair.why, by_id=by_id)
    db.session.commit()
    return row


def set_apart(pair: DuplicatePair) -> bool:
    """Keep for good that two prospects are two, and commit."""
    won = claim(pair, PairState.APART, moves=PAIR_MOVES, only_from=PairState.OPEN)
    db.session.commit()
    return won


def _again(lead_id: int) -> Lead:
    return db.session.get_one(Lead, lead_id, populate_existing=True)


def _move(record_ids: list[int], lead_id: int) -> None:
    db.session.execute(
        update(LeadRecord)
        .where(LeadRecord.id.in_(record_ids))
        .values(lead_id=lead_id)
        .execution_options(synchronize_session="fetch")
    )


def _settle_pairs(one: Lead, two: Lead, state: PairState) -> None:
    first, second = sorted((one.id, two.id))
    pair = db.session.scalar(
        select(DuplicatePair).where(DuplicatePair.first_id == first, DuplicatePair.second_id == second)
    )
    if pair is None:
        pair = DuplicatePair(workspace_id=one.workspace_id, first_id=first, second_id=second, why="merge",
                             state=PairState.OPEN)  # fmt: skip
        db.session.add(pair)
        db.session.flush()
    if pair.state != state:
        claim(pair, state, moves=PAIR_MOVES)


def _finish(kept: Lead, kind: str, other_id: int, by_id: int | None) -> None:
    composing.recompose(kept.workspace_id, [kept.id])
    db.session.add(LeadEvent(workspace_id=kept.workspace_id, lead_id=kept.id, kind=kind, by_id=by_id,
                             told={"other": other_id}))  # fmt: skip
