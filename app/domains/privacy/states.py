"""Lives of exports, erasures and requests."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

# A person is answered within thirty days (P-39.1, s. 32); past twenty, it is time to worry.
ANSWER_WITHIN, WORRY_AFTER = timedelta(days=30), timedelta(days=20)
LINK_LIVES, GRACE = timedelta(days=7), timedelta(days=7)


class ExportState(StrEnum):
    """Where a file of someone's information is."""

    DUE = "due"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    GONE = "gone"


EXPORT_MOVES = {
    ExportState.DUE: {ExportState.RUNNING, ExportState.GONE},
    ExportState.RUNNING: {ExportState.DUE, ExportState.DONE, ExportState.FAILED, ExportState.GONE},
    ExportState.DONE: {ExportState.GONE},
    ExportState.FAILED: {ExportState.GONE},
    ExportState.GONE: set[ExportState](),
}


class ErasureState(StrEnum):
    """Where an erasure is; that of a workspace waits out its days of grace."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"


ERASURE_MOVES = {
    ErasureState.WAITING: {ErasureState.RUNNING, ErasureState.CANCELLED},
    ErasureState.RUNNING: {ErasureState.WAITING, ErasureState.DONE, ErasureState.CANCELLED},
    ErasureState.DONE: set[ErasureState](),
    ErasureState.CANCELLED: set[ErasureState](),
}


class RequestState(StrEnum):
    """Where a person's request is: it counts once its address is confirmed."""

    UNCONFIRMED = "unconfirmed"
    OPEN = "open"
    ANSWERED = "answered"
    REFUSED = "refused"


REQUEST_MOVES = {
    RequestState.UNCONFIRMED: {RequestState.OPEN},
    RequestState.OPEN: {RequestState.ANSWERED, RequestState.REFUSED},
    RequestState.ANSWERED: set[RequestState](),
    RequestState.REFUSED: set[RequestState](),
}


class Subject(StrEnum):
    """Whose information an export or an erasure is about; that of a network is a person's it knows and we do not."""

    PERSON = "person"
    WORKSPACE = "workspace"
    NETWORK = "network"
    ACCOUNT = "account"
