"""What a crash or a silence left behind: leases that are over, deliveries nobody heard back of."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import or_, select, update

from app.core import clock, crypto, logs, states
from app.core.db import changed, db
from app.domains.publishing import network, queries
from app.domains.publishing.models import Delivery, DeliveryAttempt
from app.domains.publishing.services import outcomes, telling
from app.domains.publishing.services.planning import ring
from app.domains.publishing.states import MOVES, DeliveryState
from app.providers.contracts import OutgoingPost
from app.providers.errors import ProviderError

LOOK_EVERY = timedelta(minutes=5)

log = logs.get("publishing")


def recover(delivery: Delivery) -> None:
    """Settle a delivery whose sender died, and commit: unsent without an attempt, unconfirmed with one."""
    open_attempt = select(DeliveryAttempt.id).where(
        DeliveryAttempt.delivery_id == delivery.id, DeliveryAttempt.answered_at.is_(None)
    )
    over = [Delivery.lease_until < clock.now()]
    if db.session.scalar(open_attempt.limit(1)) is None:
        moved = states.claim(
            delivery, DeliveryState.SCHEDULED, moves=MOVES, only_from=DeliveryState.SENDING, where=over,
            lease_until=None, reason="interrupted",
        )  # fmt: skip
        if moved:
            ring(delivery)
    else:
        moved = states.claim(
            delivery, DeliveryState.UNCONFIRMED, moves=MOVES, only_from=DeliveryState.SENDING, where=over,
            lease_until=None, reason="outcome_unknown",
        )  # fmt: skip
        if moved:
            telling.tell(delivery, "outcome_unknown")
    db.session.commit()


def look_up(delivery_id: int) -> None:
    """Look for an unconfirmed delivery on its network, where its connection may read; adopt what is found."""
    delivery = queries.for_sending(delivery_id)
    if delivery is None or not network.may_read_back(delivery.connection) or not _take_a_look(delivery):
        db.session.rollback()
        return
    db.session.commit()
    post = OutgoingPost(delivery.connection.account_urn, delivery.text, tuple(delivery.hashtags))
    try:
        token = crypto.unseal(delivery.connection.sealed_access_token)
        found = network.reader(delivery.connection).find_own(token, post)
    except (ProviderError, crypto.UnreadableSecret) as error:
        log.warning("look-up failed", delivery_id=delivery_id, error=type(error).__name__)
        return
    # The same words, published by another delivery, are not this one.
    if found is not None and not queries.is_anothers(delivery, found.urn):
        attempt = next((row for row in queries.attempts(delivery_id) if row.answered_at is None), None)
        outcomes.publish(delivery, found, attempt=attempt)
    db.session.commit()


def _take_a_look(delivery: Delivery) -> bool:
    """Take the right to look for a while, so that neither sweeps nor workers ask the network without end."""
    now = clock.now()
    statement = (
        update(Delivery)
        .where(
            Delivery.id == delivery.id,
            Delivery.state == DeliveryState.UNCONFIRMED,
            or_(Delivery.lease_until.is_(None), Delivery.lease_until <= now),
        )
        .values(lease_until=now + LOOK_EVERY)
        .execution_options(synchronize_session=False)
    )
    return changed(statement) == 1
