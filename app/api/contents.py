"""Publications: read, change, approve, reject."""

from __future__ import annotations

from typing import Any

from flask import abort, g

from app.api import campaigns
from app.api.base import blueprint, door, origin
from app.api.content_schemas import (
    ApprovalSchema,
    ApprovedSchema,
    ChangesSchema,
    ContentSchema,
    ContentsQuery,
    shown,
)
from app.api.freshness import refuse_stale
from app.api.paging import page, page_of
from app.domains.contents import queries, services
from app.domains.contents.models import Content
from app.domains.publishing import services as publishing

TAGS = ["contents"]


def load(content_id: int) -> Content | None:
    """Return a publication of this workspace."""
    return queries.content(g.workspace_id, content_id)


@blueprint.get("/contents", tags=TAGS)
@door("content.read")
@blueprint.arguments(ContentsQuery, location="query")
@blueprint.response(200, page_of(ContentSchema))
def list_contents(asked: dict[str, Any]) -> dict[str, Any]:
    """List the publications, newest first."""
    if asked["campaign_id"] is not None and campaigns.load(asked["campaign_id"]) is None:
        abort(404)
    found = queries.gallery(g.workspace_id, **asked)
    return page(map(shown, found.items), found.next)


@blueprint.get("/contents/<int:content_id>", tags=TAGS)
@door("content.read", load)
@blueprint.response(200, ContentSchema)
def show_content(content: Content) -> dict[str, Any]:
    """Return one publication."""
    return shown(content)


@blueprint.patch("/contents/<int:content_id>", tags=TAGS)
@door("content.write", load)
@blueprint.arguments(ChangesSchema)
@blueprint.response(200, ContentSchema)
def edit_content(content: Content, changes: dict[str, Any]) -> dict[str, Any]:
    """Keep a person's text as typed; with If-Match, only if the publication is still the one that was read."""
    refuse_stale(ContentSchema(), shown(content))
    services.edit(content, by=g.user_id, origin=origin(), **changes)
    return shown(content)


@blueprint.put("/contents/<int:content_id>/approve", tags=TAGS)
@door("content.approve", load)
@blueprint.arguments(ApprovalSchema, required=False)
@blueprint.response(200, ApprovedSchema)
def approve_content(content: Content, given: dict[str, Any]) -> dict[str, Any]:
    """Approve a publication, its warnings come with it; where two people have to, the first leaves it pending."""
    decision = publishing.approve(content, g.user_id, given["confirm"], origin(), given["revision"])
    return shown(content) | {
        "warnings": decision.warnings,
        "approvals": decision.approvals,
        "approvals_needed": decision.needed,
    }


@blueprint.put("/contents/<int:content_id>/reject", tags=TAGS)
@door("content.approve", load)
@blueprint.response(200, ContentSchema)
def reject_content(content: Content) -> dict[str, Any]:
    """Reject a publication."""
    publishing.reject(content, g.user_id, origin())
    return shown(content)
