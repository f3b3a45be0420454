"""Tokens: drawn at random, signed, kept as fingerprints, bound to one text."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from sqlalchemy import delete, select

from app.core import clock, crypto, letter_tokens
from app.core.db import db
from app.domains.approvals.models import ApprovalLink
from app.domains.contents.models import Content
from app.domains.contents.services.decisions import fingerprint
from app.domains.workspaces.models import Membership

LIFE = timedelta(hours=72)
# A dead link still says what became of it, for a while.
KEPT = timedelta(days=30)
SALT = "approval-link"


def issue(content: Content, user_id: int) -> str:
    """Add a link to decide on the present text of a content, and return its token; no commit."""
    token = letter_tokens.draw(SALT)
    db.session.add(
        ApprovalLink(
            workspace_id=content.workspace_id,
            content_id=content.id,
            user_id=user_id,
            fingerprint=crypto.fingerprint(token),
            text_hash=hash_of(content),
            expires_at=clock.now() + LIFE,
        )
    )
    return token


def find(token: str) -> ApprovalLink | None:
    """Return the link of a token; what was not signed here is not even looked for."""
    known = letter_tokens.kept_as(SALT, token)
    if known is None:
        return None
    return db.session.scalar(select(ApprovalLink).where(ApprovalLink.fingerprint == known))


def hash_of(content: Content) -> str:
    """Return the SHA-256 of a text with its revision: a change that is taken back is a change all the same."""
    return hashlib.sha256(f"{content.revision}:{fingerprint(content)}".encode()).hexdigest()


def forget_old() -> int:
    """Delete the links that died a month ago, in the present transaction; return how many."""
    old = select(ApprovalLink.id).where(ApprovalLink.expires_at < clock.now() - KEPT)
    ids = db.session.scalars(old).all()
    db.session.execute(delete(ApprovalLink).where(ApprovalLink.id.in_(ids)))
    return len(ids)


def forget_member(membership_id: int) -> None:
    """Delete the links of a member who leaves, in the present transaction."""
    place = db.session.get(Membership, membership_id)
    if place is not None:
        hers = (ApprovalLink.user_id == place.user_id, ApprovalLink.workspace_id == place.workspace_id)
        db.session.execute(delete(ApprovalLink).where(*hers).execution_options(synchronize_session=False))
