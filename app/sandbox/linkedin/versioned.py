"""What every versioned call has to carry: token, version, protocol, content type, encoded URNs."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from werkzeug.wrappers import Request, Response

from app.sandbox.linkedin import refusals, tokens
from app.sandbox.records import Token
from app.sandbox.state import SandboxState


def entrance(request: Request, state: SandboxState) -> Token | Response:
    """Check the headers: the token of the caller, or the refusal."""
    token = tokens.bearer(request, state)
    if isinstance(token, Response):
        return token
    if refusal := _version_refusal(request, state):
        return refusal
    if request.headers.get("X-Restli-Protocol-Version") != "2.0.0":
        return refusals.invalid("X-Restli-Protocol-Version header is missing or is not 2.0.0", "RESTLI_PROTOCOL")
    if request.method == "POST" and request.mimetype != "application/json":
        return refusals.invalid("Content-Type must be application/json", "UNSUPPORTED_CONTENT_TYPE")
    if "urn:li:" in _raw_path(request):
        return refusals.invalid("URNs in the path must be percent-encoded", "ILLEGAL_ARGUMENT")
    return token


def _raw_path(request: Request) -> str:
    raw = str(request.environ.get("RAW_URI") or request.environ.get("REQUEST_URI") or "")
    return raw.partition("?")[0]


def _version_refusal(request: Request, state: SandboxState) -> Response | None:
    version = request.headers.get("LinkedIn-Version", "")
    if not version:
        return refusals.invalid(
            "A version must be present. Please specify a version by adding the LinkedIn-Version header.",
            "VERSION_MISSING",
        )
    newest = max("202611", f"{datetime.fromtimestamp(state.now(), UTC):%Y%m}")
    month = re.fullmatch(r"20\d\d(0[1-9]|1[0-2])", version)
    if month is None or not state.settings.linkedin_oldest_version <= version <= newest:
        shown = f"{version}01" if month else version
        return refusals.refusal(426, "NONEXISTENT_VERSION", f"Requested version {shown} is not active")
    return None


def json_object(request: Request) -> dict[str, Any] | Response:
    """Read the body: an object, or the refusal it earns."""
    body = request.get_json(silent=True)
    if not isinstance(body, dict):
        return refusals.invalid("Unable to parse the request body as a JSON object")
    return body
