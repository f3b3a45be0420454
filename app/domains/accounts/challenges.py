"""The questions a passkey is asked: each is answered once, wherever its answer and its cookie were copied."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from app.core import clock, crypto
from app.core.db import db
from app.domains.accounts.models import SpentChallenge

# How long a question may be answered.
LIFE = timedelta(minutes=5)
# Longer than that by more than the clocks of two machines differ.
KEPT = timedelta(hours=1)


def spend(challenge: str) -> bool:
    """Take a question that was answered, in the present transaction; True for the one answer that did."""
    if not challenge:
        # Nothing was asked: what answers nothing is no answer.
        return False
    try:
        with db.session.begin_nested():
            db.session.add(SpentChallenge(fingerprint=crypto.fingerprint(challenge)))
    except IntegrityError:
        return False
    return True


def forget_old() -> None:
    """Delete the questions too old to be answered, in the present transaction."""
    db.session.execute(delete(SpentChallenge).where(SpentChallenge.spent_at < clock.now() - KEPT))
