"""The database: one session, UTC moments, SQLite made fit for web and worker together."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, cast

from flask import Flask, g, has_request_context, request
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import JSON, CursorResult, DateTime, Engine, MetaData, UpdateBase, event
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, registry
from sqlalchemy.types import TypeDecorator, TypeEngine

RENEWED_SECONDS = 1800
NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A UTC moment: naive in the table, aware in Python, the same on every database."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment is aware: a naive one would be read in the machine's own zone")
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


TYPES: dict[Any, TypeEngine[Any]] = {datetime: Moment(), dict[str, Any]: JSON(), list[Any]: JSON(), list[str]: JSON()}


class Base(DeclarativeBase):
    """The root of every table."""

    registry = registry(metadata=MetaData(naming_convention=NAMES), type_annotation_map=TYPES)


class Row(Base):
    """A table with an integer key and the moment it was written."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True)


# Rows keep their values after a commit: an outside call happens between two transactions,
# and reading an attribute there must not open a third one.
db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})
migrate = Migrate()


def changed(statement: UpdateBase) -> int:
    """Run an INSERT, UPDATE or DELETE and return how many rows it touched: of two claimants, one reads 1."""
    return cast("CursorResult[Any]", db.session.execute(statement)).rowcount


def init_app(app: Flask) -> None:
    """Bind the database of the settings to the application."""
    url = app.config["SETTINGS"].database_url
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    app.config.setdefault("SQLALCHEMY_ENGINE_OPTIONS", _engine_options(url))
    db.init_app(app)
    migrate.init_app(app, db, render_as_batch=True, compare_type=True)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            prepare_sqlite(db.engine)


def _engine_options(url: str) -> dict[str, Any]:
    # An error's text names its statement; the values, a password's fingerprint among them, stay out of it.
    if url.startswith("sqlite"):
        return {"hide_parameters": True, "connect_args": {"timeout": 15}}
    # What the server keeps for one connection only grows: each is renewed now and then.
    return {"hide_parameters": True, "pool_pre_ping": True, "pool_recycle": RENEWED_SECONDS,
            "connect_args": {"connect_timeout": 5}}  # fmt: skip


def prepare_sqlite(engine: Engine) -> None:
    """Give SQLite WAL, foreign keys, savepoints, and a write lock taken at the first statement.

    A transaction that reads, then writes, fails at once with « database is locked » whatever the
    time-out (https://sqlite.org/lang_transaction.html); so everything but a GET begins IMMEDIATE.
    """

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        # Without the last one, REPLACE deletes rows behind the back of their triggers.
        for pragma in ("journal_mode=WAL", "busy_timeout=15000", "foreign_keys=ON", "synchronous=NORMAL",
                       "recursive_triggers=ON"):  # fmt: skip
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN" if _only_reads() else "BEGIN IMMEDIATE")


def _only_reads() -> bool:
    return has_request_context() and request.method in {"GET", "HEAD", "OPTIONS"} and not g.get("writes", False)


def allow_writes() -> None:
    """Let the current GET request write (an OAuth return, a count of visits; nothing else).

    The transaction that read who is signed in ends here: one that began to read cannot turn to writing.
    """
    g.writes = True
    db.session.commit()
