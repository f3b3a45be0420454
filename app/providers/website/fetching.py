"""One page of a site, with its robots asked, its redirects followed by hand and its size capped."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from app.providers.errors import ProviderError
from app.providers.guard import Guard
from app.providers.http import Answer, Call, HttpDoor, Limits, retry_after_seconds
from app.providers.website import robots
from app.providers.website.charset import decoded
from app.providers.website.networks import is_platform
from app.providers.website.pace import OutOfTime, Pace

MOST_BYTES = 2_000_000
MOST_HOPS = 5
PAGE_SECONDS = 6.0
_META = re.compile(r"<meta\b([^<>]{0,3000})>", re.IGNORECASE)
_IS_REFRESH = re.compile(r"""http-equiv\s{0,5}=\s{0,5}["']?\s{0,5}refresh\b""", re.IGNORECASE)
_REFRESH = re.compile(
    r"""\bcontent\s{0,5}=\s{0,5}["']?\s{0,5}(\d{1,4})(?:\.\d{0,9})?\s{0,5}[;,]\s{0,5}(?:url\s{0,5}=\s{0,5})?["']?\s{0,5}([^"']{1,2000})""",
    re.IGNORECASE,
)
# Beyond, the page is there to be read.
_REFRESH_SECONDS, _REFRESH_WITHIN = 15, 20_000
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BREAKS = re.compile(r"[\t\r\n]")
_ASKED = {
    "Accept": "text/html,application/xhtml+xml;q=0.9",
    "Accept-Language": "fr-CA,fr;q=0.9,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


class Disallowed(Exception):
    """The site's robots.txt keeps this page from us."""


class NotAPage(Exception):
    """What is there cannot be read: missing, no HTML, a loop."""


@dataclass(frozen=True)
class Fetched:
    """A page's last address, its text, and the addresses that led to it."""

    url: str
    html: str
    passed: tuple[str, ...] = ()


class Fetcher:
    """Fetches pages politely; one for many sites and threads."""

    def __init__(self, user_agent: str, guard: Guard, pace: Pace) -> None:
        self._agent = user_agent
        self._guard = guard
        self._pace = pace
        self._door = HttpDoor(user_agent, connect=guard.connect)
        self._rules: dict[str, robots.Rules] = {}

    def page(self, url: str, until: float, *, came_from: str = "", read: Sequence[str] = ()) -> Fetched:
        """Fetch a page, through at most five redirects, none of them to what was `read`.

        Raises:
            guard.Forbidden: it is, or leads to, an address we may not reach.
            Disallowed: robots.txt.
            NotAPage: nothing to read there, for good.
            OutOfTime: the slice ends first.
            ProviderError: it may be there later.
        """
        passed: tuple[str, ...] = ()
        while True:
            url = self._guard.check(url, came_from=came_from)
            if is_platform(url):
                # A page there is somebody's, and none of ours to read.
                return Fetched(url, "", (*passed, url))
            if url in passed or url in read or len(passed) > MOST_HOPS:
                raise NotAPage("redirected in circles")
            try:
                if not self._rules_of(url, until).allow(url):
                    raise Disallowed
                answer = self._send(url, until)
            except OutOfTime as late:
                raise OutOfTime(url, passed) from late
            passed, came_from = (*passed, url), url
            target, text = _led_to(answer), ""
            if not target:
                text = _html(answer)
                target = _refreshed_to(text)
            following = joined(url, target) if target else ""
            # A page that refreshes itself is there to be read; an answer that leads to itself is not.
            if not following or (text and following == url):
                return Fetched(url, text, passed)
            url = following

    def _rules_of(self, url: str, until: float) -> robots.Rules:
        origin = urljoin(url, "/")
        if origin not in self._rules:
            rules = robots.read(self._robots(urljoin(url, "/robots.txt"), until), self._agent)
            if 0 < rules.delay <= robots.LONGEST_DELAY:
                self._pace.slow_down(_host(url), rules.delay)
            self._rules[origin] = rules
        return self._rules[origin]

    def _robots(self, url: str, until: float) -> Answer:
        for _ in range(MOST_HOPS + 1):
            answer = self._send(url, until, is_page=False)
            target = _led_to(answer)
            if not target:
                return answer
            url = self._guard.check(joined(url, target), came_from=url)
        return answer

    def _send(self, url: str, until: float, *, is_page: bool = True) -> Answer:
        self._pace.wait(_host(url), url, until, is_page=is_page)
        most_bytes = MOST_BYTES if is_page else robots.MOST_BYTES
        # The first request of a slice may take all of it; what is left of a second is not worth a request.
        seconds = max(1.0, min(PAGE_SECONDS, until - self._pace.clock()))
        limits = Limits(
            connect_seconds=min(3.0, seconds), read_seconds=seconds, total_seconds=seconds, max_bytes=most_bytes,
            keeps_start=True,
        )  # fmt: skip
        try:
            return self._door.send(Call("GET", url, headers=_ASKED, limits=limits))
        finally:
            self._pace.answered(_host(url), is_page=is_page)


def joined(url: str, target: str) -> str:
    """Return the address a page means by `target`, without its fragment.

    Raises:
        NotAPage: it is no address.
    """
    try:
        whole = urljoin(url, _BREAKS.sub("", target.strip()).replace(" ", "%20"))
    except ValueError as error:
        raise NotAPage("no address") from error
    return whole.partition("#")[0]


def _host(url: str) -> str:
    return urlsplit(url).netloc


def _led_to(answer: Answer) -> str:
    if answer.status not in _REDIRECTS:
        return ""
    place = answer.headers.get("Location", "").strip()
    # Headers are read as Latin-1; what servers write there is UTF-8.
    with suppress(UnicodeError):
        return place.encode("latin-1").decode("utf-8")
    return place


def _refreshed_to(page: str) -> str:
    for meta in _META.finditer(_COMMENT.sub("", page[:_REFRESH_WITHIN])):
        found = _REFRESH.search(meta[1]) if _IS_REFRESH.search(meta[1]) else None
        if found and int(found[1]) <= _REFRESH_SECONDS:
            return html.unescape(found[2]).strip()
    return ""


def _html(answer: Answer) -> str:
    status = answer.status
    if status in {408, 425, 429} or status >= 500:
        wait = retry_after_seconds(answer.headers.get("Retry-After"))
        raise ProviderError(f"page: {status}", status=status, retry_after_seconds=wait)
    if status != 200:
        raise NotAPage(f"status {status}")
    if answer.media_type not in {"text/html", "application/xhtml+xml", ""}:
        raise NotAPage(f"media type {answer.media_type[:40]}")
    return decoded(answer.content, answer.headers.get("Content-Type", ""))
