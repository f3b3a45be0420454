"""Have a text written: by the model while the minute lasts, by the offline writer otherwise. No transaction here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.core import clock, logs
from app.domains.contents import quota, wording, writers
from app.domains.contents.gate.footer import with_footer
from app.domains.contents.hashtags import normalised
from app.domains.contents.judging import Flag, judged, mended, refusal
from app.domains.contents.likeness import likeness, shingles
from app.domains.contents.services.asking import Question, ask
from app.domains.contents.services.claimed import Claimed
from app.providers.contracts import Draft, TextWriter, WritingRequest
from app.providers.errors import ProviderError, QuotaReached

BACKOFF_SECONDS = (1, 3, 9)
# Less than this is not worth a call; this much is kept after it to save what was written.
SHORTEST_CALL_SECONDS, MARGIN_SECONDS = 5, 3
OFFLINE_DRAWS = 6
# An answer that is no text is asked for once more, not for a whole minute: each one is paid.
NO_TEXT = frozenset({"empty", "max_tokens", "malformed"})
UNAVAILABLE = "gemini_unavailable"
# Above this, a reader who follows the business would say she has read it already.
MOST_ALIKE = 0.6
TOO_ALIKE = "gate_alike"
NO_WRITER = "no_writer"

log = logs.get("contents.writing")


@dataclass(frozen=True)
class Written:
    """A text fit to be shown; `note` says why the model's was not."""

    draft: Draft
    text: str
    hashtags: Sequence[str]
    flags: Sequence[Flag]
    note: str = ""


class TryLater(Exception):
    """The model asks for, or deserves, a wait that the minute still holds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"{seconds} s")
        self.seconds = seconds


class QuotaOver(Exception):
    """The model's quota is used up, and nobody else may write."""

    def __init__(self, until: datetime, note: str) -> None:
        super().__init__(note)
        self.until = until
        self.note = note


class CannotWrite(Exception):
    """The model gave nothing that may be shown, and nobody else may write. `note` says why."""

    def __init__(self, note: str) -> None:
        super().__init__(note)
        self.note = note


def compose(claimed: Claimed) -> Written:
    """Write one text.

    Raises:
        TryLater, QuotaOver, CannotWrite: see each.
    """
    model = writers.model_writer(claimed.seconds_left - MARGIN_SECONDS)
    if model is None:
        return _by_offline_writer(claimed, "")
    closed = quota.closed_until()
    if closed is not None:
        return _after_quota(claimed, *closed)
    if claimed.seconds_left < SHORTEST_CALL_SECONDS + MARGIN_SECONDS:
        return _by_offline_writer(claimed, UNAVAILABLE)
    try:
        written = _by_model(claimed, model, claimed.request)
    except QuotaReached as error:
        until = clock.in_seconds(_wait(error, claimed))
        quota.close_until(until, _note(error))
        return _after_quota(claimed, until, _note(error))
    except ProviderError as error:
        return _after_failure(claimed, error)
    return _fit(claimed, written)


def _fit(claimed: Claimed, first: Written) -> Written:
    """Return a model's text that may be shown: the first, the one it is asked to write again, or the offline one."""
    refused = _refusal(claimed, first)
    if not refused:
        return first
    log.warning("model's text refused", writing=claimed.writing_id, why=refused)
    again = _written_again(claimed, first, refused)
    if again is not None and not _refusal(claimed, again):
        return again
    return first if refused == TOO_ALIKE else _by_offline_writer(claimed, refused)


def _refusal(claimed: Claimed, written: Written) -> str:
    found = refusal(written.text, written.hashtags, written.flags, claimed.subject)
    if found:
        return found
    ours = shingles(written.text)
    return TOO_ALIKE if any(likeness(ours, shingles(other)) > MOST_ALIKE for other in claimed.others) else ""


def _written_again(claimed: Claimed, first: Written, refused: str) -> Written | None:
    """Ask for one rewriting with the faults named; None where the minute or the model does not allow it."""
    seconds = claimed.seconds_left - MARGIN_SECONDS
    model = writers.model_writer(seconds) if seconds >= SHORTEST_CALL_SECONDS else None
    if model is None:
        return None
    named = [flag.message for flag in first.flags if flag.blocking]
    faults = (*named, *filter(None, [wording.FAULTS.get(refused, "")]))
    try:
        return _by_model(claimed, model, replace(claimed.request, current_text=first.text, faults=faults))
    except ProviderError as error:
        log.warning("model did not write again", writing=claimed.writing_id, why=error.code)
        return None


def _after_quota(claimed: Claimed, until: datetime, note: str) -> Written:
    wait = (until - clock.now()).total_seconds()
    if wait + SHORTEST_CALL_SECONDS + MARGIN_SECONDS <= claimed.seconds_left:
        raise TryLater(wait)
    if writers.offline_writer() is None:
        raise QuotaOver(until, note)
    return _by_offline_writer(claimed, note)


def _after_failure(claimed: Claimed, error: ProviderError) -> Written:
    log.warning("model did not write", writing=claimed.writing_id, why=error.code, error=type(error).__name__)
    wait = _wait(error, claimed)
    most_tries = 2 if error.code in NO_TEXT else 1 + len(BACKOFF_SECONDS)
    may_retry = not error.permanent and claimed.tries < most_tries
    if may_retry and wait + SHORTEST_CALL_SECONDS + MARGIN_SECONDS <= claimed.seconds_left:
        raise TryLater(wait)
    return _by_offline_writer(claimed, _note(error))


def _by_offline_writer(claimed: Claimed, note: str) -> Written:
    writer = writers.offline_writer()
    if writer is None:
        raise CannotWrite(note or NO_WRITER)
    first: Written | None = None
    for draw in range(OFFLINE_DRAWS):
        written = _gated(claimed, writer.write(replace(claimed.request, seed=claimed.request.seed + draw)), note)
        if not _refusal(claimed, written):
            return written
        first = first or written
    # Its flags say what a person must mend.
    return first or written


def _by_model(claimed: Claimed, model: TextWriter, request: WritingRequest) -> Written:
    question = Question(claimed.workspace_id, claimed.writing_id, writers.model_name(), request)
    return _gated(claimed, ask(question, model))


def _gated(claimed: Claimed, draft: Draft, note: str = "") -> Written:
    subject = claimed.subject
    text = with_footer(mended(draft.text, subject), subject.business)
    tags = normalised(draft.hashtags, subject.lead.city or subject.business.city, subject.lead.industry)
    return Written(draft, text, tags, judged(text, tags, subject, by_machine=True), note)


def _wait(error: ProviderError, claimed: Claimed) -> float:
    if error.retry_after_seconds is not None:
        return error.retry_after_seconds
    return BACKOFF_SECONDS[min(claimed.tries, len(BACKOFF_SECONDS)) - 1]


def _note(error: ProviderError) -> str:
    return error.code if error.code in wording.NOTES else UNAVAILABLE
