"""What each rule of retention last did; every purge says it here, and the calendar of privacy shows it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import BigInteger, String, select
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Row, db


class RetentionRun(Row):
    """The last run of one rule: `reached` rows then, `total` since the beginning."""

    __tablename__ = "retention_runs"

    rule: Mapped[str] = mapped_column(String(40), unique=True)
    ran_at: Mapped[datetime] = mapped_column(default=clock.now)
    reached: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(BigInteger, default=0)


def note(counts: Mapping[str, int]) -> None:
    """Remember how many rows each rule reached just now, and commit."""
    known = {run.rule: run for run in db.session.scalars(select(RetentionRun).where(RetentionRun.rule.in_(counts)))}
    for rule, reached in counts.items():
        run = known.get(rule)
        if run is None:
            run = RetentionRun(rule=rule, total=0)
            db.session.add(run)
        run.ran_at, run.reached, run.total = clock.now(), reached, run.total + reached
    db.session.commit()


def runs() -> dict[str, RetentionRun]:
    """Return the last run of each rule, by its name."""
    return {run.rule: run for run in db.session.scalars(select(RetentionRun))}
