"""The home page in pieces, each known by its digest, so that a poll carries only what changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import partial

from flask import g, render_template

from app.core.access import may
from app.domains.campaigns import wording as campaign_words
from app.domains.campaigns.models import Campaign
from app.domains.campaigns.next_steps import ending, last_launch
from app.domains.campaigns.queries import metrics
from app.domains.dashboard import queries, wording
from app.domains.dashboard.agenda import first_task, within_reach
from app.domains.dashboard.starting import steps_left
from app.domains.publishing import access, accounts
from app.domains.publishing.charts import chart
from app.domains.publishing.models import Connection
from app.domains.publishing.next_steps import Step, next_step
from app.domains.publishing.queries import deliveries_of
from app.domains.publishing.result_words import trend
from app.domains.publishing.results import Scope, trend_of
from app.domains.publishing.situation import Situation
from app.domains.publishing.standing import standing

# Every form carries a token that is masked anew at each rendering: it is not a change.
_TOKEN = re.compile(r'name="csrf_token" value="[^"]*"')


def render_all(workspace_id: int) -> dict[str, str]:
    """Render every piece, by name."""
    overview = queries.overview(workspace_id)
    campaigns = queries.latest_campaigns(workspace_id)
    contents = queries.latest_contents(workspace_id)
    said = access.notices(workspace_id) if overview.has_access_to_mend else []
    lost = next((each.sentence for each in said if each.lost), "")
    task = first_task(overview, lost, partial(_step, workspace_id, campaigns), _beside(overview, workspace_id))
    return {
        "first": render_template(
            "dashboard/_first.html",
            task=within_reach(task, overview, may),
            access=[each for each in said if not each.lost],
        ),
        "start": render_template("dashboard/_start.html", steps=steps_left(overview)),
        "figures": _figures(workspace_id, overview),
        "campaigns": render_template(
            "dashboard/_campaigns.html",
            campaigns=campaigns,
            metrics=metrics([row.id for row in campaigns]),
            failure=campaign_words.failure,
        ),
        "contents": render_template(
            "dashboard/_contents.html",
            contents=contents,
            deliveries=deliveries_of([row.id for row in contents]),
            may_decide=may("content.approve"),
        ),
    }


def _beside(overview: queries.Overview, workspace_id: int) -> Connection | None:
    # Asked only where an account is open and none receives.
    if overview.connected or not overview.open_accounts or g.workspace.is_demo or not may("connection.manage"):
        return None
    return accounts.beside(workspace_id)


def _step(workspace_id: int, campaigns: Sequence[Campaign]) -> Step | None:
    if g.workspace.is_demo:
        return None
    now = Situation(
        standing=standing(Scope(workspace_id)), last_launch=last_launch(campaigns), ending=ending(campaigns)
    )
    return next_step(now, may)


def _figures(workspace_id: int, overview: queries.Overview) -> str:
    figures = [(*words, getattr(overview, name)) for name, words in wording.FIGURES.items()]
    # Nobody has answered yet: there is no curve to ask for.
    drawing = chart(trend_of(Scope(workspace_id))) if overview.engagement.total else None
    details = [(getattr(overview.counters, name), *words) for name, words in wording.DETAILS.items()]
    return render_template("dashboard/_figures.html", figures=figures, change=wording.change, chart=drawing,
                           details=details, engagement=overview.engagement, trend=trend)  # fmt: skip


def digest(html: str) -> str:
    """Return a short fingerprint of a piece, its CSRF tokens aside."""
    return hashlib.sha256(_TOKEN.sub("", html).encode()).hexdigest()[:10]


def mark(pieces: dict[str, str]) -> str:
    """Return what the browser sends back to say what it shows: name-digest, joined by dots."""
    return ".".join(f"{name}-{digest(html)}" for name, html in pieces.items())


def unmark(text: str) -> dict[str, str]:
    """Read a mark back; anything else is an empty answer."""
    return dict(part.split("-", 1) for part in text.split(".") if "-" in part)
