"""What an Instagram account publishes: a container, then its publication."""

from __future__ import annotations

import re
from typing import Any

from werkzeug.wrappers import Response

from app.sandbox.calls import Call, json_reply
from app.sandbox.meta import parameters, pictures, refusals
from app.sandbox.meta.accounts import MetaPage, instagram_of
from app.sandbox.records import Container, Picture, Post, Token
from app.sandbox.state import SandboxState

LONGEST, MOST_HASHTAGS = 2200, 30
DAY = 86_400.0
MEDIA = ("image_url", "caption", "alt_text")
ERROR, EXPIRED, PUBLISHED, IN_PROGRESS, FINISHED = "ERROR", "EXPIRED", "PUBLISHED", "IN_PROGRESS", "FINISHED"


def _entrance(call: Call, token: Token, account: str, known: tuple[str, ...]) -> tuple[MetaPage, Any] | Response:
    page = instagram_of(token, account)
    if page is None or "instagram_content_publish" not in token.scopes:
        return refusals.refusal(10, "Application does not have permission for this action", 403)
    given = parameters.read(call.request, known)
    return given if isinstance(given, Response) else (page, given)


def media(call: Call, token: Token, account: str) -> Response:
    """Prepare a publication: the picture is fetched where the call says, and nobody sees it yet."""
    entered = _entrance(call, token, account, MEDIA)
    if isinstance(entered, Response):
        return entered
    page, given = entered
    address, caption = given.get("image_url"), given.get("caption", "")
    if not isinstance(address, str) or not address.startswith(("https://", "http://127.0.0.1", "http://localhost")):
        return refusals.missing("image_url")
    if not isinstance(caption, str) or len(caption) > LONGEST:
        return refusals.invalid(f"The caption was too long: at most {LONGEST} characters", 2207010)
    if len(re.findall(r"#\w+", caption)) > MOST_HASHTAGS:
        return refusals.invalid(f"Too many hashtags: at most {MOST_HASHTAGS}", 2207040)
    return _prepared(call, page, address, given)


def _prepared(call: Call, page: MetaPage, address: str, given: dict[str, Any]) -> Response:
    # Fetched before the answer, where the Graph does it after: what comes of it is told by the status all the same.
    content, state = pictures.fetched(address), call.state
    with state.lock:
        number = state.next_number()
        container = Container(str(number), page.instagram_id, given.get("caption", ""), f"ig{number}",
                              str(given.get("alt_text", "")), state.now())  # fmt: skip
        if pictures.suits_instagram(content):
            state.put_blob(container.picture_urn, content)
            picture = Picture(container.picture_urn, page.instagram_id, state.now(), state.now(), "image/jpeg")
            state.pictures[picture.urn] = picture
        else:
            container.outcome = ERROR
        container.outcome = {"container_error": ERROR, "container_expired": EXPIRED}.get(call.what, container.outcome)
        state.containers[container.id] = container
        state.save()
    return json_reply({"id": container.id})


def status_of(container: Container, state: SandboxState) -> str:
    """Tell where a container is on its way to being published."""
    age = state.now() - container.created_at
    if container.published_as:
        return PUBLISHED
    if age >= DAY:
        return EXPIRED
    return IN_PROGRESS if age < state.settings.meta_container_seconds else container.outcome


def read_container(call: Call, token: Token, container: Container) -> Response:
    """Answer the status of a container."""
    entered = _entrance(call, token, container.owner, ("fields",))
    if isinstance(entered, Response):
        return entered
    names = parameters.fields(entered[1], ("id", "status_code", "status"))
    if isinstance(names, Response):
        return names
    code = status_of(container, call.state)
    known = {"id": container.id, "status_code": code, "status": f"{code.title()}: sandbox"}
    return json_reply({name: known[name] for name in names})


def media_publish(call: Call, token: Token, account: str) -> Response:
    """Publish a container that is ready, once."""
    entered = _entrance(call, token, account, ("creation_id",))
    if isinstance(entered, Response):
        return entered
    page, given = entered
    if not given.get("creation_id"):
        return refusals.missing("creation_id")
    state = call.state
    with state.lock:
        container = state.containers.get(str(given["creation_id"]))
        if container is None or container.owner != page.instagram_id:
            return refusals.invalid("Media ID is not available", 2207008)
        if status_of(container, state) != FINISHED:
            return refusals.not_ready()
        if _today(state, page) >= state.settings.meta_posts_per_day:
            return refusals.refusal(9, "Application request limit reached", subcode=2207042)
        return json_reply({"id": _published(state, page, container)})


def _today(state: SandboxState, page: MetaPage) -> int:
    return sum(
        post.author == page.instagram_id and state.now() - post.created_at < DAY for post in state.posts.values()
    )


def _published(state: SandboxState, page: MetaPage, container: Container) -> str:
    post = Post(
        urn=str(state.next_number()),
        author=page.instagram_id,
        author_name=page.instagram_name,
        commentary=container.caption,
        text=container.caption,
        truncated=False,
        hashtags=re.findall(r"(?:^|(?<=\s))#(\w+)", container.caption),
        visibility="PUBLIC",
        created_at=state.now(),
        picture_urns=[container.picture_urn],
        alt_text=container.alt_text,
        network="instagram",
    )
    container.published_as = post.urn
    state.posts[post.urn] = post
    state.save()
    return post.urn


def publishing_limit(call: Call, token: Token, account: str) -> Response:
    """Answer how many publications are left for a day."""
    entered = _entrance(call, token, account, ("fields",))
    if isinstance(entered, Response):
        return entered
    page, given = entered
    names = parameters.fields(given, ("quota_usage", "config"))
    if isinstance(names, Response):
        return names
    most = call.state.settings.meta_posts_per_day
    known = {"quota_usage": _today(call.state, page), "config": {"quota_total": most, "quota_duration": int(DAY)}}
    return json_reply({"data": [{name: known[name] for name in names or ["quota_usage"]}]})
