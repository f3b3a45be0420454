"""Have the model make a picture while the text is written; the drawn one stands behind it. No transaction here."""

from __future__ import annotations

import dataclasses
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLong
from dataclasses import dataclass
from threading import Thread
from time import monotonic

from flask import current_app

from app.core import clock, logs
from app.domains.contents import quota, wording
from app.providers import registry
from app.providers.contracts import ImageMaker, Picture, PictureRequest
from app.providers.errors import ProviderError, QuotaReached
from app.providers.gemini import picture_prompts
from app.settings import Settings

DRAWN, MODEL, PHOTO = "drawn", "model", "photo"
OK, UNAVAILABLE, TIMEOUT = "ok", "gemini_unavailable", "timeout"
# Less than this is not worth a call.
SHORTEST_CALL_SECONDS = 3.0
# Cutting, dressing and encoding, after the answer came.
DRESSING_SECONDS = 5.0
QUOTA_SECONDS = 60.0
# What no wait mends by itself: asking for each publication would only slow them all.
LEFT_ALONE_SECONDS = {"model_missing": 600.0, "key_invalid": 600.0, "permission_missing": 600.0}

log = logs.get("contents.picturing")


@dataclass(frozen=True)
class PictureCall:
    """One call of the image model: `outcome` is ok or the code of the error."""

    model: str
    outcome: str
    latency_ms: int
    prompt_version: str


@dataclass(frozen=True)
class MadePicture:
    """A picture ready to be kept: its `kind` is drawn, model or photo; `note` says why it is not the model's.

    `base` is what lies under the brand, for other formats: empty for a drawn picture, which is drawn again.
    """

    picture: Picture
    kind: str
    note: str = ""
    call: PictureCall | None = None
    base: bytes = b""
    is_branded: bool = True


@dataclass(frozen=True)
class _Answer:
    picture: Picture | None
    error: ProviderError | None
    latency_ms: int
    base: bytes = b""


class Pending:
    """A picture under way."""

    def __init__(
        self, request: PictureRequest, model: str = "", answer: Future[_Answer] | None = None, *, seconds: float = 0
    ) -> None:
        self._request = request
        self._model = model
        self._answer = answer
        self._over = monotonic() + seconds + DRESSING_SECONDS
        self.note = ""

    def result(self) -> MadePicture:
        """Wait for the model's picture and return it, or the drawn one with the reason; asks for the application.

        Raises:
            ProviderError: not even the drawn picture could be made.
        """
        if self._answer is None:
            return MadePicture(drawn(self._request), DRAWN, self.note)
        try:
            found = self._answer.result(max(self._over - monotonic(), 0.1))
        except TooLong:
            found = _Answer(None, ProviderError("the model's picture took too long", code=TIMEOUT), 0)
        outcome = found.error.code if found.error else OK
        call = PictureCall(self._model, outcome, found.latency_ms, picture_prompts.VERSION)
        if found.picture is not None:
            return MadePicture(found.picture, MODEL, call=call, base=found.base)
        note = outcome if outcome in wording.PICTURE_NOTES else UNAVAILABLE
        _leave_alone(found.error, note)
        log.warning("model made no picture", why=outcome, model=self._model)
        return MadePicture(drawn(self._request), DRAWN, note, call)


def begin(request: PictureRequest, seconds: float) -> Pending:
    """Start the model's picture in a thread of its own, bounded by `seconds`, and return at once.

    Settings and quota are read here; the thread needs no application. Without a key, or while the model is to be
    left alone, nothing starts, and the result is the drawn picture.
    """
    settings: Settings = current_app.config["SETTINGS"]
    pending = Pending(request)
    if not settings.gemini_api_key or not settings.gemini_images:
        return pending
    closed = quota.closed_until(settings.gemini_image_model)
    if closed is not None:
        pending.note = closed[1]
        return pending
    if seconds < SHORTEST_CALL_SECONDS:
        pending.note = TIMEOUT
        return pending
    answer: Future[_Answer] = Future()
    # A thread of its own: a pool made before a worker forks would have no thread in the child.
    Thread(target=_work, args=(answer, _maker(settings, seconds), request), daemon=True).start()
    return Pending(request, settings.gemini_image_model, answer, seconds=seconds)


def drawn(request: PictureRequest) -> Picture:
    """Return the drawn picture."""
    maker: ImageMaker = registry.load("drawn", ImageMaker)
    return maker.make(request)


def dressed(content: bytes, request: PictureRequest) -> Picture:
    """Lay the brand over a picture, at the size of the request; raises ProviderError for what is no picture."""
    # Loaded here: pages never draw, and need not carry Pillow.
    from app.providers.drawn.overlay import lay_over

    return lay_over(content, request)


def _maker(settings: Settings, seconds: float) -> ImageMaker:
    # Loaded before the thread starts: two imports at once may wait for each other.
    found: ImageMaker = registry.load(
        "gemini",
        ImageMaker,
        api_key=settings.gemini_api_key,
        base_url=settings.gemini_url,
        model=settings.gemini_image_model,
        timeout_seconds=seconds,
    )
    return found


def _work(answer: Future[_Answer], maker: ImageMaker, request: PictureRequest) -> None:
    started = monotonic()
    picture, base, error = None, b"", None
    try:
        plain = maker.make(request)
        picture, base = dataclasses.replace(dressed(plain.content, request), alt_text=plain.alt_text), plain.content
    except ProviderError as refusal:
        error = refusal
    except Exception as fault:  # a picture is never a reason for a text to fail
        log.exception("the model's picture broke")
        error = ProviderError(type(fault).__name__)
    answer.set_result(_Answer(picture, error, round((monotonic() - started) * 1000), base))


def _leave_alone(error: ProviderError | None, note: str) -> None:
    if error is None:
        return
    seconds = LEFT_ALONE_SECONDS.get(error.code)
    if isinstance(error, QuotaReached):
        seconds = error.retry_after_seconds or QUOTA_SECONDS
    if seconds is not None:
        settings: Settings = current_app.config["SETTINGS"]
        quota.close_until(clock.in_seconds(seconds), note, settings.gemini_image_model)
