"""Pages' accesses: no end by time but the one of the access to content, said before it comes and heard when it does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from flask import Flask

from app.core import clock
from app.core.db import db
from app.core.events import DomainEvent
from app.domains.publishing import services
from app.domains.publishing.models import Connection
from app.sandbox.server import RunningSandbox
from tests.domains.contents.making import reread
from tests.factories import meta
from tests.people import Person

Drain = Callable[..., int]
DAY = timedelta(days=1)


@pytest.fixture
def accounts(app: Flask, alice: Person, sandbox: RunningSandbox) -> Iterator[list[Connection]]:
    """Alice's Page and Instagram, opened by one consent."""
    with meta.offered(app, sandbox):
        yield list(meta.connect(alice, meta.PAGE_KEY, meta.INSTAGRAM_KEY))


def look(sandbox: RunningSandbox, moment: datetime, run_jobs: Drain) -> None:
    """Have every access looked at, the network's clock at the same moment."""
    kept, sandbox.state.now = sandbox.state.now, moment.timestamp
    with clock.frozen_at(moment):
        services.ring_checks()
        run_jobs()
    sandbox.state.now = kept


def test_the_daily_look_keeps_a_page_and_its_instagram_open(
    accounts: list[Connection], sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    opened = accounts[-1].connected_at
    for days in (1, 61, 89):
        look(sandbox, opened + days * DAY, run_jobs)
        found = [reread(each) for each in accounts]
        assert [each.state for each in found] == ["active", "active"]
        assert {each.synchronised_at for each in found} == {opened + days * DAY}


def test_an_end_is_announced_by_the_access_to_content_not_by_the_token(
    accounts: list[Connection], run_jobs: Drain
) -> None:
    ends = accounts[0].expires_at
    assert (ends - accounts[0].connected_at).days in {89, 90}
    with clock.frozen_at(ends - 15 * DAY):
        assert services.remind_all() == 0
    with clock.frozen_at(ends - 14 * DAY):
        assert services.remind_all() == 2
    assert db.session.query(DomainEvent).filter_by(name="connection.ending").count() == 2


def test_after_ninety_days_the_daily_look_asks_for_a_reconnection(
    accounts: list[Connection], sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    look(sandbox, accounts[0].connected_at + 91 * DAY, run_jobs)
    found = [reread(each) for each in accounts]
    assert [(each.state, each.reason) for each in found] == [("needs_reconnection", "access_expired")] * 2
