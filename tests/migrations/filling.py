"""Rows for tables nobody describes: what their own columns say is enough to fill them."""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

FIRST_DAY = datetime(2026, 1, 1)
# What only some words fit: a migration may well mend any other.
WORDS = {"role": "owner"}
Kept = dict[str, dict[int, dict[str, Any]]]


class Filler:
    """Puts one row in each table, its parents first; every value is one no other row has, where the column allows."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1_000)

    def fill(self, connection: sa.Connection) -> Kept:
        """Return the rows added, by table and id."""
        metadata = sa.MetaData()
        metadata.reflect(connection)
        added: Kept = {}
        for table in metadata.sorted_tables:
            if "id" in table.columns:
                row = _insert(connection, table, self._row(table, added))
                added[table.name] = {row["id"]: row}
        return added

    def _row(self, table: sa.Table, added: Kept) -> dict[str, Any]:
        number = next(self._numbers)
        row: dict[str, Any] = {"id": number}
        for column in table.columns:
            if column.name == "id":
                continue
            key = next(iter(column.foreign_keys), None)
            value = WORDS.get(column.name) or _value(column, number)
            row[column.name] = value if key is None else _parent(key, added)
        return row


def _insert(connection: sa.Connection, table: sa.Table, row: dict[str, Any]) -> dict[str, Any]:
    """Add a row; where a constraint wants one parent among several, each is left out in turn."""
    optional = [column.name for column in table.columns if column.foreign_keys and column.nullable]
    for left_out in ([], *([name] for name in optional)):
        tried = row | dict.fromkeys(left_out)
        try:
            with connection.begin_nested():
                connection.execute(table.insert().values(tried))
            return tried
        except IntegrityError:
            continue
    raise AssertionError(f"no row of {table.name} is taken: {row}")


def _parent(key: sa.ForeignKey, added: Kept) -> int | None:
    # A row that would name one of its own table names none.
    return next(iter(added.get(key.column.table.name, ())), None)


def _value(column: sa.Column[Any], number: int) -> Any:
    kind = column.type
    if isinstance(kind, sa.Boolean):
        return True
    if isinstance(kind, sa.DateTime):
        return FIRST_DAY + timedelta(minutes=number)
    if isinstance(kind, sa.Date):
        return FIRST_DAY.date() + timedelta(days=number % 300)
    if isinstance(kind, sa.Numeric | sa.Float):
        return float(number)
    if isinstance(kind, sa.Integer):
        return number
    if isinstance(kind, sa.LargeBinary):
        return str(number).encode()
    if isinstance(kind, sa.JSON):
        return {}
    return _text(number, getattr(kind, "length", None))


def _text(number: int, length: int | None) -> str:
    """Return a text with its accents that is this number's own, as long as the column takes."""
    return f"{number}-é"[: length or 20] if (length or 20) > 4 else str(number)[-(length or 4) :]


def read(connection: sa.Connection) -> Kept:
    """Return every row of every table that has an id."""
    metadata = sa.MetaData()
    metadata.reflect(connection)
    found: Kept = {}
    for table in metadata.sorted_tables:
        if "id" in table.columns:
            rows = connection.execute(sa.select(table)).mappings()
            found[table.name] = {row["id"]: dict(row) for row in rows}
    return found


def shape(connection: sa.Connection) -> dict[str, dict[str, Any]]:
    """Return the columns of every table, as the database tells them."""
    inspector = sa.inspect(connection)
    return {
        table: {column["name"]: column for column in inspector.get_columns(table)}
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }
