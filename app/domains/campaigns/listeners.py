"""What campaigns hear."""

from __future__ import annotations

from app.core.events import on, on_inline
from app.domains.campaigns import queries
from app.domains.campaigns.services import joining, releasing, scores, settling
from app.domains.leads import services as leads

JOBS = "app.domains.campaigns.jobs"


def register() -> None:
    """Subscribe to the events that move a campaign."""
    on("leads.ready", f"{JOBS}.begin_writing")
    on("content.ready", f"{JOBS}.note_content", when=settling.is_news)
    on("content.rejected", f"{JOBS}.note_content")
    on("content.reopened", f"{JOBS}.note_content")
    on("delivery.ended", f"{JOBS}.note_delivery")
    leads.on_scores(scores.mirror)
    leads.on_merge(scores.follow)
    leads.on_campaigns(leads.Membership(queries.campaign_names, queries.holds, queries.trade))
    leads.keep_when(releasing.has_publication)
    on_inline("lead.forgotten", releasing.release)
    leads.on_import(joining.join_imported)
