"""Read the letters the accounts' links travel in."""

from __future__ import annotations

import re

from sqlalchemy import select

from app.core import crypto
from app.core.db import db
from app.domains.notifications.models import Mail


def mails(recipient: str) -> list[Mail]:
    """Return the letters written to an address, the oldest first."""
    return list(db.session.scalars(select(Mail).where(Mail.recipient == recipient).order_by(Mail.id)))


def links_to(recipient: str) -> list[str]:
    """Return the paths of the links that were written to an address, the oldest first."""
    texts = [crypto.unseal(mail.text) for mail in mails(recipient)]
    return [
        path for text in texts for path in re.findall(r"http://localhost(/(?:courriel|nouveau-mot-de-passe)/\S+)", text)
    ]
