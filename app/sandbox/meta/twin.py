"""The Graph: which path is which call, under which version."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Response

from app.sandbox.calls import Call
from app.sandbox.meta import consent, instagram, oauth, page_posts, people, reading, refusals, tokens
from app.sandbox.meta.accounts import instagram_of, page_of
from app.sandbox.records import Token

ROUTES = Map(
    [
        Rule("/<version>/dialog/oauth", endpoint="dialog", methods=["GET", "POST"]),
        Rule("/<version>/oauth/access_token", endpoint="access_token", methods=["GET"]),
        Rule("/<version>/debug_token", endpoint="debug_token", methods=["GET"]),
        Rule("/<version>/me", endpoint="me", methods=["GET"]),
        Rule("/<version>/me/accounts", endpoint="accounts", methods=["GET"]),
        Rule("/<version>/me/permissions", endpoint="permissions", methods=["DELETE"]),
        Rule("/<version>/<node>/feed", endpoint="feed", methods=["POST"]),
        Rule("/<version>/<node>/feed", endpoint="latest_of_page", methods=["GET"]),
        Rule("/<version>/<node>/photos", endpoint="photos", methods=["POST"]),
        Rule("/<version>/<node>/media", endpoint="media", methods=["POST"]),
        Rule("/<version>/<node>/media", endpoint="latest_of_instagram", methods=["GET"]),
        Rule("/<version>/<node>/media_publish", endpoint="media_publish", methods=["POST"]),
        Rule("/<version>/<node>/content_publishing_limit", endpoint="publishing_limit", methods=["GET"]),
        Rule("/<version>/<node>/insights", endpoint="insights", methods=["GET"]),
        Rule("/<version>/<node>", endpoint="node", methods=["GET", "DELETE"]),
    ],
    merge_slashes=False,
)
OF_USER: Mapping[str, Callable[[Call, Token], Response]] = {
    "me": people.me,
    "accounts": people.accounts,
    "permissions": people.permissions,
}
OF_PAGE: Mapping[str, Callable[[Call, Token, str], Response]] = {
    "feed": page_posts.feed,
    "photos": page_posts.photos,
    "media": instagram.media,
    "media_publish": instagram.media_publish,
    "publishing_limit": instagram.publishing_limit,
}


class MetaTwin:
    """Answer Facebook Login, Pages and Instagram."""

    def failure(self, call: Call, status: int) -> Response:
        """Answer an ordered failure with the network's body."""
        return refusals.told(status)

    def answer(self, call: Call) -> Response:
        """Find the call and carry it out; every answer says how much of the application's allowance is used."""
        reply = refusals.TOLD[call.what]() if call.what in refusals.TOLD else self._routed(call)
        reply.headers["X-App-Usage"] = json.dumps({"call_count": 4, "total_cputime": 1, "total_time": 2})
        return reply

    def _routed(self, call: Call) -> Response:
        settings = call.state.settings
        try:
            endpoint, values = ROUTES.bind_to_environ(call.request.environ).match()
        except HTTPException:
            return refusals.unknown_path(call.request.path)
        version, node = values["version"], values.get("node", "")
        if _number(version) > _number(settings.meta_newest_version):
            return refusals.unknown_path(call.request.path.removeprefix(f"/{version}"))
        if endpoint == "dialog":
            return consent.dialog(call, version)
        if endpoint in ("access_token", "debug_token"):
            reply = oauth.access_token(call) if endpoint == "access_token" else oauth.debug_token(call)
        else:
            token = tokens.entrance(call.request, call.state)
            reply = token if isinstance(token, Response) else self._carried_out(call, token, endpoint, node)
        # A version that is over is served by the oldest that lives, without a word but this one.
        served = max((version, settings.meta_oldest_version), key=_number)
        reply.headers["facebook-api-version"] = served
        return reply

    def _carried_out(self, call: Call, token: Token, endpoint: str, node: str) -> Response:
        if endpoint in OF_USER:
            return OF_USER[endpoint](call, token)
        if token.kind != tokens.PAGE:
            return refusals.page_token_needed()
        if endpoint in OF_PAGE:
            return OF_PAGE[endpoint](call, token, node)
        if endpoint == "latest_of_page" and page_of(token, node):
            return reading.latest(call, token, node, reading.FACEBOOK)
        if endpoint == "latest_of_instagram" and instagram_of(token, node):
            return reading.latest(call, token, node, reading.INSTAGRAM)
        return self._about_one(call, token, endpoint, node)

    def _about_one(self, call: Call, token: Token, endpoint: str, node: str) -> Response:
        container = call.state.containers.get(node)
        if container is not None and endpoint == "node" and call.request.method == "GET":
            return instagram.read_container(call, token, container)
        post = call.state.posts.get(node)
        if post is None or post.deleted_at is not None or not _owns(token, post.author):
            return refusals.unknown_object(node)
        if endpoint == "insights":
            return reading.insights(call, token, post)
        if call.request.method == "DELETE":
            return page_posts.delete(call, token, post)
        return reading.one(call, token, post)


def _owns(token: Token, author: str) -> bool:
    return bool(page_of(token, author) or instagram_of(token, author))


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.removeprefix("v").split("."))
