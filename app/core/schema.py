"""Whether the database is one this code may run on: at its own revision, or grown since and nothing taken away."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from flask import Flask
from sqlalchemy import Connection, inspect
from sqlalchemy.exc import SQLAlchemyError

from app.core import logs
from app.core.db import Base, db

log = logs.get("schema")


class Fit(StrEnum):
    """What the database is to this code."""

    READY = "ready"
    # A newer release grew it: this code, started again or rolled back to, still works on it.
    AHEAD = "ahead"
    BEHIND = "behind"
    # A newer release took away what this code needs, or wants what it does not write.
    FOREIGN = "foreign"


@dataclass(frozen=True)
class Standing:
    """Where the database is; `here` is empty where nothing was ever migrated."""

    fit: Fit
    here: str
    head: str


WAYS_OUT = {
    Fit.BEHIND: "la base de données est à la révision {here}, ce programme attend {head} · "
    "the database is behind the code; run\u00a0: flask --app wsgi db upgrade",
    Fit.FOREIGN: "une version plus récente a changé la base de données (révision {here}), ce programme n’y fonctionne "
    "plus\u00a0: installez cette version, ou restaurez la sauvegarde faite avant elle · "
    "the database belongs to a newer release; run that release, or\u00a0: flask --app wsgi restore PATH --force",
}


def standing() -> Standing:
    """Compare the database with the migrations of this code.

    Raises:
        SQLAlchemyError: the database does not answer.
    """
    head = _scripts().get_current_head() or ""
    with db.engine.connect() as connection:
        here = MigrationContext.configure(connection).get_current_revision() or ""
        if here == head:
            return Standing(Fit.READY, here, head)
        if not here or is_ours(here):
            return Standing(Fit.BEHIND, here or "vide", head)
        return Standing(Fit.FOREIGN if missing(connection) else Fit.AHEAD, here, head)


@functools.cache
def _scripts() -> ScriptDirectory:
    """Read the migrations beside this code, once a process."""
    return ScriptDirectory(str(Path(__file__).resolve().parents[2] / "migrations"))


def is_ours(revision: str) -> bool:
    """Tell whether this code knows a revision."""
    try:
        return _scripts().get_revision(revision) is not None
    except CommandError:
        return False


def missing(connection: Connection) -> list[str]:
    """Name what keeps this code off a database: columns it reads that are gone, columns it cannot fill."""
    there = inspect(connection)
    tables = set(there.get_table_names())
    found: list[str] = []
    for table in Base.metadata.sorted_tables:
        if table.name not in tables:
            found.append(table.name)
            continue
        columns = {column["name"]: column for column in there.get_columns(table.name)}
        found += [f"{table.name}.{column.name}" for column in table.columns if column.name not in columns]
        found += [f"{table.name}.{name}" for name, column in columns.items()
                  if name not in table.columns and not column["nullable"] and column["default"] is None]  # fmt: skip
    return found


def refusal(app: Flask) -> str:
    """Return why this program must not start, on one line that says what to run; nothing when it may.

    A database that does not answer may yet: /readyz tells it.
    """
    with app.app_context():
        try:
            found = standing()
        except SQLAlchemyError as error:
            log.warning("the database does not answer", error=type(error).__name__)
            return ""
        finally:
            db.engine.dispose()
    if found.fit not in WAYS_OUT:
        return ""
    return "AstroGrowth\u00a0: " + WAYS_OUT[found.fit].format(here=found.here, head=found.head)
