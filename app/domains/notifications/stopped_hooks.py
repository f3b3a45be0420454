"""« Un de vos logiciels n’est plus prévenu »: an address of the owner's programs failed for a day."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import current_app

from app.core.db import db
from app.domains.notifications import telling
from app.domains.notifications.kinds import Kind
from app.domains.webhooks.models import WebhookEndpoint


def tell(endpoint_id: int) -> None:
    """Tell the owners, once each time it is disabled."""
    row = db.session.get(WebhookEndpoint, endpoint_id)
    if row is None or row.disabled_at is None:
        return
    news = telling.News(
        row.workspace_id, Kind.WEBHOOK, f"{row.id}:{row.disabled_at.timestamp():.0f}", template="webhook_disabled"
    )
    address = f"{current_app.config['SETTINGS'].public_url}/profil/logiciels/{row.id}"
    telling.tell(news, place=urlsplit(row.url).hostname or "", address=address)
    db.session.commit()
