"""The browsers people let show notices: offered once, after a first approval, and taken back at any time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask import current_app
from sqlalchemy import Exists, and_, exists, not_, select

from app.core import clock
from app.core.db import db
from app.domains.contents.models import ContentDecision
from app.domains.notifications import choices
from app.domains.notifications.models import NotificationChoice, PushSubscription
from app.domains.workspaces.models import Workspace
from app.providers import registry
from app.providers.contracts import PushSender
from app.providers.errors import ProviderError
from app.providers.web_push import vapid
from app.providers.web_push.sealing import SECRET_BYTES, is_point
from app.settings import Settings

# One person’s phones and computers; beyond, the oldest one goes.
MOST_DEVICES = 10
APPROVALS = ("approved", "first_approved")


class Unfit(ValueError):
    """What a browser gave is no subscription we may send to."""


def public_key(workspace: Workspace) -> str:
    """Return the key browsers are given; empty where no notice is ever sent: without a key, in a demonstration."""
    settings = _settings()
    if not settings.vapid_private_key or workspace.is_demo:
        return ""
    return vapid.public_key(settings.vapid_private_key)


def key_to_offer(user_id: int, workspace: Workspace) -> str:
    """Return the key to offer notices with: once she approved something, until she answers; empty otherwise."""
    key = public_key(workspace)
    is_time = select(and_(_has_approved(user_id, workspace.id), not_(_has_answered(user_id))))
    return key if key and db.session.scalar(is_time) else ""


def of_person(user_id: int) -> Sequence[PushSubscription]:
    """Return a person's browsers, oldest first."""
    mine = select(PushSubscription).where(PushSubscription.user_id == user_id).order_by(PushSubscription.id)
    return db.session.scalars(mine).all()


def one(user_id: int, subscription_id: int) -> PushSubscription | None:
    """Return one browser of this very person."""
    row = db.session.get(PushSubscription, subscription_id)
    return row if row is not None and row.user_id == user_id else None


def add(user_id: int, workspace_id: int, given: Mapping[str, str]) -> None:
    """Keep a browser that said yes, and commit. One that was another person's is hers from now on.

    Raises:
        Unfit: the address is no push service of the outside, or the keys are no keys.
    """
    endpoint, public, secret = (given.get(name, "").strip() for name in ("endpoint", "p256dh", "auth"))
    _check(endpoint, public, secret)
    row = db.session.scalar(select(PushSubscription).where(PushSubscription.endpoint == endpoint))
    if row is not None and row.user_id != user_id:
        # What waited for the person before her goes with the row.
        db.session.delete(row)
        db.session.flush()
        row = None
    if row is None:
        row = PushSubscription(user_id=user_id, endpoint=endpoint)
        db.session.add(row)
    row.public_key, row.secret = public, secret
    db.session.flush()
    for old in of_person(user_id)[:-MOST_DEVICES]:
        db.session.delete(old)
    _answer(user_id, workspace_id)
    db.session.commit()


def decline(user_id: int, workspace_id: int) -> None:
    """Note that she wants none, so that she is not asked again; commit."""
    _answer(user_id, workspace_id)
    db.session.commit()


def remove(row: PushSubscription) -> None:
    """Forget a browser and what waited for it, and commit."""
    db.session.delete(row)
    db.session.commit()


def sender() -> PushSender:
    """Return what sends; loopback is open to it where it is to visits of sites, in tests."""
    settings = _settings()
    made: PushSender = registry.load(
        "web_push",
        PushSender,
        user_agent=settings.user_agent,
        private_key=settings.vapid_private_key,
        subject=settings.vapid_subject,
        allow_loopback=settings.enrich_allow_private,
    )
    return made


def _check(endpoint: str, public: str, secret: str) -> None:
    try:
        sender().check(endpoint)
        fits = is_point(vapid.from_text(public)) and len(vapid.from_text(secret)) == SECRET_BYTES
    except (ProviderError, ValueError) as error:
        raise Unfit("no push service") from error
    if not fits:
        raise Unfit("no keys")


def _answer(user_id: int, workspace_id: int) -> None:
    choices.row_of(user_id, workspace_id).push_answered_at = clock.now()


def _has_approved(user_id: int, workspace_id: int) -> Exists:
    return exists().where(
        ContentDecision.workspace_id == workspace_id,
        ContentDecision.by_id == user_id,
        ContentDecision.kind.in_(APPROVALS),
    )


def _has_answered(user_id: int) -> Exists:
    return exists().where(NotificationChoice.user_id == user_id, NotificationChoice.push_answered_at.is_not(None))


def _settings() -> Settings:
    found: Settings = current_app.config["SETTINGS"]
    return found
