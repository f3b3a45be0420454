"""Limits per address, account or token, on Redis; in memory while Redis is down."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

from flask import Flask, Response
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

# Its own name for Retry-After, which it would put on every answer it has counted.
WAIT = "X-RateLimit-Wait"
# The network one subscriber receives in IPv6: by single addresses, she would have 2⁶⁴ tries.
SUBSCRIBER_BITS = 64


def subscriber() -> str:
    """Return what a limit per address counts on: an IPv4 address, or the network of an IPv6 one."""
    remote = get_remote_address()
    try:
        address = ip_address(remote)
    except ValueError:
        return remote
    if address.version == 4:
        return remote
    return str(address.ipv4_mapped or ip_network((int(address), SUBSCRIBER_BITS), strict=False))


limiter = Limiter(key_func=subscriber, default_limits=[])


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
        RATELIMIT_HEADER_RETRY_AFTER=WAIT,
    )

    # Registered before the limiter's own, hence called after it.
    @app.after_request
    def _retry_after(response: Response) -> Response:
        seconds = response.headers.pop(WAIT, None)
        if response.status_code == 429 and seconds is not None:
            # Less than a second left is told as 0, which asks to be refused again.
            response.headers["Retry-After"] = str(max(int(seconds), 1))
        return response

    limiter.init_app(app)
