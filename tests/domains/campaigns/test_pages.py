"""Pages say where a campaign is, and cost the same whatever it holds."""

from __future__ import annotations

import re

import pytest

from app.core import clock
from app.core.db import db
from app.domains.campaigns import queries, services
from app.domains.campaigns.models import Campaign
from app.domains.leads.models import Lead
from app.domains.publishing.models import FiguresDay
from tests.domains.campaigns.making import content, draft, launched, lead_ids, reread, with_leads
from tests.domains.campaigns.test_life import deliver
from tests.people import Person
from tests.statements import statements

MOST_QUERIES = 8


def test_the_first_visit_shows_one_sentence_and_one_action(alice: Person) -> None:
    page = alice.client.get("/campagnes").text
    assert "Aucune campagne pour l’instant" in page
    assert "Nouvelle campagne" in page


def test_lists_show_fifty_rows_and_then_the_rest(alice: Person) -> None:
    db.session.add_all(Campaign(workspace_id=alice.workspace.id, name=f"Campagne {n:03}") for n in range(60))
    page = alice.client.get("/campagnes").text
    assert page.count('id="campaign-') == 50
    following = re.search(r'href="(/campagnes\?after=\d+)"', page)
    assert following
    assert alice.client.get(following[1]).text.count('id="campaign-') == 10
    assert alice.client.get("/campagnes?after=0").status_code == 200


def test_prospects_come_best_first_fifty_a_page_each_once(alice: Person) -> None:
    campaign = with_leads(alice, count=120)
    seen: list[int] = []
    after = ""
    for _ in range(3):
        page = queries.campaign_leads(campaign.id, after=after)
        seen += [lead.id for lead in page.items]
        after = page.next
    assert after == ""
    assert len(seen) == len(set(seen)) == 120
    scores = [db.session.get_one(Lead, lead_id).score for lead_id in seen]
    assert scores == sorted(scores, reverse=True)
    for number in ("9" * 20, "9" * 400, "2147483648"):
        assert alice.client.get(f"/campagnes?after={number}").status_code == 200


def test_a_campaign_shows_its_ten_best_prospects_and_the_way_to_all_of_them(alice: Person) -> None:
    campaign = with_leads(alice, count=12)
    page = alice.client.get(f"/campagnes/{campaign.id}").text
    best = [lead.id for lead in queries.campaign_leads(campaign.id, limit=10).items]
    assert [int(number) for number in re.findall(r'href="/prospects/(\d+)"', page)] == best
    assert "Voir tous les prospects (12)" in page
    [address] = re.findall(r'href="(/prospects\?campagne=\d+)"', page)
    assert "12" in alice.client.get(address).text


def test_a_campaign_whose_prospects_all_show_leads_nowhere_else(alice: Person) -> None:
    page = alice.client.get(f"/campagnes/{with_leads(alice, count=3).id}").text
    assert "Voir tous les prospects" not in page


@pytest.mark.parametrize("size", [3, 120])
def test_pages_ask_the_same_few_questions_whatever_their_rows_and_write_nothing(alice: Person, size: int) -> None:
    campaign = with_leads(alice, count=size)
    ids = lead_ids(campaign)
    for lead_id in ids[:20]:
        content(campaign, lead_id)
    for address in ("/campagnes", f"/campagnes/{campaign.id}", f"/prospects/{ids[0]}"):
        alice.client.get(address)
        with statements() as seen:
            assert alice.client.get(address).status_code == 200
        assert len(seen) <= MOST_QUERIES, seen
        assert not [statement for statement in seen if not statement.lstrip().startswith(("SELECT", "WITH"))]


def test_the_page_tells_what_is_known_with_its_credit(alice: Person) -> None:
    campaign = with_leads(alice, count=4)
    page = alice.client.get(f"/campagnes/{campaign.id}").text
    assert "4\u00a0prospects trouvés" in page
    assert "courriel, téléphone" in page
    assert "© les contributeurs d’OpenStreetMap" in page
    assert "https://www.openstreetmap.org/copyright" in page


def test_a_poll_carries_news_only_and_stops_when_nothing_moves(alice: Person) -> None:
    campaign = launched(alice)
    page = alice.client.get(f"/campagnes/{campaign.id}").text
    poll = re.search(r'hx-get="([^"]+)" hx-trigger="every 2s"', page)
    assert poll
    address = poll[1].replace("&amp;", "&")
    assert alice.client.get(address, headers=alice.hx).status_code == 204
    services.pause(reread(campaign))
    news = alice.client.get(address, headers=alice.hx)
    assert news.status_code == 200
    assert "En pause" in news.text
    assert "hx-trigger" not in news.text
    assert "<html" not in news.text


def test_a_gesture_answers_with_pieces_or_with_the_page(alice: Person) -> None:
    campaign = launched(alice)
    piece = alice.client.post(f"/campagnes/{campaign.id}/pause", headers=alice.hx)
    assert (piece.status_code, "En pause" in piece.text) == (200, True)
    page = alice.client.post(f"/campagnes/{campaign.id}/pause?_method=DELETE")
    assert (page.status_code, page.location) == (303, f"/campagnes/{campaign.id}")
    assert reread(campaign).state == "scraping"


def test_a_refused_gesture_is_a_toast_and_changes_nothing(alice: Person) -> None:
    campaign = with_leads(alice, state="completed")
    answer = alice.client.post(f"/campagnes/{campaign.id}/pause", headers=alice.hx)
    assert answer.status_code == 409
    assert "rien en cours" in answer.text


def test_a_prospect_s_page_tells_its_facts_their_source_and_its_score(alice: Person) -> None:
    campaign = with_leads(alice, count=2)
    page = alice.client.get(f"/prospects/{lead_ids(campaign)[0]}").text
    assert "tel:+1418822" in page
    assert "OpenStreetMap, vu le 21 novembre 2026<" in page
    assert page.count("ODbL") == 1
    assert '/copyright" rel="noopener">Données OpenStreetMap, licence ODbL 1.0</a>' in page
    assert "Ville de la recherche" in page
    assert "Total\u00a0: 77 sur 100" in page


def test_charlie_finds_nothing_of_alice_s(alice: Person, charlie: Person) -> None:
    campaign = with_leads(alice, count=1)
    address = f"/campagnes/{campaign.id}"
    for path in ("", "/suppression", "/nom", "/metier", "/lieu", "/verification"):
        assert charlie.client.get(address + path).status_code == 404
    for path in ("/recherches", "/essais", "/publications", "/pause", "/verification", "/nom"):
        assert charlie.client.post(address + path).status_code == 404
    assert charlie.client.delete(address).status_code == 404
    assert charlie.client.delete(f"{address}/pause").status_code == 404
    assert charlie.client.get(f"/prospects/{lead_ids(campaign)[0]}").status_code == 404
    assert charlie.client.post(f"/prospects/{lead_ids(campaign)[0]}/publications").status_code == 404
    assert "Cafés de Lévis" not in charlie.client.get("/campagnes").text


def test_bob_reads_but_changes_nothing(alice: Person, bob: Person) -> None:
    campaign = with_leads(alice)
    assert "Supprimer la campagne" not in bob.client.get(f"/campagnes/{campaign.id}").text
    assert bob.client.post(f"/campagnes/{campaign.id}/pause").status_code == 403
    assert bob.client.delete(f"/campagnes/{campaign.id}").status_code == 403


def test_deleting_asks_first_and_says_what_goes(alice: Person) -> None:
    campaign = with_leads(alice, count=5)
    content(campaign, lead_ids(campaign)[0])
    page = alice.client.get(f"/campagnes/{campaign.id}/suppression").text
    assert "5\u00a0prospects et 1\u00a0publication" in page
    assert "restent en ligne" in page
    assert alice.client.post(f"/campagnes/{campaign.id}?_method=DELETE").location == "/campagnes"


def test_figures_add_up_what_was_sent_and_what_seven_days_brought(alice: Person) -> None:
    campaign, other = with_leads(alice, count=3), draft(alice, "Autre")
    first, second, _ = lead_ids(campaign)
    for lead_id, counters, before in ((first, (10, 2, 1), 9), (second, (4, 0, 0), 0)):
        delivery = deliver(content(campaign, lead_id, "published"), "published")
        delivery.reactions, delivery.comments, delivery.shares = counters
        days = [(clock.in_seconds(-10 * 86400), before), (clock.now(), sum(counters))]
        db.session.add_all(
            FiguresDay(workspace_id=alice.workspace.id, delivery_id=delivery.id, engagement=engagement,
                       day=moment.astimezone(clock.QUEBEC).date().isoformat())
            for moment, engagement in days if engagement
        )  # fmt: skip
    db.session.commit()
    found = queries.metrics([campaign.id, other.id])
    mine = found[campaign.id]
    assert (mine.leads, mine.contents, mine.published) == (3, 2, 2)
    assert (mine.engagement_total, mine.engagement_change_7d) == (17, 8)
    assert found[other.id] == queries.Metrics()
    assert queries.metrics([]) == {}


def test_what_was_said_at_the_launch_goes_once_publications_wait(alice: Person) -> None:
    campaign = with_leads(alice, count=1)
    gone = 'id="messages" hx-swap-oob="delete"'
    url, asks = f"/campagnes/{campaign.id}?vu=avant", {"HX-Request": "true"}
    assert gone not in alice.client.get(url, headers=asks).text
    content(campaign, lead_ids(campaign)[0])
    assert gone in alice.client.get(url, headers=asks).text
