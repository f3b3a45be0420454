"""Look for given words in the whole database: every text, number and document of every table but the cache."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import JSON, Float, LargeBinary, String, Table, select
from sqlalchemy.types import TypeDecorator

from app.core.db import Base, db

Found = tuple[str, str, str]


def scan_database(values: Sequence[str], *, besides: Iterable[str] = ("cached_places",)) -> list[Found]:
    """Return (table, column, value) for each of `values` that a column holds, case aside.

    `besides` names tables that are not searched. What is not committed counts too.
    """
    wanted = [value for value in values if value]
    assert wanted, "looking for nothing finds nothing"
    db.session.flush()
    skipped = set(besides)
    return [
        (table.name, column, value)
        for table in Base.metadata.sorted_tables
        if table.name not in skipped
        for column, text in sorted(set(_texts(table)))
        for value in wanted
        if value.lower() in text
    ]


def _texts(table: Table) -> Iterator[tuple[str, str]]:
    columns = [column for column in table.columns if _holds_words(column.type)]
    if not columns:
        return
    for row in db.session.execute(select(*columns)):
        for column, value in zip(columns, row, strict=True):
            if value not in (None, "", b"", [], {}):
                yield column.name, _text(value).lower()


def _holds_words(kind: Any) -> bool:
    inner = kind.impl_instance if isinstance(kind, TypeDecorator) else kind
    return isinstance(inner, (String, JSON, LargeBinary, Float))


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        return value.decode(errors="replace")
    # A number is written as a document would: 46.8033 is found in a column of its own, too.
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
