"""A database written to a file and read back from one, each kind by its own tool."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from alembic.migration import MigrationContext
from sqlalchemy.engine import URL

from app.backups.errors import BackupError

REVISIONS = "alembic_version"
# Rows of one table held at once while they are summed.
ROWS_AT_ONCE = 1_000


@dataclass(frozen=True)
class Contents:
    """What a database holds: its revision and, for each table, how many rows and the SHA-256 of them all."""

    revision: str
    tables: dict[str, list[int | str]]


def contents(connection: sa.Connection) -> Contents:
    """Return what a database holds."""
    metadata = sa.MetaData()
    metadata.reflect(connection)
    tables = {table.name: _sum(connection, table) for table in metadata.sorted_tables if table.name != REVISIONS}
    return Contents(MigrationContext.configure(connection).get_current_revision() or "", tables)


def _sum(connection: sa.Connection, table: sa.Table) -> list[int | str]:
    digest, count = hashlib.sha256(), 0
    rows = connection.execution_options(yield_per=ROWS_AT_ONCE).execute(sa.select(table).order_by(*_order(table)))
    for row in rows:
        digest.update(repr(tuple(row)).encode())
        count += 1
    return [count, digest.hexdigest()]


def _order(table: sa.Table) -> list[sa.Column[object]]:
    return list(table.primary_key.columns) or list(table.columns)


def holds_rows(connection: sa.Connection) -> bool:
    """Tell whether a database holds anything that restoring would destroy."""
    metadata = sa.MetaData()
    metadata.reflect(connection)
    names = (table for table in metadata.sorted_tables if table.name != REVISIONS)
    return any(connection.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first() for table in names)


def dump(engine: sa.Engine, target: Path) -> Contents:
    """Write a database to `target` as it stands at one moment, while it is in use, and return what it holds there."""
    if engine.dialect.name == "sqlite":
        return _dump_sqlite(engine.url, target)
    with engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        snapshot = connection.scalar(sa.text("SELECT pg_export_snapshot()"))
        _run(engine.url, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}",
             f"--file={target}")  # fmt: skip
        return contents(connection)


def _dump_sqlite(url: URL, target: Path) -> Contents:
    with closing(sqlite3.connect(str(url.database))) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    return read_file(target)


def read_file(path: Path) -> Contents:
    """Return what a SQLite file holds."""
    engine = sa.create_engine(f"sqlite:///{path}")
    try:
        with engine.connect() as connection:
            return contents(connection)
    finally:
        engine.dispose()


def load(engine: sa.Engine, source: Path) -> Contents:
    """Put what `dump` wrote in place of whatever the database holds, and return what it holds now."""
    if engine.dialect.name == "sqlite":
        with closing(sqlite3.connect(source)) as copy, closing(sqlite3.connect(str(engine.url.database))) as target:
            copy.backup(target)
    else:
        with engine.begin() as connection:
            connection.execute(sa.text("DROP SCHEMA public CASCADE"))
            connection.execute(sa.text("CREATE SCHEMA public"))
        engine.dispose()
        _run(engine.url, "pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction",
             str(source))  # fmt: skip
    with engine.connect() as connection:
        return contents(connection)


def tool_of(dialect: str) -> str:
    """Return the tool a database needs on PATH and that is not there; nothing when all is there."""
    wanted = ("pg_dump", "pg_restore") if dialect == "postgresql" else ()
    return next((tool for tool in wanted if shutil.which(tool) is None), "")


def _run(url: URL, tool: str, *options: str) -> None:
    found = shutil.which(tool)
    if found is None:
        raise BackupError(f"{tool} is not on PATH: install the PostgreSQL client (apt install postgresql-client)")
    place = {"PGHOST": url.host, "PGPORT": url.port, "PGUSER": url.username, "PGPASSWORD": url.password}
    # The password goes by the environment: everybody may read a command line.
    env = os.environ | {name: str(value) for name, value in place.items() if value}
    command = [found, f"--dbname={url.database}", *options]
    ended = subprocess.run(command, env=env, capture_output=True, text=True, check=False)  # noqa: S603  # nosec B603  # found on PATH
    if ended.returncode:
        raise BackupError(f"{tool}: {ended.stderr.strip()[:500]}")
