"""Questions of the law: whom to leave alone."""

from __future__ import annotations

from sqlalchemy import select

from app.core.db import db
from app.domains.compliance.models import DoNotContact


def forbidden(workspace_id: int) -> frozenset[str]:
    """Return the digests of the addresses, numbers and domains this workspace must leave alone."""
    statement = select(DoNotContact.digest).where(DoNotContact.workspace_id == workspace_id)
    return frozenset(db.session.scalars(statement))
