"""How many may write at once: SQLite beside PostgreSQL, from one writer to thirty-two."""

from __future__ import annotations

import multiprocessing
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy.exc import OperationalError

from app import ROOT, create_app
from app.core.db import db
from app.domains.workspaces.models import Workspace
from app.settings import Settings
from tests.crash import places

WRITERS, SECONDS = (1, 2, 4, 8, 16, 32), 3.0


def measure(folder: Path) -> Iterator[str]:
    """Have so many processes read a row, change it and commit, as fast as they can."""
    folder.mkdir(parents=True, exist_ok=True)
    yield from _series("SQLite", folder, f"sqlite:///{folder / 'writers.db'}")
    if places.binaries() is not None:
        folder.chmod(0o755)
        with places.postgresql(folder / "postgresql", durable=True) as cluster:
            yield from _series("PostgreSQL", folder, cluster.url)


def _series(name: str, folder: Path, database_url: str) -> Iterator[str]:
    given = {"APP_ENV": "test", "INSTANCE_FOLDER": str(folder), "DATABASE_URL": database_url}
    app = create_app(Settings.from_env(given))
    with app.app_context():
        upgrade(str(ROOT / "migrations"))
        db.session.add_all(Workspace(name=f"Espace {number}") for number in range(max(WRITERS)))
        db.session.commit()
        ids = [row.id for row in db.session.query(Workspace)]
        db.session.remove()
        db.engine.dispose()
    for writers in WRITERS:
        # A fork is given the application as it is: nothing of it has to be pickled.
        with multiprocessing.get_context("fork").Pool(writers, _enter, (app,)) as pool:
            found = pool.map(_write, ids[:writers], chunksize=1)
        waits = sorted(wait for each in found for wait in each[0])
        refused = sum(each[1] for each in found)
        yield (f"{name:<10} {writers:>2} writers: {len(waits) / SECONDS:5.0f} commits/s, median "
               f"{statistics.median(waits) * 1000:5.1f} ms, p95 {waits[int(len(waits) * 0.95)] * 1000:6.1f} ms, "
               f"longest {waits[-1] * 1000:6.0f} ms, {refused} refused")  # fmt: skip


def _enter(app: Flask) -> None:
    app.app_context().push()


def _write(workspace_id: int) -> tuple[list[float], int]:
    waits, refused, deadline = [], 0, time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        began = time.perf_counter()
        try:
            workspace = db.session.get_one(Workspace, workspace_id, populate_existing=True)
            workspace.name = f"Espace {began}"
            db.session.commit()
            waits.append(time.perf_counter() - began)
        except OperationalError:
            db.session.rollback()
            refused += 1
    return waits, refused
