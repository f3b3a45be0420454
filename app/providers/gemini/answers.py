"""What Gemini's answers and refusals mean (contract of 2026-11-21; many refusals come with a 200)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx2
from google.genai import errors, types

from app.providers.contracts import Draft
from app.providers.errors import AccessRevoked, PermissionMissing, ProviderError, QuotaReached, Refused
from app.providers.http import redact

WRITER = "gemini"
MOST_HASHTAGS = 5
DEFAULT_WAIT_SECONDS = 60.0
# Google's daily quotas start again at midnight, Pacific time.
_PACIFIC = ZoneInfo("America/Los_Angeles")
_UNSAFE = {"SAFETY", "PROHIBITED_CONTENT", "BLOCKLIST", "SPII", "MODEL_ARMOR", "IMAGE_SAFETY"}


def draft_of(response: types.GenerateContentResponse, model: str) -> Draft:
    """Return the text of an answer.

    Raises:
        Refused: "blocked" (the question), "safety" (the answer): asking again changes nothing.
        ProviderError: "empty", "max_tokens", "malformed": asking again may.
    """
    found = _content(response)
    text, alt_text, hashtags = found.get("text"), found.get("alt_text"), found.get("hashtags")
    if not isinstance(text, str) or not text.strip() or not isinstance(hashtags, list):
        raise ProviderError("Gemini left the text or the hashtags out", code="malformed")
    usage = response.usage_metadata or types.GenerateContentResponseUsageMetadata()
    return Draft(
        text=text.replace("\r\n", "\n").strip(),
        hashtags=_hashtags(hashtags),
        alt_text=" ".join(alt_text.split()) if isinstance(alt_text, str) else "",
        writer=WRITER,
        model=response.model_version or model,
        prompt_tokens=usage.prompt_token_count or 0,
        # Thoughts are billed as output.
        output_tokens=(usage.candidates_token_count or 0) + (usage.thoughts_token_count or 0),
    )


def error_of(error: Exception, api_key: str, now: datetime | None = None) -> ProviderError:
    """Return the typed error of whatever the client raised."""
    if isinstance(error, errors.APIError):
        return _refusal(error, redact(f"Gemini: {error.code} {error.status} {error.message}", [api_key]), now)
    name = type(error).__name__
    if isinstance(error, httpx2.TimeoutException):
        return ProviderError(f"Gemini: {name}", code="timeout")
    if isinstance(error, httpx2.HTTPError):
        return ProviderError(f"Gemini: {name}")
    return ProviderError(f"Gemini: {name}", code="malformed")


def seconds_to_midnight_pacific(now: datetime) -> float:
    """Return the seconds until the daily quotas start again."""
    here = now.astimezone(_PACIFIC)
    midnight = datetime(here.year, here.month, here.day, tzinfo=_PACIFIC) + timedelta(days=1)
    return midnight.timestamp() - now.timestamp()


def _content(response: types.GenerateContentResponse) -> Mapping[str, Any]:
    feedback = response.prompt_feedback
    if feedback and feedback.block_reason:
        raise Refused(f"Gemini blocked the question: {_word(feedback.block_reason)}", code="blocked")
    if not response.candidates:
        raise ProviderError("Gemini gave no candidate", code="empty")
    candidate = response.candidates[0]
    reason = _word(candidate.finish_reason)
    if reason == "MAX_TOKENS":
        raise ProviderError("Gemini stopped before the end", code="max_tokens")
    if reason in _UNSAFE:
        raise Refused(f"Gemini withheld its answer: {reason}", code="safety")
    parts = (candidate.content.parts if candidate.content else None) or []
    text = "".join(part.text for part in parts if part.text and not part.thought)
    if not text.strip() or reason not in {"STOP", ""}:
        raise ProviderError(f"Gemini gave no text: {reason}", code="empty")
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ProviderError("Gemini's text is not JSON", code="malformed") from error
    if not isinstance(found, dict):
        raise ProviderError("Gemini's text is not an object", code="malformed")
    return found


def _word(value: Any) -> str:
    return str(getattr(value, "value", value) or "")


def _hashtags(found: list[Any]) -> tuple[str, ...]:
    words = ("".join(each.replace("#", " ").split()) for each in found if isinstance(each, str))
    return tuple(dict.fromkeys(word for word in words if word))[:MOST_HASHTAGS]


def _refusal(error: errors.APIError, message: str, now: datetime | None) -> ProviderError:
    status = error.code
    if status == 429:
        return _quota(error, message, now)
    if status == 401 or (status == 400 and "API_KEY_INVALID" in {_reason(each) for each in _details(error)}):
        return AccessRevoked(message, code="key_invalid", status=status)
    if status == 403:
        return PermissionMissing(message, code="permission_missing", status=status)
    if status == 404:
        return Refused(message, code="model_missing", status=status)
    if isinstance(status, int) and 400 <= status < 500 and status != 408:
        return Refused(message, code="refused", status=status)
    return ProviderError(message, status=status if isinstance(status, int) else None)


def _quota(error: errors.APIError, message: str, now: datetime | None) -> QuotaReached:
    details = list(_details(error))
    violations = [each for detail in details for each in _objects(detail.get("violations"))]
    # A daily quota still says « retry in 44 s »: only its identifier tells the truth.
    if any("PerDay" in str(each.get("quotaId")) for each in violations):
        wait = seconds_to_midnight_pacific(now or datetime.now(_PACIFIC))
        return QuotaReached(message, code="quota_day", status=429, retry_after_seconds=wait)
    waits = [_seconds(detail["retryDelay"]) for detail in details if "retryDelay" in detail]
    wait = next((each for each in waits if each is not None), DEFAULT_WAIT_SECONDS)
    return QuotaReached(message, code="quota", status=429, retry_after_seconds=wait)


def _details(error: errors.APIError) -> Iterator[Mapping[str, Any]]:
    body = error.details.get("error") if isinstance(error.details, dict) else None
    yield from _objects(body.get("details") if isinstance(body, dict) else None)


def _objects(found: Any) -> Iterator[Mapping[str, Any]]:
    yield from (each for each in (found if isinstance(found, list) else []) if isinstance(each, dict))


def _reason(detail: Mapping[str, Any]) -> str:
    return str(detail.get("reason", ""))


def _seconds(delay: Any) -> float | None:
    try:
        return min(86_400.0, max(0.0, float(str(delay).removesuffix("s"))))
    except ValueError:
        return None
