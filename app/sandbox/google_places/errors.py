"""Errors of Places API (New): google.rpc.Status in JSON."""

from __future__ import annotations

from typing import Any

from werkzeug.wrappers import Response

from app.sandbox.calls import json_reply

STATUSES = {400: "INVALID_ARGUMENT", 401: "UNAUTHENTICATED", 403: "PERMISSION_DENIED", 404: "NOT_FOUND",
            429: "RESOURCE_EXHAUSTED", 500: "INTERNAL", 503: "UNAVAILABLE", 504: "DEADLINE_EXCEEDED"}  # fmt: skip
MASK_MISSING = "FieldMask is a required parameter. See https://cloud.google.com/apis/docs/system-parameters"


class Refused(Exception):
    """A request that earns an error."""

    def __init__(self, code: int, message: str, reason: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.reason = reason


def error(code: int, message: str = "", reason: str = "") -> Response:
    """Answer an error."""
    body: dict[str, Any] = {"code": code, "message": message or f"HTTP {code}", "status": STATUSES.get(code, "UNKNOWN")}
    if reason:
        info = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": reason, "domain": "googleapis.com"}
        body["details"] = [info]
    return json_reply({"error": body}, code)
