"""Every question these pages ask of deliveries follows an index: a workspace never pays for the others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from app.core import clock
from app.core.db import db
from app.domains.publishing import calendar, months
from app.domains.publishing.models import Connection
from app.domains.publishing.results import Scope, results
from app.domains.publishing.services import measuring
from app.domains.publishing.standing import standing
from tests.domains.publishing import showing
from tests.people import Person

Question = Callable[[int], Any]
QUESTIONS: dict[str, Question] = {
    "results": lambda workspace_id: results(Scope(workspace_id)),
    "results of a campaign": lambda workspace_id: results(Scope(workspace_id, 1)),
    "what stands out": lambda workspace_id: standing(Scope(workspace_id)),
    "the month": lambda workspace_id: months.month(workspace_id, clock.today().replace(day=1)),
    "the list": lambda workspace_id: calendar.upcoming(workspace_id),
    "the next departure": lambda workspace_id: calendar.next_departure(workspace_id),
    "the reading of figures": lambda workspace_id: measuring.collect(workspace_id),
}


@pytest.fixture
def account(alice: Person) -> Connection:
    found = showing.connection(alice.workspace)
    for number, content in enumerate(showing.several(alice.workspace, 4)):
        at = clock.now() + timedelta(days=2 - number)
        state, out = ("scheduled", None) if number < 2 else ("published", at)
        showing.delivery(content, found, state, scheduled_at=at, published_at=out)
    return found


def asked(question: Question, workspace_id: int) -> list[tuple[str, Any]]:
    seen: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_rest: object) -> None:
        if statement.startswith("SELECT") and " deliveries" in statement:
            seen.append((statement, parameters))

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        question(workspace_id)
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return seen


def plan_of(statement: str, parameters: Any) -> str:
    connection = db.session.connection()
    if connection.dialect.name == "sqlite":
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
        return "\n".join(row[-1] for row in rows)
    # Four rows are read faster than their index: what matters is that there is one to follow.
    connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    return "\n".join(row[0] for row in connection.exec_driver_sql(f"EXPLAIN {statement}", parameters).all())


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_reads_every_delivery_there_is(alice: Person, account: Connection, name: str) -> None:
    found = asked(QUESTIONS[name], alice.workspace.id)
    assert found, "it asks nothing"
    for statement, parameters in found:
        plan = plan_of(statement, parameters)
        for whole in ("SCAN deliveries\n", "Seq Scan on deliveries"):
            assert whole not in f"{plan}\n", (statement, plan)
