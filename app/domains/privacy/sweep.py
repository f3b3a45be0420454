"""What the sweep asks of privacy."""

from __future__ import annotations

from sqlalchemy import select

from app.core import background, clock, states
from app.core.db import db
from app.domains.privacy import account_closing, closing, erasing, erasures
from app.domains.privacy.exporting import JOB, LEASE
from app.domains.privacy.models import PrivacyExport
from app.domains.privacy.states import EXPORT_MOVES, ExportState, Subject


def ring_due_exports() -> int:
    """Ring for exports nobody makes, those a dead worker left included; return how many."""
    now = clock.now()
    held = select(PrivacyExport).order_by(PrivacyExport.id).limit(20)
    states.free(held, ExportState.RUNNING, ExportState.DUE, moves=EXPORT_MOVES)
    due = select(PrivacyExport.id).where(
        PrivacyExport.state == ExportState.DUE, PrivacyExport.created_at < now - LEASE / 10
    )
    ids = db.session.scalars(due.order_by(PrivacyExport.id).limit(20)).all()
    db.session.commit()
    return sum(background.ring(JOB, each, on="bulk", line=f"privacy-export-{each}") for each in ids)


def ring_due_erasures() -> int:
    """Ring for the persons who are to be erased; return how many."""
    return erasures.ring_due(Subject.PERSON, erasing.JOB)


def ring_due_closings() -> int:
    """Ring for the workspaces whose days of grace are over; return how many."""
    return erasures.ring_due(Subject.WORKSPACE, closing.JOB)


def ring_due_account_closings() -> int:
    """Ring for the accounts whose days of grace are over; return how many."""
    return erasures.ring_due(Subject.ACCOUNT, account_closing.JOB)
