"""Two hundred publications of one account, two workers, a Redis that forgets: never two within the gap."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from app.core import background, clock
from app.core.db import db
from app.domains.publishing import queries, services
from app.domains.publishing.models import Connection, Delivery, DeliveryAttempt
from app.sandbox.server import RunningSandbox
from tests.domains.contents import making
from tests.domains.contents.making import settings_of
from tests.factories.publishing import at_once, feed
from tests.people import Person

POSTS = 200
# Workers are woken up at each gap, and now and then too early.
BEAT = timedelta(minutes=15)


@pytest.fixture
def backlog(alice: Person, connection: Connection) -> datetime:
    """Two hundred approved publications, all due at the same moment."""
    lead, campaign = making.lead(alice.workspace), making.campaign(alice.workspace)
    now = clock.now()
    for number in range(POSTS):
        content = making.content(
            alice.workspace, "approved", text=f"Le pain numéro {number} sort du four.", lead_id=lead.id,
            campaign_id=campaign.id, decided_at=now,
        )  # fmt: skip
        db.session.add(Delivery(workspace_id=alice.workspace.id, content_id=content.id, connection_id=connection.id,
                                text=content.text, hashtags=[], scheduled_at=now, undo_until=now))  # fmt: skip
    db.session.commit()
    return now


def due(moment: datetime, limit: int) -> list[int]:
    rows = db.session.scalars(
        select(Delivery.id)
        .where(Delivery.state == "scheduled", Delivery.scheduled_at <= moment)
        .order_by(Delivery.scheduled_at, Delivery.id)
        .limit(limit)
    ).all()
    db.session.commit()
    return list(rows)


def test_two_workers_never_publish_two_within_the_gap(
    app: Flask, backlog: datetime, connection: Connection, sandbox: RunningSandbox
) -> None:
    sandbox.state.settings.linkedin_posts_per_day, before = 100_000, sandbox.state.settings.linkedin_posts_per_day
    moment, beats = backlog + timedelta(seconds=1), 0
    try:
        with settings_of(app, daily_deliveries_per_connection=100_000):
            while len(feed(sandbox)) < POSTS and beats < 3 * POSTS:
                if beats == POSTS // 2:
                    background.connection().flushall()
                elif beats > POSTS // 2 and beats % 5 == 0:
                    background.connection().flushdb()
                ids = due(moment, 2)
                with clock.frozen_at(moment):
                    at_once(app, [lambda key=key: services.send(key) for key in ids])
                moment, beats = moment + (BEAT if beats % 5 else BEAT / 2), beats + 1
    finally:
        sandbox.state.settings.linkedin_posts_per_day = before
    starts = sorted(db.session.scalars(select(DeliveryAttempt.started_at)))
    assert len(starts) == len(feed(sandbox)) == POSTS
    apart = [later - earlier for earlier, later in zip(starts, starts[1:], strict=False)]
    assert min(apart) >= queries.gap()
