"""How many requests are left, in the words of the IETF’s draft (draft-ietf-httpapi-ratelimit-headers) and in the older.

Flask-Limiter writes X-RateLimit-Limit, -Remaining and -Reset itself.
"""

from __future__ import annotations

import math

from flask import Response, current_app

from app.core import clock
from app.core.limits import limiter

WINDOW_SECONDS = 60


def tell(response: Response) -> Response:
    """Say the limit, what is left of it, and when it begins again."""
    counted = limiter.current_limit
    if counted is None:
        return response
    seconds = max(math.ceil(counted.reset_at - clock.now().timestamp()), 0)
    most = current_app.config["SETTINGS"].api_requests_per_minute
    response.headers["RateLimit-Policy"] = f'"token";q={most};w={WINDOW_SECONDS}'
    response.headers["RateLimit"] = f'"token";r={max(counted.remaining, 0)};t={seconds}'
    return response
