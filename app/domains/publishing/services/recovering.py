"""What a crash or a silence left behind: leases that are over, deliveries nobody heard back of."""

from __future__ import annotations

from sqlalchemy import select

from app.core import clock, crypto, logs, states
from app.core.db import db
from app.domains.publishing import network, queries
from app.domains.publishing.models import Delivery, DeliveryAttempt
from app.domains.publishing.services import outcomes
from app.domains.publishing.services.planning import ring
from app.domains.publishing.states import MOVES, DeliveryState
from app.providers.contracts import OutgoingPost
from app.providers.errors import ProviderError

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
            lease_until=None, scheduled_at=clock.now(), reason="interrupted",
        )  # fmt: skip
        if moved:
            ring(delivery)
    else:
        states.claim(
            delivery, DeliveryState.UNCONFIRMED, moves=MOVES, only_from=DeliveryState.SENDING, where=over,
            lease_until=None, reason="outcome_unknown",
        )  # fmt: skip
    db.session.commit()


def look_up(delivery_id: int) -> None:
    """Look for an unconfirmed delivery on its network, where its connection may read; adopt what is found."""
    delivery = queries.for_sending(delivery_id)
    if delivery is None or delivery.state != DeliveryState.UNCONFIRMED:
        return
    connection = delivery.connection
    if not network.READING_SCOPES & set(connection.scopes):
        return
    token = crypto.unseal(connection.sealed_access_token)
    post = OutgoingPost(connection.account_urn, delivery.text, tuple(delivery.hashtags))
    db.session.commit()
    try:
        found = network.reader().find_own(token, post)
    except ProviderError as error:
        log.warning("look-up failed", delivery_id=delivery_id, reason=error.code)
        return
    if found is not None:
        attempt = next((row for row in queries.attempts(delivery_id) if row.answered_at is None), None)
        outcomes.publish(delivery, found, attempt=attempt)
