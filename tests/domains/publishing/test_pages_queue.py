"""« À venir », as a list and as a month: what leaves when, moved, cancelled, held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from app.core import clock
from app.core.db import db
from app.domains.contents.models import Content
from app.domains.publishing import calendar
from app.domains.publishing.models import Connection, Delivery
from tests.domains.contents.making import reread
from tests.domains.publishing import showing
from tests.people import Person
from tests.statements import statements

NOON = datetime.fromisoformat("2026-11-21T17:00:00Z")


@pytest.fixture(autouse=True)
def on_saturday() -> Iterator[None]:
    with clock.frozen_at(NOON):
        yield


@pytest.fixture
def account(alice: Person) -> Connection:
    return showing.connection(alice.workspace)


def plan(alice: Person, account: Connection, *moments: datetime, state: str = "scheduled") -> list[Delivery]:
    contents: list[Content] = showing.several(alice.workspace, len(moments), state="approved")
    return [
        showing.delivery(content, account, state, scheduled_at=moment)
        for content, moment in zip(contents, moments, strict=True)
    ]


def test_an_empty_list_says_what_fills_it(alice: Person) -> None:
    page = alice.client.get("/a-venir").text
    assert "Rien n’est planifié" in page
    assert "Rien n’est planifié ce mois-ci" in alice.client.get("/a-venir/mois").text


def test_an_empty_list_says_that_what_is_approved_waits_for_an_account(alice: Person, account: Connection) -> None:
    assert "Ce que vous approuvez apparaît ici" in alice.client.get("/a-venir").text
    account.state = "expired"
    db.session.commit()
    page = alice.client.get("/a-venir").text
    assert "ce que vous approuvez attend qu’un compte soit connecté" in page
    assert "Ce que vous approuvez apparaît ici" not in page and "Connecter un compte" in page


def test_the_list_goes_day_by_day_and_says_the_next_departure(alice: Person, account: Connection) -> None:
    plan(alice, account, NOON + timedelta(minutes=30), NOON + timedelta(days=1), NOON + timedelta(days=5))
    page = alice.client.get("/a-venir").text
    assert "Prochain envoi\u00a0: aujourd’hui à 12\u00a0h\u00a030." in page
    places = [page.index(f">{name}</h2>") for name in ("Aujourd’hui", "Demain", "Jeudi 26 novembre")]
    assert places == sorted(places)


def test_a_long_list_is_read_to_its_end_without_a_gap_nor_a_double(alice: Person, account: Connection) -> None:
    same = NOON + timedelta(hours=1)
    rows = plan(alice, account, *[same if number < 40 else same + timedelta(minutes=number) for number in range(65)])
    seen, after = [], ""
    while True:
        page = calendar.upcoming(alice.workspace.id, after=after)
        seen += [row.id for row in page.items]
        after = page.next
        if not after:
            break
    assert seen == [row.id for row in rows]
    for wrong in ("x", "1-", "-1", "9" * 30 + "-1", "1-²"):
        assert alice.client.get("/a-venir", query_string={"apres": wrong}).status_code == 200


def test_a_departure_is_moved_and_moved_back(alice: Person, account: Connection) -> None:
    (row,) = plan(alice, account, NOON + timedelta(hours=2))
    here = f"/a-venir/{row.id}/moment"
    assert 'value="2026-11-21T14:00"' in alice.client.get(here).text
    answer = alice.client.post(here, data={"moment": "2026-12-01T09:30"})
    assert answer.status_code == 303
    assert reread(row).scheduled_at == datetime.fromisoformat("2026-12-01T14:30:00Z")
    page = alice.client.get(answer.location).text
    assert "Envoi déplacé\u00a0: le 1er décembre 2026 à 9\u00a0h\u00a030." in page
    assert 'name="moment" value="2026-11-21T14:00"' in page
    alice.client.post(here, data={"moment": "2026-11-21T14:00"})
    assert reread(row).scheduled_at == NOON + timedelta(hours=2)


def test_a_bad_moment_is_said_at_its_field(alice: Person, account: Connection) -> None:
    (row,) = plan(alice, account, NOON + timedelta(hours=2))
    for wrong in ("", "hier", "2026-11-21T11:00", "2028-01-01T09:00", "0001-01-01T00:00", "9999-12-31T23:59"):
        answer = alice.client.post(f"/a-venir/{row.id}/moment", data={"moment": wrong})
        assert answer.status_code == 422 and 'class="error"' in answer.text, wrong
    assert reread(row).scheduled_at == NOON + timedelta(hours=2)


def test_the_last_day_there_is_cannot_be_chosen_for_a_publication_either(alice: Person) -> None:
    (content,) = showing.several(alice.workspace, 1)
    answer = alice.client.post(f"/contenus/{content.id}/date", data={"moment": "9999-12-31T23:59"})
    assert answer.status_code == 422 and 'class="error"' in answer.text


def test_a_departure_under_way_is_neither_moved_nor_cancelled(alice: Person, account: Connection) -> None:
    (row,) = plan(alice, account, NOON, state="sending")
    page = alice.client.get("/a-venir").text
    assert "Déplacer" not in page and "annulation" not in page
    for verb, form in (("moment", {"moment": "2026-12-01T09:30"}), ("annulation", {})):
        answer = alice.client.post(f"/a-venir/{row.id}/{verb}", data=form, follow_redirects=True)
        assert "Trop tard" in answer.text
    assert reread(row).state == "sending"


def test_a_departure_is_cancelled_and_its_publication_awaits_again(alice: Person, account: Connection) -> None:
    (row,) = plan(alice, account, NOON + timedelta(hours=2))
    page = alice.client.post(f"/a-venir/{row.id}/annulation", follow_redirects=True).text
    assert "attend de nouveau votre décision" in page
    assert reread(row).state == "cancelled"
    assert db.session.get_one(Content, row.content_id).state == "pending"


def test_a_pause_is_said_on_the_page_and_at_home_and_is_taken_back(alice: Person, account: Connection) -> None:
    plan(alice, account, NOON + timedelta(hours=2))
    page = alice.client.post("/a-venir/pause", follow_redirects=True).text
    assert "Les envois sont en pause" in page and "Prochain envoi" not in page
    assert "Les envois sont en pause" in alice.client.get("/tableau-de-bord").text
    assert reread(alice.workspace).paused_at == NOON
    page = alice.client.post("/a-venir/pause?_method=DELETE", follow_redirects=True).text
    assert "Les envois reprennent" in page and "Prochain envoi" in page
    assert "Les envois sont en pause" not in alice.client.get("/tableau-de-bord").text


def test_bob_reads_and_moves_nothing(alice: Person, bob: Person, account: Connection) -> None:
    (row,) = plan(alice, account, NOON + timedelta(hours=2))
    page = bob.client.get("/a-venir").text
    assert "Prochain envoi" in page
    for verb in ("Déplacer", "Annuler", "en pause"):
        assert verb not in page
    for address in ("pause", f"{row.id}/moment", f"{row.id}/annulation", "heures", "calendrier"):
        assert bob.client.post(f"/a-venir/{address}").status_code == 403


def test_the_month_begins_on_sunday_and_holds_its_days_in_quebec(alice: Person, account: Connection) -> None:
    late = datetime.fromisoformat("2026-12-02T04:30:00Z")  # the 1st, at 23 h 30
    plan(alice, account, late, *[late + timedelta(days=3, minutes=number) for number in range(5)])
    page = alice.client.get("/a-venir/mois?mois=2026-12").text
    assert "Décembre 2026" in page
    assert page.index("dimanche") < page.index("lundi") < page.index("samedi")
    first = page[page.index("Mardi 1er décembre") : page.index("Mercredi 2 décembre")]
    assert "23\u00a0h\u00a030" in first
    assert 'href="/a-venir?du=2026-12-04"' in page and "2\u00a0autres" in page
    assert "Vendredi 4 décembre" in alice.client.get("/a-venir?du=2026-12-04").text
    assert "Mardi 1er" not in alice.client.get("/a-venir?du=2026-12-04").text


def test_the_way_to_today_is_shown_on_the_other_months_alone(alice: Person) -> None:
    with clock.frozen_at(datetime(2026, 11, 21, 17, tzinfo=UTC)):
        assert "Aller à aujourd’hui" not in alice.client.get("/a-venir/mois").text
        assert "Aller à aujourd’hui" in alice.client.get("/a-venir/mois?mois=2026-12").text
        assert 'id="aujourdhui"' in alice.client.get("/a-venir/mois").text


def test_any_month_written_in_the_address_is_answered(alice: Person) -> None:
    for wrong in ("", "2026-13", "0000-00", "9999-12", "2026", "abc", "2026-12-01", "0001-01"):
        for name in ("mois", "du"):
            answer = alice.client.get("/a-venir/mois" if name == "mois" else "/a-venir", query_string={name: wrong})
            assert answer.status_code == 200, (name, wrong)
    far = alice.client.get("/a-venir/mois?mois=2027-11").text
    assert "Novembre 2027" in far and 'rel="next"' not in far


def test_the_month_costs_the_same_whatever_it_holds(alice: Person, account: Connection) -> None:
    def cost() -> int:
        with statements() as seen:
            assert alice.client.get("/a-venir/mois").status_code == 200
            assert alice.client.get("/a-venir").status_code == 200
        return len(seen)

    plan(alice, account, NOON + timedelta(hours=1))
    before = cost()
    plan(alice, account, *[NOON + timedelta(hours=number) for number in range(2, 30)])
    assert cost() == before


def test_best_hours_are_tried_kept_and_dropped(alice: Person) -> None:
    page = alice.client.get("/a-venir/heures").text
    assert "Notre proposition" in page and "checked" not in page
    tried = alice.client.get("/a-venir/heures?proposition=1").text
    assert "Rien n’est enregistré encore" in tried and "checked" in tried
    assert reread(alice.workspace).best_hours == []
    alice.client.post("/a-venir/heures", data={"heure": ["1-matin", "1-matin", "9-midi", "-1-soir", "x", "2-nuit"]})
    assert reread(alice.workspace).best_hours == [[1, 8], [1, 9]]
    assert 'value="1-matin" checked' in alice.client.get("/a-venir/heures").text
    alice.client.post("/a-venir/heures")
    assert reread(alice.workspace).best_hours == []


def test_a_day_of_the_month_takes_a_departure_at_its_own_hour(alice: Person, account: Connection) -> None:
    (row,) = plan(alice, account, NOON + timedelta(hours=2))
    shown = alice.client.get("/a-venir/mois").text
    assert f'data-departure="{row.id}"' in shown and f"/a-venir/{row.id}/moment?mois=2026-11" in shown
    answer = alice.client.post(f"/a-venir/{row.id}/jour", data={"jour": "2026-12-24", "mois": "2026-12"})
    assert (answer.status_code, "mois=2026-12" in answer.location) == (303, True)
    # Québec leaves daylight saving to others in winter: 14 h stays 14 h.
    assert reread(row).scheduled_at == datetime.fromisoformat("2026-12-24T19:00:00Z")
    page = alice.client.get(answer.location).text
    assert "Envoi déplacé" in page and 'name="mois" value="2026-12"' in page
    back = alice.client.post(f"/a-venir/{row.id}/moment", data={"moment": "2026-11-21T14:00", "mois": "2026-12"})
    assert "/a-venir/mois?mois=2026-11" in back.location
    assert reread(row).scheduled_at == NOON + timedelta(hours=2)


def test_a_day_keeps_the_hour_across_the_change_of_clocks(alice: Person, account: Connection) -> None:
    (row,) = plan(alice, account, NOON + timedelta(hours=2))
    alice.client.post(f"/a-venir/{row.id}/jour", data={"jour": "2027-03-20"})
    assert reread(row).scheduled_at == datetime.fromisoformat("2027-03-20T18:00:00Z")


def test_a_day_that_is_over_or_an_hour_that_is_past_is_refused_with_its_reason(
    alice: Person, charlie: Person, account: Connection
) -> None:
    (row,) = plan(alice, account, NOON + timedelta(days=2, hours=-3))
    here = f"/a-venir/{row.id}/jour"
    for day, why in (
        ("2026-11-20", "Ce jour est passé."),
        ("2026-11-21", "Il est déjà passé 9\u00a0h aujourd’hui."),
        ("hier", "Choisissez un moment à venir"),
        ("9999-12-31", "Choisissez un moment à venir"),
    ):
        page = alice.client.post(here, data={"jour": day, "mois": "2026-11"}, follow_redirects=True).text
        assert why in page and "Novembre 2026" in page, day
    assert charlie.client.post(here, data={"jour": "2026-12-01"}).status_code == 404
    assert reread(row).scheduled_at == NOON + timedelta(days=2, hours=-3)


def test_past_days_show_what_was_published_and_nothing_there_moves(alice: Person, account: Connection) -> None:
    (row,) = plan(alice, account, NOON - timedelta(days=3), state="published")
    row.published_at = NOON - timedelta(days=3)
    db.session.commit()
    plan(alice, account, NOON + timedelta(days=3))
    page = alice.client.get("/a-venir/mois").text
    day = page[page.index("Mercredi 18 novembre") : page.index("Jeudi 19 novembre")]
    assert "Publiée " in day and f"/contenus/{row.content_id}" in day and "data-departure" not in day
    assert "1\u00a0publiée, 1\u00a0à venir." in page
    assert "Rien n’a été publié ce mois-là." in alice.client.get("/a-venir/mois?mois=2026-10").text


def test_bob_sees_the_month_and_is_offered_no_move(alice: Person, bob: Person, account: Connection) -> None:
    (row,) = plan(alice, account, NOON + timedelta(days=2))
    page = bob.client.get("/a-venir/mois").text
    assert f"/contenus/{row.content_id}" in page
    assert "Déplacer" not in page and "data-departure" not in page and "move-day" not in page
    assert bob.client.post(f"/a-venir/{row.id}/jour", data={"jour": "2026-12-01"}).status_code == 403
