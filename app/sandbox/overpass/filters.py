"""Read the filters of a query: tags in brackets, places in parentheses."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from app.sandbox.overpass.cursor import Cursor
from app.sandbox.overpass.syntax import Around, Box, InArea, ParseError, TagFilter


@dataclass
class Filters:
    """What stands after `nwr`, as it is read."""

    tags: list[TagFilter] = field(default_factory=list)
    places: list[Box | Around | InArea] = field(default_factory=list)
    ids: set[int] | None = None


def tag(cursor: Cursor) -> TagFilter:
    """Read one `[...]`."""
    cursor.expect("[")
    line = cursor.line
    if cursor.takes("!"):
        wanted = TagFilter(cursor.string(), "hasnot")
    elif cursor.takes("~"):
        key = cursor.string()
        cursor.expect("~")
        value, ignore_case = cursor.string(), _ignoring_case(cursor)
        wanted = TagFilter(
            key,
            "~",
            value,
            ignore_case,
            key_pattern=_pattern(key, False, line),
            value_pattern=_pattern(value, ignore_case, line),
        )
    else:
        wanted = _on_one_key(cursor, cursor.string(), line)
    cursor.expect("]")
    return wanted


def _on_one_key(cursor: Cursor, key: str, line: int) -> TagFilter:
    for mark in ("=", "!="):
        if cursor.takes(mark):
            return TagFilter(key, mark, cursor.string())
    for mark in ("~", "!~"):
        if cursor.takes(mark):
            value, ignore_case = cursor.string(), _ignoring_case(cursor)
            return TagFilter(key, mark, value, ignore_case, value_pattern=_pattern(value, ignore_case, line))
    return TagFilter(key, "has")


def _ignoring_case(cursor: Cursor) -> bool:
    if not cursor.takes(","):
        return False
    if cursor.word() != "i":
        raise ParseError(cursor.line, "'i' expected")
    return True


def _pattern(source: str, ignore_case: bool, line: int) -> re.Pattern[str]:
    # Extended POSIX has no (?:…), \d or lazy quantifiers.
    if re.search(r"\(\?|\\[dwsDWSbB]|[*+?]\?", source):
        raise ParseError(line, f"Invalid regular expression: '{source}'")
    try:
        return re.compile(source, re.IGNORECASE if ignore_case else 0)
    except re.error as error:
        raise ParseError(line, f"Invalid regular expression: '{source}'") from error


def box(cursor: Cursor) -> Box:
    """Read four degrees, south, west, north, east."""
    line = cursor.line
    south, west, north, east = _numbers(cursor, 4)
    if not (-90 <= south <= north <= 90 and -180 <= west <= 180 and -180 <= east <= 180):
        raise ParseError(line, "For the attribute 'bbox' of the element 'query' the values are out of range")
    return Box(south, west, north, east)


def place(cursor: Cursor, into: Filters) -> None:
    """Read one `(...)` into the filters."""
    cursor.expect("(")
    if cursor.sees_number():
        _box_or_id(cursor, into)
    else:
        _named_place(cursor, into)
    cursor.expect(")")


def _box_or_id(cursor: Cursor, into: Filters) -> None:
    line = cursor.line
    read = _numbers(cursor, None)
    if len(read) == 4:
        into.places.append(Box(*read))
    elif len(read) == 1:
        into.ids = (into.ids or set()) | {int(read[0])}
    else:
        raise ParseError(line, f"one number or four expected, {len(read)} found")


def _named_place(cursor: Cursor, into: Filters) -> None:
    line, name = cursor.line, cursor.word()
    if name == "area":
        into.places.append(_area(cursor))
    elif name == "around":
        into.places.append(_around(cursor))
    elif name == "id":
        cursor.expect(":")
        into.ids = (into.ids or set()) | {int(number) for number in _numbers(cursor, None)}
    else:
        raise ParseError(line, f"Unknown filter '{name}'")


def _area(cursor: Cursor) -> InArea:
    if cursor.takes(":"):
        return InArea(number=int(cursor.number()))
    return InArea(source=cursor.set_name() if cursor.sees(".") else "_")


def _around(cursor: Cursor) -> Around:
    source = cursor.set_name() if cursor.sees(".") else ""
    line = cursor.line
    cursor.expect(":")
    radius, *flat = _numbers(cursor, None)
    if len(flat) % 2 or radius < 0 or (flat and source):
        raise ParseError(line, "around takes a radius, then pairs of coordinates or a set")
    points = tuple(zip(flat[::2], flat[1::2], strict=True))
    return Around(radius, points, source if source or points else "_")


def _numbers(cursor: Cursor, count: int | None) -> list[float]:
    read = [cursor.number()]
    while cursor.takes(","):
        read.append(cursor.number())
    if count is not None and len(read) != count:
        raise ParseError(cursor.line, f"{count} numbers expected, {len(read)} found")
    return read
