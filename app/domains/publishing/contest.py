"""Which of several versions did best, once there is enough to tell."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta

from app.core import clock
from app.domains.publishing.models import Delivery
from app.domains.publishing.states import DeliveryState

# A post lives two days in a feed; fewer reactions than these, or a smaller gap, is chance.
AGE = timedelta(hours=48)
FEWEST_REACTIONS = 20
GAP = 1.5


def engagement(delivery: Delivery) -> int:
    """Return reactions, comments and shares together."""
    return delivery.reactions + delivery.comments + delivery.shares


def winner(deliveries: Mapping[int, Sequence[Delivery]], content_ids: Collection[int]) -> int | None:
    """Return the version that did best; None while fewer than two are out for two days, or when they are close."""
    settled = {each: [row for row in deliveries.get(each, ()) if _is_settled(row)] for each in content_ids}
    out = {each: sum(map(engagement, rows)) for each, rows in settled.items() if rows}
    if len(out) < 2 or sum(out.values()) < FEWEST_REACTIONS:
        return None
    best, second = sorted(out, key=lambda each: (-out[each], each))[:2]
    return best if out[best] >= GAP * max(out[second], 1) else None


def _is_settled(delivery: Delivery) -> bool:
    moment = delivery.published_at
    return delivery.state == DeliveryState.PUBLISHED and moment is not None and clock.now() - moment >= AGE
