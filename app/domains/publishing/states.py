"""The lives of a delivery and of a connection."""

from __future__ import annotations

from enum import StrEnum


class DeliveryState(StrEnum):
    """One content going to one connection."""

    SCHEDULED = "scheduled"
    SENDING = "sending"
    PUBLISHED = "published"
    UNCONFIRMED = "unconfirmed"
    BLOCKED = "blocked"
    REFUSED = "refused"
    CANCELLED = "cancelled"


MOVES: dict[DeliveryState, tuple[DeliveryState, ...]] = {
    DeliveryState.SCHEDULED: (DeliveryState.SENDING, DeliveryState.CANCELLED, DeliveryState.BLOCKED),
    DeliveryState.SENDING: (
        DeliveryState.PUBLISHED,
        DeliveryState.SCHEDULED,
        DeliveryState.UNCONFIRMED,
        DeliveryState.BLOCKED,
        DeliveryState.REFUSED,
    ),
    DeliveryState.UNCONFIRMED: (DeliveryState.PUBLISHED, DeliveryState.SCHEDULED, DeliveryState.REFUSED),
    DeliveryState.BLOCKED: (DeliveryState.SCHEDULED, DeliveryState.CANCELLED),
    DeliveryState.PUBLISHED: (),
    DeliveryState.REFUSED: (),
    DeliveryState.CANCELLED: (),
}

FINAL = (DeliveryState.PUBLISHED, DeliveryState.REFUSED, DeliveryState.CANCELLED)
OPEN = tuple(state for state in DeliveryState if state not in FINAL)


# What stands for the content on its connection: there is never a second one.
LIVING = (*OPEN, DeliveryState.PUBLISHED)


class AccountKind(StrEnum):
    """Whose account it is."""

    PERSON = "person"
    PAGE = "page"


class ConnectionState(StrEnum):
    """Whether an account lets us in."""

    ACTIVE = "active"
    NEEDS_RECONNECTION = "needs_reconnection"
    DISCONNECTED = "disconnected"


CONNECTION_MOVES: dict[ConnectionState, tuple[ConnectionState, ...]] = {
    ConnectionState.ACTIVE: (ConnectionState.NEEDS_RECONNECTION, ConnectionState.DISCONNECTED),
    ConnectionState.NEEDS_RECONNECTION: (ConnectionState.ACTIVE, ConnectionState.DISCONNECTED),
    ConnectionState.DISCONNECTED: (ConnectionState.ACTIVE,),
}
