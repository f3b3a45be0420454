"""/healthz says this process answers; /readyz says what is missing; pages answer with Redis stopped."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from app.core import background, pulse, ringer, schedule
from app.core.db import db
from app.core.limits import limiter
from app.settings import Settings
from tests.forms import token_of
from tests.people import PASSWORD, Client, Person
from tests.services import Redis


def beat(*, worker: float = 0, sweep: float = 0) -> None:
    """Write the signs of life, `worker` and `sweep` seconds old."""
    background.connection().set(ringer.HEARTBEAT_KEY, int(time.time() - worker))
    background.connection().set(schedule.SWEEP_KEY, int(time.time() - sweep))
    pulse.beat(background.connection(), "jobs", pulse.IDLE_SECONDS)


def checks(client: FlaskClient) -> tuple[int, dict[str, str]]:
    answer = client.get("/readyz")
    assert answer.json is not None
    return answer.status_code, answer.json["checks"]


def test_all_is_well_when_everything_answers(client: FlaskClient) -> None:
    beat()
    assert checks(client) == (200, {"database": "ok", "redis": "ok", "worker": "ok", "jobs": "ok", "sweep": "ok"})


def test_a_worker_never_seen_is_absent(client: FlaskClient) -> None:
    status, found = checks(client)
    assert status == 503
    assert (found["worker"], found["sweep"]) == ("absent", "absent")


@pytest.mark.parametrize("stale", ["worker", "sweep"])
def test_a_sign_of_life_too_old_is_said_with_its_age(client: FlaskClient, stale: str) -> None:
    beat(**{stale: 75.0})
    status, found = checks(client)
    assert status == 503
    assert found[stale].startswith("stale for 7")


def test_redis_stopped_is_said_and_the_process_still_lives(client: FlaskClient, own_redis: Redis) -> None:
    own_redis.stop()
    status, found = checks(client)
    assert status == 503
    assert (found["database"], found["redis"]) == ("ok", "unreachable")
    assert client.get("/readyz").get_json()["reasons"] == {"redis": "Redis ne répond pas."}
    assert client.get("/healthz").json == {"status": "ok"}


def test_health_asks_nothing_of_who_is_signed_in(alice: Person) -> None:
    assert alice.client.get("/healthz").status_code == 200


@pytest.fixture
def whole_site(app: Flask, settings: Settings, own_redis: Redis) -> Iterator[FlaskClient]:
    """Run the site as people meet it, forms guarded and tries counted, on a Redis that may be stopped."""
    before = dict(vars(limiter))
    limiter.enabled = True
    site = create_app(dataclasses.replace(settings, redis_url=own_redis.url))
    site.test_client_class = Client
    yield site.test_client()
    with site.app_context():
        db.engine.dispose()
    vars(limiter).clear()
    vars(limiter).update(before)


def sign_in(browser: FlaskClient) -> None:
    token = token_of(browser.get("/connexion").text)
    form = {"email": "alice@exemple.ca", "password": PASSWORD, "csrf_token": token}
    assert browser.post("/connexion", data=form).status_code == 303


def test_pages_answer_at_once_with_redis_stopped(whole_site: FlaskClient, alice: Person, own_redis: Redis) -> None:
    own_redis.stop()
    started = time.monotonic()
    sign_in(whole_site)
    for path in ("/tableau-de-bord", "/campagnes", "/contenus", "/profil", "/confidentialite"):
        assert whole_site.get(path).status_code == 200, path
    assert time.monotonic() - started < 5, "no page waits for a Redis that is not there"


def test_someone_signs_up_while_redis_is_down_and_goes_on_when_it_is_back(
    whole_site: FlaskClient, own_redis: Redis
) -> None:
    own_redis.stop()
    token = token_of(whole_site.get("/inscription").text)
    form = {"business_name": "Zoé", "email": "zoe@exemple.ca", "password": PASSWORD, "csrf_token": token}
    assert whole_site.post("/inscription", data=form).status_code == 303
    own_redis.start()
    assert whole_site.get("/tableau-de-bord").status_code == 200
    assert whole_site.get("/readyz").json["checks"]["redis"] == "ok"


def test_tries_are_still_counted_while_redis_is_down(whole_site: FlaskClient, own_redis: Redis) -> None:
    own_redis.stop()
    token = token_of(whole_site.get("/connexion").text)
    form = {"email": "personne@exemple.ca", "password": PASSWORD, "csrf_token": token}
    statuses = [whole_site.post("/connexion", data=form).status_code for _ in range(21)]
    assert statuses[-1] == 429
