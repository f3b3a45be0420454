"""The log of decisions: each line is written with what it tells, in one transaction, and stays."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.core.db import db
from app.domains.accounts.models import User
from app.domains.audit import services as audit
from app.domains.audit.actors import Actor, coarse
from app.domains.contents.models import Content, ContentDecision

FIRST_APPROVED = "first_approved"
# What the journal of activity tells too, and what each channel is called there.
_TOLD = {
    "approved": "decision.approved",
    FIRST_APPROVED: "decision.first_approved",
    "first_withdrawn": "decision.first_withdrawn",
    "auto_approved": "decision.auto_approved",
    "rejected": "decision.rejected",
    "reopened": "decision.reopened",
}
_DOORS = {"app": "page", "api": "api", "email": "letter", "rule": "system"}


@dataclass(frozen=True)
class Origin:
    """Where a gesture came from: `channel` is app, api, email or rule; `address`, the network address."""

    channel: str = ""
    address: str = ""


UNSAID = Origin()
RULE = Origin("rule")


def record(content: Content, kind: str, *, by: int | None, origin: Origin = UNSAID, detail: str = "") -> None:
    """Add one line to the log, in the present transaction.

    Args:
        content: what was decided on, as it stands.
        kind: one of decision_words.KINDS, 15 characters at most.
        by: whose decision it is; None for the workspace's own rule.
        origin: where it came from.
        detail: what decision_words explains, 120 characters at most.
    """
    db.session.add(
        ContentDecision(
            workspace_id=content.workspace_id,
            content_id=content.id,
            # A prospect's name is never copied here: it may have to be forgotten, and a line cannot be.
            heading="" if content.lead_id is not None else content.title,
            kind=kind,
            by_id=by,
            by_name=person_name(by),
            channel=origin.channel,
            address=origin.address[:45],
            text_hash=fingerprint(content),
            detail=detail[:120],
        )
    )
    if kind in _TOLD:
        _tell(content, kind, by, origin)


def _tell(content: Content, kind: str, by: int | None, origin: Origin) -> None:
    # The link of a mail is no session: the request alone would name nobody.
    door = _DOORS.get(origin.channel, "system" if by is None else "page")
    actor = Actor(by, door, coarse(origin.address))
    audit.record(_TOLD[kind], workspace_id=content.workspace_id, subject=str(content.id), actor=actor)


def person_name(user_id: int | None) -> str:
    """Return the name a person is known by, her address; empty when she is gone."""
    person = db.session.get(User, user_id) if user_id is not None else None
    return person.email if person is not None else ""


def fingerprint(content: Content) -> str:
    """Return the SHA-256 of all that goes out: text, hashtags, picture and its description."""
    shown = [content.text, list(content.hashtags), content.alt_text, content.picture_key]
    return hashlib.sha256(json.dumps(shown).encode()).hexdigest()


def first_approved_text(content_id: int) -> str:
    """Return the fingerprint of what was last approved a first time; empty when nothing was."""
    statement = select(ContentDecision.text_hash).where(
        ContentDecision.content_id == content_id, ContentDecision.kind == FIRST_APPROVED
    )
    return db.session.scalar(statement.order_by(ContentDecision.id.desc()).limit(1)) or ""


def first_approver(content: Content, detail: str, since: datetime) -> int | None:
    """Return who last approved a publication a first time, as it stands, with this detail; None where nobody did."""
    statement = select(ContentDecision.by_id).where(
        ContentDecision.content_id == content.id,
        ContentDecision.kind == FIRST_APPROVED,
        ContentDecision.detail == detail[:120],
        ContentDecision.text_hash == fingerprint(content),
        ContentDecision.decided_at >= since,
    )
    return db.session.scalar(statement.order_by(ContentDecision.id.desc()).limit(1))
