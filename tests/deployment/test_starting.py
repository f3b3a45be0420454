"""The site and the worker refuse a database this code cannot run on, and say what to run."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import downgrade, upgrade

from app import ROOT, create_app
from app.core import schema
from app.core.db import db
from app.core.schema import Fit
from app.settings import Settings
from tests import services

MIGRATIONS = str(ROOT / "migrations")


@pytest.fixture
def site(settings: Settings, tmp_path: Path) -> Iterator[Flask]:
    """Build the application on an empty database."""
    with services.empty_database(settings.database_url, tmp_path) as url:
        built = create_app(dataclasses.replace(settings, database_url=url))
        with built.app_context():
            yield built
            db.session.remove()
            db.engine.dispose()


def run(statement: str) -> None:
    with db.engine.begin() as connection:
        connection.exec_driver_sql(statement)


def test_a_database_never_migrated_is_behind(site: Flask) -> None:
    assert schema.standing().fit is Fit.BEHIND
    assert "flask --app wsgi db upgrade" in schema.refusal(site)


def test_half_migrated_is_behind_and_whole_is_ready(site: Flask) -> None:
    upgrade(MIGRATIONS)
    assert schema.standing().fit is Fit.READY
    assert not schema.refusal(site)
    downgrade(MIGRATIONS, revision="-1")
    assert schema.standing().fit is Fit.BEHIND
    assert "flask --app wsgi db upgrade" in schema.refusal(site)


def test_a_newer_database_that_only_grew_is_served(site: Flask) -> None:
    upgrade(MIGRATIONS)
    run("ALTER TABLE users ADD COLUMN nickname VARCHAR(20)")
    run("ALTER TABLE users ADD COLUMN mood VARCHAR(20) NOT NULL DEFAULT 'calm'")
    run("CREATE TABLE inventions (id INTEGER PRIMARY KEY)")
    run("UPDATE alembic_version SET version_num = 'ffffffffffff'")
    assert schema.standing().fit is Fit.AHEAD
    assert not schema.refusal(site)


@pytest.mark.parametrize("statement", ["ALTER TABLE users DROP COLUMN language", "DROP TABLE survey_answers"])
def test_a_newer_database_that_took_something_away_is_refused(site: Flask, statement: str) -> None:
    upgrade(MIGRATIONS)
    run(statement)
    run("UPDATE alembic_version SET version_num = 'ffffffffffff'")
    assert schema.standing().fit is Fit.FOREIGN
    assert "version plus récente" in schema.refusal(site)


def test_a_database_that_does_not_answer_keeps_nobody_from_starting(settings: Settings) -> None:
    url = "postgresql+psycopg://nobody@127.0.0.1:9/nothing"
    assert schema.refusal(create_app(dataclasses.replace(settings, database_url=url))) == ""


@pytest.mark.long
@pytest.mark.parametrize("command", [["-m", "gunicorn", "--bind", "127.0.0.1:0"], ["worker.py", "--burst"]])
def test_neither_program_starts_on_a_database_behind(site: Flask, command: list[str], tmp_path: Path) -> None:
    found = site.config["SETTINGS"]
    env = os.environ | {
        "APP_ENV": "test", "DATABASE_URL": found.database_url, "REDIS_URL": found.redis_url,
        "INSTANCE_FOLDER": str(tmp_path), "TOKEN_KEYS": ",".join(found.token_keys), "SECRET_KEY": found.secret_key,
    }  # fmt: skip
    ended = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=env, capture_output=True, text=True, timeout=90, check=False
    )
    assert ended.returncode != 0
    said = [line for line in ended.stderr.splitlines() if "flask --app wsgi db upgrade" in line]
    assert len(said) == 1
    assert "Traceback" not in ended.stderr
