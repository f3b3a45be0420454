"""Which campaign holds which prospects: campaigns stand above, and say so themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, false


@dataclass(frozen=True)
class Membership:
    """How to name a workspace's campaigns, (id, name), the clause « this campaign holds this prospect »,

    and a campaign's trade, None where the workspace has no such campaign.
    """

    names: Callable[[int], list[tuple[int, str]]]
    holds: Callable[[Any, int], ColumnElement[bool]]
    trade: Callable[[int, int], str | None]


_known: list[Membership] = []


def on_campaigns(membership: Membership) -> None:
    """Let campaigns tell which prospects they hold."""
    _known[:] = [membership]


def campaigns(workspace_id: int) -> list[tuple[int, str]]:
    """Return the campaigns one may choose from, newest first."""
    return [row for membership in _known for row in membership.names(workspace_id)]


def held_by(lead_id: Any, campaign_id: int) -> ColumnElement[bool]:
    """Return the clause that keeps a campaign's prospects; of a campaign of the caller's own workspace."""
    return next((membership.holds(lead_id, campaign_id) for membership in _known), false())


def trade(workspace_id: int, campaign_id: int) -> str | None:
    """Return the trade of one of a workspace's campaigns, None where it has no such campaign."""
    return next((membership.trade(workspace_id, campaign_id) for membership in _known), None)
