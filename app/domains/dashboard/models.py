"""What people answered to the one question they are asked."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.db import Row


class SurveyAnswer(Row):
    """One person's answer, from 1 to 5; `score` is empty where she would rather not say. She is not asked again."""

    __tablename__ = "survey_answers"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), unique=True)
    score: Mapped[int | None]
    answered_at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
