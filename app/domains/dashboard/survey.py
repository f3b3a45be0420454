"""One question, asked once, a week after someone signed up."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import exists, select
from sqlalchemy.exc import IntegrityError

from app.core import clock
from app.core.access import may
from app.core.db import db
from app.domains.accounts.models import User
from app.domains.dashboard.models import SurveyAnswer
from app.domains.workspaces.models import Workspace

AFTER = timedelta(days=7)
SCORES = range(1, 6)


def is_due(user: User, workspace: Workspace) -> bool:
    """Tell whether to ask this person now: who decides, outside demonstrations, and who never answered."""
    if workspace.is_demo or user.created_at > clock.now() - AFTER or not may("content.approve"):
        return False
    return not db.session.scalar(select(exists().where(SurveyAnswer.user_id == user.id)))


def answer(user: User, typed: str) -> bool:
    """Keep a person's answer, and commit; anything but 1 to 5 says that she would rather not.

    Returns:
        False where she had answered already: her first answer stands.
    """
    score = int(typed) if typed in {str(each) for each in SCORES} else None
    try:
        with db.session.begin_nested():
            db.session.add(SurveyAnswer(user_id=user.id, score=score))
    except IntegrityError:
        return False
    db.session.commit()
    return True
