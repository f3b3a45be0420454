"""Look for prospects that have become, or may be, one business: surely one is merged, perhaps one is proposed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert, or_, select

from app.core.db import db
from app.domains.leads.models import DuplicatePair, Lead
from app.domains.leads.sameness import MAYBE, OTHER, SAME
from app.domains.leads.services.chunks import chunks
from app.domains.leads.services.matching import candidates, marks_of
from app.domains.leads.services.merging import merge
from app.domains.leads.states import PairState

MOST_PROPOSED = 3


def pair(workspace_id: int, lead_ids: Sequence[int]) -> None:
    """Merge or propose what ties these prospects to others, in the present transaction.

    Two that a person kept apart are never merged nor proposed again.
    """
    mine = marks_of(workspace_id, lead_ids)
    near = candidates(workspace_id, list(mine.values()))
    ties = [(lead_id, other_id, *marks.tie(other)) for lead_id, marks in mine.items()
            for other_id, other in near.of(marks) if other_id != lead_id]  # fmt: skip
    settled = _settled(workspace_id, list(mine)) if ties else set()
    proposed: dict[tuple[int, int], str] = {}
    for lead_id, other_id, verdict, why in ties:
        both = (min(lead_id, other_id), max(lead_id, other_id))
        if verdict == OTHER or both in settled or both in proposed:
            continue
        if verdict == SAME and _merge(both, why):
            settled.add(both)
        elif verdict == MAYBE and sum(lead_id in known for known in proposed) < MOST_PROPOSED:
            proposed[both] = why
    _propose(workspace_id, proposed)


def _merge(both: tuple[int, int], why: str) -> bool:
    kept, absorbed = (db.session.get_one(Lead, lead_id) for lead_id in both)
    if kept.merged_into_id is not None or absorbed.merged_into_id is not None:
        return False
    merge(kept, absorbed, why=why)
    return True


def _settled(workspace_id: int, lead_ids: Sequence[int]) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for chunk in chunks(lead_ids):
        statement = select(DuplicatePair.first_id, DuplicatePair.second_id).where(
            DuplicatePair.workspace_id == workspace_id,
            or_(DuplicatePair.first_id.in_(chunk), DuplicatePair.second_id.in_(chunk)),
        )
        found |= {(row.first_id, row.second_id) for row in db.session.execute(statement)}
    return found


def _propose(workspace_id: int, proposed: dict[tuple[int, int], str]) -> None:
    rows: list[dict[str, Any]] = [
        {"workspace_id": workspace_id, "first_id": first, "second_id": second, "why": why, "state": PairState.OPEN}
        for (first, second), why in proposed.items()
    ]
    if rows:
        db.session.execute(insert(DuplicatePair), rows)
