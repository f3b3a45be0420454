"""Have a text written: by the model while the minute lasts, by the offline writer otherwise. No transaction here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.core import clock, logs
from app.domains.contents import quota, wording, writers
from app.domains.contents.hashtags import normalised
from app.domains.contents.judging import Flag, judged, mended, refusal
from app.domains.contents.services.claiming import Claimed
from app.providers.contracts import Draft, TextWriter, WritingRequest
from app.providers.errors import ProviderError, QuotaReached

BACKOFF_SECONDS = (1, 3, 9)
# Less than this is not worth a call; this much is kept after it to save what was written.
SHORTEST_CALL_SECONDS, MARGIN_SECONDS = 5, 3
OFFLINE_DRAWS = 6
# An answer that is no text is asked for once more, not for a whole minute: each one is paid.
NO_TEXT = frozenset({"empty", "max_tokens", "malformed"})
UNAVAILABLE = "gemini_unavailable"
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
        written = _written(claimed, model, claimed.seed)
    except QuotaReached as error:
        until = clock.in_seconds(_wait(error, claimed))
        quota.close_until(until, _note(error))
        return _after_quota(claimed, until, _note(error))
    except ProviderError as error:
        return _after_failure(claimed, error)
    refused = refusal(written.text, written.hashtags, written.flags, claimed.subject)
    if refused:
        log.warning("model's text refused", writing=claimed.writing_id, why=refused)
        return _by_offline_writer(claimed, refused)
    return written


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
        written = _written(claimed, writer, claimed.seed + draw, note)
        if not refusal(written.text, written.hashtags, written.flags, claimed.subject):
            return written
        first = first or written
    # Its flags say what a person must mend.
    return first or written


def _written(claimed: Claimed, writer: TextWriter, seed: int, note: str = "") -> Written:
    subject = claimed.subject
    request = WritingRequest(subject.lead, subject.business, clock.today(), seed, tuple(claimed.avoid_openings))
    draft = writer.write(request)
    text = mended(draft.text, subject)
    tags = normalised(draft.hashtags, subject.lead.city or subject.business.city, subject.lead.industry)
    return Written(draft, text, tags, judged(text, tags, subject, by_machine=True), note)


def _wait(error: ProviderError, claimed: Claimed) -> float:
    if error.retry_after_seconds is not None:
        return error.retry_after_seconds
    return BACKOFF_SECONDS[min(claimed.tries, len(BACKOFF_SECONDS)) - 1]


def _note(error: ProviderError) -> str:
    return error.code if error.code in wording.NOTES else UNAVAILABLE
