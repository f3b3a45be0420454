"""What was planned before promises were kept in a column is late from the moment it was late from."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import Connection, MetaData, Table, text

from app import ROOT, create_app
from app.core.db import db
from tests.core.test_db import filled

BEFORE = "bbe47aacd391"
NOON = datetime(2026, 11, 21, 12)
HOUR = timedelta(hours=1)


def test_the_upgrade_fills_every_promise(app: Flask, tmp_path: Path) -> None:
    settings = replace(app.config["SETTINGS"], database_url=f"sqlite:///{tmp_path / 'before.db'}")
    folder = str(ROOT / "migrations")
    with create_app(settings).app_context():
        upgrade(folder, revision=BEFORE)
        with db.engine.begin() as connection:
            old_rows(connection)
        upgrade(folder)
        found = db.session.execute(text("SELECT id, promised_at FROM deliveries ORDER BY id")).all()
        db.session.remove()
        db.engine.dispose()
    promised = {row[0]: datetime.fromisoformat(row[1]) for row in found}
    assert promised == {1: NOON, 2: NOON - 5 * HOUR, 3: NOON - 2 * HOUR, 4: NOON - HOUR, 5: NOON - 6 * HOUR}


def old_rows(connection: Connection) -> None:
    """Add five deliveries: plain, dated, tried, denied by its owner, dated before its undo window ends."""

    def add(table: str, **values: Any) -> None:
        rows = Table(table, MetaData(), autoload_with=connection)
        connection.execute(rows.insert().values(filled(rows) | values))

    add("workspaces", id=1)
    add("connections", id=1, workspace_id=1)
    dates = {2: NOON - 5 * HOUR, 5: NOON - 9 * HOUR}
    for number in range(1, 6):
        add("contents", id=number, workspace_id=1, planned_at=dates.get(number))
        add("deliveries", id=number, workspace_id=1, content_id=number, connection_id=1, scheduled_at=NOON,
            undo_until=NOON - 6 * HOUR)  # fmt: skip
    add("delivery_attempts", id=3, delivery_id=3, started_at=NOON - 2 * HOUR)
    add("delivery_attempts", id=4, delivery_id=4, started_at=NOON - 3 * HOUR, answered_at=NOON - HOUR,
        outcome="owner_says_absent")  # fmt: skip
