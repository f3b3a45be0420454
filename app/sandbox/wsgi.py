"""The sandbox as one WSGI program: which twin answers, how it is spoiled, what is noted."""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Request, Response

from app.sandbox import calls
from app.sandbox.calls import Call, Twin
from app.sandbox.control import Control
from app.sandbox.gemini.twin import GeminiTwin
from app.sandbox.google_places.twin import GooglePlacesTwin
from app.sandbox.hunter.twin import HunterTwin
from app.sandbox.linkedin.twin import LinkedInTwin
from app.sandbox.meta.twin import MetaTwin
from app.sandbox.overpass.twin import OverpassTwin
from app.sandbox.pages.site import Site
from app.sandbox.sites.twin import SitesTwin, label_of
from app.sandbox.state import SandboxState

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

LARGEST_BODY = 40 * 1024 * 1024
BODY_NOTED = 6000
PREFIXES = (
    ("/api/interpreter", "overpass"),
    ("/api/status", "overpass"),
    ("/v1/places", "google_places"),
    ("/v1beta/", "gemini"),
    ("/v1/", "gemini"),
    ("/oauth/", "linkedin"),
    ("/hunter/v2/", "hunter"),
    ("/v2/", "linkedin"),
    ("/rest/", "linkedin"),
    ("/dms-uploads/", "linkedin"),
    ("/_sandbox/", "control"),
)
# The Graph's paths begin with its version, which always has a point.
GRAPH = re.compile(r"/v\d+\.\d+/")


def service_of(path: str) -> str:
    """Name the service a path belongs to."""
    if GRAPH.match(path):
        return "meta"
    return next((service for prefix, service in PREFIXES if path.startswith(prefix)), "pages")


class Sandbox:
    """A WSGI application that speaks for every outside service."""

    def __init__(self, state: SandboxState, *, log: bool = False) -> None:
        self.state = state
        self.log = log
        self.twins: dict[str, Twin] = {
            "overpass": OverpassTwin(),
            "gemini": GeminiTwin(),
            "google_places": GooglePlacesTwin(),
            "hunter": HunterTwin(),
            "linkedin": LinkedInTwin(),
            "meta": MetaTwin(),
            "control": Control(),
            "sites": SitesTwin(),
            "pages": Site(),
        }

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request, or cut it when told to."""
        started = time.monotonic()
        request = Request(environ)
        request.max_content_length = LARGEST_BODY
        service = "sites" if label_of(request) else service_of(request.path)
        call = Call(request, self.state)
        status = 0
        try:
            reply = self._answer(call, service)
            status = reply.status_code
        finally:
            self._note(call, service, status, time.monotonic() - started)
        return reply(environ, start_response)

    def _answer(self, call: Call, service: str) -> Response:
        try:
            call.request.get_data(cache=True, parse_form_data=False)
            call.order = self.state.behaviours.take(service, call.request.method, call.request.path)
            return self._answer_as_told(call, self.twins[service])
        except HTTPException as error:
            reply = error.get_response(call.request.environ)
            return Response(reply.get_data(), status=error.code, content_type="text/html; charset=utf-8")

    def _answer_as_told(self, call: Call, twin: Twin) -> Response:
        if call.order is None:
            return twin.answer(call)
        # A slow query holds its slot while it runs, so that twin waits by itself.
        if not (call.what == "slow" and call.order.service == "overpass"):
            call.linger()
        if call.what == "cut_before":
            calls.cut(call.request)
        if call.order.status is not None:
            reply = twin.failure(call, call.order.status)
            if call.order.retry_after is not None:
                reply.headers["Retry-After"] = str(call.order.retry_after)
            return reply
        reply = twin.answer(call)
        if call.what == "cut_after":
            calls.cut(call.request)
        if call.what == "truncate":
            return calls.truncated(call.request, reply)
        return calls.malformed(reply) if call.what == "malformed" else reply

    def _note(self, call: Call, service: str, status: int, seconds: float) -> None:
        request = call.request
        line = {
            "at": datetime.fromtimestamp(self.state.now(), UTC).isoformat(timespec="milliseconds"),
            "service": service,
            "method": request.method,
            "path": request.path,
            "status": status,
            "told": call.what,
            "ms": round(seconds * 1000),
        }
        if service in ("overpass", "gemini", "google_places", "hunter", "linkedin", "meta", "sites"):
            # Signing in carries secrets; what is noted there is only that it happened.
            secret = request.path.startswith(("/oauth/", "/dms-uploads/")) or "oauth" in request.path
            secret = secret or request.mimetype == "multipart/form-data"
            body = "" if secret else request.get_data(as_text=True)[:BODY_NOTED]
            seen = {"user_agent": request.headers.get("User-Agent", ""), "body": body, **call.notes}
            self.state.requests.append({**line, **seen})
        if self.log:
            sys.stdout.write(json.dumps(line) + "\n")
            sys.stdout.flush()


def create_sandbox(state: SandboxState | None = None, *, log: bool = False) -> Sandbox:
    """Build the sandbox's WSGI application around a state."""
    return Sandbox(state or SandboxState(), log=log)
