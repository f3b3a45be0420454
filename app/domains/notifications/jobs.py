"""Jobs of the outbox."""

from __future__ import annotations

from app.domains.notifications import outbox, services


def announce_leads(campaign_id: int) -> None:
    """Tell the owners that a campaign's prospects are ready."""
    services.announce_leads(campaign_id)


def send_mail(mail_id: int) -> None:
    """Hand one mail to the server."""
    outbox.send(mail_id)
