"""Say what networks refused: in the list at once, by mail once an hour and account at most, all of it in one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

from app.core import clock
from app.core.db import db
from app.core.events import DomainEvent
from app.domains.contents.models import Content
from app.domains.notifications import outbox
from app.domains.notifications.kinds import Kind
from app.domains.notifications.models import Mail
from app.domains.notifications.telling import News, Reader, letter, push, put_in_list, readers
from app.domains.publishing import queries, wording
from app.domains.publishing.models import Delivery
from app.domains.publishing.states import DeliveryState

EVENT = "delivery.needs_person"
# Older than this is no news; the rest of a burst waits for the hour to pass.
FRESH, BETWEEN = timedelta(hours=48), timedelta(hours=1)
MOST_NAMED, SHOWN = 10, 300


class Refusal(NamedTuple):
    """A delivery a network refused, and when."""

    delivery: Delivery
    at: datetime


def tell(delivery: Delivery) -> None:
    """Tell of a refusal, once a decision, whatever the accounts that refused it; commit."""
    key = f"{delivery.content_id}:{delivery.approved_at.timestamp():.0f}"
    news = News(delivery.workspace_id, Kind.REFUSED, key, content_id=delivery.content_id)
    for reader in readers(delivery.workspace_id, Kind.REFUSED):
        put_in_list(reader, news)
        push(reader, news)
    mail_new(delivery.workspace_id)


def mail_new(workspace_id: int) -> None:
    """Mail each account's refusals since its last such mail, once an hour at most and never at night; commit."""
    by_account = sorted(_fresh(workspace_id), key=lambda each: each.delivery.connection_id)
    accounts = [list(found) for _, found in groupby(by_account, key=lambda each: each.delivery.connection_id)]
    for reader in readers(workspace_id, Kind.REFUSED):
        for found in accounts if reader.wants_mail and not reader.sleeps else ():
            _mail(reader, found)
    db.session.commit()


def _mail(reader: Reader, found: Sequence[Refusal]) -> None:
    account = found[0].delivery.connection
    last = _last_written(reader, account.id)
    if last is not None and clock.now() - last < BETWEEN:
        return
    new = [each.delivery for each in found if last is None or each.at > last]
    if not new:
        return
    shown = new[:MOST_NAMED]
    outbox.post(
        letter(reader, News(reader.workspace_id, Kind.REFUSED, f"{account.id}-{new[-1].id}")),
        account=wording.account(account),
        count=len(new),
        left=len(new) - len(shown),
        refusals=lambda: [_as_shown(delivery) for delivery in shown],
    )


def _as_shown(delivery: Delivery) -> dict[str, str]:
    return {
        "heading": queries.heading(delivery),
        "reason": wording.reason_of(delivery),
        "text": delivery.text[:SHOWN],
        "address": outbox.page(delivery.workspace_id, f"/contenus/{delivery.content_id}"),
    }


def _last_written(reader: Reader, connection_id: int) -> datetime | None:
    statement = select(Mail.created_at).where(
        Mail.user_id == reader.user.id, Mail.dedupe_key.startswith(f"{Kind.REFUSED}:{connection_id}-", autoescape=True)
    )
    return db.session.scalar(statement.order_by(Mail.id.desc()).limit(1))


def _fresh(workspace_id: int) -> list[Refusal]:
    """Return what was refused lately and still stands, oldest first, the first account of each decision alone."""
    later = aliased(Delivery)
    again = exists().where(later.content_id == Delivery.content_id, later.approved_at > Delivery.approved_at)
    statement = (
        select(Delivery, DomainEvent.created_at)
        .join(DomainEvent, (DomainEvent.subject_id == Delivery.id) & (DomainEvent.name == EVENT))
        .join(Content, Content.id == Delivery.content_id)
        .where(
            Delivery.workspace_id == workspace_id,
            Delivery.state == DeliveryState.REFUSED,
            DomainEvent.workspace_id == workspace_id,
            DomainEvent.created_at > clock.now() - FRESH,
            ~again,
        )
        .order_by(DomainEvent.id)
    )
    first: dict[tuple[int, datetime], Refusal] = {}
    for delivery, at in db.session.execute(statement).tuples():
        first.setdefault((delivery.content_id, delivery.approved_at), Refusal(delivery, at))
    return list(first.values())
