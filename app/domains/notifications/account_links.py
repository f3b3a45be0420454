"""Letters whose link proves who reads a mailbox: an address to verify, another one, a forgotten password."""

from __future__ import annotations

from app.core.db import db
from app.domains.accounts import links
from app.domains.accounts.links import Purpose
from app.domains.notifications import outbox
from app.domains.notifications.kinds import Kind
from app.domains.workspaces.services import is_in_demonstration

_PLACES = {Purpose.VERIFY: "courriel", Purpose.CHANGE: "courriel", Purpose.RESET: "nouveau-mot-de-passe"}


def write(link_id: int) -> None:
    """Write the letter of a link, once, and commit; nothing when the address has no account."""
    key = f"{Kind.ACCOUNT}:link-{link_id}"
    issued = None if outbox.is_posted(key) else links.issue(link_id)
    if issued is None or is_in_demonstration(issued[1].id):
        db.session.rollback()
        return
    link, user, token = issued
    letter = outbox.Letter(
        workspace_id=None,
        kind=Kind.ACCOUNT,
        dedupe_key=key,
        recipient=link.email,
        user_id=user.id,
        template=f"account_{link.purpose}",
    )
    address = f"{outbox.site()}/{_PLACES[Purpose(link.purpose)]}/{token}"
    outbox.post(letter, address=address, email=link.email, until=link.expires_at)
    db.session.commit()
