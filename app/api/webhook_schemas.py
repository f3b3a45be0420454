"""Webhooks, as programs read and write them."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, validate

from app.api import campaign_schemas, content_schemas, deliveries
from app.api.fields import Count, Flag, Line, Moment, Schema, Text, Texts
from app.domains.campaigns import queries as campaigns
from app.domains.contents import queries as contents
from app.domains.publishing import queries as publishing
from app.domains.webhooks import bodies
from app.domains.webhooks.states import CHOSEN

_EVENTS = {"items": {"type": "string", "enum": [str(each) for each in CHOSEN]}, "minItems": 1}


class NewWebhookSchema(Schema):
    """An address, https, and what it is told of."""

    url = Line(required=True, metadata={"format": "uri"})
    events = Texts(required=True, metadata=_EVENTS)


class WebhookChangesSchema(Schema):
    """What changes; `active` false stops it, true starts it again."""

    url = Line(metadata={"format": "uri"})
    events = Texts(metadata=_EVENTS)
    active = Flag()


class WebhookSchema(Schema):
    """An address. `state` is active or disabled; `failing_since` is empty when all is well."""

    id = Count()
    url = Line()
    events = Texts()
    state = Line(validate=validate.OneOf(["active", "disabled"]))
    failing_since = Moment(allow_none=True)
    created_at = Moment()


class SecretWebhookSchema(WebhookSchema):
    """An address with the secret that signs what it is told: shown this once."""

    secret = Line()


class WebhookAttemptSchema(Schema):
    """One try; `status` is empty where nothing answered, `reason` where the message was taken."""

    began_at = Moment()
    milliseconds = Count()
    status = Count(allow_none=True)
    reason = Line()
    excerpt = Text()


class WebhookMessageSchema(Schema):
    """One message; `status` and `excerpt` are of the last answer, `body` what was sent.

    `attempts` are the last ones, oldest first; of one that was cut short, nothing is said.
    """

    id = Count()
    webhook_id = Count(attribute="endpoint_id")
    event_id = Line()
    type = Line()
    state = Line()
    tries = Count()
    status = Count(allow_none=True)
    excerpt = Text()
    body = Text()
    attempts = fields.List(fields.Nested(WebhookAttemptSchema))
    created_at = Moment()
    next_try_at = Moment(allow_none=True)
    sent_at = Moment(allow_none=True)


def lend_shapes() -> None:
    """Have messages show rows as the API reads them."""
    bodies.show_as("campaign", _campaign)
    bodies.show_as("content", _content)
    bodies.show_as("delivery", _delivery)


def _campaign(workspace_id: int, campaign_id: int) -> dict[str, Any] | None:
    found = campaigns.campaign(workspace_id, campaign_id)
    return _plain(campaign_schemas.CampaignSchema(), campaign_schemas.shown(found)) if found else None


def _content(workspace_id: int, content_id: int) -> dict[str, Any] | None:
    found = contents.content(workspace_id, content_id)
    return _plain(content_schemas.ContentSchema(), content_schemas.shown(found)) if found else None


def _delivery(workspace_id: int, delivery_id: int) -> dict[str, Any] | None:
    found = publishing.delivery(workspace_id, delivery_id)
    return _plain(deliveries.DeliverySchema(), deliveries.shown(found)) if found else None


def _plain(schema: Schema, values: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = schema.dump(values)
    return told
