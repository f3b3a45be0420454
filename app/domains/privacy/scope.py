"""Which rows of which tables are whose: read from the tables themselves, so that a new one is never forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import JSON, Column, ColumnElement, ForeignKey, LargeBinary, String, Table, select
from sqlalchemy.types import TypeDecorator

from app.core.db import Base

WORKSPACES, USERS = "workspaces", "users"
# Columns the product writes codes in; a code is one word in small letters, and a person's name there has others.
_CODED = frozenset({
    "industry", "kind", "name", "network", "outcome", "reason", "resume_state", "source", "state", "type", "why",
})  # fmt: skip
_CODE = re.compile(r"[a-z][a-z_.]*")


def tables() -> list[Table]:
    """Return every table, owners before what they own."""
    return Base.metadata.sorted_tables


def of_workspace(table: Table, workspace_id: int) -> ColumnElement[bool] | None:
    """Return the clause that holds of a workspace's rows; None for a table that is no workspace's."""
    if table.name == WORKSPACES:
        return table.c.id == workspace_id
    if "workspace_id" in table.c:
        return table.c.workspace_id == workspace_id
    return next(_through(table, workspace_id), None)


def of_person(table: Table, user_id: int) -> ColumnElement[bool] | None:
    """Return the clause that holds of one account's own rows, outside any workspace; None for the other tables."""
    if table.name == USERS:
        return table.c.id == user_id
    if of_workspace(table, 0) is not None:
        return None
    return next((key.parent == user_id for key in owners(table) if key.column.table.name == USERS), None)


def owners(table: Table) -> Iterator[ForeignKey]:
    """Yield the keys of a table whose row takes its own away with it."""
    yield from (key for key in _keys(table) if key.ondelete == "CASCADE")


def texts(table: Table) -> list[Column[Any]]:
    """Return the columns of a table that hold words."""
    return [column for column in table.columns if isinstance(_kind(column), (String, JSON))]


def is_code(table: Table, column: str, value: Any) -> bool:
    """Tell whether a value is a code of the product's: a prospect may be called « Restaurant », as her trade is."""
    is_coded = column in _CODED and (column != "name" or table.name == "domain_events")
    return is_coded and isinstance(value, str) and _CODE.fullmatch(value) is not None


def is_binary(column: Column[Any]) -> bool:
    """Tell whether a column holds bytes."""
    return isinstance(_kind(column), LargeBinary)


def _through(table: Table, workspace_id: int) -> Iterator[ColumnElement[bool]]:
    for key in owners(table):
        parent = key.column.table
        if parent is table or parent.name == USERS:
            continue
        clause = of_workspace(parent, workspace_id)
        if clause is not None:
            yield key.parent.in_(select(key.column).where(clause))


def _keys(table: Table) -> list[ForeignKey]:
    return sorted(table.foreign_keys, key=lambda key: key.parent.name)


def _kind(column: Column[Any]) -> Any:
    return column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type


def table_of(model: type[Base]) -> Table:
    """Return the table of a model."""
    return Base.metadata.tables[model.__tablename__]
