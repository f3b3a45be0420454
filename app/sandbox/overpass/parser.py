"""Read a query, or say on which line it cannot be read."""

from __future__ import annotations

from app.sandbox.overpass import filters
from app.sandbox.overpass.cursor import Cursor
from app.sandbox.overpass.lexer import tokens
from app.sandbox.overpass.syntax import (
    Combination,
    MapToArea,
    Output,
    ParseError,
    Program,
    Query,
    Recall,
    Statement,
)

TYPES = {
    "node": ("node",),
    "way": ("way",),
    "rel": ("relation",),
    "relation": ("relation",),
    "nwr": ("node", "way", "relation"),
    "nw": ("node", "way"),
    "nr": ("node", "relation"),
    "wr": ("way", "relation"),
    "area": ("area",),
}
MODES = {"ids", "skel", "body", "tags", "meta", "count"}
GEOMETRIES = {"center", "geom", "bb"}


def parse(source: str) -> Program:
    """Read a whole query.

    Raises:
        ParseError: the query is empty, broken or beyond what the twin understands.
    """
    cursor = Cursor(tokens(source))
    if cursor.at_end():
        raise ParseError(1, "An empty query is not allowed")
    program = Program()
    if cursor.sees("["):
        _settings(cursor, program)
    while not cursor.at_end():
        program.statements.append(_statement(cursor))
    return program


def _settings(cursor: Cursor, program: Program) -> None:
    while cursor.takes("["):
        name = cursor.word()
        cursor.expect(":")
        if name == "out":
            program.format = cursor.word()
        elif name == "timeout":
            program.timeout_seconds = int(cursor.number())
        elif name == "maxsize":
            program.maxsize = int(cursor.number())
        elif name == "bbox":
            program.box = filters.box(cursor)
        elif name in ("date", "diff", "adiff"):
            cursor.string()
        else:
            raise ParseError(cursor.line, f"Unknown setting '{name}'")
        cursor.expect("]")
    cursor.expect(";")


def _statement(cursor: Cursor) -> Statement:
    statement = _bare_statement(cursor)
    cursor.expect(";")
    return statement


def _bare_statement(cursor: Cursor) -> Statement:
    if cursor.sees("("):
        return _combination(cursor)
    source = cursor.set_name() if cursor.sees(".") else "_"
    if cursor.sees(";") or cursor.sees("->"):
        return Recall(source, _into(cursor))
    if cursor.takes(">") or cursor.takes(">>") or cursor.takes("<") or cursor.takes("<<"):
        return Recall(source, _into(cursor), recursion=True)
    line = cursor.line
    name = cursor.word()
    if name == "out":
        return _output(cursor, source)
    if name == "map_to_area":
        return MapToArea(source, _into(cursor))
    if name in TYPES and source == "_":
        return _query(cursor, name, line)
    raise ParseError(line, f"Unknown type '{name}'")


def _combination(cursor: Cursor) -> Combination:
    cursor.expect("(")
    parts: list[Statement] = []
    minus = False
    while not cursor.takes(")"):
        if cursor.takes("-"):
            minus = True
        part = _statement(cursor)
        if isinstance(part, Output):
            raise ParseError(cursor.line, "'out' is not allowed inside a union")
        parts.append(part)
    if not parts or (minus and len(parts) != 2):
        raise ParseError(cursor.line, "a difference takes exactly two statements")
    return Combination(tuple(parts), minus, _into(cursor))


def _query(cursor: Cursor, name: str, line: int) -> Query:
    sources: list[str] = []
    read = filters.Filters()
    while cursor.sees(".") or cursor.sees("[") or cursor.sees("("):
        if cursor.sees("."):
            sources.append(cursor.set_name())
        elif cursor.sees("["):
            read.tags.append(filters.tag(cursor))
        else:
            filters.place(cursor, read)
    return Query(
        types=frozenset(TYPES[name]),
        tags=tuple(read.tags),
        places=tuple(read.places),
        ids=frozenset(read.ids) if read.ids is not None else None,
        sources=tuple(sources),
        into=_into(cursor),
        line=line,
    )


def _output(cursor: Cursor, source: str) -> Output:
    mode, geometry, limit, box, by_quadtile = "body", "", None, None, False
    while not cursor.sees(";"):
        if cursor.sees("("):
            cursor.expect("(")
            box = filters.box(cursor)
            cursor.expect(")")
            continue
        if cursor.sees_number():
            limit = int(cursor.number())
            continue
        line, word = cursor.line, cursor.word()
        if word in MODES:
            mode = word
        elif word in GEOMETRIES:
            geometry = word
        elif word in ("qt", "asc"):
            by_quadtile = word == "qt"
        else:
            raise ParseError(line, f"Unknown output option '{word}'")
    return Output(source, mode, geometry, limit, box, by_quadtile)


def _into(cursor: Cursor) -> str:
    return cursor.set_name() if cursor.takes("->") else "_"
