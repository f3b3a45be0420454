"""The Graph's errors, worded as contract 08 words them.

The HTTP status is deliberately poor: the contract says to look at `code`, so 190 comes with a 400 here.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from werkzeug.wrappers import Response

from app.sandbox.calls import json_reply

REGAIN_MINUTES = 10


def refusal(code: int, message: str, status: int = 400, *, subcode: int = 0, transient: bool = False) -> Response:
    """Answer one error of the Graph."""
    error: dict[str, object] = {
        "message": message if message.startswith("(#") or code in (1, 2, 190, 2500) else f"(#{code}) {message}",
        "type": "OAuthException",
        "code": code,
        "fbtrace_id": "SandboxTrace",
    }
    if subcode:
        error["error_subcode"] = subcode
    if transient:
        error["is_transient"] = True
    return json_reply({"error": error}, status)


def invalid(message: str, subcode: int = 0) -> Response:
    """Answer the 100 of a wrong parameter."""
    return refusal(100, message, subcode=subcode)


def missing(name: str) -> Response:
    """Answer the 100 of a parameter that is not there."""
    return invalid(f"The parameter {name} is required")


def unknown_parameter(name: str) -> Response:
    """Answer the 100 of a parameter the call does not have."""
    return invalid(f"Param {name} is not a known parameter")


def unknown_object(name: str) -> Response:
    """Answer what asking for something that is not there, or not ours, earns."""
    message = (
        f"Unsupported get request. Object with ID '{name}' does not exist, "
        "cannot be loaded due to missing permissions, or does not support this operation"
    )
    return invalid(message, 33)


def unknown_path(path: str) -> Response:
    """Answer what a version or a call that does not exist earns."""
    return refusal(2500, f"Unknown path components: {path}")


def no_token() -> Response:
    """Answer a call without any token."""
    return refusal(2500, "An active access token must be used to query information about the current user.")


def dead_token(subcode: int = 0) -> Response:
    """Answer a token that opens nothing: 463 expired, 460 password changed, 458 application removed."""
    why = {463: "Session has expired", 460: "The session has been invalidated because the user changed their password",
           458: "The user has not authorized application"}  # fmt: skip
    return refusal(190, f"Error validating access token: {why.get(subcode, 'Invalid OAuth access token')}",
                   subcode=subcode)  # fmt: skip


def denied(permission: str) -> Response:
    """Answer a token without the permission a call needs."""
    return refusal(200, f"Requires {permission} permission to manage the object", 403)


def page_token_needed() -> Response:
    """Answer a user's token where a Page's is needed (k)."""
    return refusal(210, "A page access token is required to request this resource.", 403)


def throttled(code: int = 32, who: str = "page") -> Response:
    """Answer a rate limit, with the minutes it lasts in the header that tells them."""
    reply = refusal(code, "Page request limit reached", transient=True)
    usage = [{"type": "pages", "call_count": 100, "total_cputime": 25, "total_time": 25,
              "estimated_time_to_regain_access": REGAIN_MINUTES}]  # fmt: skip
    reply.headers["X-Business-Use-Case-Usage"] = json.dumps({who: usage})
    return reply


def duplicate() -> Response:
    """Answer the same words twice: the Graph does not say where the first are."""
    return refusal(506, "Duplicate status message")


def not_ready() -> Response:
    """Answer a container published too early (k)."""
    return refusal(9007, "The media is not ready for publishing, please wait for a moment", subcode=2207027)


def told(status: int) -> Response:
    """Answer a failure that was ordered."""
    known: dict[int, Callable[[], Response]] = {
        400: lambda: invalid("Invalid parameter"),
        401: lambda: dead_token(463),
        403: lambda: denied("pages_manage_posts"),
        404: lambda: unknown_object("0"),
        429: throttled,
    }
    if status in known:
        return known[status]()
    return refusal(2, "An unexpected error has occurred. Please retry your request later.", status, transient=True)


TOLD: dict[str, Callable[[], Response]] = {
    "duplicate": duplicate,
    "expired": lambda: dead_token(463),
    "password": lambda: dead_token(460),
    "app_removed": lambda: dead_token(458),
    "policy": lambda: refusal(368, "The action attempted has been deemed abusive or is otherwise disallowed"),
    "transient": lambda: refusal(1, "An unknown error occurred", 500),
    "app_limit": lambda: refusal(4, "Application request limit reached", 403),
    "not_ready": not_ready,
}
