"""Headers that close what pages do not need, the cookie, and the one rewritten method."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from flask import Flask, Request, Response, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import IntegerConverter

PUBLIC_ENDPOINTS = {"static", "assets.serve"}
# Their address is the proof: whoever is signed in in the same browser is neither asked nor told.
BY_TOKEN = ("/a/", "/desabonnement/", "/i/")
MAX_BODY_BYTES = 12 * 1024 * 1024


class DeleteByPost:
    """Turn `POST …?_method=DELETE` into DELETE: a form without script knows no other verb."""

    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        query = environ.get("QUERY_STRING", "")
        if environ["REQUEST_METHOD"] == "POST" and parse_qs(query).get("_method") == ["DELETE"]:
            environ["REQUEST_METHOD"] = "DELETE"
        return self.application(environ, start_response)


class SessionOfPages(SecureCookieSessionInterface):
    """The session's cookie, which links acted on without a session neither read nor write."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """Open the session; None, which Flask refuses to write to, where the address is the proof."""
        if request.path.startswith(BY_TOKEN):
            return None
        return super().open_session(app, request)


class RowId(IntegerConverter):
    """The id in an address. One that no table can hold is not found, rather than an error of the database."""

    regex = "[0-9]{1,9}"


def content_policy(*consent_urls: str) -> str:
    """Return the CSP; form-action names where consent is given: a browser blocks a form redirected off the list."""
    places = [urlsplit(address) for address in consent_urls]
    allowed = dict.fromkeys(["'self'", *(f"{place.scheme}://{place.netloc}" for place in places)])
    rules = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "font-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        "form-action": " ".join(allowed),
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def on_a_phone_too(auth_url: str) -> tuple[str, str]:
    """Return an address and the one a phone may be led on to from there, which a browser holds to the same list (k)."""
    return auth_url, auth_url.replace("://www.", "://m.", 1)


def private(response: Response, *, has_form: bool = False) -> Response:
    """Keep a page whose address is its proof out of caches, of search engines and of what links lead to.

    Args:
        has_form: the page posts a CSRF token; without its Origin, the token would be refused over https.
    """
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "same-origin" if has_form else "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def init_app(app: Flask) -> None:
    """Set the cookie, the headers and the body's size limit."""
    settings = app.config["SETTINGS"]
    app.url_map.converters["int"] = RowId
    app.session_interface = SessionOfPages()
    app.wsgi_app = DeleteByPost(app.wsgi_app)  # type: ignore[method-assign]  # Flask's documented way
    if settings.trusted_proxies:
        # Of what these headers list, the last are the proxies' own word; a stranger writes what comes before.
        count = settings.trusted_proxies
        seen = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)
        app.wsgi_app = seen  # type: ignore[method-assign]  # Flask’s documented way
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SESSION_COOKIE_NAME="astrogrowth",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.is_https,
        PERMANENT_SESSION_LIFETIME=60 * 60 * 24 * 30,
        # A refresh of the cookie on each page would forbid every cache and prove nothing.
        SESSION_REFRESH_EACH_REQUEST=False,
        MAX_CONTENT_LENGTH=MAX_BODY_BYTES,
        MAX_FORM_MEMORY_SIZE=2 * 1024 * 1024,
    )
    meta = on_a_phone_too(settings.meta_auth_url) if settings.meta_app_id and settings.meta_app_secret else ()
    policy = content_policy(settings.linkedin_auth_url, *meta)

    @app.after_request
    def _headers(response: Response) -> Response:
        headers = response.headers
        headers.setdefault("Content-Security-Policy", policy)
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("X-Frame-Options", "DENY")
        headers.setdefault("Referrer-Policy", "same-origin")
        headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        if settings.is_https:
            headers.setdefault("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
        if request.endpoint not in PUBLIC_ENDPOINTS:
            headers.setdefault("Cache-Control", "no-store")
        return response
