"""Move a prospect along its life."""

from __future__ import annotations

from typing import Any

from app.core.states import claim
from app.domains.leads.models import Lead
from app.domains.leads.states import MOVES, LeadState


def mark(lead: Lead, state: LeadState, *, only_from: LeadState | None = None, **values: Any) -> bool:
    """Move `lead`, in the present transaction; False when somebody moved it first.

    Raises:
        ForgedMove: the table of moves does not hold this one.
    """
    return claim(lead, state, moves=MOVES, only_from=only_from, **values)
