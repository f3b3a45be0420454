"""Say what touched the safety of an account, by mail, whatever its person chose to be told."""

from __future__ import annotations

from email.utils import parseaddr

from flask import current_app

from app.core.db import db
from app.domains.accounts.changes import Change
from app.domains.accounts.models import AccountChange
from app.domains.notifications import outbox
from app.domains.notifications.account_words import SECURITY
from app.domains.notifications.kinds import Kind
from app.domains.workspaces.services import is_in_demonstration

_TEMPLATES = {
    Change.PASSWORD: "password_changed",
    Change.RESET: "password_changed",
    Change.EMAIL: "email_changed",
    Change.CLOSING: "account_closing",
}
_WAYS = {Change.EMAIL: "/profil#compte", Change.CLOSING: "/securite/fermeture"}


def tell(change_id: int) -> None:
    """Tell a person of a change of her account, once, where the change says; commit."""
    row = db.session.get(AccountChange, change_id)
    if row is None or is_in_demonstration(row.user_id):
        return
    change, site = Change(row.what), outbox.site()
    letter = outbox.Letter(
        workspace_id=None,
        kind=Kind.ACCOUNT,
        dedupe_key=f"{Kind.ACCOUNT}:change-{row.id}",
        recipient=row.address,
        user_id=row.user_id,
        template=_TEMPLATES.get(change, "security_changed"),
    )
    shown = {"heading": SECURITY.get(change, ""), "contact": _contact()}
    # Whoever took the account knows its password: a new one is had through this very mailbox.
    way = _WAYS.get(change, "/mot-de-passe-oublie")
    outbox.post(letter, at=row.created_at, address=f"{site}{way}", **shown)
    db.session.commit()


def _contact() -> str:
    """Return the address a person writes to when somebody else holds her account."""
    settings = current_app.config["SETTINGS"]
    return settings.operator_email or parseaddr(settings.mail_from)[1]
