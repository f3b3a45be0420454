"""The jobs of campaigns: each takes an id and calls one service."""

from __future__ import annotations

from app.domains.campaigns import services
from app.domains.campaigns.services import announcing, searching


def search(search_id: int) -> None:
    """Try a search once."""
    searching.run(search_id)


def announce(campaign_id: int) -> None:
    """Say that a campaign's prospects are ready, if they are."""
    announcing.announce(campaign_id)


def begin_writing(campaign_id: int) -> None:
    """Order the first publications (leads.ready)."""
    services.begin_writing(campaign_id)


def settle(campaign_id: int) -> None:
    """Move a campaign to the state it should be in."""
    services.settle(campaign_id)


def note_content(content_id: int) -> None:
    """Settle the campaign of a publication that was written, decided or reopened."""
    services.settle_content(content_id)


def note_delivery(delivery_id: int) -> None:
    """Settle the campaign of a delivery that ended."""
    services.settle_delivery(delivery_id)
