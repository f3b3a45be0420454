"""The life of an erasure, whoever it is about: due, taken by one worker, ended with its certificate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Select, select

from app.core import background, clock, states
from app.core.db import db
from app.domains.accounts.models import User
from app.domains.privacy import certificates
from app.domains.privacy.models import Erasure
from app.domains.privacy.states import ERASURE_MOVES, ErasureState, Subject

LEASE, NEXT_TRY, AT_ONCE = timedelta(minutes=10), timedelta(minutes=1), 5


def under_way(workspace_id: int, subject: Subject) -> Select[Erasure]:
    """Return the question for the erasures of a workspace that wait, or are being carried out."""
    return select(Erasure).where(
        Erasure.workspace_id == workspace_id, Erasure.subject == subject,
        Erasure.state.in_((ErasureState.WAITING, ErasureState.RUNNING)),
    )  # fmt: skip


def askers(rows: Sequence[Erasure]) -> dict[int | None, str]:
    """Return who asked for each of these erasures, by account; whoever closed hers is not among them."""
    people = select(User.id, User.email).where(User.id.in_({row.asked_by for row in rows if row.asked_by}))
    return dict(db.session.execute(people).tuples().all())


def ring_due(subject: Subject, job: str) -> int:
    """Ring for what is to be erased, its day come, what a dead worker left included; return how many."""
    mine = select(Erasure).where(Erasure.subject == subject).order_by(Erasure.id).limit(AT_ONCE)
    states.free(mine, ErasureState.RUNNING, ErasureState.WAITING, moves=ERASURE_MOVES)
    due = mine.where(Erasure.state == ErasureState.WAITING, Erasure.due_at <= clock.now()).with_only_columns(Erasure.id)
    ids = db.session.scalars(due).all()
    db.session.commit()
    return sum(background.ring(job, each, on="bulk", line=f"erasure-{each}") for each in ids)


def claimed(row: Erasure) -> bool:
    """Take an erasure whose day has come, and commit; False when it is another's."""
    now = clock.now()
    won = states.claim(row, ErasureState.RUNNING, moves=ERASURE_MOVES, where=(Erasure.due_at <= now,),
                       lease_until=now + LEASE)  # fmt: skip
    db.session.commit()
    return won


def put_off(row: Erasure) -> None:
    """Let an erasure that was taken wait a moment more, and commit."""
    states.claim(row, ErasureState.WAITING, moves=ERASURE_MOVES, lease_until=None, due_at=clock.now() + NEXT_TRY)
    db.session.commit()


def cancelled(row: Erasure, *, only_from: ErasureState | None = None) -> bool:
    """Let an erasure go, and forget whom it was about; False when it is too late. In the present transaction."""
    return states.claim(row, ErasureState.CANCELLED, moves=ERASURE_MOVES, only_from=only_from, certificate={},
                        sealed_recipient="", sealed_about="", lease_until=None, ended_at=clock.now())  # fmt: skip


def end(row: Erasure, counts: Mapping[str, int], **values: Any) -> bool:
    """End an erasure with its certificate, and forget whom it was about; in the present transaction.

    Returns:
        False when it is no longer this worker's to end.
    """
    paper = certificates.certified(row.subject, row.code, counts)
    return states.claim(row, ErasureState.DONE, moves=ERASURE_MOVES, certificate=paper,
                        digest=certificates.digest(paper), sealed_recipient="", sealed_about="", lease_until=None,
                        ended_at=clock.now(), **values)  # fmt: skip
