"""Jobs of publications."""

from __future__ import annotations

from app.core import retention
from app.domains.contents import services


def write(writing_id: int) -> None:
    """Write one publication."""
    services.write(writing_id)


def purge() -> None:
    """Forget the answers nobody will ask for again."""
    retention.note({"kept_answers": services.forget_old_answers()})
