"""The operator's rules: who may ask, how often, and how refusals are worded."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime

from werkzeug.wrappers import Request, Response

from app.sandbox.state import SandboxState

# Contract 02: library defaults are refused since 2026-04-19; a browser has to send Referer.
_STOCK = re.compile(
    r"^(python|curl|wget|overpy|overpass|go-http-client|okhttp|axios|node|undici|java|apache-httpclient|aiohttp|httpx|"
    r"libwww|ruby|php|guzzle|dart|postman|insomnia|werkzeug|test)\b",
    re.IGNORECASE,
)
_PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
<head><title>OSM3S Response</title></head>
<body>
<p>The data included in this document is from www.openstreetmap.org. It has there been collected by a large group of
contributors. For individual attribution of each item please refer to https://www.openstreetmap.org/api/0.6/</p>
<p><strong style="color:#FF0000">Error</strong>: {message} </p>
</body>
</html>
"""
_NOT_ACCEPTABLE = """<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">
<html><head><title>406 Not Acceptable</title></head><body>
<h1>Not Acceptable</h1>
<p>An appropriate representation of the requested resource could not be found on this server.</p>
<hr><address>Apache Server at sandbox Port 80</address></body></html>
"""
_DISPATCHER = "runtime error: open64: 0 Success /osm3s_osm_base Dispatcher_Client::request_read_and_idx"
RATE_LIMITED = f"{_DISPATCHER}::rate_limited. Please check /api/status for the quota of your IP address."
BUSY = f"{_DISPATCHER}::timeout. The server is probably too busy to handle your request."
DUPLICATE = f"{_DISPATCHER}::duplicate_query"


def error_page(status: int, message: str) -> Response:
    """Answer an error as the server does: HTML, whatever format was asked."""
    body = _PAGE.format(message=html.escape(message, quote=False))
    return Response(body, status=status, content_type="text/html; charset=utf-8")


def is_anonymous(request: Request) -> bool:
    """Tell whether the User-Agent names nobody."""
    agent = request.headers.get("User-Agent", "").strip()
    if not agent or _STOCK.match(agent):
        return True
    pretends = agent.startswith("Mozilla/")
    return pretends and not request.headers.get("Referer") and not re.search(r"https?://\S+\.\S+|\S+@\S+", agent)


def not_acceptable() -> Response:
    """Answer the Apache page given to an anonymous client."""
    return Response(_NOT_ACCEPTABLE, status=406, content_type="text/html; charset=iso-8859-1")


def client_of(request: Request) -> str:
    """Name the client: the server counts by address."""
    return request.remote_addr or "local"


def rate_limit(request: Request, state: SandboxState) -> Response:
    """Answer 429, and ask for the wait the operator's rules name."""
    with state.lock:
        state.refused_until[client_of(request)] = state.now() + state.settings.overpass_wait_seconds
    return error_page(429, RATE_LIMITED)


def seconds_to_wait(request: Request, state: SandboxState) -> float:
    """Tell how long this client still has to wait, in seconds."""
    with state.lock:
        return max(0.0, state.refused_until.get(client_of(request), 0.0) - state.now())


def status_page(request: Request, state: SandboxState) -> Response:
    """Answer /api/status."""
    now = datetime.fromtimestamp(state.now(), UTC)
    slots = state.settings.overpass_slots
    lines = ["Connected as: 2130706433", f"Current time: {now:%Y-%m-%dT%H:%M:%SZ}", f"Rate limit: {slots}"]
    wait = seconds_to_wait(request, state)
    if wait > 0:
        until = datetime.fromtimestamp(state.now() + wait, UTC)
        lines.append(f"Slot available after: {until:%Y-%m-%dT%H:%M:%SZ}, in {int(wait) + 1} seconds.")
    elif slots:
        lines.append(f"{slots} slots available now.")
    lines.append("Currently running queries (pid, space limit, time limit, start time):")
    return Response("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
