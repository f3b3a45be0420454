"""A token opens what it was made for, until its day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.core import clock
from app.core.db import db
from app.domains.accounts.models import ApiToken
from app.domains.tokens import services
from tests.people import Person


def test_a_token_opens_until_it_is_revoked_and_is_kept_nowhere(alice: Person) -> None:
    row = services.present(alice.token)
    assert row is not None
    assert (row.user_id, row.workspace_id) == (alice.user.id, alice.workspace.id)
    assert alice.token not in {str(getattr(row, column.key)) for column in ApiToken.__table__.columns}
    services.revoke(row)
    assert services.present(alice.token) is None


def test_a_token_ends_on_its_day_and_one_without_a_day_never_does(alice: Person) -> None:
    short = services.open_token(alice.user, alice.workspace.id, services.Wish("a", ["read"], 30))
    endless = services.open_token(alice.user, alice.workspace.id, services.Wish("b", ["read"], None))
    with clock.frozen_at(clock.now() + timedelta(days=29)):
        assert services.present(short) is not None
    with clock.frozen_at(clock.now() + timedelta(days=31)):
        assert services.present(short) is None
        assert services.present(endless) is not None


@pytest.mark.parametrize("token", ["", "ag_", "ag_nothing", "\ud800", "x" * 100_000])
def test_what_is_no_token_opens_nothing(alice: Person, token: str) -> None:
    assert services.present(token) is None


def test_the_day_of_the_last_use_is_kept_and_no_more(alice: Person) -> None:
    with clock.frozen_at(clock.now()):
        for _ in range(2):
            assert alice.client.get("/api/v1/metrics", headers=alice.headers).status_code == 200
        row = services.present(alice.token)
        assert row is not None and row.last_used_on == clock.today()
    db.session.rollback()
