"""Deliveries: read, undo, and the answer to an open question."""

from __future__ import annotations

from typing import Any

from flask import abort, g

from app.api import contents
from app.api.base import blueprint, door, origin
from app.api.fields import Count, Flag, Line, Moment, RowId, Schema
from app.api.paging import PageQuery, page, page_of
from app.domains.publishing import queries, services
from app.domains.publishing.models import Delivery

TAGS = ["deliveries"]


class DeliveriesQuery(PageQuery):
    """Which deliveries."""

    content_id = RowId(load_default=None)


class DeliverySchema(Schema):
    """A publication going out. `reason` is French, and empty when all is well."""

    id = Count()
    content_id = Count()
    connection_id = Count()
    state = Line()
    reason = Line()
    scheduled_at = Moment()
    undo_until = Moment()
    published_at = Moment(allow_none=True)
    url = Line()


class ResolutionSchema(Schema):
    """Whether the owner sees the publication on her network."""

    published = Flag(required=True)


_COLUMNS = [name for name in DeliverySchema().fields if name != "reason"]


def load(delivery_id: int) -> Delivery | None:
    """Return a delivery of this workspace."""
    return queries.delivery(g.workspace_id, delivery_id)


@blueprint.get("/deliveries", tags=TAGS)
@door("delivery.read")
@blueprint.arguments(DeliveriesQuery, location="query")
@blueprint.response(200, page_of(DeliverySchema))
def list_deliveries(asked: dict[str, Any]) -> dict[str, Any]:
    """List the deliveries, oldest first."""
    if asked["content_id"] is not None and contents.load(asked["content_id"]) is None:
        abort(404)
    found = queries.deliveries(g.workspace_id, **asked)
    return page(map(shown, found.items), found.next)


@blueprint.delete("/deliveries/<int:delivery_id>", tags=TAGS)
@door("content.approve", load)
@blueprint.response(200, DeliverySchema)
def undo_delivery(delivery: Delivery) -> dict[str, Any]:
    """Take a planned delivery back."""
    services.cancel(delivery, g.user_id, origin())
    return shown(delivery)


@blueprint.put("/deliveries/<int:delivery_id>/resolution", tags=TAGS)
@door("delivery.manage", load)
@blueprint.arguments(ResolutionSchema)
@blueprint.response(200, DeliverySchema)
def resolve_delivery(delivery: Delivery, given: dict[str, Any]) -> dict[str, Any]:
    """Take the owner's word on a delivery nobody heard back of."""
    services.resolve(delivery, given["published"], g.user_id, origin())
    return shown(delivery)


def shown(delivery: Delivery) -> dict[str, Any]:
    """Return a delivery."""
    return {name: getattr(delivery, name) for name in _COLUMNS} | {"reason": services.reason_of(delivery)}
