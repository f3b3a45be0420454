"""What a program may be told of, and the lives of its address and of each message."""

from __future__ import annotations

from enum import StrEnum


class Event(StrEnum):
    """What happened."""

    LEADS_READY = "leads.ready"
    CONTENT_READY = "content.ready"
    CONTENT_APPROVED = "content.approved"
    CONTENT_REJECTED = "content.rejected"
    CONTENT_PUBLISHED = "content.published"
    DELIVERY_REFUSED = "delivery.refused"
    DELIVERY_UNCONFIRMED = "delivery.unconfirmed"
    TEST = "webhook.test"


CHOSEN = tuple(event for event in Event if event != Event.TEST)
# What each is about: the name of its row in the message.
ABOUT = {
    Event.LEADS_READY: "campaign",
    Event.CONTENT_READY: "content",
    Event.CONTENT_APPROVED: "content",
    Event.CONTENT_REJECTED: "content",
    Event.CONTENT_PUBLISHED: "delivery",
    Event.DELIVERY_REFUSED: "delivery",
    Event.DELIVERY_UNCONFIRMED: "delivery",
}


class EndpointState(StrEnum):
    """A disabled one is told of nothing, by its owner's choice or after a day of failures."""

    ACTIVE = "active"
    DISABLED = "disabled"


class MessageState(StrEnum):
    """due → sending → sent; back to due while the program may still take it, and when somebody sends it again."""

    DUE = "due"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


ENDPOINT_MOVES: dict[EndpointState, tuple[EndpointState, ...]] = {
    EndpointState.ACTIVE: (EndpointState.DISABLED,),
    EndpointState.DISABLED: (EndpointState.ACTIVE,),
}
MOVES: dict[MessageState, tuple[MessageState, ...]] = {
    MessageState.DUE: (MessageState.SENDING, MessageState.FAILED),
    MessageState.SENDING: (MessageState.SENT, MessageState.DUE, MessageState.FAILED),
    MessageState.SENT: (MessageState.DUE,),
    MessageState.FAILED: (MessageState.DUE,),
}
