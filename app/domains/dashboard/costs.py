"""What a workspace's outside calls cost in a month, line by line or in all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.domains.contents.models import ModelCall
from app.domains.leads.models import SourceUse


@dataclass(frozen=True)
class Line:
    """One operation of one provider: how often it was asked, for how many units, in millionths of a US dollar."""

    provider: str
    operation: str
    calls: int
    units: int
    micros: int


@dataclass(frozen=True)
class MonthlyCost:
    """A month's lines, the dearest first."""

    month: date
    lines: Sequence[Line]

    @property
    def micros(self) -> int:
        """Return what they come to, in millionths of a US dollar."""
        return sum(line.micros for line in self.lines)


def monthly_cost(workspace_id: int, month: date | None = None) -> MonthlyCost:
    """Return what a workspace cost in the month of a day (Québec); the present month where none is named."""
    first = (month or clock.today()).replace(day=1)
    begins, ends = _bounds(first)
    found = [*_sources(workspace_id, begins, ends), *_models(workspace_id, begins, ends)]
    return MonthlyCost(first, sorted(found, key=lambda line: (-line.micros, line.provider, line.operation)))


def monthly_totals(workspace_ids: Collection[int]) -> dict[int, int]:
    """Return what each of these workspaces cost this month, in millionths of a US dollar; the free ones left out."""
    begins, ends = _bounds(clock.today().replace(day=1))
    found: Counter[int] = Counter()
    for model, at in ((SourceUse, SourceUse.created_at), (ModelCall, ModelCall.called_at)):
        whose = model.workspace_id
        summed = select(whose, func.sum(model.cost_micros)).where(whose.in_(workspace_ids), at >= begins, at < ends)
        found.update({each: int(micros) for each, micros in db.session.execute(summed.group_by(whose)).tuples()})
    return dict(found)


def _bounds(first: date) -> tuple[datetime, datetime]:
    following = (first + timedelta(days=31)).replace(day=1)
    begins, ends = (datetime(day.year, day.month, 1, tzinfo=clock.QUEBEC) for day in (first, following))
    return begins, ends


def _sources(workspace_id: int, begins: datetime, ends: datetime) -> Iterator[Line]:
    statement = (
        select(SourceUse.source, SourceUse.price_line, func.count(), func.sum(SourceUse.requests),
               func.sum(SourceUse.cost_micros))
        .where(SourceUse.workspace_id == workspace_id, SourceUse.created_at >= begins, SourceUse.created_at < ends)
        .group_by(SourceUse.source, SourceUse.price_line)
    )  # fmt: skip
    for source, price_line, calls, units, micros in db.session.execute(statement):
        yield Line(source, price_line, calls, int(units), int(micros))


def _models(workspace_id: int, begins: datetime, ends: datetime) -> Iterator[Line]:
    tokens = func.sum(ModelCall.prompt_tokens + ModelCall.output_tokens)
    statement = (
        select(ModelCall.model, ModelCall.purpose, func.count(), tokens, func.sum(ModelCall.cost_micros))
        .where(ModelCall.workspace_id == workspace_id, ModelCall.called_at >= begins, ModelCall.called_at < ends,
               ModelCall.is_cached.is_(False))
        .group_by(ModelCall.model, ModelCall.purpose)
    )  # fmt: skip
    for model, purpose, calls, units, micros in db.session.execute(statement):
        # A picture is billed whole; a text by its tokens.
        yield Line("gemini", f"{purpose} {model}", calls, int(units) or calls, int(micros))
