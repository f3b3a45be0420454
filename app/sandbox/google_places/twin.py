"""Google Places (New): text search and place details, billed by the request."""

from __future__ import annotations

import re

from werkzeug.wrappers import Response

from app.sandbox.calls import Call, json_reply
from app.sandbox.google_places import body as bodies
from app.sandbox.google_places import masks, places, searching
from app.sandbox.google_places.errors import Refused, error
from app.sandbox.overpass.contacts import with_port

DETAILS = re.compile(r"/v1/places/(?P<id>[A-Za-z0-9_-]+)")
# A key of another project: the API is not enabled there.
KEY_NOT_ENABLED = "sandbox-disabled"
MESSAGES = {
    403: "Places API (New) has not been used in project 0 before or it is disabled.",
    429: "Quota exceeded for quota metric 'SearchTextRequest' and limit 'SearchTextRequest per minute'.",
    500: "Internal error encountered.",
    503: "The service is currently unavailable.",
}


class GooglePlacesTwin:
    """Answer as the API does, from the imaginary world."""

    def failure(self, call: Call, status: int) -> Response:
        """Answer an ordered failure."""
        return error(status, MESSAGES.get(status, ""))

    def answer(self, call: Call) -> Response:
        """Check the key and the mask first, then the question."""
        try:
            _check_key(call)
            if call.request.path == "/v1/places:searchText" and call.request.method == "POST":
                return _search(call)
            match = DETAILS.fullmatch(call.request.path)
            if match is None or call.request.method != "GET":
                raise Refused(404, "Requested entity was not found.")
            return _details(call, match["id"])
        except Refused as refused:
            return error(refused.code, str(refused), refused.reason)


def _check_key(call: Call) -> None:
    key = call.request.headers.get("X-Goog-Api-Key") or call.request.args.get("key", "")
    if not key:
        raise Refused(403, "Method doesn't allow unregistered callers.")
    if key == KEY_NOT_ENABLED:
        raise Refused(403, MESSAGES[403], "SERVICE_DISABLED")
    if not key.startswith(("sandbox", "demonstration")):
        raise Refused(400, "API key not valid. Please pass a valid API key.", "API_KEY_INVALID")


def _search(call: Call) -> Response:
    mask = masks.read(call.request, prefix="places.")
    body = bodies.check(call.request.get_json(silent=True, force=True))
    spots, token = searching.page(body)
    call.notes["billed"] = f"text_search_{masks.tier(mask)}"
    port = call.request.host.partition(":")[2]
    told = [with_port(masks.apply(spot.place, mask), port) for spot in spots]
    answer: dict[str, object] = {"places": told} if told else {}
    return json_reply(answer | ({"nextPageToken": token} if token and masks.MORE in mask else {}))


def _details(call: Call, place_id: str) -> Response:
    mask = masks.read(call.request, prefix="")
    spot = places.by_id(place_id)
    if spot is None:
        raise Refused(404, "The Place ID is no longer valid.")
    call.notes["billed"] = f"place_details_{masks.tier(mask)}"
    return json_reply(with_port(masks.apply(spot.place, mask), call.request.host.partition(":")[2]))
