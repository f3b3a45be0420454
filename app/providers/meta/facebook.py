"""Publish on a Facebook Page: the picture goes before, unseen; the publication is created once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from urllib3.filepost import encode_multipart_formdata

from app.providers.contracts import OutgoingPicture, OutgoingPost, PublishedPost
from app.providers.errors import ProviderError, Refused
from app.providers.meta import text
from app.providers.meta.latest import facebook_post
from app.providers.meta.wire import Graph

_ENDINGS = {"image/jpeg": "jpg", "image/png": "png"}


class FacebookPublisher:
    """A Publisher for Pages; the token is a Page's own."""

    max_length = text.FACEBOOK_LENGTH

    def __init__(self, graph_url: str, app_secret: str, user_agent: str) -> None:
        self._graph = Graph(graph_url, app_secret, user_agent)

    def escaped_length(self, words: str, hashtags: Sequence[str]) -> int:
        """Return the characters Facebook will count."""
        return len(text.compose(words, hashtags))

    def upload(self, access_token: str, post: OutgoingPost, picture: OutgoingPicture) -> str:
        """Send one picture nobody sees and return its id; raises ProviderError.

        Sent whole (`source`), it needs no public address of ours. Its alternative text stays here: contract 08 gives
        Pages' photos none.
        """
        name = f"image.{_ENDINGS.get(picture.media_type, 'jpg')}"
        fields: dict[str, Any] = {
            "published": "false",
            "appsecret_proof": self._graph.proof(access_token),
            "source": (name, picture.content, picture.media_type),
        }
        form = encode_multipart_formdata(fields)
        found = self._graph.send_file(f"{post.author_urn}/photos", access_token, "send the picture", form)
        photo = found.get("id")
        if not isinstance(photo, str) or not photo.isdigit():
            raise ProviderError("Facebook kept no picture", code="malformed", status=200)
        return photo

    def create(self, access_token: str, post: OutgoingPost) -> PublishedPost:
        """Create one publication.

        Raises:
            OutcomeUnknown: it may exist; never call again without looking.
            Duplicate: Facebook holds it already, and does not say where.
            ProviderError: it was not created.
        """
        message = text.compose(post.text, post.hashtags)
        if len(message) > self.max_length:
            raise Refused("the text is longer than Facebook allows", code="too_long")
        fields: dict[str, Any] = {"message": message}
        if post.media_urn:
            fields["attached_media"] = [{"media_fbid": post.media_urn}]
        urn = self._graph.create(f"{post.author_urn}/feed", access_token, "create the publication", fields)
        return facebook_post(urn, self._graph.aside(urn, access_token, fields="permalink_url"))
