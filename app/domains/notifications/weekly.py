"""The report of the week, on Monday morning: what came out, what it brought, what waits."""

from __future__ import annotations

from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.domains.contents.models import Content
from app.domains.contents.states import ContentState
from app.domains.notifications import weekly_words
from app.domains.notifications.kinds import Kind
from app.domains.notifications.telling import News, tell
from app.domains.notifications.weekly_words import Week
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
    week = Week(published, max(found.engagement_change, 0), max(found.clicks_change, 0), pending)
    if not any(week):
        return
    at = clock.today().isocalendar()
    tell(
        News(workspace_id, Kind.WEEKLY, f"{workspace_id}-{at.year}-{at.week}", count=published),
        figure=lambda: weekly_words.figure(week),
        meaning=lambda: weekly_words.meaning(week),
        step=lambda: weekly_words.step(week),
    )
    db.session.commit()
