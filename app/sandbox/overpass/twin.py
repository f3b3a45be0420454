"""Overpass: /api/interpreter and /api/status."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from urllib.parse import parse_qs

from werkzeug.wrappers import Request, Response

from app.sandbox.calls import Call, json_reply
from app.sandbox.overpass import etiquette
from app.sandbox.overpass.contacts import with_port
from app.sandbox.overpass.evaluation import Run
from app.sandbox.overpass.parser import parse
from app.sandbox.overpass.syntax import ParseError
from app.sandbox.state import SandboxState

COPYRIGHT = (
    "The data included in this document is from www.openstreetmap.org. The data is made available under ODbL."
    " (Bac à sable : données de démonstration.)"
)
FAILURES = {429: etiquette.RATE_LIMITED, 504: etiquette.BUSY, 400: "line 1: parse error: told to refuse"}


class OverpassTwin:
    """Answer queries as the public servers do, from an invented map."""

    def failure(self, call: Call, status: int) -> Response:
        """Answer an ordered failure, in HTML."""
        if status == 429:
            return etiquette.rate_limit(call.request, call.state)
        if status == 406:
            return etiquette.not_acceptable()
        return etiquette.error_page(status, FAILURES.get(status, f"runtime error: {status}"))

    def answer(self, call: Call) -> Response:
        """Check manners first, then the query."""
        request, state = call.request, call.state
        if etiquette.is_anonymous(request):
            return etiquette.not_acceptable()
        if request.path == "/api/status":
            return etiquette.status_page(request, state)
        if request.path != "/api/interpreter":
            return Response("Not Found", status=404, content_type="text/html; charset=iso-8859-1")
        if etiquette.seconds_to_wait(request, state) > 0:
            call.notes["too_soon"] = True
            return etiquette.error_page(429, etiquette.RATE_LIMITED)
        with _slot(request, state) as free:
            if not free:
                return etiquette.rate_limit(request, state)
            call.linger()
            return self._told(call) or self._carry_out(call)

    def _told(self, call: Call) -> Response | None:
        if call.what == "rate_limited_200":
            return etiquette.error_page(200, etiquette.RATE_LIMITED)
        if call.what == "busy":
            return etiquette.error_page(504, etiquette.BUSY)
        return etiquette.error_page(429, etiquette.DUPLICATE) if call.what == "duplicate_query" else None

    def _carry_out(self, call: Call) -> Response:
        source = query_of(call.request)
        call.notes["query"] = source[:4000]
        try:
            program = parse(source)
        except ParseError as error:
            return etiquette.error_page(400, f"line {error.line}: parse error: {error}")
        if program.format != "json":
            return etiquette.error_page(400, "line 1: parse error: this server answers [out:json] only")
        run = Run(program, call.state.settings.overpass_file)
        remark = run.carry_out(call.state.settings.overpass_element_cap)
        if call.what == "remark":
            remark = f'runtime error: Query timed out in "query" at line 1 after {program.timeout_seconds} seconds.'
            del run.output[len(run.output) // 3 :]
        port = call.request.host.partition(":")[2]
        for row in run.output:
            if "tags" in row:
                row["tags"] = with_port(row["tags"], port)
        body: dict[str, object] = {
            "version": 0.6,
            "generator": "Overpass API 0.7.62",
            "osm3s": _timestamps(call.state.now()),
            "elements": run.output,
        }
        return json_reply(body | ({"remark": remark} if remark else {}))


def query_of(request: Request) -> str:
    """Read the query from ?data=, a form field `data`, or the raw body."""
    if request.method == "GET":
        return request.args.get("data", "")
    body = request.get_data(as_text=True)
    if body.lstrip().startswith("data="):
        return parse_qs(body.strip()).get("data", [""])[0]
    return body


def _timestamps(now: float) -> dict[str, str]:
    # The same question has the same answer all day long.
    today = datetime.fromtimestamp(now, UTC)
    return {
        "timestamp_osm_base": f"{today:%Y-%m-%d}T00:00:00Z",
        "timestamp_areas_base": f"{today:%Y-%m-%d}T00:00:00Z",
        "copyright": COPYRIGHT,
    }


@contextmanager
def _slot(request: Request, state: SandboxState) -> Iterator[bool]:
    client, slots = etiquette.client_of(request), state.settings.overpass_slots
    with state.lock:
        state.running[client] = state.running.get(client, 0) + 1
        free = not slots or state.running[client] <= slots
    try:
        yield free
    finally:
        with state.lock:
            state.running[client] -= 1
