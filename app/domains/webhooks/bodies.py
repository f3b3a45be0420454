"""What a message says. The API's own shapes are lent to us by the API, which stands above."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from app.domains.webhooks.models import WebhookMessage
from app.domains.webhooks.states import ABOUT, Event

Shape = Callable[[int, int], dict[str, Any] | None]
_shapes: dict[str, Shape] = {}


def show_as(name: str, shape: Shape) -> None:
    """Have rows of this name shown by `shape`, given their workspace's id and their own; None for one that is gone."""
    _shapes[name] = shape


def body_of(row: WebhookMessage) -> str:
    """Return the JSON of a message: its event's id, type and moment, the row's id, and the row as the API reads it."""
    about = ABOUT.get(Event(row.type))
    told: dict[str, Any] = {"message": "Essai"}
    if about is not None:
        told = {f"{about}_id": row.subject_id, about: _shapes[about](row.workspace_id, row.subject_id)}
    at = row.created_at.isoformat().replace("+00:00", "Z")
    said = {"id": row.event_id, "type": row.type, "created_at": at, "data": told}
    return json.dumps(said, ensure_ascii=False)
