"""The services tests run on: embedded by default, those of the environment for `make test-services`."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import redis
import sqlalchemy as sa

# Processes of one run take the ones after it: a Redis holds sixteen.
FIRST_REDIS_DB = 9
_numbers = itertools.count()


@dataclass(frozen=True)
class Services:
    """Where the database and Redis of this run are."""

    database_url: str
    redis_url: str


@contextmanager
def embedded(folder: Path) -> Iterator[Services]:
    """Run a Redis of our own beside a SQLite file, both in `folder`."""
    with redis_server(folder) as redis_url:
        yield Services(f"sqlite:///{folder / 'test.db'}", redis_url)


@contextmanager
def redis_server(folder: Path) -> Iterator[str]:
    """Start a Redis on a socket in `folder`, and end it."""
    server = Redis(folder)
    server.start()
    try:
        yield server.url
    finally:
        server.stop()


class Redis:
    """A Redis server a test may start, stop and start again; with a `journal`, it writes there all it is told."""

    def __init__(self, folder: Path, journal: Path | None = None) -> None:
        self._keeps = ["--appendonly", "yes", "--dir", str(journal)] if journal else ["--appendonly", "no"]
        self.socket = folder / "redis.sock"
        self.url = f"unix://{self.socket}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers."""
        from app.core.embedded import redis_binary

        command = [redis_binary(), "--port", "0", "--unixsocket", str(self.socket), "--save", "", *self._keeps]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        client = redis.Redis.from_url(self.url)
        for _ in range(100):
            try:
                client.ping()
                return
            except redis.RedisError:
                time.sleep(0.05)
        raise RuntimeError("the embedded Redis did not start")

    def stop(self) -> None:
        """End it."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(10)
            self._process = None


@contextmanager
def of_environment() -> Iterator[Services]:
    """Make a database of our own on DATABASE_URL's server, and use one numbered Redis database."""
    base = os.environ["REDIS_URL"].rstrip("/")
    number = FIRST_REDIS_DB + int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    redis_url = f"{base}/{number}" if base.startswith("redis") and base.count("/") == 2 else base
    with _postgresql(os.environ["DATABASE_URL"]) as database_url:
        yield Services(database_url, redis_url)


@contextmanager
def empty_database(like: str, folder: Path) -> Iterator[str]:
    """Make one more database, empty, of the same kind as the one at the address `like`."""
    if like.startswith("sqlite"):
        yield f"sqlite:///{folder / 'empty.db'}"
        return
    with _postgresql(like) as url:
        yield url


@contextmanager
def _postgresql(server: str) -> Iterator[str]:
    """Make a database on the server of this address, and drop it afterwards."""
    url = sa.make_url(server)
    name = f"astrogrowth_test_{os.getpid()}_{next(_numbers)}"
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(f'CREATE DATABASE "{name}"'))
    try:
        yield url.set(database=name).render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.execute(sa.text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        engine.dispose()


def find_chromium() -> str | None:
    """Return a Chromium's path: CHROMIUM, or the usual names."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    usual = ("chromium", "chromium-browser", "google-chrome")
    return next((found for name in usual if (found := shutil.which(name))), None)
