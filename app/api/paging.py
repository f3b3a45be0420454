"""Lists: so many rows, and where the following ones begin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from marshmallow import fields, pre_load, validate

from app.api import wording
from app.api.fields import Count, Line, Schema

MOST = 100
USUAL = 50


class Limit(Count):
    """How many rows at the most; who asks for more than a page holds gets a page, and `next`."""

    def _validated(self, value: Any) -> int:
        return min(super()._validated(value), MOST)


class _LimitQuery(Schema):
    limit = Limit(
        load_default=USUAL,
        validate=validate.Range(1, error=wording.BAD_LIMIT),
        metadata={"description": wording.LIMIT_MEANING},
    )

    @pre_load
    def _drop_empty(self, given: Any, **_options: Any) -> dict[str, Any]:
        # « ?state= » asks for every state.
        return {name: given[name] for name in given if given[name] != ""}


class PageQuery(_LimitQuery):
    """Which rows of a list."""

    after = Count(load_default=None)


class BestFirstQuery(_LimitQuery):
    """Which rows of a list in order of score."""

    after = Line(
        load_default=None, allow_none=True, validate=validate.Regexp(r"^\d{1,3}-\d{1,9}\Z", error=wording.BAD_AFTER)
    )


def page_of(schema: type[Schema]) -> type[Schema]:
    """Return the schema of a page of rows of this one."""
    name = schema.__name__.removesuffix("Schema") + "Page"
    kept = {"items": fields.List(fields.Nested(schema), required=True), "next": fields.String(allow_none=True)}
    return type(f"{name}Schema", (Schema,), kept)


def page(items: Iterable[Any], following: object) -> dict[str, Any]:
    """Return a page; `following` is what the next one begins after, nothing on the last."""
    return {"items": list(items), "next": str(following) if following else None}
