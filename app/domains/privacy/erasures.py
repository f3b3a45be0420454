"""The life of an erasure, whoever it is about: due, taken by one worker, ended with its certificate."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from app.core import background, clock, states
from app.core.db import db
from app.domains.privacy import certificates
from app.domains.privacy.models import Erasure
from app.domains.privacy.states import ERASURE_MOVES, ErasureState, Subject

LEASE, NEXT_TRY = timedelta(minutes=10), timedelta(minutes=1)


def ring_due(subject: Subject, job: str) -> int:
    """Ring for what is to be erased, its day come, and for what was left half erased; return how many."""
    now = clock.now()
    due = (Erasure.state == ErasureState.WAITING) & (Erasure.due_at <= now)
    stuck = (Erasure.state == ErasureState.RUNNING) & (Erasure.lease_until < now)
    mine = select(Erasure.id).where(due | stuck, Erasure.subject == subject).order_by(Erasure.id).limit(5)
    return sum(background.ring(job, each, on="bulk", line=f"erasure-{each}") for each in db.session.scalars(mine).all())


def claimed(row: Erasure) -> bool:
    """Take an erasure whose day has come, or that a dead worker left, and commit; False when it is another's."""
    now = clock.now()
    if row.state == ErasureState.RUNNING and row.lease_until is not None and row.lease_until < now:
        states.claim(row, ErasureState.WAITING, moves=ERASURE_MOVES, only_from=ErasureState.RUNNING,
                     where=(Erasure.lease_until < now,))  # fmt: skip
    won = states.claim(row, ErasureState.RUNNING, moves=ERASURE_MOVES, only_from=ErasureState.WAITING,
                       where=(Erasure.due_at <= now,), lease_until=now + LEASE)  # fmt: skip
    db.session.commit()
    return won


def put_off(row: Erasure) -> None:
    """Let an erasure that was taken wait a moment more, and commit."""
    states.claim(row, ErasureState.WAITING, moves=ERASURE_MOVES, only_from=ErasureState.RUNNING, lease_until=None,
                 due_at=clock.now() + NEXT_TRY)  # fmt: skip
    db.session.commit()


def end(row: Erasure, counts: Mapping[str, int], **values: Any) -> None:
    """End an erasure with its certificate, and forget whom it was about; in the present transaction."""
    paper = certificates.certified(row.subject, row.code, counts)
    states.claim(row, ErasureState.DONE, moves=ERASURE_MOVES, certificate=paper, digest=certificates.digest(paper),
                 sealed_recipient="", sealed_about="", lease_until=None, ended_at=clock.now(), **values)  # fmt: skip
