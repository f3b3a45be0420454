"""The pages say when an access ends, what waits and since when; what is late is approved again in one tap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from app.core import clock
from app.domains.publishing.models import Connection, Delivery
from tests.domains.contents.making import reread
from tests.domains.publishing import showing
from tests.factories.publishing import open_delivery, put
from tests.people import Person

NOON = datetime.fromisoformat("2026-11-21T17:00:00Z")
DAY = timedelta(days=1)
PAGES = ("/tableau-de-bord", "/a-venir")


@pytest.fixture(autouse=True)
def on_saturday() -> Iterator[None]:
    with clock.frozen_at(NOON):
        yield


@pytest.fixture
def account(alice: Person) -> Connection:
    return showing.connection(alice.workspace)


def plan(alice: Person, account: Connection, *days: float, **values: str) -> list[Delivery]:
    contents = showing.several(alice.workspace, len(days), state="approved")
    state = values.pop("state", "scheduled")
    return [
        showing.delivery(content, account, state, scheduled_at=NOON + day * DAY, **values)
        for content, day in zip(contents, days, strict=True)
    ]


def said(alice: Person, page: str) -> str:
    return alice.client.get(page).get_data(as_text=True)


@pytest.mark.parametrize("page", PAGES)
def test_an_access_that_ends_within_two_weeks_is_said_with_what_is_planned_after_it(
    alice: Person, account: Connection, page: str
) -> None:
    plan(alice, account, 1, 9, 10)
    assert "L’accès à" not in said(alice, page), "it has fifty days left"
    put(account, expires_at=NOON + 7 * DAY)
    found = said(alice, page)
    assert "L’accès à LinkedIn (Camille Tremblay) finit le 28 novembre 2026 à 12\u00a0h." in found
    assert "2\u00a0publications sont planifiées après cette date." in found
    assert 'href="/profil#linkedin"' in found
    assert "Reconnecter LinkedIn" in said(alice, "/profil")


@pytest.mark.parametrize("page", PAGES)
def test_a_lost_access_says_since_when_and_what_waits(alice: Person, account: Connection, page: str) -> None:
    plan(alice, account, -0.5, -2, state="blocked", reason="access_revoked")
    put(account, state="needs_reconnection", reason="access_revoked", lost_at=NOON - 3 * DAY)
    found = said(alice, page)
    assert "LinkedIn (Camille Tremblay) n’est plus connecté depuis le 18 novembre 2026." in found
    assert "2\u00a0publications attendent depuis le 19 novembre 2026. Rien n’est perdu." in found


def test_no_departure_is_promised_by_a_lost_access(alice: Person, account: Connection) -> None:
    plan(alice, account, 2)
    assert "Prochain envoi" in said(alice, "/a-venir")
    put(account, state="needs_reconnection", reason="access_revoked", lost_at=NOON)
    assert "Prochain envoi" not in said(alice, "/a-venir")


def test_an_access_that_ran_out_is_lost_before_anything_noticed(alice: Person, account: Connection) -> None:
    put(account, expires_at=NOON - DAY)
    assert "n’est plus connecté depuis le 20 novembre 2026. Rien n’attend pour l’instant." in said(alice, "/a-venir")


def test_an_account_she_closed_herself_is_not_asked_for(alice: Person, account: Connection) -> None:
    put(account, state="disconnected", reason="disconnected", expires_at=NOON - DAY)
    assert "n’est plus connecté" not in said(alice, "/a-venir")


def test_what_is_late_is_approved_again_in_one_tap(alice: Person, account: Connection) -> None:
    (late,) = plan(alice, account, -3, state="blocked", reason="late")
    put(late, approved_at=NOON - 4 * DAY)
    assert "1\u00a0publication en retard" in said(alice, "/tableau-de-bord")
    assert f'action="/envois/{late.id}/approbation"' in said(alice, f"/contenus/{late.content_id}")
    assert f'action="/envois/{late.id}/approbation"' in said(alice, "/a-venir")
    answer = alice.client.post(f"/envois/{late.id}/approbation", data={"retour": "a-venir"})
    assert (answer.status_code, answer.location) == (303, "/a-venir")
    again = open_delivery(late.content_id)
    assert again is not None
    assert (reread(late).state, again.state, again.reason) == ("cancelled", "scheduled", "")
    assert again.promised_at == again.scheduled_at > NOON
    assert "Publication approuvée de nouveau." in said(alice, answer.location)


def test_what_is_not_late_is_not_approved_again(alice: Person, account: Connection, charlie: Person) -> None:
    (row,) = plan(alice, account, 2)
    alice.client.post(f"/envois/{row.id}/approbation")
    assert reread(row).state == "scheduled"
    assert charlie.client.post(f"/envois/{row.id}/approbation").status_code == 404
