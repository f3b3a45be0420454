"""One question to Overpass, and the many ways it says no."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from app.providers.errors import ProviderError, QuotaReached, Refused
from app.providers.http import Answer, Call, HttpDoor, Limits, Unheard, Unreached, redact, retry_after_seconds

REST_SECONDS = 30.0
MAX_BYTES = 32_000_000
_LEAST_SECONDS = 1.0
_RATE_WORDS = ("rate_limited", "duplicate_query")
_REFUSALS = {400: "bad_query", 403: "forbidden", 406: "agent_refused"}


class Overloaded(ProviderError):
    """The question was too big for this server: ask for less, or later."""


class Overpass:
    """Asks the servers in turn, one request at a time, within one budget of seconds."""

    def __init__(self, urls: Sequence[str], user_agent: str, *, budget_seconds: float) -> None:
        if not urls:
            raise ValueError("Overpass needs at least one address")
        self._urls = tuple(urls)
        self._door = HttpDoor(user_agent)
        self._deadline = time.monotonic() + budget_seconds

    def ask(self, query: str, timeout_seconds: int) -> list[Any]:
        """Return the elements of the first server that answers.

        `timeout_seconds` is what the query declares; the call waits a little longer.

        Raises:
            QuotaReached: wait retry_after_seconds, at least 30.
            Overloaded: the area holds too much.
            Refused: this query will never pass.
            ProviderError: nobody answered.
        """
        failure: ProviderError = ProviderError("no time left to ask Overpass", code="timeout")
        for url in self._urls:
            remaining = self._deadline - time.monotonic()
            if remaining < _LEAST_SECONDS:
                raise failure
            wait = min(timeout_seconds + 5.0, remaining)
            limits = Limits(connect_seconds=5, read_seconds=wait, total_seconds=wait, max_bytes=MAX_BYTES)
            try:
                return _elements(self._door.send(Call("POST", url, body={"data": query}, limits=limits)))
            except (QuotaReached, Refused, Overloaded):
                raise
            except (Unreached, Unheard) as error:
                if error.code == "too_large":
                    raise Overloaded(str(error), code="too_large") from error
                failure = error
            except ProviderError as error:
                failure = error
        raise failure


def _elements(answer: Answer) -> list[Any]:
    if answer.status == 429 or any(word in answer.text[:5000] for word in _RATE_WORDS if _is_page(answer)):
        asked = retry_after_seconds(answer.headers.get("Retry-After")) or 0.0
        wait = max(REST_SECONDS, asked)
        raise QuotaReached(_message(answer), code="quota", status=429, retry_after_seconds=wait)
    if answer.status in _REFUSALS:
        raise Refused(_message(answer), code=_REFUSALS[answer.status], status=answer.status)
    if answer.status != 200 or answer.media_type != "application/json":
        permanent = 300 <= answer.status < 500 and answer.status != 408
        code = "malformed" if answer.status == 200 else "unavailable"
        raise ProviderError(_message(answer), code=code, permanent=permanent, status=answer.status)
    found = answer.json()
    elements = found.get("elements") if isinstance(found, dict) else None
    if not isinstance(elements, list):
        raise ProviderError("Overpass gave no elements", code="malformed", status=200)
    # A remark is a failure dressed as a success: the elements are partial.
    if found.get("remark"):
        raise Overloaded(redact(f"Overpass: {found['remark']}"), code="overloaded", status=200)
    return elements


def _is_page(answer: Answer) -> bool:
    return answer.media_type != "application/json"


def _message(answer: Answer) -> str:
    return redact(f"Overpass: {answer.status} {answer.text[:2000]}")
