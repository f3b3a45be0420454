"""The two numbers a person types where the network does not tell them."""

from __future__ import annotations

from sqlalchemy import select

from app.core import background
from app.core.db import db
from app.core.errors import Conflict
from app.domains.publishing import link_words
from app.domains.publishing.models import Delivery, FiguresDay
from app.domains.publishing.services.measuring import BY_PERSON, keep_day, may_read
from app.domains.publishing.states import DeliveryState

MOST = 1_000_000


def type_figures(delivery: Delivery, reactions: int, comments: int) -> None:
    """Keep what a person read on her own page, and commit; the network's next answer replaces it.

    Raises:
        Conflict: it is not out, the network tells already, or no such number.
    """
    if delivery.state != DeliveryState.PUBLISHED or not is_typed(delivery):
        raise Conflict("figures_read", link_words.FIGURES_READ)
    if not (0 <= reactions <= MOST and 0 <= comments <= MOST):
        raise Conflict("figures_invalid", link_words.FIGURES_INVALID)
    delivery.reactions, delivery.comments, delivery.figures_by = reactions, comments, BY_PERSON
    keep_day(delivery)
    db.session.commit()


def is_typed(delivery: Delivery) -> bool:
    """Tell whether a delivery's figures are a person's to type: its connection may not read them, or was refused."""
    if delivery.figures_by == BY_PERSON or not may_read(delivery.connection):
        return True
    if delivery.measured_at is None:
        return False
    read = select(FiguresDay.id).where(FiguresDay.delivery_id == delivery.id).limit(1)
    return db.session.scalar(read) is None


def refresh(workspace_id: int) -> None:
    """Ring for what a workspace's results lack; nobody waits for it."""
    background.ring("app.domains.publishing.jobs.collect_opened", workspace_id, on="bulk")
