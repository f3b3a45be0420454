"""Limits per address, account or token, on Redis; in memory while Redis is down."""

from __future__ import annotations

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

limiter = Limiter(key_func=get_remote_address, default_limits=[])


def init_app(app: Flask) -> None:
    """Count on the application's Redis."""
    url = app.config["SETTINGS"].redis_url
    app.config.update(
        # The `limits` library has its own scheme for Unix sockets.
        RATELIMIT_STORAGE_URI=url.replace("unix://", "redis+unix://", 1) if url.startswith("unix://") else url,
        RATELIMIT_STORAGE_OPTIONS={"socket_connect_timeout": 1, "socket_timeout": 1},
        RATELIMIT_IN_MEMORY_FALLBACK_ENABLED=True,
        RATELIMIT_KEY_PREFIX="astrogrowth",
        RATELIMIT_HEADERS_ENABLED=True,
    )
    limiter.init_app(app)
