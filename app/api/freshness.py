"""Reads that need not be sent twice (ETag, If-None-Match), and changes to what was read (If-Match); RFC 9110, 13."""

from __future__ import annotations

import hashlib

from flask import Response, abort, jsonify, request
from marshmallow import Schema
from werkzeug.datastructures import ETags

from app.api import wording
from app.core.errors import problem

READS = ("GET", "HEAD")


def mark(response: Response) -> Response:
    """Say which version of a thing this is, and answer 304 to whoever holds it already."""
    if response.status_code != 200 or response.mimetype != "application/json":
        return response
    if request.method in (*READS, "PATCH"):
        response.headers["Cache-Control"] = "private, no-cache"
        response.vary.add("Authorization")
        response.set_etag(_digest(response.get_data()))
    if request.method in READS and _holds(request.if_none_match, response.get_etag()[0] or ""):
        response.status_code = 304
        response.set_data(b"")
        del response.headers["Content-Type"]
    return response


def refuse_stale(schema: Schema, present: object) -> None:
    """Refuse a change to another version of a thing than the present one; aborts with 412."""
    if "If-Match" in request.headers and not _holds(request.if_match, tag_of(schema, present)):
        abort(problem(412, code="changed_since", title=wording.CHANGED_SINCE))


def tag_of(schema: Schema, present: object) -> str:
    """Return the tag a read of a thing bears."""
    return _digest(jsonify(schema.dump(present)).get_data())


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:32]


def _holds(tags: ETags, tag: str) -> bool:
    # Compression adds its name to the tag it sends (Flask-Compress): « …:br » is the same version.
    return tags.star_tag or any(each.partition(":")[0] == tag for each in tags.as_set(include_weak=True))
