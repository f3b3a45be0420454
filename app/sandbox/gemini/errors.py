"""Gemini's errors: a code, a status, a message, details."""

from __future__ import annotations

from typing import Any

from werkzeug.wrappers import Response

from app.sandbox.calls import json_reply

STATUSES = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    503: "UNAVAILABLE",
    504: "DEADLINE_EXCEEDED",
}
MESSAGES = {
    403: "Your API key was reported as leaked. Please use another API key.",
    500: "An internal error has occurred. Please retry or report in https://developers.generativeai.google/guide/troubleshooting",
    503: "The model is overloaded. Please try again later.",
    504: "Deadline expired before operation could complete.",
}
METRIC = "generativelanguage.googleapis.com/generate_content_free_tier_requests"


class Refused(Exception):
    """A request that earns an error."""

    def __init__(self, code: int, message: str, details: list[dict[str, Any]] | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.details = details or []


def error(code: int, message: str = "", details: list[dict[str, Any]] | None = None) -> Response:
    """Answer an error."""
    told = message or MESSAGES.get(code, f"HTTP {code}")
    body: dict[str, Any] = {"code": code, "message": told, "status": STATUSES.get(code, "UNKNOWN")}
    return json_reply({"error": body | ({"details": details} if details else {})}, code)


def bad_key() -> Refused:
    """Make the 400 of a key that is missing or wrong."""
    info = {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": "API_KEY_INVALID",
        "domain": "googleapis.com",
        "metadata": {"service": "generativelanguage.googleapis.com"},
    }
    return Refused(400, "API key not valid. Please pass a valid API key.", [info])


def unknown_field(name: str, where: str = "") -> Refused:
    """Make the 400 of a field that does not exist."""
    at = f" at '{where}'" if where else ""
    return Refused(400, f'Invalid JSON payload received. Unknown name "{name}"{at}: Cannot find field.')


def quota(model: str, *, per_day: bool, seconds: int = 37, limit: int = 20) -> Response:
    """Answer a 429; the one for the day carries a short delay too, which is not to be trusted.

    A key without a plan has a limit of zero for pictures, and is told the same.
    """
    window = "Day" if per_day else "Minute"
    message = (
        "You exceeded your current quota, please check your plan and billing details.\n"
        f"* Quota exceeded for metric: {METRIC}, limit: {limit}, model: {model}\nPlease retry in {seconds}.4s."
    )
    violation = {
        "quotaMetric": METRIC,
        "quotaId": f"GenerateRequestsPer{window}PerProjectPerModel-FreeTier",
        "quotaDimensions": {"location": "global", "model": model},
        "quotaValue": str(limit),
    }
    link = {
        "description": "Learn more about Gemini API quotas",
        "url": "https://ai.google.dev/gemini-api/docs/rate-limits",
    }
    details: list[dict[str, Any]] = [
        {"@type": "type.googleapis.com/google.rpc.Help", "links": [link]},
        {"@type": "type.googleapis.com/google.rpc.QuotaFailure", "violations": [violation]},
        {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": f"{seconds}s"},
    ]
    return error(429, message, details)
