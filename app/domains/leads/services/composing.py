"""Bring prospects up to date with their records: one composition, whatever changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import select, update

from app.core import clock
from app.core.db import db
from app.domains.compliance import queries as compliance
from app.domains.leads.composition import COMPOSED, JUDGED, Rules, compose
from app.domains.leads.facts import Told
from app.domains.leads.models import Lead, LeadRecord
from app.domains.leads.services.chunks import chunks
from app.domains.workspaces.models import Workspace

_COLUMNS = [getattr(Lead, name) for name in ("id", *COMPOSED, *JUDGED)]
_mirrors: list[Callable[[Sequence[int]], None]] = []


def on_scores(mirror: Callable[[Sequence[int]], None]) -> None:
    """Have `mirror` called with the ids of prospects whose score changed, in the same transaction."""
    if mirror not in _mirrors:
        _mirrors.append(mirror)


def rules(workspace_id: int) -> Rules:
    """Return what a workspace adds to the facts."""
    workspace = db.session.get_one(Workspace, workspace_id)
    return Rules(workspace_id, dict(workspace.score_weights), compliance.forbidden(workspace_id))


def recompose(workspace_id: int, lead_ids: Iterable[int], by: Rules | None = None) -> int:
    """Recompose prospects from their records, in the present transaction; return how many changed."""
    db.session.flush()
    given = by or rules(workspace_id)
    changed = 0
    for chunk in chunks(sorted(set(lead_ids))):
        fresh, scored = _changes(workspace_id, chunk, given)
        if fresh:
            db.session.execute(update(Lead), fresh)
            _refresh({row["id"] for row in fresh})
        if scored:
            for mirror in _mirrors:
                mirror(scored)
        changed += len(fresh)
    return changed


def _changes(workspace_id: int, lead_ids: Sequence[int], given: Rules) -> tuple[list[dict[str, Any]], list[int]]:
    records: dict[int, list[Told]] = defaultdict(list)
    told = select(LeadRecord).where(LeadRecord.workspace_id == workspace_id, LeadRecord.lead_id.in_(lead_ids))
    for record in db.session.scalars(told.order_by(LeadRecord.id)):
        records[record.lead_id].append(record)
    leads = select(*_COLUMNS).where(Lead.workspace_id == workspace_id, Lead.id.in_(lead_ids))
    fresh, scored, now = [], [], clock.now()
    for lead in db.session.execute(leads):
        if not records[lead.id]:
            # One that was merged into another has given its records away.
            continue
        values = compose(records[lead.id], given)
        if any(getattr(lead, name) != value for name, value in values.items()):
            fresh.append({"id": lead.id, "updated_at": now, **values})
            if lead.score != values["score"]:
                scored.append(lead.id)
    return fresh, scored


def _refresh(lead_ids: set[int]) -> None:
    # A bulk UPDATE goes round the session: what it holds would still say what was.
    for row in list(db.session.identity_map.values()):
        if isinstance(row, Lead) and row.id in lead_ids:
            db.session.expire(row)
