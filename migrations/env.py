"""Alembic's environment: the application's own engine and tables, on SQLite and PostgreSQL."""

from __future__ import annotations

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from app.core.db import Moment

engine = current_app.extensions["migrate"].db.engine
metadata = current_app.extensions["migrate"].db.metadata


def render_item(kind: str, item: object, _context: object) -> str | bool:
    """Write our own column types as the plain types they are stored in: a migration outlives its code."""
    return "sa.DateTime()" if kind == "type" and isinstance(item, Moment) else False


def enforce_keys(connection: Connection, how: str) -> None:
    """Set whether SQLite enforces foreign keys, outside any transaction, where the pragma counts.

    Copying a table drops the old one: with keys enforced, that deletes whatever refers to it. Its copy then takes
    the name: a trigger that names the table would forbid it, but for the older manner of renaming.
    """
    if engine.dialect.name == "sqlite":
        driver = connection.connection.driver_connection
        driver.execute(f"PRAGMA foreign_keys={how}")
        driver.execute(f"PRAGMA legacy_alter_table={'ON' if how == 'OFF' else 'OFF'}")


def run() -> None:
    """Run the migrations in one transaction each."""
    with engine.connect() as connection:
        enforce_keys(connection, "OFF")
        context.configure(
            connection=connection,
            target_metadata=metadata,
            # SQLite alters a table by copying it.
            render_as_batch=True,
            compare_type=True,
            render_item=render_item,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()
        enforce_keys(connection, "ON")


run()
