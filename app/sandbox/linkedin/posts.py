"""Posts: created, deleted, and read by those who may."""

from __future__ import annotations

from typing import Any

from werkzeug.wrappers import Response

from app.sandbox.calls import Call, json_reply
from app.sandbox.linkedin import images, organisations, post_schema, refusals, tokens
from app.sandbox.linkedin.little_text import LONGEST, shown
from app.sandbox.linkedin.versioned import json_object
from app.sandbox.records import Post, Token
from app.sandbox.state import SandboxState

HOUR = 3600.0
FIRST_SHARE = 7_000_000_000_000_000_000


def create(call: Call, token: Token) -> Response:
    """Publish, exactly as the network would: 201 and no body, or a refusal."""
    body = json_object(call.request)
    if isinstance(body, Response):
        return body
    if refusal := post_schema.schema_refusal(body):
        return refusal
    author = body["author"]
    if not organisations.may(token, call.state, "w", author):
        return refusals.denied("posts.CREATE.20260901")
    if len(body["commentary"]) > LONGEST:
        return refusals.invalid(f"ERROR :: /commentary :: length is beyond {LONGEST} characters")
    with call.state.lock:
        return _image_refusal(call, body) or _limit_refusal(call, author, body) or _published(call, token, body)


def _image_refusal(call: Call, body: dict[str, Any]) -> Response | None:
    if call.what == "media_waiting":
        return refusals.invalid("Media asset is waiting upload", "MEDIA_ASSET_WAITING_UPLOAD")
    if call.what == "media_failed":
        return refusals.invalid("Media asset failed processing", "MEDIA_ASSET_PROCESSING_FAILED")
    for urn in post_schema.picture_urns(body):
        picture = call.state.pictures.get(urn)
        if picture is None or images.owner_urn(picture) != body["author"]:
            return refusals.invalid(f"Media asset {urn} does not exist or belongs to someone else", "INVALID_MEDIA")
        status = images.status_of(picture, call.state)
        if status == "PROCESSING_FAILED":
            return refusals.invalid(f"Media asset {urn} failed processing", "MEDIA_ASSET_PROCESSING_FAILED")
        if status != "AVAILABLE":
            return refusals.invalid(f"Media asset {urn} is {status}", "MEDIA_ASSET_WAITING_UPLOAD")
    return None


def _limit_refusal(call: Call, author: str, body: dict[str, Any]) -> Response | None:
    state = call.state
    mine = [post for post in state.posts.values() if post.author == author]
    today = state.now() // 86_400
    if sum(post.created_at // 86_400 == today for post in mine) >= state.settings.linkedin_posts_per_day:
        return refusals.throttled()
    text = _folded(shown(body["commentary"]).text)
    for post in mine:
        gone = post.deleted_at is not None
        forgotten = gone and state.now() - (post.deleted_at or 0) > state.settings.linkedin_ghost_hours * HOUR
        if text and state.settings.linkedin_refuses_duplicates and not forgotten and _folded(post.text) == text:
            return refusals.duplicate(post.urn)
    return None


def _folded(text: str) -> str:
    return " ".join(text.split())


def _published(call: Call, token: Token, body: dict[str, Any]) -> Response:
    state = call.state
    member = state.member(token.sub)
    read = shown(body["commentary"])
    post = Post(
        urn=f"urn:li:share:{FIRST_SHARE + state.next_number()}",
        author=body["author"],
        author_name=organisations.name_of(body["author"]) or (member.name if member else token.sub),
        commentary=body["commentary"],
        text=read.text,
        truncated=read.truncated,
        hashtags=read.hashtags,
        visibility=body["visibility"],
        created_at=state.now(),
        picture_urns=post_schema.picture_urns(body),
        alt_text=post_schema.alt_text(body),
    )
    state.posts[post.urn] = post
    state.save()
    return Response(status=201, headers={"x-restli-id": post.urn, "x-linkedin-id": post.urn})


def delete(call: Call, token: Token, urn: str) -> Response:
    """Take a post down; doing it twice is as good as once."""
    if not {"w_member_social", "w_organization_social"} & tokens.scopes_of(token, call.state):
        return refusals.denied("posts.DELETE.20260901")
    with call.state.lock:
        post = call.state.posts.get(urn)
        if post is not None and not organisations.may(token, call.state, "w", post.author):
            return refusals.denied("posts.DELETE.20260901")
        if post is not None and post.deleted_at is None:
            post.deleted_at = call.state.now()
            call.state.save()
    return Response(status=204)


def read_one(call: Call, token: Token, urn: str) -> Response:
    """Answer one post, to those who hold r_member_social."""
    if not {"r_member_social", "r_organization_social"} & tokens.scopes_of(token, call.state):
        return refusals.denied("posts.GET.20260901")
    post = call.state.posts.get(urn)
    if post is None or post.deleted_at is not None or not organisations.may(token, call.state, "r", post.author):
        return refusals.refusal(404, "NOT_FOUND", f"Could not find entity {urn}")
    return json_reply(_as_read(post))


def find_by_author(call: Call, token: Token) -> Response:
    """Answer the finder q=author, to those who hold r_member_social."""
    if not {"r_member_social", "r_organization_social"} & tokens.scopes_of(token, call.state):
        return refusals.denied("posts.FINDER-author.20260901")
    asked = call.request.args
    if asked.get("q") != "author" or not asked.get("author"):
        return refusals.invalid("The finder takes q=author and author")
    if not organisations.may(token, call.state, "r", asked["author"]):
        return refusals.denied("posts.FINDER-author.20260901")
    start, count = _number(asked.get("start"), 0), min(_number(asked.get("count"), 10), 100)
    mine = living_posts(call.state, asked["author"])
    rows = [_as_read(post) for post in mine[start : start + count]]
    return json_reply({"paging": {"start": start, "count": count, "total": len(mine), "links": []}, "elements": rows})


def living_posts(state: SandboxState, author: str = "") -> list[Post]:
    """List the posts still up, latest first."""
    with state.lock:
        posts = [each for each in state.posts.values() if each.deleted_at is None and author in ("", each.author)]
    return sorted(posts, key=lambda post: (post.created_at, post.urn), reverse=True)


def _number(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdigit() else default


def _as_read(post: Post) -> dict[str, Any]:
    moment = int(post.created_at * 1000)
    row: dict[str, Any] = {
        "id": post.urn,
        "author": post.author,
        "commentary": post.commentary,
        "visibility": post.visibility,
        "lifecycleState": "PUBLISHED",
        "createdAt": moment,
        "publishedAt": moment,
        "lastModifiedAt": moment,
        "distribution": {"feedDistribution": "MAIN_FEED", "targetEntities": [], "thirdPartyDistributionChannels": []},
        "isReshareDisabledByAuthor": False,
    }
    if len(post.picture_urns) == 1:
        row["content"] = {"media": {"id": post.picture_urns[0], "altText": post.alt_text}}
    return row
