"""The report of the week, on Monday morning: what came out, what it brought, what waits."""

from __future__ import annotations

from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.domains.contents.models import Content
from app.domains.contents.states import ContentState
from app.domains.notifications import outbox
from app.domains.notifications.kinds import Kind
from app.domains.notifications.telling import News, tell
from app.domains.publishing.results import WEEK, Scope, results

MONDAY, FIRST_HOUR, LAST_HOUR = 0, 8, 12


def is_time() -> bool:
    """Tell whether it is Monday morning in Québec."""
    local = clock.now().astimezone(clock.QUEBEC)
    return local.weekday() == MONDAY and FIRST_HOUR <= local.hour < LAST_HOUR


def report(workspace_id: int) -> None:
    """Tell of the week that ended, once, and commit; a week without anything is not told."""
    found = results(Scope(workspace_id))
    since = clock.now() - WEEK
    published = sum(line.published_at >= since for line in found.lines)
    waiting = select(func.count(Content.id)).where(
        Content.workspace_id == workspace_id, Content.state == ContentState.PENDING
    )
    pending = db.session.scalar(waiting) or 0
    if not (published or found.engagement_change or pending):
        return
    week = clock.today().isocalendar()
    tell(
        News(workspace_id, Kind.WEEKLY, f"{workspace_id}-{week.year}-{week.week}", count=published),
        published=published,
        interactions=max(found.engagement_change, 0),
        clicks=found.clicks_change,
        pending=pending,
        address=f"{outbox.site()}/resultats",
    )
    db.session.commit()
