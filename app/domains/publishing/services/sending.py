"""Send one delivery: claim, upload, take a turn, write the attempt, create once, record.

No transaction is open during an outside call. The attempt is committed before the create call, so
that whatever happens next, it is known that the network may have acted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import update

from app.core import clock, crypto, logs, states, storage
from app.core.db import changed, db
from app.domains.publishing import network, public_pictures, queries
from app.domains.publishing.models import Delivery, DeliveryAttempt
from app.domains.publishing.services import outcomes, pace, renewing
from app.domains.publishing.services.planning import LATE, is_late
from app.domains.publishing.states import MOVES, ConnectionState, DeliveryState
from app.providers.contracts import OutgoingPicture, OutgoingPost
from app.providers.errors import AccessRevoked, ProviderError

LEASE_SECONDS = 60

log = logs.get("publishing")


class LeaseLost(Exception):
    """Another hand took the delivery: this one stops before anything is created."""


@dataclass(frozen=True)
class Parcel:
    """What the network needs, gathered before any call."""

    token: str
    sealed: str
    author_urn: str
    picture_key: str
    post: OutgoingPost


def send(delivery_id: int) -> bool:
    """Try to send one delivery whose moment has come; every end is a row's state.

    Returns:
        False when it was not for this caller: another has it, or it may not leave.
    """
    delivery = queries.for_sending(delivery_id)
    if delivery is None or not _claim(delivery):
        db.session.rollback()
        return False
    db.session.commit()
    if not _is_renewed(delivery) and not _is_settled(delivery):
        _carry(delivery)
    return True


def _carry(delivery: Delivery) -> None:
    sealed = delivery.connection.sealed_access_token
    try:
        parcel = _parcel(delivery)
        media_urn = _upload(delivery, parcel)
    except (ProviderError, storage.StorageError, crypto.UnreadableSecret) as error:
        _fail(delivery, sealed, error, None)
        return
    except LeaseLost:
        return
    _create(delivery, parcel, media_urn)


def _fail(delivery: Delivery, sealed: str, error: Exception, attempt: DeliveryAttempt | None) -> None:
    """Settle a failure: an access the network refuses is renewed once, where it can be."""
    if isinstance(error, AccessRevoked):
        outcomes.hear(delivery, error, attempt)
        found = renewing.renew(delivery.connection, sealed)
        if found != renewing.Renewal.DEAD:
            _send_again(delivery, found)
            return
    outcomes.fail(delivery, sealed, error, attempt=attempt)


def _send_again(delivery: Delivery, found: renewing.Renewal) -> None:
    wait = renewing.BUSY if found == renewing.Renewal.WAIT else timedelta(0)
    outcomes.postpone(delivery, clock.now() + wait, "renewing")


def _claim(delivery: Delivery) -> bool:
    free = [Delivery.scheduled_at <= clock.now(), queries.not_paused()]
    return states.claim(
        delivery, DeliveryState.SENDING, moves=MOVES, where=free,
        lease_until=clock.in_seconds(LEASE_SECONDS), reason="",
    )  # fmt: skip


def _is_renewed(delivery: Delivery) -> bool:
    """Renew an access that is over, where it can be; tell whether the delivery begins again with another."""
    connection = delivery.connection
    if connection.state != ConnectionState.ACTIVE or connection.expires_at > clock.now():
        return False
    found = renewing.renew(connection, connection.sealed_access_token)
    if found != renewing.Renewal.DEAD:
        _send_again(delivery, found)
    return found != renewing.Renewal.DEAD


def _is_settled(delivery: Delivery) -> bool:
    """Settle at once what needs no call: known to be out, hindered, or to wait; tell whether it was."""
    heard = queries.heard(delivery.id)
    reason = _hindrance(delivery)
    wait = pace.rests_until(delivery.connection)
    if heard is not None:
        # The answer to an earlier attempt came after its question was settled.
        outcomes.publish(delivery, heard, attempt=None)
    elif reason:
        outcomes.block(delivery, reason)
    elif wait is not None:
        outcomes.postpone(delivery, wait, pace.REASON)
    db.session.commit()
    return bool(heard or reason or wait)


def _hindrance(delivery: Delivery) -> str:
    connection = delivery.connection
    if connection.state != ConnectionState.ACTIVE:
        return connection.reason or "disconnected"
    if connection.expires_at <= clock.now():
        return "access_expired"
    return LATE if is_late(delivery) else ""


def _parcel(delivery: Delivery) -> Parcel:
    connection, content = delivery.connection, delivery.content
    post = OutgoingPost(connection.account_urn, delivery.text, tuple(delivery.hashtags), alt_text=content.alt_text)
    sealed = connection.sealed_access_token
    return Parcel(crypto.unseal(sealed), sealed, connection.account_urn, content.picture_key, post)


def _upload(delivery: Delivery, parcel: Parcel) -> str:
    if delivery.media_urn or not parcel.picture_key:
        return delivery.media_urn
    stored = storage.store().get(parcel.picture_key)
    fetched = network.takes_pictures_itself(delivery.connection)
    public_url = public_pictures.address(parcel.picture_key) if fetched else ""
    picture = OutgoingPicture(stored.content, stored.media_type, public_url)
    urn = network.publisher(delivery.connection).upload(parcel.token, parcel.post, picture)
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
    if changed(statement) != 1:
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
        wait = pace.capped_until(delivery.connection_id) or pace.take_turn(delivery.connection)
        if wait is not None:
            outcomes.postpone(delivery, wait, pace.REASON)
            return
        attempt = DeliveryAttempt(delivery_id=delivery.id)
        db.session.add(attempt)
        _hold(delivery)
    except LeaseLost:
        return
    until = delivery.lease_until
    db.session.commit()
    if until is not None and clock.now() >= until:
        # This machine slept through its lease: whoever asked about the attempt meanwhile has its answer.
        return
    post = OutgoingPost(
        parcel.author_urn, parcel.post.text, parcel.post.hashtags, media_urn, parcel.post.alt_text if media_urn else ""
    )
    try:
        published = network.publisher(delivery.connection).create(parcel.token, post)
    except ProviderError as error:
        _fail(delivery, parcel.sealed, error, attempt)
    else:
        outcomes.publish(delivery, published, attempt=attempt)
