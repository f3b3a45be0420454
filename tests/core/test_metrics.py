"""What every process counts is added up in one place, under a closed list of names."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.core import background, metrics
from app.providers import registry, watching
from app.providers.errors import QuotaReached
from tests.services import Redis


def counted(what: metrics.Counter) -> dict[tuple[str, ...], dict[str, float]]:
    metrics.flush()
    found = metrics.series(background.connection())
    return {labels: parts for each, labels, parts in found if each is what}


def test_a_request_is_counted_by_its_endpoint_never_by_its_address(client: FlaskClient) -> None:
    client.get("/healthz")
    client.get("/healthz?qui=zoe")
    client.get("/nulle-part/zoe")
    client.open("/healthz", method="ZOE")
    found = counted(metrics.REQUESTS)
    assert sum(value for part, value in found["health.live", "GET", "200"].items() if part != "sum") == 2
    assert ("unknown", "GET", "404") in found
    assert "zoe" not in str(found).lower()


def test_two_processes_add_to_the_same_counts(app: Flask) -> None:
    other = metrics.Buffer(background.connection())
    metrics.observe(metrics.JOBS, 0.2, "a.job", "done")
    other.add({metrics._field(metrics.JOBS, ("a.job", "done"), "0.25"): 1.0})
    other.flush()
    assert counted(metrics.JOBS)["a.job", "done"]["0.25"] == 2


def test_counting_goes_on_without_redis(app: Flask, own_redis: Redis, client: FlaskClient) -> None:
    own_redis.stop()
    assert client.get("/healthz").status_code == 200
    metrics.flush()


class Moody:
    """A provider that answers once."""

    times = 0

    def act(self, word: str) -> str:
        """Answer, then refuse."""
        self.times += 1
        if self.times > 1:
            raise QuotaReached("no more")
        return word


def test_a_provider_is_told_of_by_each_of_its_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[watching.Told] = []
    monkeypatch.setattr(watching, "listeners", [told.append])
    moody = watching.Watched("linkedin", Moody())
    assert moody.act("oui") == "oui"
    with pytest.raises(QuotaReached):
        moody.act("non")
    assert [(each.provider, each.act, each.error) for each in told] == [
        ("linkedin", "act", ""), ("linkedin", "act", "QuotaReached"),
    ]  # fmt: skip
    assert moody.times == 2


def test_every_provider_is_watched() -> None:
    assert type(registry.load("offline", "TextWriter")) is watching.Watched
