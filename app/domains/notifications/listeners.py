"""What people are told of."""

from __future__ import annotations

from app.core import events
from app.domains.notifications import asking, forgetting, inviting, phones, queries
from app.domains.publishing import presence

JOBS = "app.domains.notifications.jobs"


def register() -> None:
    """Listen for what deserves a mail, and count what was not read."""
    presence.tell_news(queries.unread_count, queries.newest_id)
    presence.offer_notices(phones.key_to_offer)
    events.on_inline("lead.forgotten", forgetting.release)
    events.on_inline("member.leaving", inviting.forget_member)
    events.on("member.invited", f"{JOBS}.send_invitation", queue="now")
    events.on("ownership.offered", f"{JOBS}.send_offer")
    events.on("leads.ready", f"{JOBS}.announce_leads")
    events.on("content.ready", f"{JOBS}.note_ready", when=asking.may_ask)
    events.on("delivery.ended", f"{JOBS}.tell_published")
    events.on("workspace.opened", f"{JOBS}.welcome")
    events.on("connection.opened", f"{JOBS}.tell_opened")
    events.on("connection.ending", f"{JOBS}.tell_ending")
    events.on("delivery.needs_person", f"{JOBS}.tell_trouble")
    events.on("delivery.needs_operator", f"{JOBS}.tell_operator")
    for change in ("password", "email", "security"):
        events.on(f"account.{change}_changed", f"{JOBS}.tell_account_change")
    events.on("account.link_asked", f"{JOBS}.write_account_link", queue="now")
    events.on("webhook.disabled", f"{JOBS}.tell_webhook")
    events.on("approval.link_asked", f"{JOBS}.answer_link", queue="now")
