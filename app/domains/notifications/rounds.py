"""What is looked at every few minutes: mails that waited for morning or for tomorrow, the report of the week."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import ColumnElement, Select, delete, select

from app.core import background, clock
from app.core.db import changed, db
from app.core.events import DomainEvent
from app.domains.accounts import changes
from app.domains.approvals import links
from app.domains.contents.models import Content
from app.domains.contents.states import ContentState
from app.domains.notifications import asking, publications, refusals, weekly
from app.domains.notifications.models import Mail, Notification, PushNotice
from app.domains.notifications.states import MailState
from app.domains.publishing.models import Delivery
from app.domains.publishing.states import DeliveryState
from app.domains.workspaces.models import Workspace

JOBS = "app.domains.notifications.jobs"
# Sent mails are what says that a piece of news was told; a list is read within a season.
MAILS_KEPT, LIST_KEPT = timedelta(days=60), timedelta(days=90)


def look() -> int:
    """Ring for every workspace that may have something to be told; return how many bells were rung."""
    rung = 0
    if clock.now().astimezone(clock.QUEBEC).hour >= asking.MORNING_HOUR:
        rung += sum(background.ring(f"{JOBS}.ask_daily", each) for each in _ids(_with_pending()))
    rung += sum(background.ring(f"{JOBS}.mail_publications", each) for each in _ids(_with_fresh()))
    rung += sum(background.ring(f"{JOBS}.mail_refusals", each) for each in _ids(_with_refused()))
    if weekly.is_time():
        rung += sum(background.ring(f"{JOBS}.report_week", each) for each in _ids(_with_published()))
    return rung


def purge() -> dict[str, int]:
    """Delete what was said long ago, and the links that died; commit, and return how many rows went, by rule."""
    now = clock.now()
    old_mails = Mail.state.in_((MailState.SENT, MailState.FAILED)) & (Mail.created_at < now - MAILS_KEPT)
    gone = {
        "approval_links": links.forget_old(),
        "mails": _delete(Mail, old_mails),
        "push_notices": _delete(PushNotice, PushNotice.created_at < now - MAILS_KEPT),
        "notifications": _delete(Notification, Notification.created_at < now - LIST_KEPT),
    }
    changes.forget_old()
    db.session.commit()
    return gone


def _delete(model: type[Mail | Notification | PushNotice], old: ColumnElement[bool]) -> int:
    return changed(delete(model).where(old))


def _ids(statement: Select[int]) -> list[int]:
    real = statement.join(Workspace).where(Workspace.is_demo.is_(False))
    found = list(db.session.scalars(real.distinct()))
    db.session.commit()
    return found


def _with_pending() -> Select[int]:
    return select(Content.workspace_id).where(Content.state == ContentState.PENDING)


def _with_fresh() -> Select[int]:
    return _with_published().where(Delivery.published_at > clock.now() - publications.FRESH)


def _with_refused() -> Select[int]:
    lately = (DomainEvent.name == refusals.EVENT) & (DomainEvent.created_at > clock.now() - refusals.FRESH)
    told = select(DomainEvent.subject_id).where(lately)
    return select(Delivery.workspace_id).where(Delivery.state == DeliveryState.REFUSED, Delivery.id.in_(told))


def _with_published() -> Select[int]:
    return select(Delivery.workspace_id).where(Delivery.state == DeliveryState.PUBLISHED)
