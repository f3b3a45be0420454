"""Questions of the law: whom to leave alone, and on what consent one may write."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import or_, select

from app.core import clock
from app.core.db import db
from app.domains.compliance import digests
from app.domains.compliance.models import Consent, DoNotContact
from app.domains.compliance.states import STRENGTH, Silence


def forbidden(workspace_id: int) -> frozenset[str]:
    """Return the digests of the addresses, numbers and domains this workspace must leave alone."""
    statement = select(DoNotContact.digest).where(DoNotContact.workspace_id == workspace_id)
    return frozenset(db.session.scalars(statement))


def erased(workspace_id: int) -> frozenset[str]:
    """Return the digests of the businesses this workspace erased at their own request."""
    statement = select(DoNotContact.digest).where(
        DoNotContact.workspace_id == workspace_id, DoNotContact.reason == Silence.ERASED
    )
    return frozenset(db.session.scalars(statement))


def reasons(workspace_id: int, marks: Iterable[str]) -> frozenset[str]:
    """Return why those of these digests that are on the do-not-contact list are there; empty when none is."""
    statement = select(DoNotContact.reason).where(
        DoNotContact.workspace_id == workspace_id, DoNotContact.digest.in_(set(marks))
    )
    return frozenset(db.session.scalars(statement))


def living_consent(workspace_id: int, email: str) -> Consent | None:
    """Return the strongest consent in force for an address, None when there is none."""
    statement = select(Consent).where(
        Consent.workspace_id == workspace_id,
        Consent.digest == digests.digest(workspace_id, digests.EMAIL, email),
        Consent.ended_at.is_(None),
        or_(Consent.expires_on.is_(None), Consent.expires_on >= clock.today()),
    )
    found = db.session.scalars(statement.order_by(Consent.id)).all()
    return min(found, key=lambda consent: STRENGTH.index(consent.kind), default=None)
