"""Name the person who answers for personal information."""

from __future__ import annotations

from app.core.db import db
from app.domains.privacy.facts import officer_row
from app.domains.privacy.models import PrivacyOfficer


def name_officer(workspace_id: int, **values: str) -> PrivacyOfficer:
    """Name the officer of a workspace, or change what is said of her, and commit."""
    row = officer_row(workspace_id)
    if row is None:
        row = PrivacyOfficer(workspace_id=workspace_id, **values)
        db.session.add(row)
    for name, value in values.items():
        setattr(row, name, value)
    db.session.commit()
    return row
