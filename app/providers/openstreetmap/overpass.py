"""One question to Overpass, put to its servers in turn."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from typing import Any

from app.providers.errors import ProviderError, QuotaReached, Refused
from app.providers.http import Call, HttpDoor, Limits
from app.providers.openstreetmap.answers import Overloaded, elements
from app.providers.openstreetmap.rests import Rests
from app.providers.watching import Told, tell

MAX_BYTES = 32_000_000
_LEAST_SECONDS = 1.0

__all__ = ["Overloaded", "Overpass"]


class Overpass:
    """Asks the servers in turn, one request at a time, within one budget of seconds.

    A server that asks for rest, or is out of breath, is left alone while the others are tried.
    """

    def __init__(
        self, urls: Sequence[str], user_agent: str, *, budget_seconds: float, rests: Rests | None = None
    ) -> None:
        if not urls:
            raise ValueError("Overpass needs at least one address")
        self._urls = tuple(dict.fromkeys(urls))
        self._door = HttpDoor(user_agent)
        self._deadline = time.monotonic() + budget_seconds
        self._rests = rests or Rests()

    def ask(self, query: str, timeout_seconds: int) -> list[Any]:
        """Return the elements of the first server that answers.

        `timeout_seconds` is what the query declares; the call waits a little longer.

        Raises:
            QuotaReached: every server wants rest; wait retry_after_seconds, at least 30.
            Overloaded: the area holds too much.
            Refused: this query will never pass.
            ProviderError: nobody answered.
        """
        failures: list[ProviderError] = []
        for url in self._rests.awake(self._urls):
            remaining = self._deadline - time.monotonic()
            if remaining < _LEAST_SECONDS:
                failures.append(ProviderError("no time left to ask Overpass", code="timeout"))
                break
            began = time.monotonic()
            try:
                found = self._put(url, query, min(timeout_seconds + 5.0, remaining))
                tell(Told("openstreetmap", "server", time.monotonic() - began, place=url))
                return found
            except (Refused, Overloaded):
                raise
            except ProviderError as error:
                self._rests.leave(url, error.retry_after_seconds or 0.0)
                failures.append(error)
        raise self._failure(failures)

    def _put(self, url: str, query: str, seconds: float) -> list[Any]:
        limits = Limits(connect_seconds=5, read_seconds=seconds, total_seconds=seconds, max_bytes=MAX_BYTES)
        try:
            return elements(self._door.send(Call("POST", url, body={"data": query}, limits=limits)))
        except ProviderError as error:
            if error.code == "too_large":
                raise Overloaded(str(error), code="too_large") from error
            raise

    def _failure(self, failures: Sequence[ProviderError]) -> ProviderError:
        """Return what to say when nobody answered: while one server may answer later, nothing is lost."""
        passing = [error for error in failures if not error.permanent]
        if failures and not passing:
            return failures[-1]
        down = [error for error in passing if not isinstance(error, QuotaReached)]
        if down:
            return down[-1]
        message = str(passing[-1]) if passing else "every Overpass server is at rest"
        wait = float(math.ceil(self._rests.seconds(self._urls)))
        return QuotaReached(message, code="quota", status=429, retry_after_seconds=wait)
