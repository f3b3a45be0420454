"""Headers that close what pages do not need, the cookie, and the one rewritten method."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from flask import Flask, Response, request
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import IntegerConverter

PUBLIC_ENDPOINTS = {"static", "assets.serve"}
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


class RowId(IntegerConverter):
    """The id in an address. One that no table can hold is not found, rather than an error of the database."""

    regex = "[0-9]{1,9}"


def content_policy(linkedin_auth_url: str) -> str:
    """Return the CSP; form-action names LinkedIn since a browser blocks a form redirected off the list."""
    parts = urlsplit(linkedin_auth_url)
    rules = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "font-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        "form-action": f"'self' {parts.scheme}://{parts.netloc}",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def init_app(app: Flask) -> None:
    """Set the cookie, the headers and the body's size limit."""
    settings = app.config["SETTINGS"]
    app.url_map.converters["int"] = RowId
    app.wsgi_app = DeleteByPost(app.wsgi_app)  # type: ignore[method-assign]  # Flask's documented way
    if settings.trusted_proxies:
        # Of what these headers list, the last are the proxies' own word; a stranger writes what comes before.
        count = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]
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
    policy = content_policy(settings.linkedin_auth_url)

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
