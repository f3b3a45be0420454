"""One question, asked once, a week after someone signed up; her first answer stands."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.domains.dashboard.models import SurveyAnswer
from tests.people import Person

QUESTION = "AstroGrowth vous rend-il service"


def sign_up(person: Person, days_ago: int) -> None:
    person.user.created_at = clock.now() - timedelta(days=days_ago)
    db.session.commit()


def scores() -> list[int | None]:
    return list(db.session.scalars(select(SurveyAnswer.score)))


def test_nobody_is_asked_in_her_first_week(alice: Person) -> None:
    sign_up(alice, 6)
    assert QUESTION not in alice.client.get("/tableau-de-bord").text


@pytest.mark.parametrize(("typed", "kept"), [("4", 4), ("", None), ("6", None), ("-1", None), ("x", None)])
def test_she_is_asked_once_whatever_she_answers(alice: Person, typed: str, kept: int | None) -> None:
    sign_up(alice, 8)
    assert QUESTION in alice.client.get("/tableau-de-bord").text
    assert alice.client.post("/question", data={"score": typed}).status_code == 303
    assert scores() == [kept]
    assert QUESTION not in alice.client.get("/tableau-de-bord").text


def test_her_first_answer_stands(alice: Person) -> None:
    for typed in ("5", "1"):
        alice.client.post("/question", data={"score": typed})
    assert scores() == [5]


def test_who_only_reads_is_not_asked(alice: Person, bob: Person) -> None:
    sign_up(bob, 30)
    assert QUESTION not in bob.client.get("/tableau-de-bord").text


def test_a_demonstration_asks_nothing(alice: Person) -> None:
    sign_up(alice, 30)
    alice.workspace.is_demo = True
    db.session.commit()
    assert QUESTION not in alice.client.get("/tableau-de-bord").text
