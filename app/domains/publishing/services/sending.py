"""Send one delivery: claim, upload, take a turn, write the attempt, create once, record.

No transaction is open during an outside call. The attempt is committed before the create call, so
that whatever happens next, it is known that the network may have acted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from flask import current_app
from sqlalchemy import CursorResult, update

from app.core import clock, crypto, logs, states, storage
from app.core.db import db
from app.domains.publishing import network, queries
from app.domains.publishing.models import Delivery, DeliveryAttempt
from app.domains.publishing.services import outcomes, pace
from app.domains.publishing.services.planning import LATEST, promised_at
from app.domains.publishing.states import MOVES, ConnectionState, DeliveryState
from app.providers.contracts import OutgoingPost, PublishedPost
from app.providers.errors import ProviderError

LEASE_SECONDS = 60

log = logs.get("publishing")


class LeaseLost(Exception):
    """Another hand took the delivery: this one stops before anything is created."""


@dataclass(frozen=True)
class Parcel:
    """What the network needs, gathered before any call."""

    token: str
    author_urn: str
    picture_key: str
    post: OutgoingPost


def send(delivery_id: int) -> None:
    """Try to send one delivery whose moment has come; every end is a row's state."""
    delivery = queries.for_sending(delivery_id)
    if delivery is None or not _claim(delivery):
        db.session.rollback()
        return
    db.session.commit()
    if _is_settled(delivery):
        return
    try:
        parcel = _parcel(delivery)
        media_urn = _upload(delivery, parcel)
    except (ProviderError, storage.StorageError, crypto.UnreadableSecret) as error:
        outcomes.fail(delivery, error, attempt=None)
        return
    except LeaseLost:
        return
    _create(delivery, parcel, media_urn)


def _claim(delivery: Delivery) -> bool:
    free = [Delivery.scheduled_at <= clock.now(), queries.not_paused()]
    return states.claim(
        delivery, DeliveryState.SENDING, moves=MOVES, where=free,
        lease_until=clock.in_seconds(LEASE_SECONDS), reason="",
    )  # fmt: skip


def _is_settled(delivery: Delivery) -> bool:
    """Settle at once what needs no call: known to be out, hindered, or to wait; tell whether it was."""
    urn = queries.heard_urn(delivery.id)
    reason = _hindrance(delivery)
    wait = _cap(delivery) or pace.free_at(delivery.connection)
    if urn:
        # The answer to an earlier attempt came after its question was settled.
        outcomes.publish(delivery, PublishedPost(urn, network.public_url(urn)), attempt=None)
    elif reason:
        outcomes.block(delivery, reason)
    elif wait is not None:
        outcomes.postpone(delivery, wait, pace.REASON)
    db.session.commit()
    return bool(urn or reason or wait)


def _hindrance(delivery: Delivery) -> str:
    connection = delivery.connection
    if connection.state != ConnectionState.ACTIVE:
        return connection.reason or "disconnected"
    if connection.expires_at <= clock.now():
        return "access_expired"
    if clock.now() - promised_at(delivery) > LATEST:
        return "late"
    return ""


def _parcel(delivery: Delivery) -> Parcel:
    connection, content = delivery.connection, delivery.content
    post = OutgoingPost(connection.account_urn, delivery.text, tuple(delivery.hashtags), alt_text=content.alt_text)
    return Parcel(crypto.unseal(connection.sealed_access_token), connection.account_urn, content.picture_key, post)


def _upload(delivery: Delivery, parcel: Parcel) -> str:
    if delivery.media_urn or not parcel.picture_key:
        return delivery.media_urn
    picture = storage.store().get(parcel.picture_key)
    urn = network.publisher().upload(parcel.token, parcel.author_urn, picture.content, picture.media_type)
    # The checkpoint: a resume never uploads twice.
    _hold(delivery, media_urn=urn)
    db.session.commit()
    return urn


def _hold(delivery: Delivery, **values: Any) -> None:
    """Extend our own lease and set `values`; raise LeaseLost when it is no longer ours."""
    until = clock.in_seconds(LEASE_SECONDS)
    statement = (
        update(Delivery)
        .where(
            Delivery.id == delivery.id,
            Delivery.state == DeliveryState.SENDING,
            Delivery.lease_until == delivery.lease_until,
        )
        .values(lease_until=until, **values)
        .execution_options(synchronize_session=False)
    )
    if cast("CursorResult[Any]", db.session.execute(statement)).rowcount != 1:
        db.session.rollback()
        raise LeaseLost
    db.session.refresh(delivery)


def _create(delivery: Delivery, parcel: Parcel, media_urn: str) -> None:
    db.session.refresh(delivery.connection)
    # The upload took a while: the person may have disconnected meanwhile.
    reason = _hindrance(delivery)
    if reason:
        outcomes.block(delivery, reason)
        return
    if queries.is_paused(delivery.workspace_id):
        outcomes.postpone(delivery, delivery.scheduled_at, "")
        return
    try:
        wait = _cap(delivery) or pace.take_turn(delivery.connection)
        if wait is not None:
            outcomes.postpone(delivery, wait, pace.REASON)
            return
        attempt = DeliveryAttempt(delivery_id=delivery.id)
        db.session.add(attempt)
        _hold(delivery)
    except LeaseLost:
        return
    db.session.commit()
    post = OutgoingPost(
        parcel.author_urn, parcel.post.text, parcel.post.hashtags, media_urn, parcel.post.alt_text if media_urn else ""
    )
    try:
        published = network.publisher().create(parcel.token, post)
    except ProviderError as error:
        outcomes.fail(delivery, error, attempt=attempt)
    else:
        outcomes.publish(delivery, published, attempt=attempt)


def _cap(delivery: Delivery) -> datetime | None:
    most = current_app.config["SETTINGS"].daily_deliveries_per_connection
    return outcomes.tomorrow() if queries.sent_today(delivery.connection_id) >= most else None
