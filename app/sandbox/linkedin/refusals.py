"""The network's errors, worded as contract 05 words them."""

from __future__ import annotations

from collections.abc import Callable

from werkzeug.wrappers import Response

from app.sandbox.calls import json_reply


def refusal(status: int, code: str, message: str, service_code: int | None = None) -> Response:
    """Answer an error of the versioned API."""
    body: dict[str, object] = {"status": status, "code": code, "message": message}
    if service_code is not None:
        body["serviceErrorCode"] = service_code
    return json_reply(body, status)


def invalid(message: str, code: str = "INVALID_REQUEST") -> Response:
    """Answer a 400 of validation."""
    return refusal(400, code, message)


def unknown_field(path: str) -> Response:
    """Answer the 400 given to a field the schema does not have."""
    return invalid(f"ERROR :: {path} :: unrecognized field found but not allowed")


def denied(operation: str) -> Response:
    """Answer the 403 of a missing scope or product."""
    return refusal(403, "ACCESS_DENIED", f"Not enough permissions to access: {operation}", 100)


def duplicate(urn: str) -> Response:
    """Answer the 422 given to the same text twice."""
    return json_reply(
        {
            "status": 422,
            "message": f"Content is a duplicate of {urn}",
            "errorDetails": {"inputErrors": [{"code": "DUPLICATE_POST", "description": "Duplicate post is detected"}]},
        },
        422,
    )


def throttled() -> Response:
    """Answer the 429 of a daily limit."""
    return refusal(
        429, "TOO_MANY_REQUESTS", "Resource level throttle limit for calls to this resource is reached.", 101
    )


def unauthorised(code: str, message: str, service_code: int) -> Response:
    """Answer a 401."""
    return refusal(401, code, message, service_code)


def expired() -> Response:
    """Answer the 401 of a token past its 60 days."""
    return unauthorised("EXPIRED_ACCESS_TOKEN", "The token used in the request has expired", 65602)


def revoked() -> Response:
    """Answer the 401 of a token taken back."""
    return unauthorised("REVOKED_ACCESS_TOKEN", "The token used in the request has been revoked by the user", 65601)


def told(status: int) -> Response:
    """Answer a failure that was ordered."""
    known: dict[int, Callable[[], Response]] = {
        400: lambda: invalid("Invalid request"),
        401: expired,
        403: lambda: denied("posts.CREATE.20260901"),
        422: lambda: duplicate("urn:li:share:7141000000000000000"),
        426: lambda: refusal(426, "NONEXISTENT_VERSION", "Requested version is not active"),
        429: throttled,
        500: lambda: refusal(500, "INTERNAL_SERVER_ERROR", "Internal Server Error"),
        503: lambda: refusal(503, "SERVICE_UNAVAILABLE", "Service Unavailable"),
        504: lambda: refusal(504, "GATEWAY_TIMEOUT", "Gateway Timeout"),
    }
    return known[status]() if status in known else refusal(status, "ERROR", f"HTTP {status}")
