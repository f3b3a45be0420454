"""Visit a business's own site, politely, and read how to reach it, or not to."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from app.providers.contracts import SiteFact, SiteFindings, SiteQuery, SiteVisit
from app.providers.errors import ProviderError
from app.providers.guard import Forbidden, Guard
from app.providers.http import Unreached
from app.providers.website import networks, pages, paths, ranking, reading
from app.providers.website.fetching import Disallowed, Fetched, Fetcher, NotAPage
from app.providers.website.pace import OutOfTime, Pace

# Addresses asked beyond the pages read: those that only led to them.
MOST_ASKED = 12


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
                return replace(visit, waiting=(late.url, *visit.waiting[1:]), read=(*visit.read, *late.passed))
        return visit if visit.ended else replace(visit, ended="read")

    def _further(self, visit: SiteVisit, query: SiteQuery, until: float) -> SiteVisit:
        url, *others = visit.waiting
        is_home = _is_at_the_door(visit)
        came_from = visit.read[-1] if visit.read else ""
        try:
            fetched = self._fetcher.page(url, until, came_from=came_from, read=visit.read)
        except (Forbidden, Disallowed, NotAPage, ProviderError) as reason:
            if not is_home:
                return replace(visit, waiting=tuple(others), read=(*visit.read, url))
            root = urljoin(url, "/")
            if isinstance(reason, NotAPage) and url not in {root, root.rstrip("/")}:
                # Maps keep the address of a page long after its site was made again.
                return replace(visit, waiting=(root,), read=(url,))
            return _ended_by(reason, visit)
        if not is_home and not paths.is_same_site(fetched.url, url):
            return replace(visit, waiting=tuple(others), read=(*visit.read, url))
        return _with_page(visit, fetched, query, is_home=is_home)


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


def _is_at_the_door(visit: SiteVisit) -> bool:
    # The first page, once read, leaves findings or several addresses; one that only leads elsewhere leaves neither.
    return visit.findings == SiteFindings() and len(visit.waiting) == 1 and len(visit.read) < MOST_ASKED


def _ended_by(reason: Exception, visit: SiteVisit) -> SiteVisit:
    if isinstance(reason, Forbidden):
        ended = "forbidden"
    elif isinstance(reason, Disallowed):
        ended = "robots"
    elif isinstance(reason, NotAPage):
        ended = "unusable"
    elif isinstance(reason, Unreached) and reason.code != "timeout":
        ended = "unreachable"
    else:
        raise reason
    return replace(visit, waiting=(), ended=ended)


def _with_page(visit: SiteVisit, fetched: Fetched, query: SiteQuery, *, is_home: bool) -> SiteVisit:
    if networks.is_platform(fetched.url):
        return _on_a_platform(fetched.url)
    page = pages.read(fetched.url, fetched.html)
    found = ranking.merged(visit.findings, reading.read(page, query.business_name))
    found = ranking.ranked(found, fetched.url, query.business_name)
    read = (fetched.url,) if is_home else (*visit.read, *fetched.passed)
    others = {
        paths.key(url): url for url in (*visit.waiting[1:], *paths.worth_reading(page.links, page.frames, fetched.url))
    }
    for url in read:
        others.pop(paths.key(url), None)
    room = max(0, paths.MOST_PAGES - len(read))
    return replace(visit, waiting=tuple(others.values())[:room], read=read, findings=found)
