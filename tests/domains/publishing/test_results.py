"""Results: totals anyone can read, never a conclusion from three points, and a page to show."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from app.core import background, clock
from app.core.db import db
from app.domains.contents.models import Content
from app.domains.publishing import charts, result_words, services
from app.domains.publishing.models import Connection, Delivery, FiguresDay, LinkDay
from app.domains.publishing.results import Scope, best, results
from tests.domains.contents import making
from tests.domains.publishing import showing
from tests.factories.publishing import put
from tests.people import Person
from tests.statements import statements

NOON = (clock.now() - timedelta(days=1)).replace(hour=17, minute=0)  # in Québec, 12 h or 13 h


@pytest.fixture
def account(alice: Person) -> Connection:
    return showing.connection(alice.workspace)


def out(alice: Person, account: Connection, reactions: Sequence[int], **values: Any) -> list[Delivery]:
    """Add publications that are out, at noon in Québec, a day apart, the last one ten days ago."""
    contents = showing.several(alice.workspace, len(reactions), state="published", **values)
    first = NOON - timedelta(days=10 + len(reactions))
    return [
        showing.delivery(
            content, account, "published", urn=f"urn:li:share:{content.id}", reactions=count,
            published_at=first + timedelta(days=number),
        )
        for number, (content, count) in enumerate(zip(contents, reactions, strict=True))
    ]  # fmt: skip


def read(delivery: Delivery, days_ago: int, engagement: int) -> None:
    day = (clock.today() - timedelta(days=days_ago)).isoformat()
    db.session.add(
        FiguresDay(workspace_id=delivery.workspace_id, delivery_id=delivery.id, day=day, engagement=engagement)
    )
    db.session.commit()


def test_totals_and_what_seven_days_added(alice: Person, account: Connection) -> None:
    first, second = out(alice, account, [9, 4])
    put(second, comments=2, shares=1)
    read(first, 40, 3), read(first, 8, 5), read(first, 0, 9), read(second, 3, 7)
    found = results(Scope(alice.workspace.id))
    assert (found.total("reactions"), found.total("comments"), found.total("shares")) == (13, 2, 1)
    assert found.engagement_change == 16 - 5
    assert [found.trend[place][1] for place in (0, -9, -4, -1)] == [3, 5, 12, 16]


def test_clicks_are_counted_with_their_week(alice: Person, account: Connection) -> None:
    (delivery,) = out(alice, account, [0])
    content = showing.several(alice.workspace, 1)[0]
    link = services.add_link(content, "https://exemple.ca/", demo=False)
    for days, visits in ((20, 5), (2, 3)):
        day = (clock.today() - timedelta(days=days)).isoformat()
        db.session.add(LinkDay(link_id=link.id, day=day, visits=visits))
    db.session.commit()
    found = results(Scope(alice.workspace.id))
    assert (found.clicks, found.clicks_change) == (8, 3)
    assert results(Scope(alice.workspace.id, content.campaign_id)).clicks == 8
    assert results(Scope(alice.workspace.id, making.campaign(alice.workspace).id)).clicks == 0
    assert "+3 en 7" in alice.client.get("/resultats").text
    assert delivery.id


def test_three_publications_conclude_nothing_and_say_what_is_missing(alice: Person, account: Connection) -> None:
    out(alice, account, [40, 0, 0])
    found = results(Scope(alice.workspace.id))
    assert (found.best_hour, found.best_intention, found.missing) == (None, None, (9, 0))
    page = alice.client.get("/resultats").text
    assert "Il manque encore 9\u00a0publications pour dire" in page
    assert "plaît le plus" not in page


def test_many_publications_that_few_people_saw_conclude_nothing_either(alice: Person, account: Connection) -> None:
    out(alice, account, [2] * 14)
    assert results(Scope(alice.workspace.id)).missing == (0, 2)
    assert "Il manque encore 2\u00a0interactions" in alice.client.get("/resultats").text


def test_with_enough_of_each_the_best_intention_and_hour_are_said(alice: Person, account: Connection) -> None:
    advice = out(alice, account, [12] * 6, intention="advice")
    for delivery in advice:
        put(delivery, published_at=delivery.published_at - timedelta(hours=5))
    out(alice, account, [4] * 6, intention="season")
    found = results(Scope(alice.workspace.id))
    assert found.best_intention is not None and found.best_intention.key == "advice"
    assert found.best_hour is not None and found.best_hour.key == "6"
    page = alice.client.get("/resultats").text
    assert "L’intention «\u00a0Conseil\u00a0» plaît le plus\u00a0: 12,0\u00a0interactions" in page
    assert "entre 6\u00a0h et 9\u00a0h" in page


@pytest.mark.parametrize(
    "counted",
    [
        [("a", 90)] * 3 + [("b", 1)] * 20,
        [("a", 11)] * 10 + [("b", 10)] * 10,
        [("a", 10)] * 20,
        [("a", 0)] * 10 + [("b", 0)] * 10,
    ],
    ids=["three points", "close", "one kind", "nothing"],
)
def test_no_kind_is_named_by_chance(counted: list[tuple[str, int]]) -> None:
    assert best(counted) is None


def test_a_campaign_shows_its_own_and_a_stranger_nothing(alice: Person, charlie: Person, account: Connection) -> None:
    (mine,) = out(alice, account, [7])
    out(alice, account, [100])
    campaign_id = mine_campaign(mine)
    here = f"/campagnes/{campaign_id}/resultats"
    assert results(Scope(alice.workspace.id, campaign_id)).total("reactions") == 7
    assert alice.client.get(here).status_code == 200
    assert charlie.client.get(here).status_code == 404
    assert "Approuvez une première publication" in charlie.client.get("/resultats").text


def test_what_is_approved_and_planned_is_awaited_rather_than_asked_for(alice: Person, account: Connection) -> None:
    content = showing.several(alice.workspace, 1, state="approved")[0]
    showing.delivery(content, account, "scheduled", scheduled_at=clock.now() + timedelta(days=1))
    for here in ("/resultats", f"/campagnes/{content.campaign_id}/resultats"):
        page = alice.client.get(here).text
        assert "Prochain envoi" in page and "Ses résultats s’afficheront ici." in page and "/a-venir" in page, here
        assert "Approuvez une première publication" not in page, here


def test_what_is_approved_without_an_account_asks_for_one(alice: Person) -> None:
    showing.several(alice.workspace, 1, state="approved")
    page = alice.client.get("/resultats").text
    assert "attend un compte" in page and 'href="/profil#linkedin">Connecter un compte' in page


def mine_campaign(delivery: Delivery) -> int:
    found = db.session.get(Content, delivery.content_id)
    assert found is not None and found.campaign_id is not None
    return found.campaign_id


def test_opening_rings_and_waits_for_nobody(alice: Person, account: Connection) -> None:
    out(alice, account, [1])
    alice.client.get("/resultats")
    assert background.queue("bulk").count == 1


def test_the_trend_is_drawn_and_said(alice: Person, account: Connection) -> None:
    (delivery,) = out(alice, account, [8])
    read(delivery, 5, 2), read(delivery, 0, 8)
    page = alice.client.get("/resultats").text
    assert "<polyline points=" in page
    assert f"8 le {result_words.day(clock.today())}.</title>" in page
    assert charts.chart([(clock.today(), 0)] * 28) is None


def test_the_file_holds_every_publication_and_runs_nothing(alice: Person, account: Connection) -> None:
    first, second = out(alice, account, [8, 3])
    put(first, text="=HYPERLINK(1)", figures_by="person")
    answer = alice.client.get("/resultats.csv")
    rows = list(csv.reader(io.StringIO(answer.text.lstrip("\ufeff")), delimiter=";"))
    assert rows[0] == list(result_words.HEADERS)
    assert [row[4] for row in rows[1:]] == ["3", "8"]
    assert rows[2][2] == "'=HYPERLINK(1)"
    assert rows[2][7] == "saisis à la main"
    assert second.id


def test_the_list_is_read_to_its_end_in_either_order(alice: Person, account: Connection) -> None:
    out(alice, account, [*range(1, 24)])
    first = alice.client.get("/resultats").text
    assert first.index("23\u00a0mentions J’aime") < first.index("22\u00a0mentions J’aime")
    assert "?depuis=10" in first and "Revenir au début" not in first
    last = alice.client.get("/resultats?depuis=20").text
    assert "1\u00a0mention J’aime" in last and "?depuis=30" not in last and "Revenir au début" in last
    newest = out(alice, account, [99])[0]
    put(newest, published_at=NOON - timedelta(days=300))
    best_first = alice.client.get("/resultats?tri=suivies").text
    assert best_first.index("99\u00a0mentions") < best_first.index("23\u00a0mentions J’aime")
    for wrong in ("depuis=-1", "depuis=²", "depuis=999999", "tri=x"):
        assert alice.client.get(f"/resultats?{wrong}").status_code == 200


def test_what_was_seen_is_told_where_the_network_tells_it(alice: Person, account: Connection) -> None:
    first, _second = out(alice, account, [5, 6])
    assert "Vues" not in alice.client.get("/resultats").text
    put(first, impressions=120)
    page = alice.client.get("/resultats").text
    assert "Vues" in page and "120\u00a0vues" in page
    rows = list(csv.DictReader(io.StringIO(alice.client.get("/resultats.csv").text.lstrip("\ufeff")), delimiter=";"))
    assert [(row["Réseau"], row["Vues"]) for row in rows] == [("LinkedIn", ""), ("LinkedIn", "120")]


def test_the_threshold_is_said_in_words(alice: Person, account: Connection) -> None:
    out(alice, account, [1])
    assert "à partir de 12 publications et de 30 interactions" in alice.client.get("/resultats").text


def test_a_publication_sent_on_two_accounts_says_what_both_brought(alice: Person, account: Connection) -> None:
    (first,) = out(alice, account, [5])
    other = showing.connection(alice.workspace, account_urn="urn:li:organization:1")
    content = db.session.get_one(Content, first.content_id)
    showing.delivery(content, other, "published", reactions=7, published_at=first.published_at, urn="urn:li:share:z")
    page = " ".join(alice.client.get(f"/contenus/{content.id}").text.replace("\u00a0", " ").split())
    assert "<strong>En tout :</strong> 12 mentions J’aime" in page
    assert results(Scope(alice.workspace.id)).total("reactions") == 12


def test_the_sheet_is_one_page_in_lato_whatever_the_number(alice: Person, account: Connection) -> None:
    deliveries = out(alice, account, list(range(40)))
    put(deliveries[-1], text="🎉 Les crêpes de l’été à l’Île d’Orléans " * 10)
    answer = alice.client.get("/resultats.pdf")
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF")
    assert answer.data.count(b"/Type /Page\n") == 1
    assert b"Lato" in answer.data


def test_the_demonstration_is_never_told_to_do_what_it_refuses(alice: Person, account: Connection) -> None:
    out(alice, account, [0])
    put(alice.workspace, is_demo=True)
    page = alice.client.get("/resultats").text
    assert "Ajoutez un lien" not in page and "Notez les chiffres" not in page and "/chiffres" not in page


def test_two_numbers_are_typed_where_linkedin_tells_nothing(alice: Person, bob: Person, account: Connection) -> None:
    (delivery,) = out(alice, account, [0])
    here = f"/envois/{delivery.id}/chiffres"
    assert here in alice.client.get("/resultats").text
    assert here in alice.client.get(f"/contenus/{delivery.content_id}").text
    assert "ne nous laisse pas lire" in alice.client.get(here).text
    refused = alice.client.post(here, data={"mentions": "douze", "commentaires": "-1"})
    assert refused.status_code == 422 and "deux nombres entiers" in refused.text and "douze" in refused.text
    assert alice.client.post(here, data={"mentions": "12", "commentaires": "3"}).status_code == 303
    kept = making.reread(delivery)
    assert (kept.reactions, kept.comments, kept.figures_by) == (12, 3, "person")
    assert "(notés par vous)" in alice.client.get("/resultats").text
    assert bob.client.post(here, data={"mentions": "1", "commentaires": "1"}).status_code == 403


def test_the_page_asks_as_many_questions_of_forty_as_of_two(alice: Person, account: Connection) -> None:
    out(alice, account, [1, 2])
    counts = []
    for more in (0, 38):
        out(alice, account, [1] * more)
        with statements() as seen:
            alice.client.get("/resultats")
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_a_publication_is_compared_once_whatever_its_accounts(alice: Person, account: Connection) -> None:
    rows = out(alice, account, [20] * 4 + [18] * 4, intention="advice")[:4] + out(
        alice, account, [22] * 4, intention="season"
    )
    other = showing.connection(alice.workspace, account_urn="urn:li:organization:1", account_name="Café Bleu")
    for row in rows[:4]:
        content = db.session.get_one(Content, row.content_id)
        values = {"reactions": 20, "published_at": row.published_at, "urn": f"urn:li:share:2{row.id}"}
        showing.delivery(content, other, "published", **values)
    found = results(Scope(alice.workspace.id))
    assert (len(found.lines), found.publications, found.missing) == (16, 12, (0, 0))
    assert (found.best_hour, found.best_intention) == (None, None)
    page = alice.client.get("/resultats").text
    assert "12\u00a0publications envoyées" in page and "LinkedIn, Café Bleu" in page
    told = list(csv.DictReader(io.StringIO(alice.client.get("/resultats.csv").text.lstrip("\ufeff")), delimiter=";"))
    assert {row["Compte"] for row in told} == {"Camille Tremblay", "Café Bleu"}
