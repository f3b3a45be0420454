"""« Que faire maintenant »: each rule of the table, in its order, for whoever may follow it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from app.core import clock
from app.core.db import db
from app.domains.contents.models import Content
from app.domains.publishing.models import Connection, Delivery
from app.domains.publishing.next_steps import QUIET, RULES, next_step
from app.domains.publishing.results import Scope
from app.domains.publishing.situation import Ending, Launch, Situation
from app.domains.publishing.standing import Hit, Standing, Unread, standing
from tests.domains.contents import making
from tests.domains.publishing import showing
from tests.factories.publishing import put
from tests.people import Person

HOUR = timedelta(hours=1)


def everything() -> Situation:
    """Return a situation to which every rule applies."""
    now = clock.now()
    return Situation(
        connected=False,
        pending=3,
        standing=Standing(Hit(7, "Le Café Bleu", 24), Unread(9, now - timedelta(days=2), "LinkedIn")),
        last_launch=Launch(now - QUIET - HOUR, "Lévis"),
        ending=Ending(5, "Cafés de Lévis", now - HOUR),
    )


def code(now: Situation, *without: str, may: Sequence[str] | None = None) -> str:
    step = next_step(now, lambda right: may is None or right in may, without=without)
    return step.code if step else ""


def test_each_rule_is_said_in_its_turn_and_leads_where_it_is_done() -> None:
    said: list[str] = []
    steps = []
    while step := next_step(everything(), lambda _right: True, without=said):
        said.append(step.code)
        steps.append((step.label, step.address))
    assert said == [rule.code for rule in RULES]
    assert steps == [
        ("Voir les publications", "/contenus?etat=pending"),
        ("Connecter un compte", "/profil#linkedin"),
        ("Écrire une suite", "/contenus/nouvelle?suite=7"),
        ("Noter les chiffres", "/envois/9/chiffres"),
        ("Voir les résultats", "/campagnes/5/resultats"),
        ("Nouvelle campagne", "/campagnes/nouvelle"),
    ]


def test_where_nothing_is_known_nothing_is_said() -> None:
    assert code(Situation()) == ""


def test_nobody_is_told_to_do_what_she_may_not() -> None:
    assert code(everything(), may=["metrics.read"]) == "see_results"
    assert code(everything(), may=["campaign.write"]) == "go_elsewhere"
    assert code(everything(), may=[]) == ""


def test_two_weeks_make_a_campaign_old_and_an_ending_no_news() -> None:
    now = clock.now()
    assert code(Situation(last_launch=Launch(now - QUIET + HOUR, "Lévis"))) == ""
    assert code(Situation(last_launch=Launch(now - QUIET - HOUR, "Lévis"))) == "go_elsewhere"
    assert code(Situation(ending=Ending(5, "Cafés", now - QUIET + HOUR))) == "see_results"
    assert code(Situation(ending=Ending(5, "Cafés", now - QUIET - HOUR))) == ""


@pytest.fixture
def account(alice: Person) -> Connection:
    return showing.connection(alice.workspace)


def out(alice: Person, account: Connection, counts: Sequence[int], days_ago: float = 5) -> list[Delivery]:
    contents = showing.several(alice.workspace, len(counts), state="published")
    at = clock.now() - timedelta(days=days_ago)
    return [
        showing.delivery(
            content, account, "published", reactions=count, published_at=at, urn=f"urn:li:share:{content.id}"
        )
        for content, count in zip(contents, counts, strict=True)
    ]


def stands_out(alice: Person) -> Standing:
    db.session.commit()
    return standing(Scope(alice.workspace.id))


def test_a_publication_that_did_twice_better_asks_for_a_sequel(alice: Person, account: Connection) -> None:
    best, *_others = out(alice, account, [12, 5, 5, 5, 5, 5])
    hit = stands_out(alice).hit
    assert hit == Hit(best.content_id, "Le Café Bleu", 12)
    page = alice.client.get("/resultats").text
    assert "Écrire une suite" in page and "12\u00a0interactions" in page
    sequel = alice.client.get(f"/contenus/nouvelle?suite={best.content_id}").text
    assert "La publication qui a plu" in sequel and best.text[:40] in sequel
    assert "Suite\u00a0: Le Café Bleu" in sequel


@pytest.mark.parametrize(
    ("counts", "days_ago"),
    [([40, 1, 1, 1, 1], 5), ([9, 5, 5, 5, 5, 5], 5), ([7, 1, 1, 1, 1, 1], 5), ([40, 1, 1, 1, 1, 1], 1),
     ([40, 1, 1, 1, 1, 1], 31), ([5] * 8, 5)],
    ids=["too few", "not twice", "too little", "too young", "too old", "all alike"],
)  # fmt: skip
def test_chance_asks_for_nothing(alice: Person, account: Connection, counts: Sequence[int], days_ago: float) -> None:
    out(alice, account, counts, days_ago)
    assert stands_out(alice).hit is None


def test_once_she_wrote_her_own_since_nothing_more_is_asked(alice: Person, account: Connection) -> None:
    out(alice, account, [12, 5, 5, 5, 5, 5])
    own = making.content(alice.workspace, writer="person", lead_id=None, campaign_id=None, text="La mienne.")
    assert stands_out(alice).hit is None
    # One of before is no sequel.
    put(own, created_at=clock.now() - timedelta(days=10))
    assert stands_out(alice).hit is not None


def test_a_publication_counts_what_all_its_accounts_brought(alice: Person, account: Connection) -> None:
    first, *_others = out(alice, account, [6, 5, 5, 5, 5, 5])
    other = showing.connection(alice.workspace, account_urn="urn:li:organization:1")
    content = db.session.get_one(Content, first.content_id)
    showing.delivery(content, other, "published", reactions=6, published_at=first.published_at, urn="urn:li:share:z")
    hit = stands_out(alice).hit
    assert hit is not None and (hit.content_id, hit.engagement) == (first.content_id, 12)


def test_the_numbers_nobody_may_read_are_asked_for_once(alice: Person, account: Connection) -> None:
    (row,) = out(alice, account, [0], days_ago=2)
    unread = stands_out(alice).unread
    assert unread is not None and unread.delivery_id == row.id
    assert "Noter les chiffres" in alice.client.get("/resultats").text
    alice.client.post(f"/envois/{row.id}/chiffres", data={"mentions": "0", "commentaires": "0"})
    assert stands_out(alice).unread is None
    for days_ago in (0.5, 15):
        put(row, figures_by="network", published_at=clock.now() - timedelta(days=days_ago))
        assert stands_out(alice).unread is None, days_ago
    put(row, published_at=clock.now() - timedelta(days=2))
    put(account, scopes=["w_member_social", "r_member_social"])
    assert stands_out(alice).unread is None


def test_another_s_publication_has_no_sequel_of_mine(alice: Person, charlie: Person) -> None:
    his = making.content(charlie.workspace, state="published")
    assert alice.client.get(f"/contenus/nouvelle?suite={his.id}").status_code == 404
