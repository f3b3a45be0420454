"""A campaign's state follows what it holds, however notes arrive."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.core.errors import Conflict
from app.core.states import ForgedMove, claim
from app.domains.campaigns import jobs, services, sweep
from app.domains.campaigns.models import Campaign, CampaignLead
from app.domains.campaigns.states import MOVES, CampaignState
from app.domains.contents.models import Content, Writing
from app.domains.leads.models import Lead
from app.domains.publishing.models import Connection, Delivery
from tests.domains.campaigns.making import content, draft, lead_ids, reread, search_of, with_leads
from tests.people import Person


def deliver(row: Content, state: str) -> Delivery:
    """Add a delivery of a publication."""
    connection = db.session.scalar(select(Connection)) or Connection(
        workspace_id=row.workspace_id, network="linkedin", account_urn="urn:li:person:1", account_name="Alice",
        sealed_access_token="sealed", scopes=[], expires_at=clock.in_seconds(3600))  # fmt: skip
    db.session.add(connection)
    db.session.flush()
    delivery = Delivery(workspace_id=row.workspace_id, content_id=row.id, connection_id=connection.id, state=state,
                        text=row.text, hashtags=[], scheduled_at=clock.now(), undo_until=clock.now())  # fmt: skip
    db.session.add(delivery)
    db.session.commit()
    return delivery


def settled(campaign: Campaign) -> str:
    """Settle twice, and return the state."""
    jobs.settle(campaign.id)
    jobs.settle(campaign.id)
    return reread(campaign).state


def test_the_first_pending_publication_makes_it_publishing(alice: Person) -> None:
    campaign = with_leads(alice, state="generating")
    row = content(campaign, lead_ids(campaign)[0])
    jobs.note_content(row.id)
    assert reread(campaign).state == "publishing"


@pytest.mark.parametrize(
    ("state", "delivery", "expected"),
    [
        ("pending", None, "publishing"),
        ("draft", None, "publishing"),
        ("rejected", None, "completed"),
        ("approved", None, "publishing"),
        ("approved", "scheduled", "publishing"),
        ("approved", "unconfirmed", "publishing"),
        ("approved", "blocked", "publishing"),
        ("approved", "refused", "completed"),
        ("published", "published", "completed"),
    ],
)
def test_it_is_completed_when_every_publication_is_rejected_or_gone(
    alice: Person, state: str, delivery: str | None, expected: str
) -> None:
    campaign = with_leads(alice)
    row = content(campaign, lead_ids(campaign)[0], state)
    if delivery:
        jobs.note_delivery(deliver(row, delivery).id)
    assert settled(campaign) == expected


def test_a_rejection_nobody_announced_is_seen_by_the_sweep(alice: Person) -> None:
    campaign = with_leads(alice)
    content(campaign, lead_ids(campaign)[0], "rejected")
    assert sweep.ring_stalled_campaigns() == 1
    assert settled(campaign) == "completed"
    assert sweep.ring_stalled_campaigns() == 0


def test_a_new_publication_opens_a_completed_campaign_again(alice: Person) -> None:
    campaign = with_leads(alice, state="completed", completed_at=clock.now())
    jobs.note_content(content(campaign, lead_ids(campaign)[0]).id)
    assert reread(campaign).state == "publishing"
    assert campaign.completed_at is None


def test_when_nothing_could_be_written_it_says_so_and_may_be_tried_again(alice: Person) -> None:
    campaign = with_leads(alice, state="generating")
    lead_id = lead_ids(campaign)[0]
    db.session.add(Writing(workspace_id=alice.workspace.id, campaign_id=campaign.id, lead_id=lead_id, state="failed"))
    db.session.commit()
    assert settled(campaign) == "failed"
    assert "La rédaction n’a pas abouti" in alice.client.get(f"/campagnes/{campaign.id}").text
    alice.client.post(f"/campagnes/{campaign.id}/essais")
    assert reread(campaign).state == "generating"
    assert db.session.scalar(select(func.count(Writing.id)).where(Writing.state == "due")) > 0


def test_a_lost_order_is_given_again(alice: Person) -> None:
    campaign = with_leads(alice, count=3, state="generating")
    assert settled(campaign) == "generating"
    assert db.session.scalar(select(func.count(Writing.id))) == 3


def test_writing_more_takes_the_next_best(alice: Person) -> None:
    campaign = with_leads(alice, count=6)
    alice.workspace.posts_per_campaign = 2
    db.session.commit()
    best = lead_ids(campaign)
    content(campaign, best[0])
    content(campaign, best[1], "rejected")
    assert services.write_posts(campaign) == 2
    assert list(db.session.scalars(select(Writing.lead_id).order_by(Writing.id))) == best[2:4]
    assert services.write_posts(campaign) == 2
    with pytest.raises(Conflict) as refusal:
        services.write_posts(campaign)
    assert refusal.value.code == "nothing_left"


def test_a_pause_stops_the_work_and_resuming_takes_it_up(alice: Person) -> None:
    campaign = with_leads(alice, count=3, state="generating")
    jobs.settle(campaign.id)
    for _ in range(2):
        services.pause(campaign)
    assert reread(campaign).state == "paused"
    assert all(row.next_try_at > datetime(9000, 1, 1, tzinfo=UTC) for row in db.session.scalars(select(Writing)))
    assert sweep.ring_stalled_campaigns() == 0
    jobs.settle(campaign.id)
    jobs.begin_writing(campaign.id)
    assert reread(campaign).state == "paused"
    for _ in range(2):
        services.resume(campaign)
    assert reread(campaign).state == "generating"
    assert all(row.next_try_at <= clock.now() for row in db.session.scalars(select(Writing)))


def test_a_paused_search_waits_for_the_resumption(alice: Person) -> None:
    campaign = draft(alice)
    services.launch(campaign)
    services.pause(campaign)
    jobs.search(search_of(campaign).id)
    with clock.frozen_at(clock.in_seconds(600)):
        assert sweep.ring_due_searches() == 0
    assert search_of(campaign).state == "due"
    services.resume(campaign)
    assert reread(campaign).state == "scraping"


def test_what_is_finished_cannot_be_paused(alice: Person) -> None:
    with pytest.raises(Conflict):
        services.pause(with_leads(alice, state="completed"))


def test_a_forged_move_is_refused(alice: Person) -> None:
    campaign = draft(alice)
    with pytest.raises(ForgedMove):
        claim(campaign, CampaignState.COMPLETED, moves=MOVES, only_from=CampaignState.DRAFT)
    assert reread(campaign).state == "draft"


def test_deleting_takes_what_only_it_held(alice: Person) -> None:
    first = with_leads(alice, count=3)
    second = draft(alice, "Autre")
    shared, *only_first = lead_ids(first)
    db.session.add(CampaignLead(campaign_id=second.id, lead_id=shared, score=50))
    content(first, shared)
    content(first, only_first[0])
    page = alice.client.delete(f"/campagnes/{first.id}")
    assert (page.status_code, page.location) == (303, "/campagnes")
    assert list(db.session.scalars(select(Lead.id))) == [shared]
    assert db.session.scalar(select(func.count(Content.id))) == 0
    assert list(db.session.scalars(select(Campaign.id))) == [second.id]


def test_a_campaign_is_not_deleted_while_a_publication_is_on_its_way(alice: Person) -> None:
    campaign = with_leads(alice)
    deliver(content(campaign, lead_ids(campaign)[0], "approved"), "sending")
    assert alice.client.delete(f"/campagnes/{campaign.id}").status_code == 409
    assert reread(campaign).state == "publishing"


def test_one_publication_is_ordered_for_one_prospect(alice: Person) -> None:
    campaign = with_leads(alice)
    lead = db.session.get_one(Lead, lead_ids(campaign)[-1])
    assert [row.lead_id for row in services.write_for_lead(lead)] == [lead.id]
    with pytest.raises(Conflict) as refusal:
        services.write_for_lead(lead)
    assert refusal.value.code == "has_content"
