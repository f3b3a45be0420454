"""Public JSON doors, v1; they call services, never models."""

from __future__ import annotations

from flask import Flask

from app.api import (
    campaigns,
    contents,
    deliveries,
    figures,
    forgetting,
    imports,
    leads,
    problems,
    tokens,
    webhook_schemas,
    webhooks,
)
from app.api.document import describe
from app.core.events import on_inline

__all__ = ["campaigns", "contents", "deliveries", "figures", "imports", "init_app", "leads", "problems", "webhooks"]


def init_app(app: Flask) -> None:
    """Open the doors, and describe them."""
    app.before_request(tokens.enter_for_pictures)
    describe(app)
    webhook_schemas.lend_shapes()
    on_inline("lead.forgotten", forgetting.drop_naming)
