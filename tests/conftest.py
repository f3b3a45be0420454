"""Real parts for every test: a database, a Redis, the sandbox; only the wire is fake."""

from __future__ import annotations

import dataclasses
import functools
import gc
import math
import os
import socket
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import argon2
import pytest
from argon2 import _password_hasher
from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade
from rq.job import Job
from rq.serializers import JSONSerializer
from sqlalchemy import event
from sqlalchemy.pool import Pool

from app import ROOT, create_app
from app.core import background, clock, ringer
from app.core.db import Base, db
from app.sandbox.server import RunningSandbox
from app.sandbox.state import SandboxState
from app.settings import Settings
from tests import people, services

LOGS = {"content_decisions", "audit_lines"}
SHARED_DATA = ROOT.parent / "shared" / "data"
# Some of what takes long is begun early: two processes share the files, and the last of them ends alone.
WEIGHT_OF_LONG = 100


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order the files: those with most to do first, and those of a browser last.

    Playwright holds the event loop of its thread from its first page to the end of the run.
    """
    weights: Counter[Path] = Counter()
    for item in items:
        weights[item.path] += WEIGHT_OF_LONG if item.get_closest_marker("long") else 1
    items.sort(key=lambda item: ("browser" in getattr(item, "fixturenames", ()), -weights[item.path], item.path))


@pytest.fixture(scope="session", autouse=True)
def only_loopback() -> Iterator[None]:
    """Refuse every socket that leaves this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if host and host not in {"127.0.0.1", "::1", "localhost"}:
            raise OSError(f"a test tried to reach {host}")
        connect(self, address)

    socket.socket.connect = guarded
    yield
    socket.socket.connect = connect


@pytest.fixture(scope="session", autouse=True)
def unordered_rows_come_reversed() -> Iterator[None]:
    """Return in another order than they were written the rows nobody asked to sort, as PostgreSQL may."""

    @event.listens_for(Pool, "connect")
    def _on_connect(connection: object, _record: object) -> None:
        if isinstance(connection, sqlite3.Connection):
            connection.execute("PRAGMA reverse_unordered_selects=ON")

    yield
    event.remove(Pool, "connect", _on_connect)


@pytest.fixture(scope="session", autouse=True)
def passwords_are_quick() -> Iterator[None]:
    """Hash passwords at the least cost there is: a real one takes 30 ms, and every person of every test has one."""
    real = _password_hasher.hash_secret

    def quick(*, secret: bytes, salt: bytes, hash_len: int, type: argon2.Type, **_costs: int) -> bytes:
        return real(secret, salt, 1, 8, 1, hash_len, type)

    _password_hasher.hash_secret = quick
    yield
    _password_hasher.hash_secret = real


@pytest.fixture(scope="session")
def backing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[services.Services]:
    """Provide the database and the Redis of this run."""
    folder = tmp_path_factory.mktemp("services")
    chosen = services.of_environment() if os.environ.get("TEST_SERVICES") else services.embedded(folder)
    with chosen as found:
        yield found


@pytest.fixture(scope="session")
def sandbox_server() -> Iterator[RunningSandbox]:
    """Run one sandbox for the session."""
    with RunningSandbox(SandboxState()) as server:
        yield server


@pytest.fixture(scope="session")
def settings(
    backing: services.Services, sandbox_server: RunningSandbox, tmp_path_factory: pytest.TempPathFactory
) -> Settings:
    """Describe the application under test: everything outside is the sandbox."""
    url = sandbox_server.url
    return dataclasses.replace(
        Settings.from_env({"APP_ENV": "test", "INSTANCE_FOLDER": str(tmp_path_factory.mktemp("instance"))}),
        database_url=backing.database_url,
        redis_url=backing.redis_url,
        media_url=str(tmp_path_factory.mktemp("media")),
        public_url="http://localhost",
        smtp_url=f"smtp://127.0.0.1:{sandbox_server.smtp_port}",
        overpass_url=(f"{url}/api/interpreter",),
        gemini_url=url,
        enrich_allow_private=True,
        enrich_pace_seconds=0.02,
        linkedin_auth_url=url,
        linkedin_api_url=url,
        linkedin_client_id="sandbox-client",
        linkedin_client_secret="sandbox-secret",
    )


@pytest.fixture(scope="session")
def app_of_session(settings: Settings) -> Iterator[Flask]:
    """Build the application once, on a migrated schema."""
    app = create_app(settings)
    app.test_client_class = people.Client
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False, RATELIMIT_ENABLED=False)
    from app.core.limits import limiter

    limiter.enabled = False
    with app.app_context():
        upgrade(str(ROOT / "migrations"))
        db.session.remove()
    # What is loaded by now stays to the end: the collector need not go through it again after each few tests.
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def app(app_of_session: Flask) -> Iterator[Flask]:
    """Enter the application, and leave it empty behind."""
    with app_of_session.app_context():
        background.connection().flushdb()
        yield app_of_session
        db.session.rollback()
        _empty()
        db.session.remove()


@functools.cache
def _deletes() -> str:
    """Write, once, what deletes every row: sorting the tables takes longer than running it."""
    # What was decided and done goes with its workspace or its person, and no other way.
    tables = [table for table in reversed(Base.metadata.sorted_tables) if table.name not in LOGS]
    return ";".join(f'DELETE FROM "{table.name}"' for table in tables)


def _empty() -> None:
    """Delete every row, in one go."""
    every = _deletes()
    connection = db.session.connection()
    driver: Any = connection.connection.dbapi_connection
    if connection.dialect.name == "sqlite":
        driver.executescript(every)
    else:
        driver.execute(every)
    db.session.commit()


@pytest.fixture
def session(app: Flask) -> object:
    """Return the test's own database session."""
    return db.session


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a browser nobody has signed in with."""
    return app.test_client()


@pytest.fixture
def alice(app: Flask) -> people.Person:
    """She owns « Chez Alice », a restaurant in Lévis."""
    return people.make_person(app, "alice")


@pytest.fixture
def bob(app: Flask, alice: people.Person) -> people.Person:
    """He reads alice's figures, as an analyst."""
    return people.make_person(app, "bob", workspace=alice.workspace, role="analyst")


@pytest.fixture
def charlie(app: Flask) -> people.Person:
    """He has a workspace of his own and nothing to do with alice's."""
    return people.make_person(app, "charlie")


@pytest.fixture
def sandbox(sandbox_server: RunningSandbox) -> Iterator[RunningSandbox]:
    """Return the sandbox, as if it had just started."""
    sandbox_server.state.reset()
    yield sandbox_server
    sandbox_server.state.reset()


@pytest.fixture
def run_jobs(app: Flask) -> Callable[..., int]:
    """Return a function that drains the queues here, bells due by the test's clock included; raises on failure."""

    def drain(limit: int = 500) -> int:
        db.session.commit()
        client = background.connection()
        done = 0
        while done < limit:
            # Bells keep whole seconds, rounded up: at a row's very moment, its bell is due too.
            ringer.ring_due(client, until=math.ceil(clock.now().timestamp()))
            queues = [background.queue(name) for name in background.QUEUES]
            found = next((queue for queue in queues if queue.count), None)
            if found is None:
                return done
            job = Job.fetch(str(found.pop_job_id()), connection=client, serializer=JSONSerializer)
            job.func(*job.args)
            db.session.rollback()
            db.session.expire_all()
            done += 1
        raise AssertionError(f"more than {limit} jobs: something rings without end")

    return drain


@pytest.fixture
def own_redis(app: Flask, tmp_path: Path) -> Iterator[services.Redis]:
    """Give the application a Redis of this test's own, which it may stop."""
    server = services.Redis(tmp_path)
    server.start()
    before = app.extensions["redis"]
    app.extensions["redis"] = background.connect(server.url)
    yield server
    app.extensions["redis"] = before
    server.stop()


@pytest.fixture
def shared_data() -> Path:
    """Return the folder of real data, or skip where it is absent."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"no real data beside the checkout ({SHARED_DATA.name})")
    return SHARED_DATA
