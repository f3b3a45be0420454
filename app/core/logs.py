"""One JSON line per event, with the request's id; secrets never reach it."""

from __future__ import annotations

import logging
import re
import sys
import time
import uuid
from collections.abc import MutableMapping
from typing import Any

import structlog
from flask import Flask, Response, g, request

SECRET_NAMES = re.compile(r"password|token|secret|authorization|cookie|api_key|code\b|csrf", re.IGNORECASE)


def _redact(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for name in event:
        if SECRET_NAMES.search(name):
            event[name] = "[redacted]"
    return event


def configure() -> None:
    """Send structured lines to standard error."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _redact,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )


def get(name: str) -> Any:
    """Return the logger of a module."""
    return structlog.get_logger(module=name)


def init_app(app: Flask) -> None:
    """Give each request an id, in its answer and in every line it writes."""
    configure()
    log = get("request")

    @app.before_request
    def _start() -> None:
        g.request_id = uuid.uuid4().hex[:16]
        g.started = time.perf_counter()
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=g.request_id)

    @app.after_request
    def _end(response: Response) -> Response:
        response.headers["X-Request-Id"] = g.get("request_id", "")
        if not request.path.startswith(("/assets/", "/healthz")):
            elapsed = round((time.perf_counter() - g.get("started", time.perf_counter())) * 1000)
            # The path only: a query string may hold what a person typed, or an OAuth code.
            endpoint = request.endpoint or "unknown"
            log.info("request", method=request.method, endpoint=endpoint, status=response.status_code, ms=elapsed)
        return response
