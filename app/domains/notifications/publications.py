"""Say what was published: in the list at once, by mail once a day at most, with what came out since the last one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.core import clock
from app.core.db import db
from app.domains.contents.models import Content
from app.domains.notifications import outbox
from app.domains.notifications.kinds import Kind
from app.domains.notifications.telling import News, Reader, letter, push, put_in_list, readers
from app.domains.publishing.models import Delivery
from app.domains.publishing.states import DeliveryState

# Older than this is no news.
FRESH = timedelta(hours=48)
MOST_NAMED = 10


def tell(delivery_id: int) -> None:
    """Tell of a delivery that ended well, and commit."""
    delivery = db.session.get(Delivery, delivery_id)
    if delivery is None or delivery.state != DeliveryState.PUBLISHED:
        return
    news = News(delivery.workspace_id, Kind.PUBLISHED, str(delivery.id), content_id=delivery.content_id)
    for reader in readers(delivery.workspace_id, Kind.PUBLISHED):
        put_in_list(reader, news)
        push(reader, news)
    db.session.commit()
    mail_new(delivery.workspace_id)


def mail_new(workspace_id: int) -> None:
    """Mail what came out since the last such mail, once a day at most and never at night; commit."""
    for reader in readers(workspace_id, Kind.PUBLISHED):
        if reader.wants_mail and not reader.sleeps and not reader.was_written_today():
            _mail(reader)
    db.session.commit()


def _mail(reader: Reader) -> None:
    found = _since_last(reader)
    if not found:
        return
    envelope = letter(reader, News(reader.workspace_id, Kind.PUBLISHED, f"{reader.workspace_id}-mail-{found[-1].id}"))
    shown = found[:MOST_NAMED]
    outbox.post(envelope, deliveries=shown, count=len(found), left=len(found) - len(shown))


def _since_last(reader: Reader) -> Sequence[Delivery]:
    last = reader.last_mail()
    since = max(clock.now() - FRESH, last.created_at) if last is not None else clock.now() - FRESH
    statement = (
        select(Delivery)
        .where(
            Delivery.workspace_id == reader.workspace_id,
            Delivery.state == DeliveryState.PUBLISHED,
            Delivery.published_at > since,
        )
        .options(joinedload(Delivery.content).joinedload(Content.lead), joinedload(Delivery.connection))
        .order_by(Delivery.published_at, Delivery.id)
    )
    return db.session.scalars(statement).all()
