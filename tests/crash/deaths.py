"""Where a worker dies: each point wraps the product's own functions, from the outside, in one process."""

from __future__ import annotations

import http.client
import os
import select
import signal
from collections.abc import Callable
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from app.domains.publishing.services import outcomes, sending
from app.providers.http import Call, HttpDoor

Fatal = Callable[[], None]


def countdown(nth: int) -> Fatal:
    """Return what kills this process, without a word, the `nth` time it is called."""
    left = nth

    def die() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return die


def _before(owner: Any, name: str, action: Callable[..., None]) -> None:
    original = getattr(owner, name)

    def wrapped(*arguments: Any, **named: Any) -> Any:
        action(*arguments, **named)
        return original(*arguments, **named)

    setattr(owner, name, wrapped)


def _before_claim(die: Fatal) -> None:
    _before(sending, "_claim", lambda *_: die())


def _after_claim(die: Fatal) -> None:
    # The first thing done once the claim is committed.
    _before(sending, "_is_settled", lambda *_: die())


def _is_create(call: Call) -> bool:
    return call.method == "POST" and call.url.endswith("/rest/posts")


def _before_call(die: Fatal) -> None:
    def look(_door: HttpDoor, call: Call) -> None:
        if _is_create(call):
            die()

    _before(HttpDoor, "send", look)


def _before_answer(die: Fatal) -> None:
    creating = False

    def look(_door: HttpDoor, call: Call) -> None:
        nonlocal creating
        creating = _is_create(call)

    def wait(connection: http.client.HTTPConnection) -> None:
        if creating and connection.sock is not None:
            # The first byte is here: the network has acted. It is never read.
            select.select([connection.sock], [], [], 20)
            die()

    _before(HttpDoor, "send", look)
    _before(http.client.HTTPConnection, "getresponse", wait)


def _around_commit(die: Fatal, moment: str) -> None:
    publishing = False
    original = outcomes.publish

    def publish(*arguments: Any, **named: Any) -> None:
        nonlocal publishing
        publishing = True
        original(*arguments, **named)
        publishing = False

    outcomes.publish = publish

    def look(_session: Session) -> None:
        if publishing:
            die()

    # Before the bells that follow a commit, too.
    event.listen(Session, moment, look, insert=True)


POINTS: dict[str, Callable[[Fatal], None]] = {
    "before the claim": _before_claim,
    "after the claim": _after_claim,
    "before the call": _before_call,
    "acted, not answered": _before_answer,
    "answered, not committed": lambda die: _around_commit(die, "before_commit"),
    "after the commit": lambda die: _around_commit(die, "after_commit"),
}
