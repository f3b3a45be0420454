"""What publishing does when contents are decided and connections open."""

from __future__ import annotations

from app.core.events import on, on_inline
from app.domains.publishing import feed
from app.domains.publishing.services import cancel_planned, is_under_a_rule, plan_delivery

JOBS = "app.domains.publishing.jobs"


def _plan(content_id: int) -> None:
    plan_delivery(content_id)


def register() -> None:
    """Listen: planning and cancelling share the transaction of the decision."""
    on_inline("content.approved", _plan)
    on_inline("content.reopened", cancel_planned)
    on_inline("member.leaving", feed.forget_member)
    on("content.ready", f"{JOBS}.auto_approve", when=is_under_a_rule)
    on("connection.opened", f"{JOBS}.plan_waiting", queue="now")
