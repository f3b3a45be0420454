"""The doors for checks: what was received, and orders to misbehave."""

from __future__ import annotations

from typing import Any

from werkzeug.wrappers import Response

from app.sandbox.behaviour import read_order
from app.sandbox.calls import Call, json_reply
from app.sandbox.linkedin.figures import METRICS, figure
from app.sandbox.mailbox.letters import open_letters
from app.sandbox.meta import deletion
from app.sandbox.records import Post
from app.sandbox.state import SandboxState


def post_as_json(post: Post, now: float) -> dict[str, Any]:
    """Write a post for checks."""
    return {
        "network": post.network,
        "urn": post.urn,
        "author": post.author,
        "author_name": post.author_name,
        "commentary": post.commentary,
        "text": post.text,
        "truncated": post.truncated,
        "hashtags": post.hashtags,
        "visibility": post.visibility,
        "images": post.picture_urns,
        "alt_text": post.alt_text,
        "created_at": post.created_at,
        "deleted": post.deleted_at is not None,
        "figures": {metric: figure(post, metric, now) for metric in METRICS},
    }


class Control:
    """Answer under /_sandbox/."""

    def failure(self, call: Call, status: int) -> Response:
        """Answer a bare failure: nobody orders one here."""
        return json_reply({"error": status}, status)

    def answer(self, call: Call) -> Response:
        """Find the door, by method and name."""
        doors = {
            ("GET", "posts"): _posts,
            ("GET", "mail"): _mail,
            ("GET", "requests"): _requests,
            ("GET", "behave"): _orders,
            ("POST", "behave"): _behave,
            ("POST", "settings"): _settings,
            ("POST", "reset"): _reset,
            ("POST", "reactions"): _reactions,
            ("POST", "revoke"): _revoke,
            ("POST", "expire"): _expire,
            ("POST", "meta-deletion"): _meta_deletion,
        }
        door = doors.get((call.request.method, call.request.path.removeprefix("/_sandbox/").rstrip("/")))
        return door(call) if door else json_reply({"error": "no such door"}, 404)


def _posts(call: Call) -> Response:
    with call.state.lock:
        posts = list(call.state.posts.values())
    if not call.request.args.get("all"):
        posts = [post for post in posts if post.deleted_at is None]
    items = [post_as_json(post, call.state.now()) for post in posts]
    return json_reply({"count": len(items), "items": items})


def _mail(call: Call) -> Response:
    items = [letter.as_json() for letter in open_letters(call.state)]
    wanted = call.request.args.get("to")
    if wanted:
        items = [item for item in items if wanted in item["to"]]
    return json_reply({"count": len(items), "items": items})


def _requests(call: Call) -> Response:
    wanted = call.request.args.get("service")
    items = [line for line in list(call.state.requests) if wanted in (None, line["service"])]
    return json_reply({"count": len(items), "items": items})


def _orders(call: Call) -> Response:
    return json_reply({"items": call.state.behaviours.left()})


def _object(call: Call) -> dict[str, Any]:
    read = call.request.get_json(silent=True, force=True)
    return read if isinstance(read, dict) else {}


def _behave(call: Call) -> Response:
    try:
        order = read_order(_object(call))
    except (ValueError, TypeError) as wrong:
        return json_reply({"error": str(wrong)}, 400)
    call.state.behaviours.add(order)
    return json_reply({"items": call.state.behaviours.left()}, 201)


def _settings(call: Call) -> Response:
    wrong = call.state.settings.change(_object(call))
    if wrong:
        return json_reply({"error": f"unknown setting or wrong type: {', '.join(wrong)}"}, 400)
    return json_reply({})


def _reset(call: Call) -> Response:
    call.state.reset()
    return json_reply({})


def _reactions(call: Call) -> Response:
    """Add reactions, comments, shares or views to a post, the latest where none is named."""
    asked = _object(call)
    names = {"reactions": "REACTION", "comments": "COMMENT", "reshares": "RESHARE", "impressions": "IMPRESSION"}
    state = call.state
    with state.lock:
        living = [post for post in state.posts.values() if post.deleted_at is None]
        post = state.posts.get(str(asked.get("urn", ""))) if asked.get("urn") else (living[-1] if living else None)
        if post is None:
            return json_reply({"error": "no such post"}, 404)
        for name, metric in names.items():
            if isinstance(asked.get(name), int):
                post.added[metric] = post.added.get(metric, 0) + asked[name]
        state.save()
    return json_reply(post_as_json(post, state.now()))


def _revoke(call: Call) -> Response:
    return _end_tokens(call.state, revoked=True)


def _expire(call: Call) -> Response:
    return _end_tokens(call.state, revoked=False)


def _meta_deletion(call: Call) -> Response:
    """Have a member remove an application of Meta's and ask, at `url`, that her data be erased."""
    asked = _object(call)
    try:
        return json_reply(deletion.send(call.state, str(asked.get("url", "")), str(asked.get("member", ""))))
    except ValueError as wrong:
        return json_reply({"error": str(wrong)}, 400)


def _end_tokens(state: SandboxState, *, revoked: bool) -> Response:
    with state.lock:
        for token in state.tokens.values():
            token.revoked = token.revoked or revoked
            token.expires_at = token.expires_at if revoked else min(token.expires_at, state.now())
        state.save()
    return json_reply({"tokens": len(state.tokens)})
