"""The private calendar of what is planned: an address nobody can guess, kept as a digest only."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from flask import current_app
from icalendar import Calendar, Event
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.core import clock
from app.core.db import db
from app.domains.audit import services as audit
from app.domains.audit.models import AuditLine
from app.domains.contents.models import Content
from app.domains.publishing import queue_words
from app.domains.publishing.models import Delivery
from app.domains.publishing.states import DeliveryState
from app.domains.workspaces.models import Membership, Workspace

MOST = 500
# A departure is an instant; a calendar shows nothing shorter than this.
LENGTH = timedelta(minutes=15)


def renew(workspace: Workspace) -> str:
    """Give a workspace a new address, and commit; the one before opens nothing any more.

    Returns:
        The secret, this once: only its digest is kept.
    """
    secret = secrets.token_urlsafe(32)
    workspace.calendar_key = _digest(secret)
    audit.record("setting.calendar_opened", workspace_id=workspace.id)
    db.session.commit()
    return secret


def withdraw(workspace: Workspace) -> None:
    """Take the address away, and commit."""
    workspace.calendar_key = ""
    audit.record("setting.calendar_closed", workspace_id=workspace.id)
    db.session.commit()


def forget_member(membership_id: int) -> None:
    """Take the address away when whoever made it leaves, in the present transaction: she alone was shown it."""
    place = db.session.get(Membership, membership_id)
    if place is None:
        return
    made = select(AuditLine.by_id).where(
        AuditLine.workspace_id == place.workspace_id, AuditLine.kind == "setting.calendar_opened"
    )
    if db.session.scalar(made.order_by(AuditLine.id.desc()).limit(1)) == place.user_id:
        db.session.get_one(Workspace, place.workspace_id).calendar_key = ""


def workspace_of(secret: str) -> Workspace | None:
    """Return the workspace whose calendar a secret opens."""
    return db.session.scalar(select(Workspace).where(Workspace.calendar_key == _digest(secret)))


def written(workspace: Workspace) -> bytes:
    """Return what is planned as an iCalendar file: UTC moments, one lasting UID a delivery."""
    file = Calendar()
    file.add("prodid", "-//AstroGrowth//Envois//FR")
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", queue_words.calendar_name(workspace.name))
    file.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    for delivery in _planned(workspace.id):
        file.add_component(_event(delivery, is_paused=workspace.paused_at is not None))
    return bytes(file.to_ical())


def _event(delivery: Delivery, *, is_paused: bool) -> Event:
    root = current_app.config["SETTINGS"].public_url
    host = root.partition("://")[2].partition("/")[0].partition(":")[0]
    event = Event()
    event.add("uid", f"envoi-{delivery.id}@{host}")
    event.add("dtstamp", clock.now())
    event.add("dtstart", delivery.scheduled_at)
    event.add("dtend", delivery.scheduled_at + LENGTH)
    event.add("summary", delivery.content.heading)
    event.add("url", f"{root}/contenus/{delivery.content_id}")
    event.add("status", "TENTATIVE" if is_paused else "CONFIRMED")
    # It takes nobody's time.
    event.add("transp", "TRANSPARENT")
    return event


def _planned(workspace_id: int) -> list[Delivery]:
    statement = (
        select(Delivery)
        .where(
            Delivery.workspace_id == workspace_id,
            Delivery.state.in_([DeliveryState.SCHEDULED, DeliveryState.SENDING]),
        )
        .options(joinedload(Delivery.content).joinedload(Content.lead))
        .order_by(Delivery.scheduled_at, Delivery.id)
    )
    return list(db.session.scalars(statement.limit(MOST)))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
