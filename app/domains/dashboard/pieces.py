"""The home page in pieces, each known by its digest, so that a poll carries only what changed."""

from __future__ import annotations

import hashlib
import re

from flask import render_template

from app.core.access import may
from app.domains.campaigns.queries import metrics
from app.domains.dashboard import queries, wording
from app.domains.dashboard.agenda import first_task
from app.domains.publishing.queries import delivery_of

# Every form carries a token that is masked anew at each rendering: it is not a change.
_TOKEN = re.compile(r'name="csrf_token" value="[^"]*"')


def render_all(workspace_id: int) -> dict[str, str]:
    """Render every piece, by name."""
    overview = queries.overview(workspace_id)
    campaigns = queries.latest_campaigns(workspace_id)
    contents = queries.latest_contents(workspace_id)
    figures = [(*words, getattr(overview, name)) for name, words in wording.FIGURES.items()]
    return {
        "first": render_template("dashboard/_first.html", task=first_task(overview)),
        "figures": render_template("dashboard/_figures.html", figures=figures, change=wording.change),
        "campaigns": render_template(
            "dashboard/_campaigns.html", campaigns=campaigns, metrics=metrics([row.id for row in campaigns])
        ),
        "contents": render_template(
            "dashboard/_contents.html",
            contents=contents,
            deliveries=delivery_of([row.id for row in contents]),
            may_decide=may("content.approve"),
        ),
    }


def digest(html: str) -> str:
    """Return a short fingerprint of a piece, its CSRF tokens aside."""
    return hashlib.sha256(_TOKEN.sub("", html).encode()).hexdigest()[:10]


def mark(pieces: dict[str, str]) -> str:
    """Return what the browser sends back to say what it shows: name-digest, joined by dots."""
    return ".".join(f"{name}-{digest(html)}" for name, html in pieces.items())


def unmark(text: str) -> dict[str, str]:
    """Read a mark back; anything else is an empty answer."""
    return dict(part.split("-", 1) for part in text.split(".") if "-" in part)
