"""The life of a mail."""

from __future__ import annotations

from enum import StrEnum


class MailState(StrEnum):
    """due → sending → sent; back to due when the server may accept it later."""

    DUE = "due"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"


MOVES: dict[MailState, tuple[MailState, ...]] = {
    MailState.DUE: (MailState.SENDING,),
    MailState.SENDING: (MailState.SENT, MailState.DUE, MailState.FAILED),
    MailState.SENT: (),
    MailState.FAILED: (MailState.DUE,),
}
