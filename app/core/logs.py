"""One line per event, with the id of the request it began with; secrets never reach it."""

from __future__ import annotations

import logging
import sys
import time
import uuid
from collections.abc import MutableMapping
from typing import Any

import structlog
from flask import Flask, Response, g, request

from app.core.redaction import cleaned

# Said at the head of a development line; the rest follows as name=value.
_HEAD = ("level", "event", "module", "logger", "timestamp")


def _redact(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return dict(cleaned(event))


def _on_one_line(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> str:
    """Write an event for a person who reads along."""
    rest = " ".join(f"{name}={value}" for name, value in event.items() if name not in _HEAD)
    where = event.get("module") or event.get("logger", "")
    line = f"{str(event.get('level', '')).upper():<7} {where}: {event.get('event', '')} {rest}"
    return line.strip().replace("\n", " | ")


class _StandardError(logging.StreamHandler[Any]):
    """Writes to whatever standard error is at each line."""

    @property
    def stream(self) -> Any:
        return sys.stderr

    @stream.setter
    def stream(self, _stream: Any) -> None:
        """Keep none."""


def configure(*, is_for_programs: bool = True) -> None:
    """Send structured lines to standard error, in JSON unless a person reads along; those of libraries too."""
    first: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: list[Any] = [
        structlog.processors.format_exc_info,
        _redact,
        structlog.processors.JSONRenderer(ensure_ascii=False) if is_for_programs else _on_one_line,
    ]
    _take_over(first, last)
    structlog.configure(
        processors=[*first, *last],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        # Looked up at each line: a test, or a daemon, may have put another stream there since.
        logger_factory=lambda *_names: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )


def _take_over(first: list[Any], last: list[Any]) -> None:
    """Have what libraries write through `logging` cleaned and written as our own lines are."""
    without_ours = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    formatter = structlog.stdlib.ProcessorFormatter(processors=[without_ours, *last], foreign_pre_chain=[
        *first, structlog.stdlib.add_logger_name,
    ])  # fmt: skip
    handler = _StandardError()
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers = [each for each in root.handlers if not isinstance(each, _StandardError)] + [handler]


def request_id() -> str:
    """Return the id of the request this work began with; nothing where no request did."""
    return str(structlog.contextvars.get_contextvars().get("request_id", ""))


def begin(**names: str) -> None:
    """Have every line from here on bear these names, and no others before them."""
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(**{name: value for name, value in names.items() if value})


def get(name: str) -> Any:
    """Return the logger of a module."""
    return structlog.get_logger(module=name)


def init_app(app: Flask) -> None:
    """Give each request an id, in its answer and in every line it writes."""
    settings = app.config.get("SETTINGS")
    configure(is_for_programs=settings is None or settings.app_env != "development")
    log = get("request")
    # errors.py writes a crash on one line; Flask would write it again, on fifty.
    app.logger.disabled = True

    @app.before_request
    def _start() -> None:
        g.request_id = uuid.uuid4().hex[:16]
        g.started = time.perf_counter()
        begin(request_id=g.request_id)

    @app.after_request
    def _end(response: Response) -> Response:
        response.headers["X-Request-Id"] = g.get("request_id", "")
        if not request.path.startswith(("/assets/", "/healthz")):
            elapsed = round((time.perf_counter() - g.get("started", time.perf_counter())) * 1000)
            # The path only: a query string may hold what a person typed, or an OAuth code.
            endpoint = request.endpoint or "unknown"
            log.info("request", method=request.method, endpoint=endpoint, status=response.status_code, ms=elapsed)
        return response
