"""Jobs of the outbox and of what people are told."""

from __future__ import annotations

from app.core import retention
from app.domains.notifications import (
    account_links,
    account_news,
    asking,
    inviting,
    outbox,
    publications,
    pushing,
    reconnecting,
    refusals,
    rounds,
    services,
    stopped_hooks,
    troubles,
    weekly,
)


def announce_leads(campaign_id: int) -> None:
    """Tell the owners that a campaign's prospects are ready."""
    services.announce_leads(campaign_id)


def send_invitation(invitation_id: int) -> None:
    """Mail an invitation (member.invited)."""
    inviting.send_invitation(invitation_id)


def send_offer(offer_id: int) -> None:
    """Mail an offer of ownership (ownership.offered)."""
    inviting.send_offer(offer_id)


def tell_ending(connection_id: int) -> None:
    """Tell the owners that an access ends, or has ended."""
    reconnecting.tell(connection_id)


def tell_trouble(delivery_id: int) -> None:
    """Tell the owners that a delivery needs them."""
    troubles.tell(delivery_id)


def tell_operator(delivery_id: int) -> None:
    """Tell the operator that deliveries need her."""
    troubles.tell_operator(delivery_id)


def note_ready(content_id: int) -> None:
    """Ask for a publication that was written (content.ready)."""
    asking.note_ready(content_id)


def ask_approval(content_id: int) -> None:
    """Ask for what the workspace's own rule left to people."""
    asking.ask(content_id)


def answer_link(link_id: int) -> None:
    """Mail a fresh link (approval.link_asked)."""
    services.answer_link(link_id)


def send_mail(mail_id: int) -> None:
    """Hand one mail to the server."""
    outbox.send(mail_id)


def send_push(notice_id: int) -> None:
    """Hand one notice to its push service."""
    pushing.send(notice_id)


def tell_published(delivery_id: int) -> None:
    """Tell of a publication that is out (delivery.ended)."""
    publications.tell(delivery_id)


def mail_publications(workspace_id: int) -> None:
    """Mail what came out since yesterday."""
    publications.mail_new(workspace_id)


def mail_refusals(workspace_id: int) -> None:
    """Mail what was refused since the last hour's mail."""
    refusals.mail_new(workspace_id)


def ask_daily(workspace_id: int) -> None:
    """Ask for what still waits, once a day at most."""
    asking.ask_daily(workspace_id)


def report_week(workspace_id: int) -> None:
    """Tell of the week that ended."""
    weekly.report(workspace_id)


def welcome(workspace_id: int) -> None:
    """Welcome whoever opened a workspace (workspace.opened)."""
    services.welcome(workspace_id)


def tell_opened(connection_id: int) -> None:
    """Tell the owners that an account was connected (connection.opened)."""
    services.tell_opened(connection_id)


def tell_account_change(change_id: int) -> None:
    """Tell a person that the safety of her account was touched."""
    account_news.tell(change_id)


def write_account_link(link_id: int) -> None:
    """Write the letter of a link that was asked for (account.link_asked)."""
    account_links.write(link_id)


def tell_webhook(endpoint_id: int) -> None:
    """Tell the owners that an address of their programs is disabled (webhook.disabled)."""
    stopped_hooks.tell(endpoint_id)


def look_around() -> None:
    """Ring for what waited for morning, for tomorrow or for Monday."""
    rounds.look()


def purge() -> None:
    """Delete what was said long ago."""
    retention.note(rounds.purge())
