"""What the pages of a link show."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import current_app

from app.domains.approvals import wording
from app.domains.approvals.standing import Opened, Standing
from app.domains.contents import queries as contents
from app.domains.contents.services.decisions import person_name
from app.domains.contents.services.seconding import approvals_needed, first_stands
from app.domains.publishing import accounts, page_words, queries
from app.domains.publishing import wording as publishing_words
from app.domains.publishing.services.planning import leaves_at
from app.domains.publishing.states import ConnectionState, DeliveryState


def view(opened: Opened) -> dict[str, Any]:
    """Return what a link that decides shows: the whole publication, and what is held against it."""
    content, workspace = opened.content, opened.workspace
    flags = contents.present_flags(content, workspace)
    needs_two = approvals_needed(workspace) > 1
    first = person_name(content.first_approved_by) if needs_two and first_stands(content) else ""
    return {
        "content": content,
        "workspace": workspace,
        "flags": flags,
        "barred": any(flag.blocking for flag in flags),
        "comes_first": needs_two and not first,
        "first": first,
        "leaves_at": leaves_at(content),
        "undo_length": timedelta(seconds=current_app.config["SETTINGS"].undo_seconds),
        "expires_at": opened.link.expires_at,
    }


def closed_view(opened: Opened) -> dict[str, Any]:
    """Return what a link that decides nothing more shows: what became of the publication, and the way on."""
    standing = opened.standing
    title, sentence = wording.closed(opened)
    is_decided = standing == Standing.DECIDED
    return {
        "title": title,
        "sentence": sentence,
        # A dead link tells nothing of the publication.
        "heading": opened.content.heading if standing not in (Standing.EXPIRED, Standing.NOT_ASKED) else "",
        "leaving": _leaving(opened) if is_decided and opened.content.state == "approved" else "",
        "undo_until": opened.undo_until,
        "may_ask": standing in (Standing.EXPIRED, Standing.CHANGED, Standing.USED),
        "content_id": opened.content.id,
    }


def _leaving(opened: Opened) -> str:
    """Say when it leaves, or what it waits for."""
    found = queries.deliveries(opened.workspace.id, content_id=opened.content.id).items
    planned = [each for each in found if each.state != DeliveryState.CANCELLED]
    if planned:
        return publishing_words.deliveries_line(sorted(planned, key=lambda each: each.scheduled_at))
    connected = any(each.state == ConnectionState.ACTIVE for each in accounts.targets(opened.workspace.id))
    return page_words.held_line(demo=opened.workspace.is_demo, connected=connected)
