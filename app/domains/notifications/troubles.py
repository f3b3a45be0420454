"""What a delivery asks of its owners, or of the operator, by mail."""

from __future__ import annotations

from flask import current_app
from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.domains.notifications import outbox, refusals, telling
from app.domains.notifications.kinds import Kind
from app.domains.publishing import access_words, queries
from app.domains.publishing.models import Connection, Delivery
from app.domains.publishing.states import DeliveryState
from app.domains.workspaces.services import workspace_by_id

LATE = "late"
RETIRED = "version_retired"
SHOWN = 300
OPERATOR = "Vous recevez ce courriel parce que vous exploitez cette installation d’AstroGrowth."


def tell(delivery_id: int) -> None:
    """Ask whether a publication is out, say that it was refused, or that some are late.

    Once a delivery; once an hour and account; once a day and account.
    """
    delivery = db.session.get(Delivery, delivery_id)
    if delivery is None or workspace_by_id(delivery.workspace_id).is_demo:
        return
    if delivery.state == DeliveryState.UNCONFIRMED:
        _ask(delivery)
    elif delivery.state == DeliveryState.BLOCKED and delivery.reason == LATE:
        _say_late(delivery)
    elif delivery.state == DeliveryState.REFUSED:
        refusals.tell(delivery)
    db.session.commit()


def tell_operator(delivery_id: int) -> None:
    """Tell the operator, once a day and network, that it refuses our version."""
    recipient = current_app.config["SETTINGS"].operator_email
    delivery = db.session.get(Delivery, delivery_id)
    if delivery is None or not recipient:
        return
    connection = db.session.get_one(Connection, delivery.connection_id)
    waiting = select(func.count(Delivery.id)).where(
        Delivery.state == DeliveryState.SCHEDULED, Delivery.reason == RETIRED
    )
    letter = outbox.Letter(
        workspace_id=delivery.workspace_id,
        kind="version_retired",
        dedupe_key=f"version_retired:{connection.network}:{clock.today()}",
        recipient=recipient,
    )
    version = current_app.config["SETTINGS"].linkedin_version
    network = access_words.network_name(connection)
    outbox.post(letter, network=network, version=version, count=db.session.scalar(waiting) or 0, told_because=OPERATOR)
    db.session.commit()


def _ask(delivery: Delivery) -> None:
    attempt = delivery.scheduled_at.timestamp()
    key = f"{delivery.id}:{attempt:.0f}"
    telling.tell(
        telling.News(delivery.workspace_id, Kind.UNCONFIRMED, key, content_id=delivery.content_id),
        **_shown(delivery),
        network=access_words.network_name(db.session.get_one(Connection, delivery.connection_id)),
    )


def _shown(delivery: Delivery) -> dict[str, str]:
    """Return what names a publication in a mail, and its page."""
    return {
        "address": outbox.page(delivery.workspace_id, f"/contenus/{delivery.content_id}"),
        "heading": queries.heading(delivery),
        "text": delivery.text[:SHOWN],
    }


def _say_late(delivery: Delivery) -> None:
    late = select(func.count(Delivery.id)).where(
        Delivery.connection_id == delivery.connection_id, Delivery.state == DeliveryState.BLOCKED,
        Delivery.reason == LATE,
    )  # fmt: skip
    key, count = f"{delivery.connection_id}:{clock.today()}", db.session.scalar(late) or 1
    news = telling.News(delivery.workspace_id, Kind.LATE, key, count=count)
    telling.tell(news, address=outbox.page(delivery.workspace_id, "/a-venir"), count=count)
