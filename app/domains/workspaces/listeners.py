"""What workspaces tell the accounts below them."""

from __future__ import annotations

from app.domains.accounts import journal
from app.domains.workspaces.services import is_in_demonstration


def register() -> None:
    """Have nothing written of the strangers who share the demonstration's account."""
    journal.leave_out(is_in_demonstration)
