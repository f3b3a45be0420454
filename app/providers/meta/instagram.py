"""Publish on an Instagram professional account: a container is prepared, then published once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.providers.contracts import OutgoingPicture, OutgoingPost, PublishedPost
from app.providers.errors import MediaLost, OutcomeUnknown, ProviderError, Refused
from app.providers.meta import text
from app.providers.meta.latest import find_instagram, instagram_post
from app.providers.meta.wire import Graph


class InstagramPublisher:
    """A Publisher for accounts linked to a Page; the token is the Page's."""

    max_length = text.INSTAGRAM_LENGTH

    def __init__(self, graph_url: str, app_secret: str, user_agent: str) -> None:
        self._graph = Graph(graph_url, app_secret, user_agent)

    def escaped_length(self, words: str, hashtags: Sequence[str]) -> int:
        """Return the characters Instagram will count."""
        return len(text.compose(words, hashtags))

    def upload(self, access_token: str, post: OutgoingPost, picture: OutgoingPicture) -> str:
        """Prepare a container of picture and words, and return its id; raises ProviderError.

        Instagram fetches the picture itself, as a JPEG, at an address everybody can reach.
        """
        caption = self._caption(post)
        if not picture.public_url:
            raise Refused("Instagram fetches pictures at a public address", code="picture_needed")
        fields: dict[str, Any] = {"image_url": picture.public_url, "caption": caption}
        if post.alt_text:
            fields["alt_text"] = post.alt_text
        found = self._graph.prepare(f"{post.author_urn}/media", access_token, "prepare the publication", fields)
        container = found.get("id")
        if not isinstance(container, str) or not container.isdigit():
            raise ProviderError("Instagram prepared nothing", code="malformed", status=200)
        return container

    def create(self, access_token: str, post: OutgoingPost) -> PublishedPost:
        """Publish the container, once it is ready.

        Raises:
            OutcomeUnknown: it may be published; never call again without looking.
            MediaLost: the container is spoilt, and another has to be prepared.
            ProviderError: it was not published; code "media_waiting" until Instagram has read the picture.
        """
        self._caption(post)
        if not post.media_urn:
            raise Refused("Instagram publishes no words without a picture", code="picture_needed")
        found = self._graph.get(post.media_urn, access_token, "read the container", fields="status_code,status")
        status = found.get("status_code")
        if status == "PUBLISHED":
            return self._already(access_token, post)
        if status in {"ERROR", "EXPIRED"}:
            raise MediaLost(f"the container is {status}", code="media_lost")
        if status != "FINISHED":
            # No wait of ours: the kernel's grow, and Instagram asks to be polled between 5 and 60 s.
            raise ProviderError("Instagram is still reading the picture", code="media_waiting")
        fields = {"creation_id": post.media_urn}
        urn = self._graph.create(f"{post.author_urn}/media_publish", access_token, "publish the container", fields)
        return instagram_post(urn, self._graph.aside(urn, access_token, fields="permalink"))

    def _already(self, access_token: str, post: OutgoingPost) -> PublishedPost:
        # The container is this delivery's own: an earlier call was carried out, and its answer never heard.
        found = find_instagram(self._graph, access_token, post)
        if found is None:
            raise OutcomeUnknown("published already, and not among the latest", code="outcome_unknown")
        return found

    def _caption(self, post: OutgoingPost) -> str:
        caption = text.compose(post.text, post.hashtags)
        if len(caption) > self.max_length:
            raise Refused("the text is longer than Instagram allows", code="too_long")
        if text.hashtag_count(caption) > text.INSTAGRAM_HASHTAGS:
            raise Refused("more hashtags than Instagram allows", code="too_many_hashtags")
        return caption
