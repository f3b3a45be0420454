"""One run: several deliveries due, two workers, one death, a disturbed Redis; then sweeps, and the count."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import redis
import requests
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import select

from app import ROOT, create_app
from app.core import background, clock
from app.core.db import db
from app.domains.publishing import services, sweep
from app.domains.publishing.models import Delivery
from app.settings import Settings
from tests import people
from tests import services as backing
from tests.crash import workers
from tests.factories import publishing as factory

DELIVERIES = 4
PASSES = 12
BETWEEN_PASSES = timedelta(seconds=61)
DISORDERS = ("calm", "flushed", "restarted")


@dataclass
class Outcome:
    """What one run left behind."""

    point: str
    disorder: str
    database: str = ""
    deaths: int = 0
    deliveries: int = DELIVERIES
    most_posts: int = 0
    asked: int = 0
    past_lease: int = 0
    lost: int = 0
    seconds: float = 0.0
    troubles: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Tell whether nothing was doubled, stuck or lost."""
        return self.most_posts <= 1 and not self.past_lease and not self.lost and not self.troubles


@dataclass
class Stage:
    """A warm application with its services, a person and her account."""

    app: Flask
    person: people.Person
    redis: backing.Redis
    sandbox_url: str

    @staticmethod
    @contextmanager
    def opened(folder: Path, database_url: str, sandbox_url: str) -> Iterator[Stage]:
        """Migrate the database, start a Redis, and enter the application."""
        server = backing.Redis(folder)
        server.start()
        app = create_app(_settings(folder, database_url, server.url, sandbox_url))
        try:
            with app.app_context():
                upgrade(str(ROOT / "migrations"))
                db.session.remove()
                yield Stage(app, people.make_person(app, "alice"), server, sandbox_url)
                db.session.remove()
                db.engine.dispose()
        finally:
            server.stop()

    def run(self, chance: random.Random, number: int, point: str) -> Outcome:
        """Kill one worker at `point`, let the others end the work, and count."""
        began = time.monotonic()
        outcome = Outcome(point, chance.choice(DISORDERS))
        # A network that refuses nothing would show a double; there, the owner tells the truth. Where it refuses
        # duplicates she says no whatever is there, and its own « duplicate » has to be adopted.
        is_strict = chance.random() < 0.5
        self._order("settings", linkedin_refuses_duplicates=is_strict)
        ids = self._plan(number)
        moment = clock.now() + timedelta(seconds=1)
        self._disturbed_burst(chance, outcome, moment)
        moment = self._settle(ids, moment, outcome)
        self._answer(ids, moment, outcome, says_no=is_strict)
        self._settle(ids, moment, outcome)
        self._count(ids, outcome)
        outcome.seconds = time.monotonic() - began
        return outcome

    def _plan(self, number: int) -> list[int]:
        self._order("reset")
        background.connection().flushdb()
        # The run before this one lived at later moments than the clock's: its account does not rest any more.
        factory.put(factory.connect(self.person), next_free_at=None)
        texts = [f"Envoi {number}-{each}: le pain (chaud) sort du four #{each}." for each in range(DELIVERIES)]
        ids = [factory.planned(self.person, text, hashtags=[]).id for text in texts]
        db.session.remove()
        return ids

    def _order(self, door: str, **wanted: bool) -> None:
        requests.post(f"{self.sandbox_url}/_sandbox/{door}", json=wanted, timeout=5).raise_for_status()

    def _disturbed_burst(self, chance: random.Random, outcome: Outcome, moment: datetime) -> None:
        nth = chance.choice((1, 1, 2))
        for ahead in (0.0, 0.2, 0.4):
            pids = [workers.start(self.app, moment, point=outcome.point, nth=nth)]
            time.sleep(ahead)
            pids.append(workers.start(self.app, moment))
            time.sleep(chance.uniform(0.0, 0.15))
            self._disturb(outcome.disorder)
            outcome.deaths += sum(workers.killed(pid) for pid in pids)
            if outcome.deaths:
                return
            # Redis forgot, or the other worker was quicker: ring again, for the first occurrence.
            nth = 1
            self._sweep(moment)

    def _disturb(self, disorder: str) -> None:
        if disorder == "flushed":
            background.connection().flushall()
        elif disorder == "restarted":
            self.redis.stop()
            self.redis.start()

    def _sweep(self, moment: datetime) -> None:
        with clock.frozen_at(moment), suppress(redis.RedisError):
            sweep.ring_due_deliveries()
        db.session.remove()

    def _settle(self, ids: list[int], moment: datetime, outcome: Outcome) -> datetime:
        for _ in range(PASSES):
            if all(row.state in {"published", "unconfirmed"} for row in self._rows(ids)):
                break
            moment += BETWEEN_PASSES
            self._sweep(moment)
            pids = [workers.start(self.app, moment) for _ in range(2)]
            if sum(workers.killed(pid) for pid in pids):
                outcome.troubles.append("a healthy worker was killed")
            # Whoever took a row before this moment had a whole lease to end it.
            stuck = [row for row in self._rows(ids) if row.state == "sending" and _over(row, moment)]
            outcome.past_lease += len(stuck)
        return moment

    def _rows(self, ids: list[int]) -> list[Delivery]:
        rows = list(db.session.scalars(select(Delivery).where(Delivery.id.in_(ids)).order_by(Delivery.id)))
        db.session.remove()
        return rows

    def _answer(self, ids: list[int], moment: datetime, outcome: Outcome, *, says_no: bool) -> None:
        posts = self._posts()
        for row in self._rows(ids):
            if row.state != "unconfirmed":
                continue
            outcome.asked += 1
            if not services.reason_of(row):
                outcome.troubles.append(f"delivery {row.id} asks nothing")
            with clock.frozen_at(moment):
                seen = posts[row.text] > 0 and not says_no
                services.resolve(db.session.get_one(Delivery, row.id), seen, self.person.user.id)
            db.session.remove()

    def _posts(self) -> Counter[str]:
        answer = requests.get(f"{self.sandbox_url}/_sandbox/posts?all=1", timeout=5)
        return Counter(item["text"] for item in answer.json()["items"])

    def _count(self, ids: list[int], outcome: Outcome) -> None:
        posts = self._posts()
        for row in self._rows(ids):
            outcome.most_posts = max(outcome.most_posts, posts[row.text])
            if row.state != "published" or posts[row.text] != 1:
                outcome.lost += posts[row.text] == 0 or row.state != "published"
                outcome.troubles.append(f"{row.state} ({row.reason}) with {posts[row.text]} posts")


def _over(row: Delivery, moment: datetime) -> bool:
    return row.lease_until is None or row.lease_until < moment


def _settings(folder: Path, database_url: str, redis_url: str, sandbox_url: str) -> Settings:
    return Settings.from_env(
        {
            "APP_ENV": "test",
            "INSTANCE_FOLDER": str(folder / "instance"),
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
            "MEDIA_URL": str(folder / "media"),
            "LINKEDIN_AUTH_URL": sandbox_url,
            "LINKEDIN_API_URL": sandbox_url,
            "LINKEDIN_CLIENT_ID": "sandbox-client",
            "LINKEDIN_CLIENT_SECRET": "sandbox-secret",
            "SANDBOX_URL": sandbox_url,
            # Due at once, one after the other without rest: the pace has tests of its own.
            "UNDO_SECONDS": "0",
            "PUBLISH_GAP_SECONDS": "0",
            "DAILY_DELIVERIES_PER_CONNECTION": "100000",
        }
    )
