"""Each person says what she is told, how, and when not; a mail is stopped in one touch, without signing in."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient

from app.core import clock
from app.domains.notifications import choices, unsubscribing, wording
from app.domains.notifications.kinds import CHOSEN, Channel, Kind
from app.domains.notifications.models import NotificationChoice
from tests.forms import forms_of
from tests.people import Person
from tests.test_every_route import snapshot


def path_of(person: Person, kind: Kind = Kind.TO_APPROVE) -> str:
    return unsubscribing.address(person.user.id, person.workspace.id, kind).removeprefix("http://localhost")


def wants_mail(person: Person, kind: Kind = Kind.TO_APPROVE) -> bool:
    return choices.wants(choices.choice_of(person.user.id, person.workspace.id), kind, Channel.MAIL)


def test_reading_the_address_changes_nothing_and_a_post_stops_that_mail_only(
    client: FlaskClient, alice: Person
) -> None:
    path, before = path_of(alice), snapshot()
    for _ in range(20):
        page = client.get(path)
        assert client.head(path).status_code == 200
    assert "Ne plus recevoir ces courriels?" in page.text and "Set-Cookie" not in page.headers
    assert snapshot() == before
    answer = client.post(path, data={"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200, "RFC 8058: nothing redirects it"
    assert not wants_mail(alice) and wants_mail(alice, Kind.WEEKLY)
    assert client.post(path, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not wants_mail(alice)


def test_every_kind_one_may_choose_about_has_its_subject_once() -> None:
    told = [kind for _title, kinds in wording.SUBJECTS for kind in kinds]
    assert sorted(told) == sorted(CHOSEN)


def test_it_is_taken_back_on_the_same_page(client: FlaskClient, alice: Person) -> None:
    path = path_of(alice)
    [form] = forms_of(client.post(path).text)
    assert form.buttons[0]["value"] == "reprendre"
    assert "C’est noté" in client.post(path, data={"geste": "reprendre"}).text
    assert wants_mail(alice)


def test_a_forged_address_stops_nothing(client: FlaskClient, alice: Person) -> None:
    path = path_of(alice)
    for forged in (path[:-1], path + "A", "/desabonnement/inconnu", path.replace(path[16:20], "AAAA")):
        assert client.get(forged).status_code == 404
        assert client.post(forged).status_code == 404
    assert wants_mail(alice)


def test_what_is_about_the_account_s_safety_cannot_be_stopped(alice: Person) -> None:
    assert unsubscribing.address(alice.user.id, alice.workspace.id, Kind.ACCOUNT) == ""
    choices.choose(alice.user.id, alice.workspace.id, {Kind.ACCOUNT: {Channel.MAIL: False}})
    assert wants_mail(alice, Kind.ACCOUNT)


def test_the_page_of_preferences_keeps_what_is_ticked(alice: Person) -> None:
    page = alice.client.get("/preferences/notifications").text
    assert page.count("checked") == 2 * len(CHOSEN), "by default, all of it both ways"
    form = {"to_approve-mail": "1", "weekly-app": "1", "quiet_from": "22", "quiet_to": "6"}
    page = alice.client.post("/preferences/notifications", data=form, follow_redirects=True).text
    assert "Préférences enregistrées." in page and page.count("checked") == 2
    assert wants_mail(alice) and not wants_mail(alice, Kind.WEEKLY)
    answer = alice.client.post("/preferences/notifications", data=form | {"quiet_to": "24"})
    assert answer.status_code == 422 and "de 0 à 23" in answer.text


@pytest.mark.parametrize(
    ("start", "end", "hour", "until"),
    [
        (21, 7, 20, None),
        (21, 7, 21, 7),
        (21, 7, 2, 7),
        (21, 7, 7, None),
        (1, 5, 3, 5),
        (1, 5, 0, None),
        (8, 8, 8, None),
    ],
)
def test_quiet_hours_are_quebec_s(start: int, end: int, hour: int, until: int | None) -> None:
    choice = NotificationChoice(user_id=1, workspace_id=1, kinds={}, quiet_from=start, quiet_to=end)
    moment = datetime(2026, 11, 24, hour, 30, tzinfo=clock.QUEBEC)
    found = choices.quiet_until(choice, moment)
    assert (found.astimezone(clock.QUEBEC).hour if found else None) == until
    assert found is None or found.astimezone(UTC) > moment.astimezone(UTC)
