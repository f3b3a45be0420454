"""What else goes wrong while a worker dies: Redis, the database, the pictures, the disk, the mail server."""

from __future__ import annotations

import dataclasses
import random
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from flask import Flask

from app.core import background
from app.core.db import db
from tests import services as backing
from tests.crash.deaths import POINTS
from tests.crash.places import PostgreSQL
from tests.servers import free_port

CALM, FLUSHED, RESTARTED = "calm", "Redis flushed", "Redis restarted"
DATABASE, PICTURES, DISK, MAIL = "database restarted", "pictures away", "disk full", "mail server down"
# Redis forgets most often: it is the bell of everything. A full disk is SQLite's, whose workers write its file.
OF_DATABASE = {
    "sqlite": (CALM, FLUSHED, FLUSHED, RESTARTED, RESTARTED, PICTURES, MAIL, DISK),
    "postgresql": (CALM, FLUSHED, FLUSHED, RESTARTED, RESTARTED, PICTURES, MAIL, DATABASE),
}
# Without its picture a sending never comes further.
REACHED_WITHOUT_PICTURES = ("before the claim", "after the claim")
PAUSE_SECONDS = 0.1


def chosen(chance: random.Random, database: str, point: str, number: int) -> str:
    """Choose what else goes wrong; nothing does the first time around, where every point must be met."""
    if number < len(POINTS):
        return CALM
    lots = OF_DATABASE[database]
    return chance.choice([each for each in lots if each != PICTURES or point in REACHED_WITHOUT_PICTURES])


@dataclass
class Disorders:
    """The services of the harness, and the ways they fail."""

    app: Flask
    redis: backing.Redis
    pictures: Path
    database: PostgreSQL | None

    @contextmanager
    def prepared(self, disorder: str) -> Iterator[None]:
        """Have what workers learn when they start be wrong for the length of a block."""
        before = self.app.config["SETTINGS"]
        if disorder == MAIL:
            nobody = f"smtp://127.0.0.1:{free_port()}"
            self.app.config["SETTINGS"] = dataclasses.replace(before, smtp_url=nobody)
        try:
            yield
        finally:
            self.app.config["SETTINGS"] = before

    def strike(self, disorder: str, pids: Sequence[int]) -> Callable[[], None]:
        """Disturb the workers that run now; return what puts things right again once they have ended."""
        if disorder == FLUSHED:
            background.connection().flushall()
        elif disorder == RESTARTED:
            self.redis.stop()
            self.redis.start()
        elif disorder == DATABASE and self.database is not None:
            db.session.remove()
            db.engine.dispose()
            self.database.kill()
            time.sleep(PAUSE_SECONDS)
            self.database.start()
        elif disorder == DISK:
            for pid in pids:
                _fill_disk(pid)
        elif disorder == PICTURES:
            return self._take_pictures_away()
        return lambda: None

    def _take_pictures_away(self) -> Callable[[], None]:
        away = self.pictures.with_name("away")
        self.pictures.rename(away)

        def bring_back() -> None:
            away.rename(self.pictures)

        return bring_back


def _fill_disk(pid: int) -> None:
    # Not a byte more in any file, from one write to the next: what a full disk is to a process.
    with suppress(ProcessLookupError):
        _, most = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, most))
