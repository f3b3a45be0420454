"""Hold every departure of a workspace, and let them go again without a burst."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import joinedload

from app.core import clock
from app.core.db import changed, db
from app.domains.audit import services as audit
from app.domains.publishing import queries
from app.domains.publishing.models import Delivery
from app.domains.publishing.services.planning import hold_late, is_late, reschedule
from app.domains.publishing.states import DeliveryState
from app.domains.workspaces.models import Workspace


def pause(workspace_id: int) -> bool:
    """Let nothing leave from now on, and commit; what is leaving already arrives.

    Returns:
        False when it was paused already: the first pause keeps its moment.
    """
    won = _set_paused(workspace_id, clock.now(), was_paused=False)
    if won:
        audit.record("setting.paused", workspace_id=workspace_id)
    db.session.commit()
    return won


def resume(workspace_id: int) -> bool:
    """Let publications leave again: the overdue ones one gap apart, the ones too late after a new approval; commit.

    Returns:
        False when it was not paused.
    """
    won = _set_paused(workspace_id, None, was_paused=True)
    if won:
        _spread(_overdue(workspace_id))
        audit.record("setting.resumed", workspace_id=workspace_id)
    db.session.commit()
    return won


def keep_best_hours(workspace_id: int, hours: list[list[int]]) -> None:
    """Keep the hours new approvals leave in, and commit; what is planned already stays where it is."""
    db.session.execute(update(Workspace).where(Workspace.id == workspace_id).values(best_hours=hours))
    audit.record("setting.hours", workspace_id=workspace_id)
    db.session.commit()


def _set_paused(workspace_id: int, moment: datetime | None, *, was_paused: bool) -> bool:
    present = Workspace.paused_at.is_not(None) if was_paused else Workspace.paused_at.is_(None)
    statement = update(Workspace).where(Workspace.id == workspace_id, present).values(paused_at=moment)
    return changed(statement) == 1


def _overdue(workspace_id: int) -> Sequence[Delivery]:
    statement = select(Delivery).where(
        Delivery.workspace_id == workspace_id,
        Delivery.state == DeliveryState.SCHEDULED,
        Delivery.scheduled_at <= clock.now(),
    )
    order = (Delivery.scheduled_at, Delivery.id)
    return db.session.scalars(statement.options(joinedload(Delivery.connection)).order_by(*order)).all()


def _spread(overdue: Sequence[Delivery]) -> None:
    # Those not placed yet take no place: only the ones before them in the line, and what was planned for later.
    unplaced = {delivery.id for delivery in overdue}
    for delivery in overdue:
        soonest = max(clock.now(), delivery.undo_until)
        slot = queries.next_slot(delivery.connection, soonest, ignoring=unplaced)
        if is_late(delivery, slot):
            hold_late(delivery)
        else:
            reschedule(delivery, slot)
        unplaced.discard(delivery.id)
