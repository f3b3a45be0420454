"""A publication, as programs read and write it."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

from app.api import wording
from app.api.fields import Count, Flag, Line, Moment, RowId, Schema, Text, Texts, choice
from app.api.paging import PageQuery
from app.domains.contents.models import Content
from app.domains.contents.pictures import image_address
from app.domains.contents.states import ContentState


class ContentsQuery(PageQuery):
    """Which publications."""

    campaign_id = RowId(load_default=None)
    state = Line(load_default=None, validate=choice(ContentState, wording.BAD_STATE))


class ChangesSchema(Schema):
    """What changes in a publication, kept as typed."""

    text = Text()
    hashtags = Texts()
    alt_text = Text()


class ApprovalSchema(Schema):
    """`confirm` passes a near-duplicate, never a blocking flag; another `revision` than the present one is refused."""

    confirm = Flag(load_default=False)
    revision = Count(load_default=None)


class PartSchema(Schema):
    """One named part of a score, explained in one sentence; `raise` says how to earn the rest, empty when full."""

    name = Line()
    points = Count()
    max = Count()
    sentence = Line()
    raise_by = Line(data_key="raise", attribute="raise")


class QualitySchema(Schema):
    """A score of 100, and its parts: `total` is their sum, or less when one of them disqualifies the text."""

    total = Count()
    parts = fields.List(fields.Nested(PartSchema))


class FlagSchema(Schema):
    """One thing to know before approving.

    `excerpt` is the passage as it stands in the text; `fix` is replace, remove_sentence, profile, or empty when a
    person must choose; `replacement` is what « replace » puts there.
    """

    code = Line()
    message = Line()
    blocking = Flag()
    excerpt = Text(dump_default="")
    fix = Line(dump_default="")
    replacement = Text(dump_default="")


class ContentSchema(Schema):
    """A publication. `image_url` is a path, for the signed-in owner or with a token."""

    id = Count()
    campaign_id = Count(allow_none=True)
    lead_id = Count(allow_none=True)
    text = Text()
    hashtags = Texts()
    image_url = Line(allow_none=True)
    alt_text = Text()
    quality = fields.Nested(QualitySchema)
    flags = fields.List(fields.Nested(FlagSchema))
    state = Line()
    revision = Count()
    writer = Line()
    created_at = Moment()
    updated_at = Moment()
    decided_at = Moment(allow_none=True)


class ApprovedSchema(ContentSchema):
    """An approved publication, and what was said of its text all the same.

    Where two people have to approve, it is still pending after the first.
    """

    warnings = fields.List(fields.Nested(FlagSchema))
    approvals = Count()
    approvals_needed = Count()


_COMPUTED = ("image_url", "quality")
_COLUMNS = [name for name in ContentSchema().fields if name not in _COMPUTED]


def shown(content: Content) -> dict[str, Any]:
    """Return a publication."""
    quality = {"total": content.quality.get("total", content.score), "parts": content.quality.get("parts", [])}
    address = image_address(content) if content.picture_key else None
    return {name: getattr(content, name) for name in _COLUMNS} | {"quality": quality, "image_url": address}
