"""What ends a link before its time."""

from __future__ import annotations

from app.core import events
from app.domains.approvals import links


def register() -> None:
    """Let nobody decide from the letters of a workspace she left, even if she comes back."""
    events.on_inline("member.leaving", links.forget_member)
