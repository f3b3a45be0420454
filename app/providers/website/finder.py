"""Visit a business's own site, politely, and read how to reach it, or not to."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from app.providers.contracts import SiteFact, SiteFindings, SiteQuery, SiteVisit
from app.providers.errors import ProviderError
from app.providers.guard import Forbidden, Guard
from app.providers.http import Unreached
from app.providers.website import networks, pages, paths, ranking, reading
from app.providers.website.fetching import Disallowed, Fetched, Fetcher, NotAPage
from app.providers.website.pace import OutOfTime, Pace

# Addresses asked in all: the pages, what led to them, and what could not be read.
MOST_ASKED = 15
# Ends, in what a visit has read, the addresses that were asked and are no page.
_NO_PAGE = "#"


class WebsiteFinder:
    """Satisfies EmailFinder: five pages at most, one request a second to a host, whatever robots.txt allows.

    A visit acts on nothing: a page that was never heard is asked again. With `allow_private` (demonstrations),
    sites of this machine's own loopback may be visited too, and nothing else inside.
    """

    name = "website"

    def __init__(
        self,
        user_agent: str,
        *,
        allow_private: bool = False,
        pace_seconds: float = 1.0,
        guard: Guard | None = None,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._pace = Pace(pace_seconds, sleep=sleep, clock=clock)
        self._fetcher = Fetcher(user_agent, guard or Guard(allow_loopback=allow_private), self._pace)

    def find(self, query: SiteQuery, so_far: SiteVisit | None = None, *, seconds: float = 10.0) -> SiteVisit:
        """Visit a site for at most `seconds`, and return how far it went; pass that back to go on.

        Raises:
            ProviderError: the site cannot be read for now.
        """
        visit = so_far or _begun(query)
        until = self._clock() + seconds
        if so_far:
            for url in so_far.waiting:
                self._pace.assume_just_asked(urlsplit(url).netloc)
        while visit.waiting and not visit.ended:
            try:
                visit = self._further(visit, query, until)
            except OutOfTime as late:
                # What led to the address is not asked again, and the address itself is the next.
                return replace(_asked(visit, late.passed), waiting=(late.url, *visit.waiting[1:]))
        return visit if visit.ended else replace(visit, ended="read")

    def _further(self, visit: SiteVisit, query: SiteQuery, until: float) -> SiteVisit:
        """Read the next page; how the first one goes decides how the visit ends."""
        url, *others = visit.waiting
        is_first = not _pages(visit)
        known = [each.removesuffix(_NO_PAGE) for each in visit.read]
        try:
            if len(known) >= MOST_ASKED:
                raise NotAPage("led on without end")
            fetched = self._fetcher.page(url, until, came_from=known[-1] if known else "", read=known)
        except (Forbidden, Disallowed, NotAPage, ProviderError) as reason:
            if is_first:
                return _ended_by(reason, visit)
            return replace(_asked(visit, [url]), waiting=tuple(others))
        if not is_first and not paths.is_same_site(fetched.url, url):
            return replace(_asked(visit, [url]), waiting=tuple(others))
        return _with_page(visit, fetched, query)


def _pages(visit: SiteVisit) -> list[str]:
    return [url for url in visit.read if not url.endswith(_NO_PAGE)]


def _asked(visit: SiteVisit, urls: Iterable[str]) -> SiteVisit:
    return replace(visit, read=(*visit.read, *(f"{url}{_NO_PAGE}" for url in urls)))


def _begun(query: SiteQuery) -> SiteVisit:
    website = query.website.strip()
    url = website if "://" in website else f"http://{website.removeprefix('//')}"
    if not website or networks.is_platform(url):
        return _on_a_platform(url)
    return SiteVisit(waiting=(url,))


def _on_a_platform(url: str) -> SiteVisit:
    own = networks.own_page(url)
    socials = {own[0]: SiteFact(own[1], url, "", "link")} if own else {}
    return SiteVisit(findings=SiteFindings(socials=socials), ended="unusable")


def _ended_by(reason: Exception, visit: SiteVisit) -> SiteVisit:
    if isinstance(reason, Forbidden):
        ended = "forbidden"
    elif isinstance(reason, Disallowed):
        ended = "robots"
    elif isinstance(reason, NotAPage):
        url = visit.waiting[0]
        if urlsplit(url).path not in {"", "/"} and len(visit.read) < MOST_ASKED:
            # Maps keep the address of a page long after its site was made again.
            return replace(_asked(visit, [url]), waiting=(urljoin(url, "/"),))
        ended = "unusable"
    elif isinstance(reason, Unreached) and reason.code != "timeout":
        ended = "unreachable"
    else:
        raise reason
    return replace(visit, waiting=(), ended=ended)


def _with_page(visit: SiteVisit, fetched: Fetched, query: SiteQuery) -> SiteVisit:
    if networks.is_platform(fetched.url):
        return _on_a_platform(fetched.url)
    page = pages.read(fetched.url, fetched.html)
    found = ranking.merged(visit.findings, reading.read(page, query.business_name))
    found = ranking.ranked(found, fetched.url, query.business_name)
    led = _asked(visit, fetched.passed[:-1])
    read = (*led.read, fetched.url)
    others: dict[str, str] = {}
    for url in (*visit.waiting[1:], *paths.worth_reading(page.links, page.frames, fetched.url)):
        others.setdefault(paths.key(url), url)
    for url in read:
        others.pop(paths.key(url.removesuffix(_NO_PAGE)), None)
    room = max(0, min(paths.MOST_PAGES - 1 - len(_pages(led)), MOST_ASKED - len(read)))
    return replace(visit, waiting=tuple(others.values())[:room], read=read, findings=found)
