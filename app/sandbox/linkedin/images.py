"""Images: announced, uploaded in one piece, then looked at."""

from __future__ import annotations

import io
from urllib.parse import quote

from PIL import Image, UnidentifiedImageError
from werkzeug.wrappers import Response

from app.sandbox.calls import Call, json_reply
from app.sandbox.linkedin import organisations, refusals, tokens
from app.sandbox.linkedin.versioned import json_object
from app.sandbox.records import Picture, Token
from app.sandbox.state import SandboxState

MOST_PIXELS = 36_152_320
UPLOAD_SECONDS = 86_400
FORMATS = {"JPEG": "image/jpeg", "PNG": "image/png", "GIF": "image/gif"}


def announce(call: Call, token: Token) -> Response:
    """Give an upload address for one image."""
    body = json_object(call.request)
    if isinstance(body, Response):
        return body
    if call.request.args.get("action") != "initializeUpload":
        return refusals.invalid("Unknown action")
    for name in body:
        if name != "initializeUploadRequest":
            return refusals.unknown_field(f"/{name}")
    wanted = body.get("initializeUploadRequest")
    if not isinstance(wanted, dict) or not isinstance(wanted.get("owner"), str):
        return refusals.invalid("ERROR :: /initializeUploadRequest/owner :: field is required but not found")
    for name in wanted:
        if name not in ("owner", "mediaLibraryMetadata"):
            return refusals.unknown_field(f"/initializeUploadRequest/{name}")
    if not organisations.may(token, call.state, "w", wanted["owner"]):
        return refusals.denied("images.ACTION-initializeUpload.20260901")
    return _announced(call, token.sub if wanted["owner"].startswith("urn:li:person:") else wanted["owner"])


def owner_urn(picture: Picture) -> str:
    """Give the URN of whom a picture belongs to: a member is kept by her number alone."""
    return picture.owner if picture.owner.startswith("urn:") else f"urn:li:person:{picture.owner}"


def _announced(call: Call, owner: str) -> Response:
    state = call.state
    with state.lock:
        urn = f"urn:li:image:SBX{state.next_number():x}"
        state.pictures[urn] = Picture(urn, owner, state.now())
        state.save()
    address = f"{call.request.host_url}dms-uploads/{quote(urn, safe='')}/uploaded-image/0?ca=vector&cn=uploads"
    expires = int((state.now() + UPLOAD_SECONDS) * 1000)
    return json_reply({"value": {"uploadUrlExpiresAt": expires, "uploadUrl": address, "image": urn}})


def receive(call: Call, urn: str) -> Response:
    """Take the bytes of an image, in one request, from its owner."""
    token = tokens.bearer(call.request, call.state)
    if isinstance(token, Response):
        return token
    picture = call.state.pictures.get(urn)
    if picture is None or not _is_hers(picture, token):
        return refusals.unauthorised("INVALID_ACCESS_TOKEN", "The token does not own this upload", 65600)
    if call.state.now() > picture.created_at + UPLOAD_SECONDS:
        return refusals.invalid("The upload URL has expired")
    content = call.request.get_data()
    media_type, readable = examined(content)
    if not media_type:
        return refusals.invalid("The uploaded file is not a JPG, PNG or GIF image")
    state = call.state
    with state.lock:
        state.put_blob(urn, content)
        picture.uploaded_at, picture.media_type, picture.readable = state.now(), media_type, readable
        state.save()
    return Response(status=201)


def _is_hers(picture: Picture, token: Token) -> bool:
    return picture.owner == token.sub or organisations.administers(token.sub, picture.owner)


def examined(content: bytes) -> tuple[str, bool]:
    """Give the media type (empty when it is no image) and whether the picture can be processed."""
    media_type = ""
    try:
        with Image.open(io.BytesIO(content)) as image:
            media_type = FORMATS.get(image.format or "", "")
            if image.width * image.height >= MOST_PIXELS:
                return media_type, False
            image.load()
    except (UnidentifiedImageError, Image.DecompressionBombError):
        return "", False
    except (OSError, SyntaxError, ValueError):
        return media_type, False
    return media_type, True


def status_of(picture: Picture, state: SandboxState) -> str:
    """Tell where a picture is on its way to being shown."""
    if picture.uploaded_at is None:
        return "WAITING_UPLOAD"
    if state.now() < picture.uploaded_at + state.settings.linkedin_image_seconds:
        return "PROCESSING"
    return "AVAILABLE" if picture.readable else "PROCESSING_FAILED"


def look(call: Call, token: Token, urn: str) -> Response:
    """Answer the state of one image."""
    picture = call.state.pictures.get(urn)
    if picture is None or not _is_hers(picture, token):
        return refusals.refusal(404, "NOT_FOUND", f"Could not find image {urn}")
    status = status_of(picture, call.state)
    body = {"owner": owner_urn(picture), "id": urn, "status": status}
    if status == "AVAILABLE":
        body["downloadUrl"] = f"{call.request.host_url}media/{quote(urn, safe='')}"
    return json_reply(body)
