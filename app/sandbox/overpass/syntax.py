"""The statements of the query language that the twin understands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


class ParseError(Exception):
    """The query cannot be read; `line` is where."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class TagFilter:
    """`["k"="v"]` and its relatives; op is one of = != ~ !~ has hasnot."""

    key: str
    op: str
    value: str = ""
    ignore_case: bool = False
    key_pattern: re.Pattern[str] | None = None
    value_pattern: re.Pattern[str] | None = None


@dataclass(frozen=True)
class Box:
    """South, west, north, east, in degrees."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True)
class Around:
    """Within `radius` metres of points, or of the elements of a set."""

    radius: float
    points: tuple[tuple[float, float], ...] = ()
    source: str = ""


@dataclass(frozen=True)
class InArea:
    """Inside the area with this number, or the areas of a set."""

    number: int = 0
    source: str = ""


@dataclass(frozen=True)
class Query:
    """A selection of elements or areas."""

    types: frozenset[str]
    tags: tuple[TagFilter, ...] = ()
    places: tuple[Box | Around | InArea, ...] = ()
    ids: frozenset[int] | None = None
    sources: tuple[str, ...] = ()
    into: str = "_"
    line: int = 1


@dataclass(frozen=True)
class Combination:
    """A union, or a difference when `minus` is set."""

    parts: tuple[Statement, ...]
    minus: bool = False
    into: str = "_"


@dataclass(frozen=True)
class MapToArea:
    """Turn relations into their areas."""

    source: str = "_"
    into: str = "_"


@dataclass(frozen=True)
class Recall:
    """A set named alone, or a recursion, which adds nothing here: ways come with their centre."""

    source: str = "_"
    into: str = "_"
    recursion: bool = False


@dataclass(frozen=True)
class Output:
    """`out` and its options."""

    source: str = "_"
    mode: str = "body"
    geometry: str = ""
    limit: int | None = None
    box: Box | None = None
    by_quadtile: bool = False


Statement = Query | Combination | MapToArea | Recall | Output


@dataclass
class Program:
    """A whole query: settings, then statements."""

    statements: list[Statement] = field(default_factory=list)
    format: str = "xml"
    timeout_seconds: int = 180
    maxsize: int = 536870912
    box: Box | None = None
