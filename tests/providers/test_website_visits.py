"""A business's site is visited as a guest: asked, slowly, five pages, and never beyond its walls."""

from __future__ import annotations

import tracemalloc

import pytest

from app.providers.contracts import SiteQuery, SiteVisit
from app.providers.errors import ProviderError
from app.providers.website.fetching import MOST_BYTES
from app.providers.website.visits import from_json, to_json
from tests.providers.scripted import Received, Reply, closed_port_url, scripted
from tests.providers.websites import AGENT, Clock, bomb, endless, finder, led_to, page, paths, site, visited

CONTACT = '<a href="/contact">Nous joindre</a>'
EMAIL = "<p>Écrivez à info@chezlea.example</p>"


def emails(visit: SiteVisit) -> list[str]:
    return [fact.value for fact in visit.findings.emails]


def outcome(server_url: str) -> str:
    """Return how a visit ends, « later » where it must be tried again."""
    try:
        return finder().find(SiteQuery(server_url)).ended
    except ProviderError:
        return "later"


def test_the_pages_that_tell_how_to_reach_a_business_are_read_under_an_identifying_agent() -> None:
    home = (
        CONTACT
        + '<a href="/menu">Menu</a><a href="/mentions-legales">Mentions</a><a href="https://a.example/contact">x</a>'
    )
    with site({"/": home, "/contact": EMAIL, "/mentions-legales": "<p>Rien</p>"}) as server:
        visit = visited(server)
    assert (visit.ended, emails(visit)) == ("read", ["info@chezlea.example"])
    assert paths(server) == ["/", "/contact", "/mentions-legales"]
    assert visit.findings.emails[0].page_url == f"{server.url}/contact"
    assert {each.headers["user-agent"] for each in server.requests} == {AGENT}


def test_five_pages_are_read_at_most_and_never_one_twice() -> None:
    links = "".join(f'<a href="/contact-{n}">Contact {n}</a><a href="/contact-{n}#bas">x</a>' for n in range(30))
    with site({"/": links, **{f"/contact-{n}": links for n in range(30)}}) as server:
        visit = visited(server)
    assert visit.ended == "read"
    assert len(paths(server)) == len(set(paths(server))) == 5


def test_the_notices_are_read_even_where_a_site_has_many_contact_pages() -> None:
    links = "".join(f'<a href="/contact-{n}">Contact {n}</a>' for n in range(9))
    with site({"/": links + '<a href="/mentions-legales">Mentions légales</a>',
               "/mentions-legales": "<p>Pas de sollicitation, merci.</p>"}) as server:  # fmt: skip
        visit = visited(server)
    assert [fact.value for fact in visit.findings.refusals] == ["Pas de sollicitation, merci."]


def test_what_robots_are_told_is_obeyed() -> None:
    with site({"/robots.txt": "User-agent: *\nDisallow: /", "/": EMAIL}) as server:
        visit = visited(server)
    assert (visit.ended, emails(visit), paths(server)) == ("robots", [], [])


def test_the_rules_for_our_own_agent_come_before_those_for_all() -> None:
    rules = "User-agent: *\nDisallow: /\n\nUser-agent: Essai\nDisallow: /contact\nAllow: /\n"
    with site({"/robots.txt": rules, "/": EMAIL + CONTACT, "/contact": "<p>x</p>"}) as server:
        visit = visited(server)
    assert (visit.ended, emails(visit), paths(server)) == ("read", ["info@chezlea.example"], ["/"])


@pytest.mark.parametrize(
    ("status", "ended"), [(404, "read"), (403, "read"), (401, "read"), (500, "later"), (503, "later")]
)
def test_a_site_whose_robots_are_missing_is_open_and_one_that_cannot_say_is_tried_later(
    status: int, ended: str
) -> None:
    with site({"/robots.txt": Reply(status), "/": EMAIL}) as server:
        assert outcome(server.url) == ended


def test_a_site_that_asks_for_more_than_ten_seconds_between_pages_is_left_alone() -> None:
    with site({"/robots.txt": "User-agent: *\nCrawl-delay: 60", "/": EMAIL}) as server:
        assert visited(server).ended == "robots"
    assert paths(server) == []


@pytest.mark.parametrize("delay", [1, 4, 10])
def test_a_site_that_asks_for_a_slower_pace_gets_it_and_is_read_to_the_end(delay: int) -> None:
    """Each slice is carried by another finder, as jobs do, a second after the last."""
    clock, asked = Clock(), []
    pages = {"/robots.txt": f"User-agent: *\nCrawl-delay: {delay}", "/": CONTACT, "/contact": EMAIL}

    def reply(received: Received) -> Reply:
        if received.path != "/robots.txt":
            asked.append(clock.now)
        return page(pages[received.path])

    with scripted(reply) as server:
        visit = None
        for _ in range(8):
            visit = finder(clock, pace_seconds=1).find(SiteQuery(server.url), visit and from_json(to_json(visit)))
            clock.now += 1
            if visit.ended:
                break
    assert visit is not None
    assert (visit.ended, emails(visit)) == ("read", ["info@chezlea.example"])
    assert len(asked) == 2
    assert asked[1] - asked[0] >= delay


def test_a_host_is_asked_once_a_second_robots_and_redirects_included() -> None:
    clock, moments = Clock(), []
    pages = {"/": led_to("/accueil"), "/accueil": page(CONTACT + '<a href="/equipe">Équipe</a>')}

    def reply(received: Received) -> Reply:
        moments.append(clock.now)
        return pages.get(received.path, page(EMAIL))

    with scripted(reply) as server:
        visit = finder(clock, pace_seconds=1).find(SiteQuery(server.url))
    assert (visit.ended, len(moments)) == ("read", 5)
    assert all(later - earlier >= 1 for earlier, later in zip(moments, moments[1:], strict=False))


def test_a_visit_is_cut_in_slices_and_goes_on_where_it_was() -> None:
    clock = Clock()
    home = (
        CONTACT + '<a href="/a-propos">À propos</a><a href="/equipe">Équipe</a><a href="/mentions">Mentions légales</a>'
    )
    others = {path: f"<p>{path[1:]}@chezlea.example</p>" for path in ("/contact", "/a-propos", "/equipe", "/mentions")}
    with site({"/": home, **others}) as server:
        visit, slices = None, 0
        while visit is None or not visit.ended:
            start, slices = clock.now, slices + 1
            visit = finder(clock, pace_seconds=1).find(
                SiteQuery(server.url), visit and from_json(to_json(visit)), seconds=3
            )
            assert clock.now - start <= 3
            assert visit.ended or visit.waiting
            assert slices < 12
    assert slices > 1
    assert sorted(paths(server)) == sorted(["/", *others])
    assert sorted(emails(visit)) == sorted(f"{path[1:]}@chezlea.example" for path in others)


def test_a_site_that_redirects_without_end_ends_over_slices_too() -> None:
    clock = Clock()

    def reply(received: Received) -> Reply:
        return Reply(404) if received.path == "/robots.txt" else led_to(f"{received.path}a")

    with scripted(reply) as server:
        visit, slices = None, 0
        while (visit is None or not visit.ended) and slices < 30:
            visit = finder(clock, pace_seconds=1).find(SiteQuery(server.url), visit, seconds=3)
            slices += 1
    assert visit is not None
    assert visit.ended == "unusable"
    assert len(server.requests) < 60


def test_a_page_that_fails_costs_the_site_nothing_but_that_page() -> None:
    for broken in (
        Reply(500),
        Reply(404),
        Reply(200, b"%PDF", {"Content-Type": "application/pdf"}),
        Reply(fault="reset"),
    ):
        with site({"/": CONTACT, "/contact": broken}) as server:
            assert outcome(server.url) == "read"


def test_a_site_that_fails_is_tried_later_and_one_that_is_no_site_is_not() -> None:
    for reply, ended in ((Reply(500), "later"), (Reply(404), "unusable"), (Reply(429), "later"),
                         (Reply(200, b"{}", {"Content-Type": "application/json"}), "unusable")):  # fmt: skip
        with site({"/": reply}) as server:
            assert outcome(server.url) == ended
    assert outcome(closed_port_url()) in {"unreachable", "later"}


def test_the_page_a_map_knew_may_be_gone_while_its_site_stands() -> None:
    with site({"/": EMAIL}) as server:
        visit = visited(server, "/ancien/menu.php")
    assert (visit.ended, emails(visit)) == ("read", ["info@chezlea.example"])


@pytest.mark.parametrize(
    "place",
    ["http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://2130706433/", "http://[::ffff:127.0.0.1]/",
     "file:///etc/passwd", "http://user:secret@127.0.0.1/", "//192.168.1.1/", "http://127.0.0.1:6379/", "gopher://x/"],
)  # fmt: skip
@pytest.mark.parametrize("way", ["redirect", "refresh", "robots"])
def test_no_page_leads_us_inside(place: str, way: str) -> None:
    refresh = page(f'<meta http-equiv="refresh" content="0; url={place}">')
    pages = {"redirect": {"/": led_to(place)}, "refresh": {"/": refresh}, "robots": {"/robots.txt": led_to(place)}}
    with site(pages[way]) as server:
        visit = visited(server)
    assert (visit.ended, emails(visit)) == ("forbidden", [])


def test_a_later_page_that_leads_inside_is_left_and_the_rest_kept() -> None:
    with site({"/": EMAIL + CONTACT, "/contact": led_to("http://10.0.0.1/")}) as server:
        visit = visited(server)
    assert (visit.ended, emails(visit)) == ("read", ["info@chezlea.example"])


def test_a_page_that_sends_its_reader_elsewhere_is_followed_like_a_redirect() -> None:
    refresh = "<meta content='0;URL=/accueil.html' http-equiv=Refresh>"
    with site({"/": refresh, "/accueil.html": EMAIL}) as server:
        assert emails(visited(server)) == ["info@chezlea.example"]
    with site({"/": f'<!-- <meta http-equiv="refresh" content="0;url=/x"> -->{EMAIL}'}) as server:
        assert emails(visited(server)) == ["info@chezlea.example"]
    with site({"/": led_to("/b"), "/b": led_to("/")}) as server:
        assert visited(server).ended == "unusable"


def test_a_gigabyte_costs_at_most_the_cap_and_its_beginning_is_read() -> None:
    with endless() as server:
        visit = finder().find(SiteQuery(server.url))
    assert emails(visit) == ["info@chezlea.example"]
    # What the two ends of the line hold between them comes on top of what was read.
    assert server.sent < MOST_BYTES + 12_000_000


def test_a_bomb_is_counted_once_it_is_open() -> None:
    with site({"/": bomb(200)}) as server:
        tracemalloc.start()
        visit = visited(server)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert emails(visit) == ["info@chezlea.example"]
    assert peak < 20 * MOST_BYTES


def test_a_page_that_drips_is_let_go() -> None:
    drip = Reply(200, b"<p>lent</p>" * 500, {"Content-Type": "text/html"}, fault="trickle")
    with site({"/": drip}) as server:
        assert outcome(server.url) in {"later", "unreachable"}


def test_a_page_on_a_platform_is_nobodys_own_site() -> None:
    visit = finder().find(SiteQuery("https://www.facebook.com/chezlea"))
    assert visit.ended == "unusable"
    assert visit.findings.emails == ()
    assert visit.findings.socials["facebook"].value == "https://www.facebook.com/chezlea"


def test_a_website_that_is_no_address_ends_at_once() -> None:
    for nothing in ("", "   ", "http://", "pas de site", "javascript:alert(1)", "http://[::1", "mailto:a@b.ca"):
        assert finder().find(SiteQuery(nothing)).ended in {"forbidden", "unusable"}
