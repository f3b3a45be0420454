"""One-click unsubscribe (RFC 8058): a signed address for one person, one workspace and one kind of mail."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app
from itsdangerous import BadData, URLSafeSerializer

from app.core.db import db
from app.domains.accounts.models import User
from app.domains.notifications.choices import choice_of, choose, wants
from app.domains.notifications.kinds import RULES, Channel, Kind, known
from app.domains.workspaces.services import membership_of


@dataclass(frozen=True)
class Subscription:
    """Whose mails of which kind an address is about."""

    user_id: int
    workspace_id: int
    kind: Kind
    email: str
    language: str

    @property
    def is_on(self) -> bool:
        """Tell whether these mails still come."""
        return wants(choice_of(self.user_id, self.workspace_id), self.kind, Channel.MAIL)


def address(user_id: int, workspace_id: int, kind: Kind) -> str:
    """Return the whole address that stops a kind of mail; empty for what cannot be stopped. It never expires."""
    if not RULES[kind].may_stop:
        return ""
    token = _serializer().dumps([user_id, workspace_id, str(kind)])
    return f"{current_app.config['SETTINGS'].public_url}/desabonnement/{token}"


def subscription(token: str) -> Subscription | None:
    """Return what a token is about; None when it is not ours, or the person is gone."""
    try:
        user_id, workspace_id, name = _serializer().loads(token)
    except (BadData, ValueError, TypeError):
        return None
    kind, user = known(name), db.session.get(User, user_id)
    if kind is None or not RULES[kind].may_stop or user is None or membership_of(user_id, workspace_id) is None:
        return None
    return Subscription(user_id, workspace_id, kind, user.email, user.language)


def set_mails(found: Subscription, *, on: bool) -> None:
    """Stop a kind of mail, or have it come again, and commit."""
    choose(found.user_id, found.workspace_id, {found.kind: {Channel.MAIL: on}})


def headers(link: str) -> dict[str, str]:
    """Return the headers that let a mail reader unsubscribe in one touch."""
    if not link:
        return {}
    return {"List-Unsubscribe": f"<{link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SETTINGS"].secret_key, salt="unsubscribe")
