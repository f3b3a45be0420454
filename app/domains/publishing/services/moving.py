"""Move a planned delivery to another moment."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.core import clock
from app.core.db import db
from app.core.errors import Conflict
from app.domains.contents.queries import content as content_by_id
from app.domains.contents.services import TextRefused
from app.domains.contents.services.authoring import FURTHEST
from app.domains.contents.services.decisions import UNSAID, Origin, record
from app.domains.publishing import queries, queue_words, wording
from app.domains.publishing.models import Delivery
from app.domains.publishing.services.planning import reschedule
from app.domains.publishing.states import DeliveryState
from app.domains.workspaces.services import workspace_by_id


def move_to_day(delivery: Delivery, day: date, by: int, origin: Origin = UNSAID) -> datetime:
    """Plan a delivery for another day at its own hour in Québec, or the first free place after it, and commit.

    Returns:
        When it leaves.

    Raises:
        TextRefused: that day, or that hour of today, is past; or more than a year away.
        Conflict: see `move`.
    """
    if day < clock.today():
        raise TextRefused("scheduled_at", "bad_moment", queue_words.DAY_PAST)
    hour = delivery.scheduled_at.astimezone(clock.QUEBEC).time()
    moment = datetime.combine(day, hour, clock.QUEBEC).astimezone(UTC)
    if moment <= clock.now():
        raise TextRefused("scheduled_at", "bad_moment", queue_words.hour_past(delivery.scheduled_at))
    return move(delivery, moment, by, origin)


def move(delivery: Delivery, moment: datetime, by: int, origin: Origin = UNSAID) -> datetime:
    """Plan a delivery for `moment`, or the first free place after it; its content's date follows. Commit.

    Returns:
        When it leaves.

    Raises:
        TextRefused: `moment` is past, or more than a year away.
        Conflict: it is no longer merely planned; or a demonstration.
    """
    if workspace_by_id(delivery.workspace_id).is_demo:
        raise Conflict("demo", wording.DEMO_HELD)
    if not clock.now() < moment < clock.now() + FURTHEST:
        raise TextRefused("scheduled_at", "bad_moment", queue_words.BAD_MOMENT)
    queries.hold_content(delivery.content_id)
    queries.hold_connection(delivery.connection_id)
    slot = queries.next_slot(delivery.connection, max(moment, delivery.undo_until), ignoring={delivery.id})
    content = content_by_id(delivery.workspace_id, delivery.content_id)
    if content is None or delivery.state != DeliveryState.SCHEDULED or not reschedule(delivery, slot, by_person=True):
        db.session.rollback()
        raise Conflict("already_leaving", wording.TOO_LATE)
    content.planned_at = slot
    record(content, "planned", by=by, origin=origin, detail=slot.isoformat(timespec="minutes"))
    db.session.commit()
    return slot
