"""A page that stays open hears of what is new: once, cheaply, and never in the way."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from app.core import clock
from app.core.db import db
from app.domains.notifications.kinds import Kind
from app.domains.notifications.models import Notification
from tests.domains.contents import making
from tests.domains.notifications.test_lists import line
from tests.people import Person


def ask(person: Person, seen_id: int = 0, seen_count: int = 0) -> tuple[int, str]:
    asked = {"seen_id": seen_id, "seen_count": seen_count}
    answer = person.client.get("/notifications/nouvelles", query_string=asked, headers=person.hx)
    return answer.status_code, answer.text


def read(row: Notification) -> None:
    row.read_at = clock.now()
    db.session.commit()


def test_what_is_new_is_said_once_with_its_way(alice: Person, bob: Person) -> None:
    assert ask(alice) == (204, "")
    content = making.content(alice.workspace)
    row = line(alice, "a", kind=Kind.PUBLISHED, count=1, content_id=content.id)
    status, said = ask(alice)
    assert status == 200
    assert "Publication parue\u00a0: Café Bleu" in said and f'action="/notifications/{row.id}/lecture"' in said
    assert f"seen_id={row.id}&amp;seen_count=1" in said and "non lues\u00a0: </span>1</span>" in said
    assert ask(alice, row.id, 1) == (204, "")
    assert ask(bob) == (204, ""), "each has a list of one's own"


def test_only_the_newest_of_several_is_announced(alice: Person) -> None:
    first = line(alice, "a", kind=Kind.WEEKLY)
    for key in "bcd":
        newest = line(alice, key, kind=Kind.RECONNECT)
    status, said = ask(alice, first.id, 1)
    assert (status, said.count("data-toast")) == (200, 1)
    assert "Un accès est à rouvrir" in said and f"/notifications/{newest.id}/lecture" in said


def test_what_was_read_elsewhere_lowers_the_count_in_silence(alice: Person) -> None:
    row = line(alice, "a")
    read(row)
    status, said = ask(alice, row.id, 1)
    assert (status, "data-toast" in said) == (200, False)
    assert '<span id="unread" hx-swap-oob="true"></span>' in said
    read(line(alice, "b"))
    assert "data-toast" not in ask(alice, row.id, 0)[1]


def test_a_page_asks_from_what_it_shows(alice: Person) -> None:
    row = line(alice, "a")
    page = alice.client.get("/campagnes").text
    assert f'hx-get="/notifications/nouvelles?seen_id={row.id}&amp;seen_count=1" hx-trigger="every 30s"' in page


def test_a_lost_session_is_refused_where_it_stands(alice: Person, client: FlaskClient) -> None:
    answer = client.get("/notifications/nouvelles", headers=alice.hx)
    assert (answer.status_code, answer.headers.get("HX-Redirect"), answer.text) == (401, None, "")


def test_nothing_new_costs_one_query_beyond_knowing_who_asks(app: Flask, alice: Person) -> None:
    for number in range(40):
        line(alice, str(number))
    newest = line(alice, "newest")
    counted: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("SELECT"):
            counted.append(statement)

    event.listen(db.engine, "before_cursor_execute", count)
    try:
        assert ask(alice, newest.id, 41) == (204, "")
    finally:
        event.remove(db.engine, "before_cursor_execute", count)
    assert len([each for each in counted if "notifications" in each]) == 1
    # Her row, her membership with its workspace, and the question.
    assert len(counted) == 3, counted
