"""What is known when « Que faire maintenant » is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domains.publishing.standing import Standing


@dataclass(frozen=True)
class Launch:
    """The last campaign that was launched, and where."""

    launched_at: datetime
    town: str


@dataclass(frozen=True)
class Ending:
    """A campaign that is completed."""

    campaign_id: int
    name: str
    completed_at: datetime


@dataclass(frozen=True)
class Situation:
    """All that the rules look at; what a page does not know is left as it is here, and applies to no rule."""

    connected: bool = True
    pending: int = 0
    standing: Standing = Standing()
    last_launch: Launch | None = None
    ending: Ending | None = None
