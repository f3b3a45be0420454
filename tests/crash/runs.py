"""One run: deliveries and a mail due, two workers, one death, something else wrong; then sweeps, and the count."""

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
from sqlalchemy.orm import joinedload

from app import ROOT, create_app
from app.core import background, clock
from app.core.db import db
from app.domains.notifications import outbox
from app.domains.notifications import sweep as mails
from app.domains.notifications.models import Mail
from app.domains.notifications.outbox import Letter
from app.domains.publishing import services, sweep
from app.domains.publishing.models import Delivery
from app.settings import Settings
from tests import people
from tests import services as backing
from tests.crash import disorders, workers
from tests.crash.disorders import Disorders
from tests.crash.places import PostgreSQL
from tests.factories import publishing as factory

DELIVERIES = 4
PASSES = 12
BETWEEN_PASSES = timedelta(seconds=61)


@dataclass
class Outcome:
    """What one run left behind."""

    point: str
    disorder: str
    database: str
    deaths: int = 0
    deliveries: int = DELIVERIES
    most_posts: int = 0
    asked: int = 0
    past_lease: int = 0
    lost: int = 0
    mails_lost: int = 0
    seconds: float = 0.0
    troubles: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Tell whether nothing was doubled, stuck or lost."""
        wrong = (self.past_lease, self.lost, self.mails_lost, self.troubles)
        return self.most_posts <= 1 and not any(wrong)


@dataclass
class Stage:
    """A warm application with its services, and two people with an account each, for two workers at once."""

    app: Flask
    people: tuple[people.Person, people.Person]
    disorders: Disorders
    sandbox_url: str

    @staticmethod
    @contextmanager
    def opened(folder: Path, database: PostgreSQL | None, twins: tuple[str, str]) -> Iterator[Stage]:
        """Migrate the database (SQLite's file unless a PostgreSQL is given), start a Redis, enter the application."""
        server = backing.Redis(folder)
        server.start()
        database_url = database.url if database else f"sqlite:///{folder / 'crash.db'}"
        app = create_app(_settings(folder, database_url, server.url, twins))
        try:
            with app.app_context():
                upgrade(str(ROOT / "migrations"))
                db.session.remove()
                wrongs = Disorders(app, server, folder / "media", database)
                both = people.make_person(app, "alice"), people.make_person(app, "charlie")
                yield Stage(app, both, wrongs, twins[0])
                db.session.remove()
                db.engine.dispose()
        finally:
            server.stop()

    def run(self, chance: random.Random, number: int, point: str) -> Outcome:
        """Kill one worker at `point`, let the others end the work, and count."""
        began = time.monotonic()
        database = db.engine.dialect.name
        outcome = Outcome(point, disorders.chosen(chance, database, point, number), database)
        # A network that refuses nothing would show a double; there, the owner tells the truth. Where it refuses
        # duplicates she says no whatever is there, and its own « duplicate » has to be adopted.
        is_strict = chance.random() < 0.5
        self._order("settings", linkedin_refuses_duplicates=is_strict)
        ids, mail_id = self._plan(number)
        moment = clock.now() + timedelta(seconds=1)
        with self.disorders.prepared(outcome.disorder):
            self._disturbed_burst(chance, outcome, moment)
        moment = self._settle(ids, mail_id, moment, outcome)
        self._answer(ids, moment, outcome, says_no=is_strict)
        self._settle(ids, mail_id, moment, outcome)
        self._count(ids, outcome)
        self._count_mail(mail_id, outcome)
        outcome.seconds = time.monotonic() - began
        return outcome

    def _plan(self, number: int) -> tuple[list[int], int]:
        self._order("reset")
        background.connection().flushdb()
        # The run before this one lived at later moments than the clock's: accounts do not rest any more.
        for person, member in zip(self.people, (factory.CAMILLE, factory.OLIVIER), strict=True):
            factory.put(factory.connect(person, member=member), next_free_at=None)
        texts = [f"Envoi {number}-{each}: le pain (chaud) sort du four #{each}." for each in range(DELIVERIES)]
        ids = [factory.planned(self.people[each % 2], text, hashtags=[]).id for each, text in enumerate(texts)]
        owner = self.people[0]
        letter = Letter(owner.workspace.id, "leads_ready", f"run {number}", owner.user.email)
        mail = outbox.post(letter, campaign={"name": "x", "city": "y"}, count=3, address="http://localhost/")
        db.session.commit()
        mail_id = mail.id if mail is not None else 0
        db.session.remove()
        return ids, mail_id

    def _order(self, door: str, **wanted: bool) -> None:
        requests.post(f"{self.sandbox_url}/_sandbox/{door}", json=wanted, timeout=5).raise_for_status()

    def _disturbed_burst(self, chance: random.Random, outcome: Outcome, moment: datetime) -> None:
        nth = chance.choice((1, 1, 2))
        for ahead in (0.0, 0.2, 0.4):
            pids = [workers.start(self.app, moment, point=outcome.point, nth=nth)]
            time.sleep(ahead)
            pids.append(workers.start(self.app, moment))
            time.sleep(chance.uniform(0.0, 0.15))
            mend = self.disorders.strike(outcome.disorder, pids)
            outcome.deaths += sum(workers.killed(pid) for pid in pids)
            mend()
            if outcome.deaths:
                return
            # Redis forgot, or the other worker was quicker: ring again, for the first occurrence.
            nth = 1
            self._sweep(moment)

    def _sweep(self, moment: datetime) -> None:
        with clock.frozen_at(moment), suppress(redis.RedisError):
            sweep.ring_due_deliveries()
            mails.ring_due_mails()
        db.session.remove()

    def _settle(self, ids: list[int], mail_id: int, moment: datetime, outcome: Outcome) -> datetime:
        for _ in range(PASSES):
            states = {row.state for row in self._rows(ids)}
            if states <= {"published", "unconfirmed"} and self._mail_state(mail_id) == "sent":
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
        statement = select(Delivery).where(Delivery.id.in_(ids)).options(joinedload(Delivery.connection))
        rows = list(db.session.scalars(statement.order_by(Delivery.id)))
        db.session.remove()
        return rows

    def _mail_state(self, mail_id: int) -> str:
        state = db.session.scalar(select(Mail.state).where(Mail.id == mail_id)) or ""
        db.session.remove()
        return state

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
                services.resolve(db.session.get_one(Delivery, row.id), seen, self.people[0].user.id)
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

    def _count_mail(self, mail_id: int, outcome: Outcome) -> None:
        held = requests.get(f"{self.sandbox_url}/_sandbox/mail", timeout=5).json()["items"]
        # Twice is allowed to a mail whose sender died; never is not.
        outcome.mails_lost = int(self._mail_state(mail_id) != "sent" or not held)


def _over(row: Delivery, moment: datetime) -> bool:
    return row.lease_until is None or row.lease_until < moment


def _settings(folder: Path, database_url: str, redis_url: str, twins: tuple[str, str]) -> Settings:
    sandbox_url, smtp_url = twins
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
            "SMTP_URL": smtp_url,
            # Due at once, one after the other without rest: the pace has tests of its own.
            "UNDO_SECONDS": "0",
            "PUBLISH_GAP_SECONDS": "0",
            "DAILY_DELIVERIES_PER_CONNECTION": "100000",
        }
    )
