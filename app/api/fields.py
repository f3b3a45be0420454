"""Fields that speak French, take nothing for what it is not, and write moments in UTC."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from marshmallow import Schema as PlainSchema
from marshmallow import fields, validate

from app.api import wording
from app.core.forms import stripped

Messages = dict[str, str | list[Any] | dict[Any, Any]]
# What a table holds for sure, as in the addresses themselves (core/security.py).
LONGEST_NUMBER = 9
_COMMON: Messages = {"required": wording.REQUIRED, "null": wording.NOT_NULL}


class Schema(PlainSchema):
    """A body or an answer; a field it does not know is refused."""

    error_messages = {"unknown": wording.UNKNOWN_FIELD, "type": wording.NOT_OBJECT}


class Text(fields.String):
    """A text kept as it is typed."""

    default_error_messages: Messages = _COMMON | {"invalid": wording.NOT_TEXT, "invalid_utf8": wording.NOT_TEXT}


class Line(Text):
    """A line of text, without the blanks around it and the signs no form carries."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> str:
        return str(stripped(super()._deserialize(value, attr, data, **options)))


class Flag(fields.Boolean):
    """true or false, and nothing that looks like them."""

    default_error_messages: Messages = _COMMON | {"invalid": wording.NOT_BOOLEAN}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


class Texts(fields.List[Any]):
    """A list of texts."""

    default_error_messages: Messages = _COMMON | {"invalid": wording.NOT_LIST}

    def __init__(self, **options: Any) -> None:
        super().__init__(Text(), **options)


class Count(fields.Integer):
    """A whole number; as an answer, or in a query."""

    default_error_messages: Messages = _COMMON | {"invalid": wording.NOT_INTEGER, "too_large": wording.NOT_INTEGER}

    def _validated(self, value: Any) -> int:
        # int() reads « １２ » and « 1_2 » too.
        if isinstance(value, str) and not (_is_number(value) and len(value) <= LONGEST_NUMBER):
            raise self.make_error("invalid", input=value)
        return super()._validated(value)


class RowId(Count):
    """The id of a row in a query; one that no table can hold is nobody's, rather than at fault."""

    def _validated(self, value: Any) -> int:
        is_nobody = isinstance(value, str) and _is_number(value) and len(value) > LONGEST_NUMBER
        return 0 if is_nobody else super()._validated(value)


class Moment(fields.DateTime):
    """An ISO 8601 moment in UTC, ending in Z."""

    def _serialize(self, value: datetime | None, attr: str | None, obj: Any, **options: Any) -> str | None:
        return None if value is None else value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def choice(values: type[Any], message: str) -> validate.OneOf:
    """Accept the values of an enumeration."""
    return validate.OneOf([str(value) for value in values], error=message)
