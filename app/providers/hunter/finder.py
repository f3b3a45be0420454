"""Ask Hunter which addresses of a business's domain are public (https://hunter.io/api-documentation/v2)."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from app.providers.chains import domain
from app.providers.contracts import SiteFact, SiteFindings, SiteQuery, SiteVisit
from app.providers.errors import ProviderError
from app.providers.http import Call, HttpDoor, Limits, Unheard, Unreached
from app.providers.hunter import reading, wording
from app.providers.hunter.errors import ClaimedPerson, error_of

# The free plan refuses more.
MOST_ADDRESSES = 10
# 15 requests a second and 500 a minute for a key: the minute is the narrower.
PACE_SECONDS = 0.13
BACKOFF_SECONDS = (1.0, 2.0)
_MAX_BYTES = 1_000_000
_CLOSING = {"access_revoked", "credits_exhausted"}
# Several businesses wait behind one another: a directory that is down must not cost each its whole slice.
MOST_FAILURES = 2


class HunterFinder:
    """Satisfies EmailFinder: one question a business; the key travels in a header, never in an address.

    What closes the door (a refused key, spent credits, two businesses without an answer) closes it for the
    life of the object.
    """

    name = "hunter"

    def __init__(
        self,
        url: str,
        api_key: str,
        user_agent: str,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._url = url.rstrip("/")
        self._key = api_key
        self._door = HttpDoor(user_agent)
        self._sleep, self._clock = sleep, clock
        self._asked_at = float("-inf")
        self._failures = 0
        self._closed: ProviderError | None = None

    def find(self, query: SiteQuery, so_far: SiteVisit | None = None, *, seconds: float = 10.0) -> SiteVisit:
        """Return a domain's public addresses; a person who asked not to be processed is a refusal.

        Raises:
            AccessRevoked: the key is refused.
            QuotaReached: too fast (try later), or, permanent, no credit left in this period.
            Refused: the question will never pass.
            ProviderError: no answer.
        """
        if so_far is not None and so_far.ended:
            return so_far
        asked = domain(query.website.strip())
        if not any(sign.isalpha() for sign in asked.rpartition(".")[2]):
            return SiteVisit(ended="unusable")
        page = f"{self._url}/domain-search?{urlencode({'domain': asked, 'limit': MOST_ADDRESSES})}"
        if self._closed is not None:
            raise self._closed
        try:
            found = reading.addresses(self._ask(page, self._clock() + seconds))
        except ClaimedPerson:
            refusal = SiteFact(wording.REFUSED, "", asked, reading.HOW)
            return SiteVisit(findings=SiteFindings(refusals=(refusal,)), ended="read")
        except ProviderError as error:
            self._failures += not error.permanent
            if error.code in _CLOSING or self._failures >= MOST_FAILURES:
                self._closed = error
            raise
        return SiteVisit(findings=SiteFindings(emails=tuple(found)), ended="read")

    def _ask(self, page: str, until: float) -> dict[str, Any]:
        """Ask, and again a little later where Hunter was too busy: such an answer costs no credit."""
        for pause in BACKOFF_SECONDS:
            try:
                return self._send(page, until)
            except (Unheard, Unreached):
                # It may have been counted: not twice for one business.
                raise
            except ProviderError as error:
                wait = max(pause, error.retry_after_seconds or 0.0)
                if error.permanent or error.code == "malformed" or self._clock() + wait >= until:
                    raise
                self._sleep(wait)
        return self._send(page, until)

    def _send(self, page: str, until: float) -> dict[str, Any]:
        early = PACE_SECONDS - (self._clock() - self._asked_at)
        if early > 0:
            self._sleep(early)
        left = max(1.0, until - self._clock())
        limits = Limits(connect_seconds=min(5.0, left), read_seconds=left, total_seconds=left, max_bytes=_MAX_BYTES)
        self._asked_at = self._clock()
        headers = {"X-API-KEY": self._key, "Accept": "application/json"}
        answer = self._door.send(Call("GET", page, headers=headers, limits=limits))
        if answer.status != 200:
            raise error_of(answer, self._key)
        found = answer.json()
        if not isinstance(found, dict):
            raise ProviderError("the answer is not an object", code="malformed", status=answer.status)
        return found
