"""What each trouble of a delivery makes of it: its state, how long it waits, and who is told. One line a trouble.

The sentence of each is `wording.REASONS[code]`, which the pages show; a person is told in the app of all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domains.publishing.states import DeliveryState

BLOCKED, REFUSED = DeliveryState.BLOCKED, DeliveryState.REFUSED
SCHEDULED, UNCONFIRMED = DeliveryState.SCHEDULED, DeliveryState.UNCONFIRMED


class Wait(StrEnum):
    """How long."""

    NONE = "it is over"
    PERSON = "until its owner acts"
    TURN = "until its turn comes"
    STEPS = "10, 30, 60, then 300 s; longer where the network asks for it"
    ASKED = "what the network asks for; 300 s where it asks for nothing"
    MIDNIGHT = "until the network's day is over"
    HOUR = "an hour"
    RENEWAL = "none once the access is renewed; a minute while it is"


class Told(StrEnum):
    """Who."""

    APP = "its owners, in the app"
    MAIL = "its owners, by mail"
    OPERATOR = "the operator"


@dataclass(frozen=True)
class Line:
    """What one trouble makes of a delivery. `loses`: nothing leaves by its account before a reconnection."""

    state: DeliveryState
    wait: Wait
    told: frozenset[Told]
    loses: bool = False


_APP = frozenset({Told.APP})
_MAIL = frozenset({Told.APP, Told.MAIL})
_LOST = Line(BLOCKED, Wait.PERSON, _MAIL, loses=True)
_AGAIN = Line(SCHEDULED, Wait.STEPS, _APP)
OVER = Line(REFUSED, Wait.NONE, _MAIL)

TABLE: Mapping[str, Line] = {
    # Needs the person.
    "access_revoked": _LOST,
    "access_expired": _LOST,
    "permission_missing": _LOST,
    "disconnected": Line(BLOCKED, Wait.PERSON, _APP),
    "late": Line(BLOCKED, Wait.PERSON, _MAIL),
    "outcome_unknown": Line(UNCONFIRMED, Wait.PERSON, _MAIL),
    # Leaves by itself, later.
    "pace": Line(SCHEDULED, Wait.TURN, _APP),
    "quota": Line(SCHEDULED, Wait.ASKED, _APP),
    "quota_day": Line(SCHEDULED, Wait.MIDNIGHT, _APP),
    "version_retired": Line(SCHEDULED, Wait.HOUR, _APP | {Told.OPERATOR}),
    "unavailable": _AGAIN,
    "timeout": _AGAIN,
    "malformed": _AGAIN,
    "too_large": _AGAIN,
    "storage": _AGAIN,
    "media_waiting": _AGAIN,
    "media_lost": _AGAIN,
    "interrupted": _AGAIN,
    "renewing": Line(SCHEDULED, Wait.RENEWAL, _APP),
    # Over for this text.
    "duplicate": OVER,
    "too_long": OVER,
    "too_many_hashtags": OVER,
    "picture_needed": OVER,
    "policy": OVER,
    "media_failed": OVER,
    "unsafe_address": OVER,
    "not_found": OVER,
    "invalid": OVER,
    "refused": OVER,
}


def line_of(code: str) -> Line:
    """Return the line of a trouble; a word we do not know is a refusal."""
    return TABLE.get(code, OVER)
