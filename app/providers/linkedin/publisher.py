"""Publish on LinkedIn: a picture may be uploaded twice, a publication is created once."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from app.providers.contracts import OutgoingPicture, OutgoingPost, PublishedPost
from app.providers.errors import Duplicate, OutcomeUnknown, ProviderError, Refused
from app.providers.http import Answer, Call, HttpDoor, Unheard
from app.providers.linkedin import little_text, wire

_POST_URN = re.compile(r"urn:li:(?:share|ugcPost|activity):[\w-]+")
_OWN_URN = re.compile(r"urn:li:(?:share|ugcPost):[\w-]+")


class LinkedInPublisher:
    """A Publisher for the member's own profile (scope w_member_social)."""

    max_length = little_text.MAX_LENGTH

    def __init__(self, api_url: str, version: str, user_agent: str) -> None:
        self._api_url = api_url.rstrip("/")
        self._version = version
        self._door = HttpDoor(user_agent, wire.LIMITS)

    def escaped_length(self, text: str, hashtags: Sequence[str]) -> int:
        """Return the characters LinkedIn will count."""
        return little_text.escaped_length(text, hashtags)

    def upload(self, access_token: str, post: OutgoingPost, picture: OutgoingPicture) -> str:
        """Upload one picture and return its URN; repeating it creates nothing a reader sees.

        Raises:
            ProviderError: its usual family.
        """
        upload_url, image_urn = self._initialize_upload(access_token, post.author_urn)
        headers = {**wire.bearer(access_token), "Content-Type": picture.media_type}
        answer = self._door.send(Call("PUT", upload_url, headers, picture.content, wire.UPLOAD_LIMITS))
        if answer.status not in {200, 201}:
            raise wire.failure(answer, "upload the picture", [access_token])
        return image_urn

    def create(self, access_token: str, post: OutgoingPost) -> PublishedPost:
        """Create one publication.

        Raises:
            OutcomeUnknown: it may exist; never call again without looking.
            Duplicate: LinkedIn holds it already.
            ProviderError: it was not created.
        """
        if self.escaped_length(post.text, post.hashtags) > self.max_length:
            raise Refused("the text is longer than LinkedIn allows", code="too_long")
        headers = wire.versioned(access_token, self._version)
        call = Call("POST", f"{self._api_url}/rest/posts", headers, json.dumps(_body(post)).encode())
        try:
            answer = self._door.send(call)
        except Unheard as error:
            raise OutcomeUnknown(str(error), code="outcome_unknown") from error
        return _created(answer, access_token)

    def _initialize_upload(self, access_token: str, author_urn: str) -> tuple[str, str]:
        body = json.dumps({"initializeUploadRequest": {"owner": author_urn}}).encode()
        url = f"{self._api_url}/rest/images?action=initializeUpload"
        answer = self._door.send(Call("POST", url, wire.versioned(access_token, self._version), body))
        if answer.status not in {200, 201}:
            raise wire.failure(answer, "prepare the picture", [access_token])
        value = answer.json_object().get("value")
        if not isinstance(value, dict):
            value = {}
        upload_url, image_urn = value.get("uploadUrl"), value.get("image")
        if not isinstance(upload_url, str) or not isinstance(image_urn, str) or not image_urn.startswith("urn:li:"):
            raise ProviderError("LinkedIn prepared no picture", code="malformed", status=answer.status)
        if urlsplit(upload_url).scheme not in {"https", urlsplit(self._api_url).scheme}:
            # The token goes with the picture: never over a less safe line than the API's own.
            raise Refused("LinkedIn gave an unsafe upload address", code="unsafe_address")
        return upload_url, image_urn


def _body(post: OutgoingPost) -> dict[str, Any]:
    body: dict[str, Any] = {
        "author": post.author_urn,
        "commentary": little_text.escape(little_text.compose(post.text, post.hashtags)),
        "visibility": "PUBLIC",
        "distribution": {"feedDistribution": "MAIN_FEED", "targetEntities": [], "thirdPartyDistributionChannels": []},
        "lifecycleState": "PUBLISHED",
        "isReshareDisabledByAuthor": False,
    }
    if post.media_urn:
        media = {"id": post.media_urn, "altText": post.alt_text} if post.alt_text else {"id": post.media_urn}
        body["content"] = {"media": media}
    return body


def _created(answer: Answer, access_token: str) -> PublishedPost:
    if answer.status == 201:
        urn = answer.headers.get("x-restli-id") or answer.headers.get("x-linkedin-id") or ""
        if _OWN_URN.fullmatch(urn):
            return wire.published(urn)
        raise OutcomeUnknown("created, and LinkedIn gave no id", code="outcome_unknown", status=201)
    if answer.status < 400 or answer.status == 408 or answer.status >= 500:
        message = wire.short(answer, "create the publication", [access_token])
        raise OutcomeUnknown(message, code="outcome_unknown", status=answer.status)
    raise _refusal(answer, access_token)


def _refusal(answer: Answer, access_token: str) -> ProviderError:
    codes, message = wire.error_codes(answer)
    text = wire.short(answer, "create the publication", [access_token])
    if answer.status in {409, 422} and ("DUPLICATE_POST" in codes or "duplicate" in message.lower()):
        urn = _POST_URN.search(answer.text)
        return Duplicate(text, urn=urn[0] if urn else "")
    if answer.status == 400 and any("WAITING_UPLOAD" in code for code in {*codes, message}):
        return ProviderError(text, code="media_waiting", status=400, retry_after_seconds=10)
    if answer.status == 400 and any("PROCESSING_FAILED" in code for code in {*codes, message}):
        return Refused(text, code="media_failed", status=400)
    return wire.failure(answer, "create the publication", [access_token])
