"""From every revision to the last: what the tables held is still there, and the code before still runs."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.script import Script
from flask import Flask
from flask_migrate import upgrade

from app import ROOT, create_app
from app.core import schema
from app.core.db import db
from app.settings import Settings
from tests import services
from tests.migrations.filling import Filler, Kept, read, shape

MIGRATIONS = str(ROOT / "migrations")
REVISIONS: list[Script] = list(reversed(list(schema._scripts().walk_revisions())))
Shape = dict[str, dict[str, Any]]
# Nobody ran two releases side by side before this one: the rule begins after it.
RULE_AFTER = "0f6d2b91c7ea"


@dataclass(frozen=True)
class Step:
    """One revision: the shape of the database before and after it, and the rows added once it was reached."""

    script: Script
    before: Shape
    after: Shape
    added: Kept


@dataclass(frozen=True)
class Walk:
    """Every step from nothing to the last revision, and what the database holds there."""

    steps: list[Step]
    held: Kept


@pytest.fixture(scope="module")
def empty_site(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """Build the application on a database where nothing was ever migrated."""
    with services.empty_database(settings.database_url, tmp_path_factory.mktemp("empty")) as url:
        site = create_app(dataclasses.replace(settings, database_url=url))
        with site.app_context():
            yield site
            db.session.remove()
            db.engine.dispose()


@pytest.fixture(scope="module")
def walk(empty_site: Flask) -> Walk:
    """Go up one revision at a time, leaving rows in every table at each."""
    filler, steps = Filler(), []
    for script in REVISIONS:
        before = look()
        upgrade(MIGRATIONS, revision=script.revision)
        with db.engine.begin() as connection:
            steps.append(Step(script, before, shape(connection), filler.fill(connection)))
    with db.engine.connect() as connection:
        return Walk(steps, read(connection))


def look() -> Shape:
    with db.engine.connect() as connection:
        return shape(connection)


@pytest.mark.long
def test_what_every_revision_held_is_still_there_at_the_last(walk: Walk) -> None:
    lost = []
    for step in walk.steps:
        for table, rows in step.added.items():
            if table not in walk.steps[-1].after:
                assert is_contraction(step.script) or any(is_contraction(each.script) for each in walk.steps), table
                continue
            for key, row in rows.items():
                found = walk.held[table].get(key)
                kept = found and {name: found[name] for name in row if name in found}
                if kept != {name: value for name, value in row.items() if found and name in found}:
                    lost.append((step.script.revision, table, row, found))
    assert not lost
    assert all(any(rows for rows in step.added.values()) for step in walk.steps)


def is_contraction(script: Script) -> bool:
    """Tell whether a migration says that it takes away, once nothing needs it."""
    return bool(getattr(script.module, "CONTRACTS", ""))


def broken_by(before: Shape, after: Shape) -> list[str]:
    """Name what the code written for the shape before can no longer read or write."""
    broken = [f"{table} is gone" for table in before if table not in after]
    for table in before.keys() & after.keys():
        old, new = before[table], after[table]
        broken += [f"{table}.{name} is gone" for name in old if name not in new]
        broken += [f"{table}.{name} has to be given" for name, column in new.items()
                   if name not in old and not column["nullable"] and column["default"] is None]  # fmt: skip
        broken += [f"{table}.{name} may no longer be empty" for name in old.keys() & new.keys()
                   if old[name]["nullable"] and not new[name]["nullable"]]  # fmt: skip
        broken += [f"{table}.{name} is shorter" for name in old.keys() & new.keys()
                   if _length(new[name]) < _length(old[name])]  # fmt: skip
    return broken


def _length(column: dict[str, Any]) -> int:
    return getattr(column["type"], "length", None) or 1_000_000


@pytest.mark.long
def test_a_release_beside_the_one_before_breaks_nothing_of_it(walk: Walk) -> None:
    """Expand, then contract: docs/exploiter.md. What takes away says so with CONTRACTS = "why nothing needs it"."""
    broken = {}
    first = [script.revision for script in REVISIONS].index(RULE_AFTER)
    for step in walk.steps[first:]:
        found = broken_by(step.before, step.after)
        if found and not is_contraction(step.script):
            broken[step.script.path] = found
    assert not broken


def test_what_breaks_the_release_before_is_seen(empty_site: Flask) -> None:
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE a (id INTEGER PRIMARY KEY, x VARCHAR(20), y VARCHAR(5))")
        connection.exec_driver_sql("CREATE TABLE b (id INTEGER PRIMARY KEY)")
        before = shape(connection)
        for statement in ("DROP TABLE b", "DROP TABLE a",
                          "CREATE TABLE a (id INTEGER PRIMARY KEY, y VARCHAR(3) NOT NULL, z INTEGER NOT NULL, "
                          "t INTEGER NOT NULL DEFAULT 0, u INTEGER)"):  # fmt: skip
            connection.exec_driver_sql(statement)
        after = shape(connection)
    assert sorted(broken_by(before, after)) == [
        "a.x is gone", "a.y is shorter", "a.y may no longer be empty", "a.z has to be given", "b is gone",
    ]  # fmt: skip
