"""A search goes on by itself: through busy servers, lost bells, dead workers and second thoughts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app.core import background, clock
from app.core.db import db
from app.core.errors import Conflict
from app.core.events import DomainEvent
from app.domains.campaigns import jobs, services, sweep
from app.domains.campaigns.models import Campaign, CampaignLead, CampaignSearch
from app.domains.campaigns.services import announcing
from app.domains.contents.models import Writing
from app.domains.leads.models import Lead, LeadRecord
from app.sandbox.behaviour import Behaviour
from app.sandbox.server import RunningSandbox
from tests.domains.campaigns.making import draft, launched, reread, search_of
from tests.people import Person

Drain = Callable[..., int]
ASK = "/api/interpreter"


def misbehave(sandbox: RunningSandbox, what: str, times: int = -1, retry_after: int | None = None) -> None:
    """Tell the sandbox's Overpass to go wrong."""
    sandbox.state.behaviours.add(Behaviour("overpass", what, times=times, path=ASK, retry_after=retry_after))


def after_the_visits(campaign: Campaign) -> None:
    """Let the time go by that writing leaves to the visits of sites."""
    with clock.frozen_at(clock.in_seconds(announcing.LONGEST_WAIT_SECONDS)):
        jobs.announce(campaign.id)


def test_a_search_finds_scores_and_announces_prospects_once(alice: Person, sandbox: RunningSandbox) -> None:
    campaign = launched(alice, city="Trois-Rivières", industry="dentist")
    jobs.search(search_of(campaign).id)
    found = db.session.scalar(select(func.count(CampaignLead.id)).where(CampaignLead.campaign_id == campaign.id))
    assert found >= 20
    for _ in range(2):
        after_the_visits(campaign)
    event = db.session.scalars(select(DomainEvent).where(DomainEvent.name == "leads.ready")).one()
    assert event.payload["campaign_id"] == campaign.id
    assert event.payload["lead_count"] == found
    scores = [lead["score"] for lead in event.payload["leads"]]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == min(found, 50)
    assert set(event.payload["leads"][0]) == {"id", "name", "score"}
    assert search_of(campaign).state == "done"
    assert search_of(campaign).found_count == found


def test_the_best_prospects_are_ordered_for_writing(alice: Person, sandbox: RunningSandbox) -> None:
    campaign = launched(alice)
    alice.workspace.posts_per_campaign = 3
    jobs.search(search_of(campaign).id)
    after_the_visits(campaign)
    for _ in range(2):
        jobs.begin_writing(campaign.id)
    ordered = list(
        db.session.scalars(select(Writing.lead_id).where(Writing.campaign_id == campaign.id).order_by(Writing.id))
    )
    best = select(CampaignLead.lead_id).where(CampaignLead.campaign_id == campaign.id)
    best = best.order_by(CampaignLead.score.desc(), CampaignLead.lead_id).limit(3)
    assert ordered == list(db.session.scalars(best))
    assert reread(campaign).state == "generating"


def test_a_second_search_adds_nothing_and_says_nothing_again(alice: Person, sandbox: RunningSandbox) -> None:
    campaign = launched(alice)
    jobs.search(search_of(campaign).id)
    after_the_visits(campaign)
    jobs.begin_writing(campaign.id)
    before = db.session.scalar(select(func.count(LeadRecord.id)))
    search = services.search_more(campaign)
    jobs.search(search.id)
    assert db.session.scalar(select(func.count(LeadRecord.id))) == before
    assert search_of(campaign).added_count == 0
    assert db.session.scalar(select(func.count(DomainEvent.id)).where(DomainEvent.name == "leads.ready")) == 1


def test_a_busy_server_is_waited_for_longer_each_time(alice: Person, sandbox: RunningSandbox) -> None:
    campaign = launched(alice)
    misbehave(sandbox, "504")
    waits, now = [], clock.now()
    for _ in range(5):
        with clock.frozen_at(now):
            jobs.search(search_of(campaign).id)
        search = search_of(campaign)
        assert (search.state, search.reason) == ("waiting", "unavailable")
        waits.append((search.next_try_at - now).total_seconds())
        now = search.next_try_at
    assert waits == [30, 60, 120, 300, 300]
    assert reread(campaign).state == "scraping"


def test_the_page_says_when_the_next_try_is_and_how_to_hasten_it(alice: Person, sandbox: RunningSandbox) -> None:
    campaign = launched(alice)
    misbehave(sandbox, "504", times=1)
    jobs.search(search_of(campaign).id)
    page = alice.client.get(f"/campagnes/{campaign.id}").text
    assert "OpenStreetMap ne répond pas. Nouvel essai" in page
    assert "Réessayer" in page
    assert alice.client.post(f"/campagnes/{campaign.id}/essais").status_code == 303
    jobs.search(search_of(campaign).id)
    assert search_of(campaign).state == "done"


def test_a_server_that_asks_for_rest_is_left_alone_exactly_so_long(alice: Person, sandbox: RunningSandbox) -> None:
    campaign = launched(alice)
    misbehave(sandbox, "429", times=1, retry_after=77)
    now = clock.now()
    with clock.frozen_at(now):
        jobs.search(search_of(campaign).id)
        assert search_of(campaign).next_try_at == now + timedelta(seconds=77)
        with pytest.raises(Conflict) as refusal:
            services.retry(reread(campaign))
        assert refusal.value.code == "too_soon"
        jobs.search(search_of(campaign).id)
        assert search_of(campaign).state == "waiting"
    assert "Réessayer" not in alice.client.get(f"/campagnes/{campaign.id}").text


def test_a_search_that_never_succeeds_fails_after_nine_tries_and_may_be_tried_again(
    alice: Person, sandbox: RunningSandbox
) -> None:
    campaign = launched(alice)
    misbehave(sandbox, "504")
    now = clock.now()
    for _ in range(9):
        with clock.frozen_at(now):
            jobs.search(search_of(campaign).id)
        now = max(search_of(campaign).next_try_at, now)
    assert (reread(campaign).state, campaign.reason) == ("failed", "unavailable")
    page = alice.client.get(f"/campagnes/{campaign.id}").text
    assert "Vos réponses sont gardées" in page
    sandbox.state.behaviours.clear()
    alice.client.post(f"/campagnes/{campaign.id}/essais")
    assert reread(campaign).state == "scraping"
    jobs.search(search_of(campaign).id)
    assert search_of(campaign).state == "done"


def test_a_refusal_for_good_is_not_repeated(alice: Person, sandbox: RunningSandbox) -> None:
    campaign = launched(alice)
    misbehave(sandbox, "403", times=1)
    jobs.search(search_of(campaign).id)
    assert (reread(campaign).state, campaign.reason) == ("failed", "refused")


def test_a_place_with_no_such_business_offers_a_way_out(alice: Person, sandbox: RunningSandbox) -> None:
    campaign = draft(alice)
    services.choose_trade(campaign, "other", "vendeur de zeppelins")
    services.launch(campaign)
    jobs.search(search_of(campaign).id)
    jobs.settle(campaign.id)
    assert (reread(campaign).state, campaign.reason) == ("failed", "nothing_found")
    page = alice.client.get(f"/campagnes/{campaign.id}").text
    assert "Aucun commerce trouvé" in page
    assert "ville voisine" in page


def test_two_workers_on_one_search_do_it_once(alice: Person, sandbox: RunningSandbox) -> None:
    campaign = launched(alice)
    search = search_of(campaign)
    search.state, search.lease_until = "running", clock.in_seconds(100)
    db.session.commit()
    jobs.search(search.id)
    assert search_of(campaign).state == "running"
    assert db.session.scalar(select(func.count(Lead.id))) == 0


def test_a_search_whose_worker_died_is_taken_up_again(alice: Person, sandbox: RunningSandbox) -> None:
    campaign = launched(alice)
    search = search_of(campaign)
    search.state, search.lease_until = "running", clock.in_seconds(-1)
    db.session.commit()
    assert sweep.ring_due_searches() == 1
    jobs.search(search.id)
    assert search_of(campaign).state == "done"


def test_a_lost_bell_is_rung_again_by_the_sweep(alice: Person, sandbox: RunningSandbox, run_jobs: Drain) -> None:
    campaign = launched(alice)
    background.connection().flushdb()
    with clock.frozen_at(clock.in_seconds(20)):
        assert sweep.ring_due_searches() == 1
        background.connection().flushdb()
        jobs.search(search_of(campaign).id)
        background.connection().flushdb()
        assert (sweep.ring_due_announcements(), sweep.ring_stalled_campaigns()) == (0, 0), "its sites are visited first"
    with clock.frozen_at(clock.in_seconds(60)):
        assert sweep.ring_due_announcements() == 1
        jobs.announce(campaign.id)
        background.connection().flushdb()
        assert sweep.ring_stalled_campaigns() == 1
        jobs.settle(campaign.id)
    assert reread(campaign).state == "generating"


def test_a_campaign_deleted_during_its_search_stays_deleted(alice: Person, sandbox: RunningSandbox) -> None:
    campaign = launched(alice)
    search_id = search_of(campaign).id
    services.delete(campaign)
    jobs.search(search_id)
    assert db.session.scalar(select(func.count(Lead.id))) == 0


def test_nothing_acts_on_the_demonstration(alice: Person, sandbox: RunningSandbox) -> None:
    campaign = launched(alice)
    alice.workspace.is_demo = True
    db.session.commit()
    with clock.frozen_at(clock.in_seconds(600)):
        assert sweep.ring_due_searches() == sweep.ring_stalled_campaigns() == 0
        jobs.search(search_of(campaign).id)
    assert search_of(campaign).state == "due"
    for verb in (services.search_more, services.pause, services.retry, services.write_posts, services.delete):
        with pytest.raises(Conflict) as refusal:
            verb(campaign)
        assert refusal.value.code == "demo"


def test_asking_for_more_twice_searches_once(alice: Person, sandbox: RunningSandbox) -> None:
    campaign = launched(alice)
    assert services.search_more(campaign).id == services.search_more(campaign).id
    assert db.session.scalar(select(func.count(CampaignSearch.id))) == 1
