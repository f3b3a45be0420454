"""Limits per address, account or token, on Redis; in memory while Redis is down."""

from __future__ import annotations

import contextlib
from ipaddress import ip_address, ip_network

import redis
from flask import Flask, Response
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from limits import parse_many

# Its own name for Retry-After, which it would put on every answer it has counted.
WAIT = "X-RateLimit-Wait"
# The network one subscriber receives in IPv6: by single addresses, she would have 2⁶⁴ tries.
SUBSCRIBER_BITS = 64
# Wrong words on one account, from wherever: the more there were, the longer the wait.
FAILURES = parse_many("10 per 15 minutes; 30 per 6 hours; 60 per day")


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


def is_locked(what: str, who: str) -> bool:
    """Tell whether too many wrong words were given for `who` lately; False while Redis is down."""
    if not limiter.enabled:
        return False
    with contextlib.suppress(redis.RedisError):
        return not all(limiter.limiter.test(each, what, who) for each in FAILURES)
    return False


def count_failure(what: str, who: str) -> None:
    """Count wrong words given for `who`."""
    with contextlib.suppress(redis.RedisError):
        for each in FAILURES if limiter.enabled else ():
            limiter.limiter.hit(each, what, who)


def forget_failures(what: str, who: str) -> None:
    """Count afresh: the right words were given."""
    with contextlib.suppress(redis.RedisError):
        for each in FAILURES if limiter.enabled else ():
            limiter.limiter.clear(each, what, who)


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
