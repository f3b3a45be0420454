"""What a Page publishes: words, and pictures sent before them."""

from __future__ import annotations

import json
import re
from typing import Any

from werkzeug.wrappers import Response

from app.sandbox.calls import Call, json_reply
from app.sandbox.meta import parameters, pictures, refusals
from app.sandbox.meta.accounts import MetaPage, page_of
from app.sandbox.records import Picture, Post, Token
from app.sandbox.state import SandboxState

LONGEST = 63_206
FEED = ("message", "link", "published", "scheduled_publish_time", "attached_media")
PHOTOS = ("source", "url", "message", "caption", "published")


def feed(call: Call, token: Token, page_id: str) -> Response:
    """Publish words, with pictures already sent."""
    page = page_of(token, page_id)
    if page is None or "pages_manage_posts" not in token.scopes:
        return refusals.denied("pages_manage_posts")
    given = parameters.read(call.request, FEED)
    if isinstance(given, Response):
        return given
    if parameters.is_off(given.get("published", True)):
        return refusals.invalid("scheduled posts are not known here")
    message = given.get("message", "")
    if not isinstance(message, str) or len(message) > LONGEST:
        return refusals.invalid(f"message must be a text of at most {LONGEST} characters")
    photos = _attached(given.get("attached_media", []), call.state, page)
    if isinstance(photos, Response):
        return photos
    if not (message or photos or given.get("link")):
        return refusals.missing("message")
    with call.state.lock:
        return _limit_refusal(call.state, page.id, message) or json_reply(
            {"id": _published(call.state, page, message, photos)}
        )


def _attached(given: Any, state: SandboxState, page: MetaPage) -> list[str] | Response:
    try:
        listed = json.loads(given) if isinstance(given, str) else given
        ids = [each["media_fbid"] for each in listed]
    except (ValueError, TypeError, KeyError):
        return refusals.invalid("attached_media must be a list of objects with a media_fbid")
    if len(ids) > 10:
        return refusals.invalid("attached_media holds at most 10 objects")
    for photo in ids:
        picture = state.pictures.get(photo) if isinstance(photo, str) else None
        if picture is None or picture.owner != page.id:
            return refusals.invalid("attached_media names a photo that does not exist or belongs to another Page")
    return ids


def _limit_refusal(state: SandboxState, page_id: str, message: str) -> Response | None:
    mine = [post for post in state.posts.values() if post.author == page_id]
    if sum(post.created_at // 86_400 == state.now() // 86_400 for post in mine) >= state.settings.meta_posts_per_day:
        return refusals.throttled(who=page_id)
    living = [post for post in mine if post.deleted_at is None]
    if message and state.settings.meta_refuses_duplicates and any(post.commentary == message for post in living):
        return refusals.duplicate()
    return None


def _published(state: SandboxState, page: MetaPage, message: str, photos: list[str]) -> str:
    post = Post(
        urn=f"{page.id}_{state.next_number()}",
        author=page.id,
        author_name=page.name,
        commentary=message,
        text=message,
        truncated=False,
        hashtags=re.findall(r"(?:^|(?<=\s))#(\w+)", message),
        visibility="PUBLIC",
        created_at=state.now(),
        picture_urns=photos,
        network="facebook",
    )
    state.posts[post.urn] = post
    state.save()
    return post.urn


def photos(call: Call, token: Token, page_id: str) -> Response:
    """Take one picture; it is a publication by itself unless `published` says no."""
    page = page_of(token, page_id)
    if page is None or "pages_manage_posts" not in token.scopes:
        return refusals.denied("pages_manage_posts")
    given = parameters.read(call.request, PHOTOS)
    if isinstance(given, Response):
        return given
    source = call.request.files.get("source")
    if (source is None) == (not given.get("url")):
        return refusals.refusal(324, "Requires upload file: one of source and url")
    content = source.read() if source is not None else pictures.fetched(str(given["url"]))
    media_type = pictures.media_type_of(content)
    if not media_type or len(content) > pictures.LARGEST_BYTES:
        return refusals.refusal(324, "Missing or invalid image file")
    state = call.state
    with state.lock:
        photo = str(state.next_number())
        state.put_blob(photo, content)
        state.pictures[photo] = Picture(photo, page.id, state.now(), state.now(), media_type)
        state.save()
        if parameters.is_off(given.get("published", True)):
            return json_reply({"id": photo})
        message = str(given.get("message") or given.get("caption") or "")
        refusal = _limit_refusal(state, page.id, message)
        return refusal or json_reply({"id": photo, "post_id": _published(state, page, message, [photo])})


def delete(call: Call, token: Token, post: Post) -> Response:
    """Take a Page's publication down; Instagram's cannot be (k)."""
    if post.network != "facebook":
        return refusals.invalid("Unsupported delete request")
    if post.author != token.sub or "pages_manage_posts" not in token.scopes:
        return refusals.denied("pages_manage_posts")
    with call.state.lock:
        post.deleted_at = call.state.now()
        call.state.save()
    return json_reply({"success": True})
