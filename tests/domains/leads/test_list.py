"""The list of prospects: its orders, its filters, its pages."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlalchemy.dialects import sqlite

from app.core import clock
from app.core.db import db
from app.domains.campaigns.models import Campaign, CampaignLead
from app.domains.leads import listing
from app.domains.leads.filters import Filters, Sort
from app.domains.leads.models import CachedPlace
from tests.domains.leads.listed import following, lead, many, names
from tests.people import Person, make_person
from tests.statements import statements


def test_without_prospects_it_says_what_to_do(alice: Person) -> None:
    page = alice.client.get("/prospects").text
    assert "Aucun prospect pour l’instant" in page
    assert "Nouvelle campagne" in page
    assert "leads-filters" not in page


def test_the_day_of_a_prospect_is_that_of_quebec(alice: Person) -> None:
    lead(alice, "Auberge", created_at=datetime(2026, 11, 22, 2, tzinfo=UTC))
    assert ">21 novembre 2026</time>" in alice.client.get("/prospects").text


def test_the_best_come_first_then_by_name_or_newest_as_asked(alice: Person) -> None:
    now = clock.now()
    lead(alice, "Épicerie Zoé", score=90, created_at=now - timedelta(days=2))
    lead(alice, "Auberge", score=10, created_at=now - timedelta(days=1))
    lead(alice, "École du pain", score=50, created_at=now)
    assert names(alice) == ["Épicerie Zoé", "École du pain", "Auberge"]
    assert names(alice, "?tri=nom") == ["Auberge", "École du pain", "Épicerie Zoé"]
    assert names(alice, "?tri=recent") == ["École du pain", "Auberge", "Épicerie Zoé"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?courriel=oui", ["Complet"]),
        ("?courriel=non", ["Chaîne", "Muet"]),
        ("?telephone=oui", ["Complet", "Chaîne"]),
        ("?telephone=non", ["Muet"]),
        ("?contactable=oui", ["Complet"]),
        ("?contactable=non", ["Chaîne", "Muet"]),
        ("?score=50", ["Complet", "Chaîne"]),
        ("?source=import", ["Muet"]),
        ("?source=openstreetmap", ["Complet", "Chaîne"]),
        ("?chaine=oui", ["Chaîne"]),
        ("?chaine=non", ["Complet", "Muet"]),
        ("?ville=quebec", ["Chaîne"]),
        ("?ville=Ailleurs", []),
        ("?courriel=oui&telephone=oui&score=80", ["Complet"]),
        ("?courriel=peut-etre&score=abc&source=<x>&tri=%00&chaine=2", ["Complet", "Chaîne", "Muet"]),
    ],
)
def test_each_filter_keeps_its_own(alice: Person, query: str, found: list[str]) -> None:
    lead(alice, "Complet", score=90, email="info@complet.ca", phone="+14185550100", contactable=True)
    lead(alice, "Chaîne", score=50, phone="+15145550199", city="Québec", is_chain=True, chain_key="chaine")
    lead(alice, "Muet", score=20, sources=("import",))
    assert names(alice, query) == found


@pytest.mark.parametrize(
    "words",
    ["cremerie", "CRÈMERIE l'ilot", "  îlot ", "levis", "Lévi", "418 555-0100", "(418) 555", "5550100",
     "INFO@ilot.ca", "info@ilot"],
)  # fmt: skip
def test_free_text_forgives_accents_case_and_punctuation(alice: Person, words: str) -> None:
    lead(alice, "Crèmerie l’Îlot", phone="+14185550100", email="info@ilot.ca")
    lead(alice, "Bistro du Nord", city="Gatineau", phone="+18195550111", email="allo@nord.ca")
    assert names(alice, f"?q={words}") == ["Crèmerie l’Îlot"]


@pytest.mark.parametrize("words", ["100%", "%", "_", "'; DROP TABLE leads; --", "\\", "\x00", "é" * 300])
def test_free_text_is_only_text(alice: Person, words: str) -> None:
    lead(alice, "Crèmerie l’Îlot", email="info@ilot.ca")
    assert alice.client.get("/prospects", query_string={"q": words}).status_code == 200
    if words in ("%", "_", "\\"):
        assert names(alice, f"?q=a{words}b".replace("%", "%25").replace("\\", "%5C")) == []


def test_a_campaign_keeps_its_own_and_nothing_of_another_workspace(alice: Person, charlie: Person) -> None:
    kept, _other = lead(alice, "Sien"), lead(alice, "Autre")
    campaign = Campaign(
        workspace_id=alice.workspace.id, name="Cafés de Lévis", industry="restaurant", state="publishing"
    )
    db.session.add(campaign)
    db.session.flush()
    db.session.add(CampaignLead(campaign_id=campaign.id, lead_id=kept.id))
    db.session.commit()
    assert names(alice, f"?campagne={campaign.id}") == ["Sien"]
    assert "Cafés de Lévis" in alice.client.get("/prospects").text
    assert names(charlie, f"?campagne={campaign.id}") == []
    assert "Cafés de Lévis" not in charlie.client.get("/prospects").text


def test_a_chain_takes_one_line_when_grouped_and_says_how_many(alice: Person) -> None:
    for town in ("Lévis", "Québec", "Laval"):
        lead(
            alice, f"Chez Tim {town}", city=town, is_chain=True, chain_key="cheztim", email="a@b.ca" * (town == "Laval")
        )
    lead(alice, "Indépendant", score=5, email="x@y.ca")
    assert names(alice, "?chaine=groupe") == ["Indépendant", "Chez Tim Lévis"]
    page = alice.client.get("/prospects?chaine=groupe").text.replace("\u00a0", " ")
    assert "3 établissements" in page
    assert len(names(alice, "?enseigne=cheztim")) == 3
    # The first that the other filters leave stands for its chain.
    assert names(alice, "?chaine=groupe&courriel=oui") == ["Indépendant", "Chez Tim Laval"]


def test_merged_prospects_never_show(alice: Person) -> None:
    kept = lead(alice, "Gardé")
    lead(alice, "Absorbé", merged_into_id=kept.id, is_chain=True, chain_key="x")
    for query in ("", "?tri=nom", "?tri=recent", "?q=absorbe", "?chaine=groupe"):
        assert "Absorbé" not in names(alice, query)
    assert "Absorbé" not in alice.client.get("/prospects/export.csv").text


def test_a_filter_that_leaves_nothing_offers_to_clear(alice: Person) -> None:
    lead(alice, "Muet")
    page = alice.client.get("/prospects?courriel=oui").text
    assert "Aucun prospect ne correspond" in page
    assert "Effacer les filtres" in page
    assert "Il n’y a plus de prospects" in alice.client.get("/prospects?after=0-0").text


@pytest.mark.parametrize("sort", list(Sort))
def test_every_page_shows_each_prospect_once_whatever_the_ties(alice: Person, sort: Sort) -> None:
    many(alice, 130)
    for number in range(5):
        lead(alice, "", sources=("google_places",), score=number)
    seen, address = [], f"/prospects?tri={sort}"
    while address:
        html = alice.client.get(address).text
        rows = re.findall(r'id="(lead-\d+-row)"', html)
        assert len(rows) <= 50
        seen += rows
        address = following(html)
    assert len(seen) == len(set(seen)) == 135
    if sort == Sort.NAME:
        assert "Prospect trouvé sur Google" in html


def test_pages_stay_in_place_when_prospects_come_and_go(alice: Person) -> None:
    many(alice, 120)
    first = alice.client.get("/prospects?tri=nom").text
    shown = set(re.findall(r'id="(lead-\d+-row)"', first))
    lead(alice, "AAA nouveau")
    second = alice.client.get(following(first)).text
    assert not shown & set(re.findall(r'id="(lead-\d+-row)"', second))


@pytest.mark.parametrize(
    "after",
    ["x", "-", "9" * 40 + "-1", "5-" + "9" * 30, "2026-11-21-4", "2026-13-41T00-4", "\x00-1",
     "0001-01-01T00:00:00+14:00-5", "9999-12-31T23:59:59-14:00-5"],
)  # fmt: skip
@pytest.mark.parametrize("sort", list(Sort))
def test_a_mark_that_was_made_up_breaks_nothing(alice: Person, after: str, sort: Sort) -> None:
    lead(alice, "Seul")
    assert alice.client.get("/prospects", query_string={"after": after, "tri": sort}).status_code == 200


def test_the_count_stops_at_a_thousand(alice: Person) -> None:
    many(alice, 999)
    page = alice.client.get("/prospects").text.replace("\u00a0", " ")
    assert "999 prospects" in page
    many(alice, 2)
    page = alice.client.get("/prospects").text.replace("\u00a0", " ")
    assert "Plus de 1 000 prospects" in page


def test_ten_and_five_thousand_prospects_take_the_same_queries(alice: Person, charlie: Person) -> None:
    many(alice, 10)
    many(charlie, 5_000)
    for sort in Sort:
        taken = []
        for person in (alice, charlie):
            with statements() as seen:
                assert person.client.get(f"/prospects?tri={sort}").status_code == 200
            taken.append(len(seen))
        assert taken[0] == taken[1] <= 10


@pytest.mark.parametrize(
    ("sort", "index"),
    [(Sort.BEST, "ix_leads_best"), (Sort.NAME, "ix_leads_by_name"), (Sort.NEWEST, "ix_leads_newest")],
)
@pytest.mark.parametrize("after", ["", "next"])
def test_each_order_walks_its_index_and_sorts_nothing(alice: Person, sort: Sort, index: str, after: str) -> None:
    if db.engine.dialect.name != "sqlite":
        pytest.skip("SQLite's own words")
    many(alice, 100)
    rows = listing.marks(alice.workspace.id, Filters(sort=sort), limit=10)
    mark = listing.mark(rows[-1]) if after else ""
    statement = listing.statement(alice.workspace.id, Filters(sort=sort), after=mark, limit=51)
    compiled = statement.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    plan = [row[3] for row in db.session.execute(text(f"EXPLAIN QUERY PLAN {compiled}".replace(":", "\\:")))]
    walks = [step for step in plan if "leads" in step]
    assert walks
    assert all(index in step for step in walks), plan
    # The two walks by name are put together by a sort of one page; the walks themselves sort nothing.
    assert sum("TEMP B-TREE" in step for step in plan) == (1 if sort == Sort.NAME else 0), plan


def test_a_name_one_may_show_today_is_shown_and_marked(alice: Person) -> None:
    row = lead(alice, "", sources=("google_places",))
    stale = lead(alice, "", sources=("google_places",))
    for one, hours in ((row, 1), (stale, -1)):
        place = {"source": "google_places", "source_id": f"google_places/{one.id}", "facts": {"name": "Chez Ginette"}}
        db.session.add(CachedPlace(**place, expires_at=clock.in_seconds(hours * 3600)))
    db.session.commit()
    assert names(alice) == ["Prospect trouvé sur Google", "Chez Ginette"]
    assert "viennent de Google Maps" in alice.client.get("/prospects").text


def test_a_change_of_filters_gets_the_list_alone_and_a_clean_address(alice: Person) -> None:
    lead(alice, "Seul", email="a@b.ca")
    answer = alice.client.get("/prospects?q=&ville=&courriel=oui&score=&tri=nom", headers=alice.hx)
    assert answer.headers["HX-Push-Url"] == "/prospects?courriel=oui&tri=nom"
    assert answer.text.lstrip().startswith('<section class="stack" id="leads-list"')
    assert "<html" not in answer.text


def test_only_those_who_may_read_prospects_do(
    alice: Person, bob: Person, charlie: Person, client: FlaskClient, app: Flask
) -> None:
    lead(alice, "Secret")
    editor = make_person(app, "dora", workspace=alice.workspace, role="editor")
    assert names(editor) == ["Secret"]
    assert bob.client.get("/prospects").status_code == 403
    assert names(charlie) == []
    for path in ("/prospects", "/prospects/export.csv", "/prospects/export.xlsx"):
        assert client.get(path).status_code in (302, 303)


def test_the_home_page_and_plus_lead_to_the_list(alice: Person) -> None:
    assert 'href="/prospects"' in alice.client.get("/plus").text
    assert re.search(r'<dt><a href="/prospects">Prospects trouvés', alice.client.get("/tableau-de-bord").text)
