"""What a workspace's month cost: each provider's lines, and nobody else's."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from app.core import clock
from app.core.db import db
from app.domains.contents.models import ModelCall
from app.domains.dashboard.costs import Line, monthly_cost, monthly_totals
from app.domains.leads import services as leads
from app.providers.prices import TABLE, micros
from tests.people import Person

NOVEMBER = datetime.fromisoformat("2026-11-21T15:00:00Z")


def asked(person: Person, **values: Any) -> None:
    call = {"purpose": "text", "model": "gemini-3.8-flash", "outcome": "ok", "prompt_tokens": 2000,
            "output_tokens": 500, "cost_micros": 3375, "called_at": clock.now()} | values  # fmt: skip
    db.session.add(ModelCall(workspace_id=person.workspace.id, **call))
    db.session.commit()


def test_each_operation_is_a_line_and_the_dearest_comes_first(app: Flask, alice: Person) -> None:
    with clock.frozen_at(NOVEMBER):
        leads.note_use(alice.workspace.id, None, "google_places", {"text_search_enterprise": 15})
        leads.note_use(alice.workspace.id, None, "hunter", {"domain_search": 1})
        leads.note_use(alice.workspace.id, None, "hunter", {"domain_search": 1})
        asked(alice)
        asked(alice, purpose="image", model="gemini-nano-banana-2.1", prompt_tokens=0, output_tokens=0,
              cost_micros=34_000)  # fmt: skip
        found = monthly_cost(alice.workspace.id)
        assert monthly_totals([alice.workspace.id]) == {alice.workspace.id: 758_375}
    assert list(found.lines) == [
        Line("google_places", "text_search_enterprise", 1, 15, 525_000),
        Line("hunter", "domain_search", 2, 2, 196_000),
        Line("gemini", "image gemini-nano-banana-2.1", 1, 1, 34_000),
        Line("gemini", "text gemini-3.8-flash", 1, 2500, 3375),
    ]
    assert found.micros == 758_375


def test_an_answer_taken_from_the_cache_another_month_and_another_workspace_cost_nothing(
    app: Flask, alice: Person, charlie: Person
) -> None:
    with clock.frozen_at(NOVEMBER):
        asked(alice, is_cached=True, cost_micros=0)
        asked(charlie)
        # The last hour of October, in Québec, is already November elsewhere.
        asked(alice, called_at=datetime.fromisoformat("2026-11-01T03:30:00Z"))
        asked(alice, called_at=NOVEMBER - timedelta(days=365))
        assert monthly_cost(alice.workspace.id).lines == []
        assert monthly_totals([alice.workspace.id]).get(alice.workspace.id, 0) == 0
    assert monthly_cost(alice.workspace.id, date(2026, 10, 31)).micros == 3375


@pytest.mark.parametrize("price", TABLE, ids=lambda price: f"{price.provider} {price.operation}")
def test_every_price_says_where_it_was_read_and_when(price: Any) -> None:
    assert price.source.startswith("https://") and price.unit and price.micros > 0 and price.per > 0
    assert date(2026, 1, 1) <= price.read_on <= date(2026, 12, 31)


def test_what_nobody_charges_costs_nothing() -> None:
    assert micros("openstreetmap", "search", 100) == 0
