"""Approve again what is more than a day late, by as many people as approve anything."""

from __future__ import annotations

from flask import current_app

from app.core import clock, states
from app.core.db import db
from app.core.errors import Conflict
from app.domains.contents import decision_words
from app.domains.contents.models import Content
from app.domains.contents.queries import content as content_by_id
from app.domains.contents.services.decisions import FIRST_APPROVED, UNSAID, Origin, first_approver, record
from app.domains.contents.services.seconding import SECOND_NEEDED, approvals_needed
from app.domains.publishing import queries, wording
from app.domains.publishing.models import Delivery
from app.domains.publishing.services.deciding import Decision, approve, refuse_demo, reopen
from app.domains.publishing.services.planning import LATE, LATEST, ring
from app.domains.publishing.states import MOVES, ConnectionState, DeliveryState
from app.domains.workspaces.services import may_approve, workspace_by_id


def approve_again(delivery: Delivery, by: int, origin: Origin = UNSAID) -> Decision:
    """Approve what has become too late, and plan it afresh; commit.

    Where two people have to approve, she is the first of the two or, of what is out on another account, may be the
    second: it is then planned.

    Raises:
        Conflict: it asks for no such thing; second_person_needed; or as `approve`, its content then awaits a decision.
    """
    refuse_demo(delivery)
    content = content_by_id(delivery.workspace_id, delivery.content_id)
    if content is None or delivery.state != DeliveryState.BLOCKED or delivery.reason != LATE:
        raise Conflict("not_late", wording.NOT_LATE)
    if queries.is_anywhere(content.id):
        return _approve_there(delivery, content, by, origin)
    reopen(content, by, origin)
    # It was confirmed once: the text has not changed since.
    return approve(content, by, confirm=True, origin=origin)


def _approve_there(delivery: Delivery, content: Content, by: int, origin: Origin) -> Decision:
    queries.hold_content(content.id)
    needed = approvals_needed(workspace_by_id(content.workspace_id))
    if needed > 1 and _is_first(delivery, content, by):
        record(content, FIRST_APPROVED, by=by, origin=origin, detail=wording.account(delivery.connection))
        db.session.commit()
        return Decision([], [], 1, needed)
    _plan_afresh(delivery)
    record(content, "approved", by=by, origin=origin, detail=wording.account(delivery.connection))
    db.session.commit()
    return Decision([delivery], [], needed, needed)


def _is_first(delivery: Delivery, content: Content, by: int) -> bool:
    """Tell whether nobody else approved it there, who still may, since it is late; she does not approve it twice."""
    there = wording.account(delivery.connection)
    first = first_approver(content, there, since=delivery.promised_at + LATEST)
    if first == by:
        db.session.rollback()
        raise Conflict(SECOND_NEEDED, decision_words.SECOND_NEEDED)
    return first is None or not may_approve(content.workspace_id, first)


def _plan_afresh(delivery: Delivery) -> None:
    connection = delivery.connection
    slot = queries.next_slot(connection, clock.in_seconds(current_app.config["SETTINGS"].undo_seconds))
    afresh = {"scheduled_at": slot, "promised_at": slot, "undo_until": slot, "tries": 0}
    if connection.state != ConnectionState.ACTIVE:
        for name, value in {"reason": connection.reason or "disconnected", **afresh}.items():
            setattr(delivery, name, value)
        return
    won = states.claim(delivery, DeliveryState.SCHEDULED, moves=MOVES, only_from=DeliveryState.BLOCKED,
                       where=[Delivery.reason == LATE], reason="", **afresh)  # fmt: skip
    if not won:
        db.session.rollback()
        raise Conflict("not_late", wording.NOT_LATE)
    ring(delivery)
