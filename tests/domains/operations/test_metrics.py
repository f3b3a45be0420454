"""/metrics: what Prometheus reads, for whoever shows the token."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from app.core import background, clock, metrics, ringer, schedule
from app.core.db import db
from app.domains.notifications.models import Mail
from app.domains.operations import gauges, outside
from app.providers.watching import Told
from tests.people import Person
from tests.services import Redis


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    gauges.forget()


def read(client: FlaskClient) -> dict[tuple[str, ...], float]:
    """Return every sample, by its name and the values of its labels."""
    text = client.get("/metrics").text
    families = text_string_to_metric_families(text)
    return {(each.name, *_values(each.labels)): each.value for family in families for each in family.samples}


def _values(labels: dict[str, str]) -> list[str]:
    # Written in the order of their names; a bucket's limit is read last.
    return [labels[name] for name in sorted(labels, key=lambda name: (name == "le", name))]


def test_requests_jobs_and_calls_are_told(client: FlaskClient) -> None:
    client.get("/healthz")
    metrics.observe(metrics.JOBS, 0.3, "a.job", "done")
    outside.note(Told("linkedin", "create_post", 1.5, error="QuotaReached"))
    found = read(client)
    assert found["astrogrowth_request_seconds_count", "health.live", "GET", "200"] == 1
    assert found["astrogrowth_request_seconds_bucket", "health.live", "GET", "200", "+Inf"] == 1
    assert found["astrogrowth_job_seconds_bucket", "a.job", "done", "0.25"] == 0
    assert found["astrogrowth_job_seconds_bucket", "a.job", "done", "0.5"] == 1
    assert found["astrogrowth_job_seconds_sum", "a.job", "done"] == pytest.approx(0.3)
    assert found["astrogrowth_provider_call_seconds_count", "create_post", "linkedin"] == 1
    assert found["astrogrowth_provider_errors_total", "QuotaReached", "linkedin"] == 1


def test_queues_mails_and_signs_of_life_are_told(client: FlaskClient, alice: Person) -> None:
    background.ring("a.job", on="bulk")
    background.connection().set(schedule.SWEEP_KEY, int(clock.now().timestamp()) - 40)
    background.connection().set(ringer.HEARTBEAT_KEY, int(clock.now().timestamp()))
    db.session.add(Mail(workspace_id=alice.workspace.id, dedupe_key="k", kind="leads_ready", recipient="a@b.ca",
                        subject="s", text="t", html="h", state="failed"))  # fmt: skip
    db.session.commit()
    with clock.frozen_at(clock.now() + timedelta(seconds=90)):
        found = read(client)
    assert found["astrogrowth_queue_length", "bulk"] == 1
    assert found["astrogrowth_queue_oldest_seconds", "bulk"] >= 90
    assert found["astrogrowth_queue_oldest_seconds", "now"] == 0
    assert found["astrogrowth_sweep_age_seconds",] >= 130
    assert found["astrogrowth_mails_in_state", "failed"] == 1
    assert found["astrogrowth_deliveries_in_state", "scheduled"] == 0


def test_tables_are_counted_once_in_a_while_whoever_asks(client: FlaskClient, alice: Person) -> None:
    assert read(client)["astrogrowth_mails_in_state", "due"] == 0
    db.session.add(Mail(workspace_id=alice.workspace.id, dedupe_key="k", kind="leads_ready", recipient="a@b.ca",
                        subject="s", text="t", html="h", state="due"))  # fmt: skip
    db.session.commit()
    assert read(client)["astrogrowth_mails_in_state", "due"] == 0
    gauges.forget()
    assert read(client)["astrogrowth_mails_in_state", "due"] == 1


@pytest.mark.parametrize(
    ("token", "app_env", "shown", "status"),
    [
        ("", "development", "", 200),
        ("", "production", "", 404),
        ("t0ken", "production", "", 401),
        ("t0ken", "production", "Bearer other", 401),
        ("t0ken", "production", "Bearer t0ken", 200),
    ],
)
def test_the_token_alone_opens(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch, token: str, app_env: str, shown: str, status: int
) -> None:
    settings = dataclasses.replace(app.config["SETTINGS"], metrics_token=token, app_env=app_env)
    monkeypatch.setitem(app.config, "SETTINGS", settings)
    assert client.get("/metrics", headers={"Authorization": shown}).status_code == status


def test_it_answers_with_redis_stopped(client: FlaskClient, own_redis: Redis) -> None:
    own_redis.stop()
    assert "astrogrowth_mails_in_state" in client.get("/metrics").text
