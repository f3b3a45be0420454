"""What sources cost, for the operator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.domains.leads.models import SourceUse

MICROS = 1_000_000


@dataclass(frozen=True)
class Cost:
    """What one source cost over some days, in US dollars, for how many searches."""

    source: str
    searches: int
    dollars: float

    @property
    def dollars_a_search(self) -> float:
        """Return the cost of one search."""
        return self.dollars / max(1, self.searches)


def last_days(days: int) -> list[Cost]:
    """Return what each source that bills cost over the last `days`."""
    statement = (
        select(SourceUse.source, func.count(func.distinct(SourceUse.created_at)), func.sum(SourceUse.cost_micros))
        .where(SourceUse.created_at > clock.now() - timedelta(days=days))
        .group_by(SourceUse.source)
    )
    return [
        Cost(source, searches, (micros or 0) / MICROS) for source, searches, micros in db.session.execute(statement)
    ]
