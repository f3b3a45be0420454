"""The pages for people: what was published, what was sent."""

from __future__ import annotations

from collections.abc import Callable

from werkzeug.exceptions import HTTPException, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Response

from app.sandbox.calls import Call, json_reply
from app.sandbox.linkedin.figures import figure
from app.sandbox.linkedin.posts import living_posts
from app.sandbox.mailbox.letters import open_letter, open_letters
from app.sandbox.pages.rendering import HERE, page
from app.sandbox.sites import pages as shop_pages
from app.sandbox.sites.businesses import business_of, catalogue

ROUTES = Map(
    [
        Rule("/", endpoint="index"),
        Rule("/feed", endpoint="feed"),
        Rule("/feed/update/<urn>/", endpoint="one_post"),
        Rule("/mailbox", endpoint="mailbox"),
        Rule("/mailbox/<number>", endpoint="letter"),
        Rule("/media/<urn>", endpoint="picture"),
        Rule("/_sites/", endpoint="sites"),
        Rule("/_sites/<slug>/", endpoint="one_site"),
        Rule("/_sites/<slug>/<path:path>", endpoint="one_site"),
        Rule("/sandbox.css", endpoint="stylesheet"),
        Rule("/letter.js", endpoint="script"),
        Rule("/healthz", endpoint="health"),
    ],
    strict_slashes=False,
)
FILES = {
    "stylesheet": ("sandbox.css", "text/css; charset=utf-8"),
    "script": ("letter.js", "text/javascript; charset=utf-8"),
}


class Site:
    """Answer the sandbox's own pages."""

    def failure(self, call: Call, status: int) -> Response:
        """Answer a bare failure: nobody orders one here."""
        return page("missing.html", status=status)

    def answer(self, call: Call) -> Response:
        """Find the page."""
        pages: dict[str, Callable[..., Response]] = {
            "index": _index,
            "feed": _feed,
            "one_post": _one_post,
            "mailbox": _mailbox,
            "letter": _letter,
            "picture": _picture,
            "sites": _sites,
            "one_site": _one_site,
        }
        try:
            endpoint, values = ROUTES.bind_to_environ(call.request.environ).match()
            if endpoint in FILES:
                name, content_type = FILES[endpoint]
                return Response((HERE / "static" / name).read_bytes(), content_type=content_type)
            return json_reply({"status": "ok"}) if endpoint == "health" else pages[endpoint](call, **values)
        except HTTPException as error:
            return page("missing.html", status=error.code or 404)


def _index(call: Call) -> Response:
    state = call.state
    return page(
        "index.html",
        posts=len(living_posts(state)),
        letters=len(state.letters),
        recorded=bool(state.settings.overpass_file),
        orders=state.behaviours.left(),
    )


def _feed(call: Call) -> Response:
    return page("feed.html", posts=living_posts(call.state), figures=_figures(call))


def _one_post(call: Call, urn: str) -> Response:
    post = call.state.posts.get(urn)
    if post is None or post.deleted_at is not None:
        raise NotFound
    return page("feed.html", posts=[post], figures=_figures(call))


def _figures(call: Call) -> dict[str, dict[str, int]]:
    now = call.state.now()
    return {
        post.urn: {metric.lower(): figure(post, metric, now) for metric in ("REACTION", "COMMENT", "RESHARE")}
        for post in living_posts(call.state)
    }


def _mailbox(call: Call) -> Response:
    return page("mailbox.html", letters=open_letters(call.state))


def _letter(call: Call, number: str) -> Response:
    letter = call.state.letters.get(number)
    if letter is None:
        raise NotFound
    return page("letter.html", letter=open_letter(call.state, letter))


def _sites(call: Call) -> Response:
    return page("sites.html", sites=catalogue(), port=call.request.host.partition(":")[2])


def _one_site(call: Call, slug: str, path: str = "") -> Response:
    """Show a site to somebody whose browser does not know names under .localhost; without its traps."""
    business = business_of(slug)
    shown = shop_pages.page(business, f"/{path}") if business else None
    if shown is None:
        raise NotFound
    return Response(shown.replace('href="/', f'href="/_sites/{slug}/'), content_type="text/html; charset=utf-8")


def _picture(call: Call, urn: str) -> Response:
    picture, content = call.state.pictures.get(urn), call.state.blob(urn)
    if picture is None or content is None:
        raise NotFound
    headers = {"X-Content-Type-Options": "nosniff"}
    return Response(content, content_type=picture.media_type, headers=headers)
