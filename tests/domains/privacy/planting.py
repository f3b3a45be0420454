"""A marker in every column of every table, and in every file: what an erasure leaves is then easy to see."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Float, LargeBinary, String, Table, insert, select
from sqlalchemy.types import TypeDecorator

from app.core import background, clock, crypto, storage
from app.core.db import db
from app.domains.privacy import scope
from app.domains.privacy.closing import FOLDERS
from tests.people import Person

MARKER = "Zqx Marqueur"
# Whose columns a person's own words never reach: they have rows of alice's already.
GIVEN = {scope.WORKSPACES, scope.USERS, "memberships"}
# What must make sense for the product to work on the row.
STATES: dict[str, dict[str, Any]] = {
    "lead_imports": {"state": "done"},
    "privacy_requests": {"state": "answered"},
    "mails": {"state": "due"},
    "connections": {"network": "linkedin"},
    "privacy_exports": {"state": "done", "file_keys": []},
}


def plant(person: Person) -> None:
    """Give each table one row of a workspace's that holds the marker wherever it fits, and each folder a file."""
    ids: dict[str, int] = {scope.WORKSPACES: person.workspace.id, scope.USERS: person.user.id}
    for table in scope.tables():
        if table.name not in GIVEN:
            db.session.execute(insert(table).values(_values(table, ids, person)))
            ids[table.name] = db.session.scalars(select(table.c.id).order_by(table.c.id.desc()).limit(1)).one()
    db.session.commit()
    for folder in FOLDERS:
        storage.store().put(f"{folder}/{person.workspace.id}/planted.png", MARKER.encode(), "image/png")


def _values(table: Table, ids: dict[str, int], person: Person) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column in table.columns:
        owner = next(iter(column.foreign_keys), None)
        if column.primary_key:
            continue
        if owner is not None:
            values[column.name] = ids.get(owner.column.table.name)
        elif column.name == "workspace_id":
            values[column.name] = person.workspace.id
        else:
            values[column.name] = _value(table, column, person)
    if table.name == "audit_lines":
        values["person_id"] = None
    return values | STATES.get(table.name, {})


def _value(table: Table, column: Column[Any], person: Person) -> Any:
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    if isinstance(kind, JSON):
        return {"words": [MARKER], MARKER: "x"}
    if isinstance(kind, String):
        if column.name.startswith("sealed") or (table.name == "mails" and column.name in {"text", "html"}):
            return crypto.seal(MARKER)
        if column.name.endswith("_key") and table.name in {"contents", "lead_imports"}:
            return f"{FOLDERS[0]}/{person.workspace.id}/planted.png"
        return MARKER if kind.length is None or kind.length >= len(MARKER) else MARKER[: kind.length]
    if isinstance(kind, Boolean):
        return column.name == "is_sealed"
    if isinstance(kind, Date):
        return date(2026, 1, 2)
    if isinstance(kind, DateTime):
        return clock.now() + timedelta(days=400)
    if isinstance(kind, LargeBinary):
        return MARKER.encode()
    return 1.0 if isinstance(kind, Float) else 1


def sightings() -> set[str]:
    """Return the tables, the stored files and the Redis keys where the marker still is, sealed or not."""
    db.session.rollback()
    found = {table.name for table in scope.tables() if any(_is_in(row) for row in db.session.execute(select(table)))}
    root = storage.store().path  # type: ignore[attr-defined]  # a folder, in tests
    found |= {f"file {path}" for path in root.rglob("*") if path.is_file() and MARKER.encode() in path.read_bytes()}
    redis = background.connection()
    return found | {f"redis {key!r}" for key in redis.scan_iter() if MARKER in repr((key, redis.dump(key)))}


def _is_in(row: Any) -> bool:
    return any(MARKER in _opened(value) for value in row)


def _opened(value: Any) -> str:
    if isinstance(value, bytes):
        return value.decode(errors="replace")
    if isinstance(value, str) and value.startswith("gAAAA"):
        try:
            return crypto.unseal(value)
        except crypto.UnreadableSecret:
            return value
    return str(value)
