"""The sites of small businesses, by their host: most are plain, some are traps."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator

from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from app.sandbox.calls import Call
from app.sandbox.sites import wording
from app.sandbox.sites.businesses import Business, business_of
from app.sandbox.sites.pages import page

SUFFIX = ".localhost"
ELSEWHERE = {
    "private_redirect": "http://10.0.0.1/",
    "metadata_redirect": "http://169.254.169.254/latest/meta-data/",
    "file_redirect": "file:///etc/passwd",
    "redis_redirect": "http://127.0.0.1:6379/",
}
ENDLESS_BYTES = 1_000_000_000
_PIECE = b"<p>encore</p>" * 5_000


def label_of(request: Request) -> str:
    """Return the site a request is for, an empty text when it is for the sandbox itself."""
    host = request.host.partition(":")[0].lower()
    return host.removesuffix(SUFFIX) if host.endswith(SUFFIX) else ""


class SitesTwin:
    """Answer as the web server of a small business does."""

    def failure(self, call: Call, status: int) -> Response:
        """Answer an ordered failure."""
        return Response("<h1>Erreur</h1>", status=status, content_type="text/html; charset=utf-8")

    def answer(self, call: Call) -> Response:
        """Answer one page, or spring the trap."""
        # A page of a real site is not there at once.
        call.notes |= {"host": label_of(call.request), "began": call.state.now()}
        time.sleep(call.state.settings.site_seconds)
        business = business_of(label_of(call.request))
        if business is None:
            return Response(wording.CLOSED_DOOR, status=404, content_type="text/html; charset=utf-8")
        if call.request.path == "/robots.txt":
            return _robots(business)
        return _trap(business, call.request) or _page(business, call.request.path)


def _robots(business: Business) -> Response:
    if business.kind == "robots_broken":
        return Response("", status=503)
    if business.kind == "robots_refuse":
        return Response("User-agent: *\nDisallow: /\n", content_type="text/plain")
    return Response("User-agent: *\nDisallow: /admin\n", content_type="text/plain")


def _trap(business: Business, request: Request) -> Response | None:
    kind = business.kind
    if kind in ELSEWHERE:
        return redirect(ELSEWHERE[kind], code=302)
    if kind == "redirect_loop":
        return redirect(f"/?encore={len(request.query_string)}", code=302)
    if kind == "meta_refresh" and request.path == "/":
        return Response('<meta http-equiv="refresh" content="0; url=/nous-joindre">', content_type="text/html")
    if kind == "server_error":
        return Response("<h1>500</h1>", status=500, content_type="text/html")
    if kind == "not_found":
        return Response(wording.CLOSED_DOOR, status=404, content_type="text/html; charset=utf-8")
    if kind == "binary":
        return Response(b"%PDF-1.7 \x00\x01", content_type="application/pdf")
    if kind == "endless":
        return Response(_without_end(), content_type="text/html; charset=utf-8")
    if kind == "bomb":
        packed = gzip.compress(b"0" * 50_000_000)
        return Response(packed, content_type="text/html", headers={"Content-Encoding": "gzip"})
    return None


def _page(business: Business, path: str) -> Response:
    text = page(business, path)
    if text is None:
        return Response(wording.CLOSED_DOOR, status=404, content_type="text/html; charset=utf-8")
    if business.kind in ("latin1", "lying_charset", "no_charset"):
        text = text if business.kind == "lying_charset" else text.replace('<meta charset="utf-8">', "")
        declared = {"latin1": "text/html; charset=iso-8859-1", "lying_charset": "text/html; charset=utf-8"}
        return Response(text.encode("cp1252", "replace"), content_type=declared.get(business.kind, "text/html"))
    if business.kind == "slow":
        return Response(_dripping(text.encode()), content_type="text/html; charset=utf-8")
    return Response(text, content_type="text/html; charset=utf-8")


def _without_end() -> Iterator[bytes]:
    for _ in range(ENDLESS_BYTES // len(_PIECE)):
        yield _PIECE


def _dripping(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), 200):
        time.sleep(0.05)
        yield content[start : start + 200]
