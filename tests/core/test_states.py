"""A move is a claim: one winner, and no forged move."""

from __future__ import annotations

import pytest

from app.core import states
from app.core.db import db
from app.domains.campaigns import states as campaign_states
from app.domains.campaigns.models import Campaign
from app.domains.campaigns.states import MOVES, CampaignState
from app.domains.contents import states as content_states
from app.domains.leads import states as lead_states
from app.domains.notifications import states as mail_states
from app.domains.publishing import states as publishing_states
from tests.people import Person

TABLES = [
    campaign_states.MOVES, campaign_states.SEARCH_MOVES, content_states.MOVES, content_states.WRITING_MOVES,
    lead_states.MOVES, mail_states.MOVES, publishing_states.MOVES, publishing_states.CONNECTION_MOVES,
]  # fmt: skip


def _campaign(alice: Person) -> Campaign:
    campaign = Campaign(workspace_id=alice.workspace.id, name="Cafés")
    db.session.add(campaign)
    db.session.commit()
    return campaign


def test_the_first_claim_wins_and_the_second_learns_it(alice: Person) -> None:
    campaign = _campaign(alice)
    assert states.claim(campaign, CampaignState.SCRAPING, moves=MOVES)
    assert not states.claim(campaign, CampaignState.SCRAPING, moves=MOVES)
    assert campaign.state == CampaignState.SCRAPING


def test_a_move_outside_the_table_is_refused(alice: Person) -> None:
    campaign = _campaign(alice)
    with pytest.raises(states.ForgedMove):
        states.claim(campaign, CampaignState.COMPLETED, moves=MOVES, only_from=CampaignState.DRAFT)
    assert campaign.state == CampaignState.DRAFT


@pytest.mark.parametrize("moves", TABLES)
def test_every_state_has_its_line_and_leads_only_to_states(moves: dict[object, tuple[object, ...]]) -> None:
    kind = type(next(iter(moves)))
    assert set(moves) == set(kind)
    assert all(target in set(kind) for targets in moves.values() for target in targets)
