"""One JSON line per event, with the request's id; secrets never reach it."""

from __future__ import annotations

import logging
import re
import sys
import time
import uuid
from collections.abc import Mapping, MutableMapping
from typing import Any

import structlog
from flask import Flask, Response, g, request

SECRET_NAMES = re.compile(r"password|token|secret|authorization|cookie|api_key|csrf|(^|auth_)code$", re.IGNORECASE)
# The same inside a text: what follows « Bearer », a parameter's name, or the colon of user:password@host.
SECRET_TEXTS = re.compile(
    r"(bearer\s+|\b\w*(?:token|secret|password|key|code)=|://[^\s/:@]*:(?=[^\s/@]+@))[^\s&@\"'<>]+", re.IGNORECASE
)
HIDDEN = "[redacted]"


def cleaned(value: Any) -> Any:
    """Return `value` without the secrets it names, however deep."""
    if isinstance(value, str):
        return SECRET_TEXTS.sub(rf"\1{HIDDEN}", value)
    if isinstance(value, Mapping):
        return {name: HIDDEN if SECRET_NAMES.search(str(name)) else cleaned(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [cleaned(each) for each in value]
    return value


def _redact(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return dict(cleaned(event))


def configure() -> None:
    """Send structured lines to standard error."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            _redact,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        # Looked up at each line: a test, or a daemon, may have put another stream there since.
        logger_factory=lambda *_names: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )


def get(name: str) -> Any:
    """Return the logger of a module."""
    return structlog.get_logger(module=name)


def init_app(app: Flask) -> None:
    """Give each request an id, in its answer and in every line it writes."""
    configure()
    log = get("request")
    # errors.py writes a crash on one line; Flask would write it again, on fifty.
    app.logger.disabled = True

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
