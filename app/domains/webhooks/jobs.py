"""Jobs of webhooks."""

from __future__ import annotations

from app.core import retention
from app.domains.webhooks import services
from app.domains.webhooks.services import keeping


def send(message_id: int) -> None:
    """Send one message to its address."""
    services.send(message_id)


def purge() -> None:
    """Delete what was told long ago, and forget the secrets that sign no more."""
    retention.note({"webhook_messages": keeping.drop_past()})
    keeping.forget_former()
