"""Ask the model, once for the same question: what it answered is kept, what it cost is noted."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, replace
from time import monotonic
from typing import Any

from sqlalchemy import delete, select

from app.core import clock
from app.core.db import changed, db
from app.domains.contents.models import KeptAnswer, ModelCall
from app.domains.contents.picturing import PictureCall
from app.providers.contracts import Draft, TextWriter, WritingRequest
from app.providers.errors import ProviderError
from app.providers.gemini.prices import image_cost_micros, text_cost_micros

KEPT_DAYS = 7
OK = "ok"


@dataclass(frozen=True)
class Question:
    """What is asked of which model, for which writing."""

    workspace_id: int
    writing_id: int
    model: str
    request: WritingRequest

    @property
    def fingerprint(self) -> str:
        """Return the key of the answer.

        What the campaign wrote meanwhile is left out, and the writing is in: a try that crashed finds the answer
        it paid for, and no other writing ever gets the same text.
        """
        asked = replace(self.request, avoid_openings=(), avoid_texts=())
        return hashlib.sha256(f"{self.writing_id}\0{self.model}\0{asked!r}".encode()).hexdigest()


def ask(question: Question, writer: TextWriter) -> Draft:
    """Return the model's draft, kept from an earlier try or asked now; commits what is noted.

    Raises:
        ProviderError: the model's; noted too.
    """
    kept = _kept(question)
    if kept is not None:
        _note(question, kept, 0, is_cached=True)
        return kept
    started = monotonic()
    try:
        draft = writer.write(question.request)
    except ProviderError as error:
        _note(question, None, monotonic() - started, outcome=error.code or type(error).__name__)
        raise
    db.session.add(KeptAnswer(workspace_id=question.workspace_id, fingerprint=question.fingerprint,
                              answer=_as_json(draft)))  # fmt: skip
    _note(question, draft, monotonic() - started)
    return draft


def note_picture(workspace_id: int, writing_id: int, call: PictureCall) -> None:
    """Note what a picture of the model cost, and commit; a refusal costs nothing."""
    db.session.add(
        ModelCall(
            workspace_id=workspace_id,
            writing_id=writing_id,
            purpose="image",
            model=call.model[:60],
            prompt_version=call.prompt_version[:80],
            outcome=call.outcome[:40],
            cost_micros=image_cost_micros(call.model) if call.outcome == OK else 0,
            latency_ms=call.latency_ms,
        )
    )
    db.session.commit()


def forget_old_answers() -> int:
    """Delete the answers nobody will ask for again, and commit; return how many."""
    gone = changed(delete(KeptAnswer).where(KeptAnswer.kept_at < clock.in_seconds(-KEPT_DAYS * 86_400)))
    db.session.commit()
    return gone


def _kept(question: Question) -> Draft | None:
    statement = select(KeptAnswer.answer).where(
        KeptAnswer.workspace_id == question.workspace_id, KeptAnswer.fingerprint == question.fingerprint
    )
    found = db.session.scalar(statement)
    db.session.rollback()
    return None if found is None else Draft(**found | {"hashtags": tuple(found["hashtags"])})


def _note(
    question: Question, draft: Draft | None, seconds: float, *, outcome: str = OK, is_cached: bool = False
) -> None:
    given, received = (draft.prompt_tokens, draft.output_tokens) if draft and not is_cached else (0, 0)
    db.session.add(
        ModelCall(
            workspace_id=question.workspace_id,
            writing_id=question.writing_id,
            purpose="text",
            model=question.model[:60],
            prompt_version=draft.prompt_version[:80] if draft else "",
            outcome=outcome[:40],
            is_cached=is_cached,
            prompt_tokens=given,
            output_tokens=received,
            cost_micros=text_cost_micros(question.model, given, received),
            latency_ms=round(seconds * 1000),
        )
    )
    db.session.commit()


def _as_json(draft: Draft) -> dict[str, Any]:
    return asdict(draft) | {"hashtags": list(draft.hashtags)}
