"""What a post may say: fields, types and values of POST /rest/posts."""

from __future__ import annotations

from typing import Any

from werkzeug.wrappers import Response

from app.sandbox.linkedin import refusals

FIELDS: dict[str, set[str]] = {
    "": {
        "author",
        "commentary",
        "visibility",
        "distribution",
        "content",
        "lifecycleState",
        "isReshareDisabledByAuthor",
        "contentLandingPage",
        "contentCallToActionLabel",
        "reshareContext",
    },
    "/distribution": {"feedDistribution", "targetEntities", "thirdPartyDistributionChannels"},
    "/content": {"media", "article", "multiImage", "poll"},
    "/content/media": {"id", "altText", "title"},
    "/content/article": {"source", "title", "description", "thumbnail", "thumbnailAltText"},
    "/content/multiImage": {"images", "altText"},
    "/content/poll": {"question", "options", "settings"},
}
REQUIRED = ("author", "commentary", "visibility", "distribution", "lifecycleState")
VALUES = {
    "visibility": {"PUBLIC", "CONNECTIONS", "LOGGED_IN"},
    "lifecycleState": {"PUBLISHED"},
}


def schema_refusal(body: dict[str, Any]) -> Response | None:
    """Give the refusal a body earns, None where its shape is right."""
    if refusal := _unknown(body, ""):
        return refusal
    for name in REQUIRED:
        if name not in body:
            return refusals.invalid(f"ERROR :: /{name} :: field is required but not found and has no default value")
    for name in ("author", "commentary"):
        if not isinstance(body[name], str):
            return refusals.invalid(f"ERROR :: /{name} :: value is not a string")
    for name, allowed in VALUES.items():
        if body[name] not in allowed:
            return refusals.invalid(f"ERROR :: /{name} :: {body[name]} is not an enum symbol")
    distribution = body["distribution"]
    if not isinstance(distribution, dict) or distribution.get("feedDistribution") not in ("MAIN_FEED", "NONE"):
        return refusals.invalid("ERROR :: /distribution/feedDistribution :: is not an enum symbol")
    if not isinstance(body.get("isReshareDisabledByAuthor", False), bool):
        return refusals.invalid("ERROR :: /isReshareDisabledByAuthor :: value is not a boolean")
    return _content_refusal(body.get("content"))


def _unknown(thing: dict[str, Any], path: str) -> Response | None:
    for name, value in thing.items():
        if name not in FIELDS[path]:
            return refusals.unknown_field(f"{path}/{name}")
        inner = f"{path}/{name}"
        if inner in FIELDS and isinstance(value, dict) and (refusal := _unknown(value, inner)):
            return refusal
    return None


def _content_refusal(content: object) -> Response | None:
    if content is None:
        return None
    if not isinstance(content, dict) or len(content) != 1:
        return refusals.invalid("ERROR :: /content :: union type requires exactly one member")
    kind, inner = next(iter(content.items()))
    if not isinstance(inner, dict):
        return refusals.invalid(f"ERROR :: /content/{kind} :: value is not a record")
    if kind == "media" and not isinstance(inner.get("id"), str):
        return refusals.invalid("ERROR :: /content/media/id :: field is required but not found")
    if kind == "article" and not (inner.get("source") and inner.get("title")):
        return refusals.invalid("ERROR :: /content/article :: source and title are required")
    if kind == "multiImage" and not _are_images(inner.get("images")):
        return refusals.invalid("ERROR :: /content/multiImage/images :: 2 to 20 images are required")
    return None


def _are_images(images: object) -> bool:
    return (
        isinstance(images, list)
        and 2 <= len(images) <= 20
        and all(isinstance(each, dict) and isinstance(each.get("id"), str) for each in images)
    )


def picture_urns(body: dict[str, Any]) -> list[str]:
    """List the images a post shows."""
    content = body.get("content") or {}
    if "media" in content:
        return [content["media"]["id"]]
    if "multiImage" in content:
        return [each["id"] for each in content["multiImage"]["images"]]
    thumbnail = content.get("article", {}).get("thumbnail")
    return [thumbnail] if thumbnail else []


def alt_text(body: dict[str, Any]) -> str:
    """Give the alternative text of the picture."""
    content = body.get("content") or {}
    inner = content.get("media") or (content.get("multiImage", {}).get("images") or [{}])[0]
    return str(inner.get("altText", ""))
