"""LinkedIn: which path is which call."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Response

from app.sandbox.calls import Call
from app.sandbox.linkedin import consent, figures, images, oauth, organisations, posts, refusals, tokens, versioned
from app.sandbox.records import Token

ROUTES = Map(
    [
        Rule("/oauth/v2/authorization", endpoint="authorization", methods=["GET", "POST"]),
        Rule("/oauth/v2/accessToken", endpoint="access_token"),
        Rule("/oauth/v2/introspectToken", endpoint="introspect"),
        Rule("/oauth/v2/revoke", endpoint="revoke"),
        Rule("/v2/userinfo", endpoint="userinfo", methods=["GET"]),
        Rule("/dms-uploads/<urn>/uploaded-image/0", endpoint="receive", methods=["PUT"]),
        Rule("/rest/images", endpoint="announce", methods=["POST"]),
        Rule("/rest/images/<urn>", endpoint="look", methods=["GET"]),
        Rule("/rest/posts", endpoint="create", methods=["POST"]),
        Rule("/rest/posts", endpoint="find_by_author", methods=["GET"]),
        Rule("/rest/posts/<urn>", endpoint="read_one", methods=["GET"]),
        Rule("/rest/posts/<urn>", endpoint="delete", methods=["DELETE"]),
        Rule("/rest/organizationAcls", endpoint="list_pages", methods=["GET"]),
        Rule("/rest/organizations/<urn>", endpoint="read_page", methods=["GET"]),
        Rule("/rest/socialMetadata/<urn>", endpoint="social_metadata", methods=["GET"]),
        Rule("/rest/memberCreatorPostAnalytics", endpoint="member_analytics", methods=["GET"]),
        Rule("/rest/socialActions/<path:rest>", endpoint="gated"),
        Rule("/v2/me", endpoint="profile", methods=["GET"]),
    ],
    merge_slashes=False,
)
OPEN = {
    "authorization": consent.authorization,
    "access_token": oauth.access_token,
    "introspect": oauth.introspect,
    "revoke": oauth.revoke,
    "userinfo": oauth.userinfo,
}
VERSIONED = {
    "list_pages": organisations.list_mine,
    "announce": images.announce,
    "create": posts.create,
    "find_by_author": posts.find_by_author,
    "member_analytics": figures.member_analytics,
}
ABOUT_ONE = {
    "read_page": organisations.read,
    "look": images.look,
    "read_one": posts.read_one,
    "delete": posts.delete,
    "social_metadata": figures.social_metadata,
}
TOLD: dict[str, Callable[[], Response]] = {
    "expired": refusals.expired,
    "revoked": refusals.revoked,
    "duplicate": lambda: refusals.told(422),
}


class LinkedInTwin:
    """Answer OAuth, images, posts and figures."""

    def failure(self, call: Call, status: int) -> Response:
        """Answer an ordered failure with the network's body."""
        return refusals.told(status)

    def answer(self, call: Call) -> Response:
        """Find the call and carry it out."""
        if call.what in TOLD:
            return TOLD[call.what]()
        try:
            endpoint, values = ROUTES.bind_to_environ(call.request.environ).match()
        except HTTPException as error:
            return refusals.refusal(error.code or 404, "RESOURCE_NOT_FOUND", "No virtual resource found", 0)
        if endpoint in OPEN:
            return OPEN[endpoint](call)
        if endpoint == "receive":
            return images.receive(call, values["urn"])
        if endpoint == "profile":
            holder = tokens.bearer(call.request, call.state)
            return holder if isinstance(holder, Response) else refusals.denied("me.GET.NO_VERSION")
        token = versioned.entrance(call.request, call.state)
        return token if isinstance(token, Response) else self._versioned(call, token, endpoint, values)

    def _versioned(self, call: Call, token: Token, endpoint: str, values: Mapping[str, str]) -> Response:
        if endpoint in VERSIONED:
            return VERSIONED[endpoint](call, token)
        if endpoint in ABOUT_ONE:
            return ABOUT_ONE[endpoint](call, token, values["urn"])
        return refusals.denied("socialActions.20260901")
