"""What one try at writing holds once its transaction is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.core import clock
from app.domains.contents.judging import Subject
from app.domains.contents.states import WritingKind
from app.providers.contracts import PictureRequest, WritingRequest


@dataclass(frozen=True)
class Claimed:
    """All one try needs; `tries` proves whose try it is.

    `about_id` is the publication a variant or a rewriting is about; `others` are the campaign's latest texts.
    """

    writing_id: int
    workspace_id: int
    campaign_id: int
    lead_id: int
    kind: WritingKind
    about_id: int | None
    tries: int
    deadline: datetime
    subject: Subject
    picture: PictureRequest
    request: WritingRequest
    others: Sequence[str] = ()

    @property
    def seconds_left(self) -> float:
        """Return what is left of the minute a writing may take, retries included."""
        return (self.deadline - clock.now()).total_seconds()
