"""Hunter's errors: a list, each with its id, its code and its details."""

from __future__ import annotations

from werkzeug.wrappers import Response

from app.sandbox.calls import json_reply

# 403 is the rate and 429 the credits: the opposite of most services.
IDS = {
    400: "wrong_params", 401: "authentication_failed", 403: "rate_limited", 404: "not_found",
    409: "idempotency_key_in_flight", 422: "invalid", 429: "too_many_requests",
    451: "claimed_email", 500: "server_error",
}  # fmt: skip
DETAILS = {
    400: "Your request's parameters are wrong",
    401: "No user found for the API key supplied",
    403: "You have reached the rate limit: slow down",
    404: "The resource you requested does not exist",
    409: "A request with this key is in flight",
    422: "The creation failed",
    429: "You've reached the limit for the number of searches per billing period included in your plan.",
    451: "The person behind this email address asked not to be processed",
}


class Refused(Exception):
    """A request that earns an error."""

    def __init__(self, code: int, details: str = "", name: str = "") -> None:
        super().__init__(details)
        self.code = code
        self.name = name


def error(code: int, details: str = "", name: str = "") -> Response:
    """Answer an error."""
    told = {"id": name or IDS.get(code, "error"), "code": code, "details": details or DETAILS.get(code, f"HTTP {code}")}
    reply = json_reply({"errors": [told]}, code)
    if code == 409:
        reply.headers["Retry-After"] = "2"
    return reply
