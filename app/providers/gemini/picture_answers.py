"""What the image model's answers and refusals mean (contract of 2026-11-21)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from google.genai import errors, types

from app.providers.errors import ProviderError, QuotaReached, Refused
from app.providers.gemini import answers

MEDIA_TYPES = frozenset({"image/png", "image/jpeg", "image/webp"})
NO_IMAGE = "no_image"
# A key without a plan has an image quota of zero: it looks like one that refills, and never does.
NO_QUOTA, NO_QUOTA_SECONDS = "quota_none", 86_400.0
# Asking again for these changes nothing, and is paid.
_NEVER_AGAIN = {
    "SAFETY", "IMAGE_SAFETY", "PROHIBITED_CONTENT", "IMAGE_PROHIBITED_CONTENT", "RECITATION", "IMAGE_RECITATION",
    "BLOCKLIST", "SPII", "MODEL_ARMOR", "ESCALATION",
}  # fmt: skip


@dataclass(frozen=True)
class Drawn:
    """The bytes of an answer, not yet trusted, and the model that says it drew them."""

    content: bytes
    model: str


def drawn_of(response: types.GenerateContentResponse, model: str) -> Drawn:
    """Return the first picture of an answer, wherever it stands; thoughts are no answer.

    Raises:
        Refused: "blocked" (the question), "safety" (the picture).
        ProviderError: "no_image"; "malformed" for a picture of another kind.
    """
    feedback = response.prompt_feedback
    if feedback and feedback.block_reason:
        raise Refused(f"Gemini blocked the question: {_word(feedback.block_reason)}", code="blocked")
    candidate = response.candidates[0] if response.candidates else types.Candidate()
    reason = _word(candidate.finish_reason)
    if reason in _NEVER_AGAIN:
        raise Refused(f"Gemini withheld its picture: {reason}", code="safety")
    parts = (candidate.content.parts if candidate.content else None) or []
    blobs = [part.inline_data for part in parts if part.inline_data and not part.thought]
    blob = next((each for each in blobs if each.data), None)
    if blob is None or not blob.data or reason not in {"STOP", ""}:
        raise ProviderError(f"Gemini gave no picture: {reason}", code=NO_IMAGE)
    if (blob.mime_type or "").partition(";")[0].strip().lower() not in MEDIA_TYPES:
        raise ProviderError("Gemini gave something else than a picture", code="malformed")
    return Drawn(blob.data, response.model_version or model)


def error_of(error: Exception, api_key: str) -> ProviderError:
    """Return the typed error of whatever the client raised."""
    found = answers.error_of(error, api_key)
    if isinstance(found, QuotaReached) and isinstance(error, errors.APIError) and _is_zero(error):
        return QuotaReached(str(found), code=NO_QUOTA, status=429, retry_after_seconds=NO_QUOTA_SECONDS)
    return found


def _is_zero(error: errors.APIError) -> bool:
    return bool(re.search(r"\blimit: 0\b|'quotaValue': '?0\b", f"{error.message} {error.details}"))


def _word(value: Any) -> str:
    return str(getattr(value, "value", value) or "")
