"""Gemini: generateContent, countTokens and the list of models, on /v1 and /v1beta."""

from __future__ import annotations

import json
import re
from random import Random
from typing import Any
from zlib import crc32

from werkzeug.wrappers import Response

from app.sandbox.calls import Call, json_reply
from app.sandbox.gemini import wording
from app.sandbox.gemini.drawing import picture
from app.sandbox.gemini.errors import Refused, bad_key, error, quota
from app.sandbox.gemini.facts import facts_in
from app.sandbox.gemini.models import LIVING, Model, described, living_model
from app.sandbox.gemini.request import Asked, read
from app.sandbox.gemini.writing import answer_text

PATH = re.compile(r"/(?P<version>v1|v1beta)/models(?:/(?P<model>[^:/]+)(?::(?P<method>\w+))?)?/?")
METHODS = ("generateContent", "streamGenerateContent", "countTokens")
THOUGHTS = {"minimal": 0, "low": 60, "medium": 180, "high": 700, "unspecified": 180}
QUOTAS: dict[str, dict[str, Any]] = {
    "quota_minute": {"per_day": False},
    "quota_day": {"per_day": True},
    "quota_none": {"per_day": True, "limit": 0},
}
# Answers of image models that hold no picture.
NO_PICTURE = {"image_safety": "IMAGE_SAFETY", "no_image": "NO_IMAGE", "image_other": "IMAGE_OTHER"}
IMAGE_TOKENS = 1120
BLOCKED_RATING = {"category": "HARM_CATEGORY_DANGEROUS_CONTENT", "probability": "HIGH", "blocked": True}


class GeminiTwin:
    """Answer as the developer API does."""

    def failure(self, call: Call, status: int) -> Response:
        """Answer an ordered failure; 429 is the one for the minute."""
        match = PATH.fullmatch(call.request.path)
        if status == 429:
            return quota(match["model"] or "" if match else "", per_day=False)
        return error(status)

    def answer(self, call: Call) -> Response:
        """Check the key, find the model, write."""
        try:
            _check_key(call)
            return self._routed(call)
        except Refused as refused:
            return error(refused.code, str(refused), refused.details)

    def _routed(self, call: Call) -> Response:
        match = PATH.fullmatch(call.request.path)
        if match is None:
            raise Refused(404, "Requested entity was not found.")
        if match["model"] is None:
            return json_reply({"models": [described(model) for model in LIVING.values()]})
        model = living_model(match["model"], match["version"])
        if isinstance(model, str):
            raise Refused(404, model)
        if match["method"] is None:
            return json_reply(described(model))
        if match["method"] not in METHODS or call.request.method != "POST":
            raise Refused(404, f"Method {match['method']} not found for {model.id}.")
        return self._generated(call, model, match["method"])

    def _generated(self, call: Call, model: Model, method: str) -> Response:
        body = call.request.get_json(silent=True, force=True)
        if body is None:
            raise Refused(400, "Invalid JSON payload received. Expected an object.")
        if method == "countTokens":
            return json_reply({"totalTokens": len(json.dumps(body, ensure_ascii=False)) // 4})
        asked = read(body, model)
        if call.what in QUOTAS:
            return quota(model.id, **QUOTAS[call.what])
        written = _answer(call.what, asked, model)
        if method == "streamGenerateContent":
            return Response(f"data: {json.dumps(written)}\n\n", content_type="text/event-stream")
        return json_reply(written)


def _check_key(call: Call) -> None:
    key = call.request.headers.get("x-goog-api-key") or call.request.args.get("key", "")
    allowed = call.state.settings.gemini_keys
    if not key:
        raise Refused(
            403, "Method doesn't allow unregistered callers. Please use API Key or other form of API consumer identity."
        )
    if (allowed and key not in allowed) or "invalid" in key.lower():
        raise bad_key()


def _answer(what: str, asked: Asked, model: Model) -> dict[str, Any]:
    # The same prompt gets the same text, as a cache would give it.
    draw = Random(asked.prompt)
    if what == "prompt_blocked":
        return _whole(asked, model, {"promptFeedback": {"blockReason": "SAFETY"}}, 0)
    if what == "safety":
        return _whole(asked, model, _candidate(None, "SAFETY", [BLOCKED_RATING]), 0)
    if what == "empty_parts":
        return _whole(asked, model, _candidate(None, "STOP"), 0)
    if what == "max_tokens":
        return _whole(asked, model, _candidate(None, "MAX_TOKENS"), 0)
    if model.makes_pictures and "IMAGE" in asked.modalities:
        return _drawn(what, asked, model)
    text = answer_text(facts_in(asked.prompt), asked.schema, draw, wants_json=asked.wants_json)
    # Thinking is counted in the limit: a small limit leaves an empty or a cut text.
    room = asked.most_tokens - THOUGHTS[asked.thinking]
    if room <= 0:
        return _whole(asked, model, _candidate(None, "MAX_TOKENS"), 0)
    if len(text) // 4 > room:
        return _whole(asked, model, _candidate([{"text": text[: room * 4]}], "MAX_TOKENS"), room)
    return _whole(
        asked, model, _candidate([{"text": text, "thoughtSignature": "c2FuZGJveA=="}], "STOP"), len(text) // 4
    )


def _drawn(what: str, asked: Asked, model: Model) -> dict[str, Any]:
    if what in NO_PICTURE:
        return _whole(asked, model, _candidate(None, NO_PICTURE[what]), 0)
    seed = crc32(asked.prompt.encode())
    parts = [_image_part(asked, seed) | {"thoughtSignature": "c2FuZGJveA=="}]
    if "TEXT" in asked.modalities:
        parts.insert(0, {"text": wording.PICTURE})
    if what == "thoughts_first":
        parts.insert(0, _image_part(asked, seed + 1) | {"thought": True})
    written = _whole(asked, model, _candidate(parts, "STOP"), IMAGE_TOKENS)
    written["usageMetadata"]["candidatesTokensDetails"] = [{"modality": "IMAGE", "tokenCount": IMAGE_TOKENS}]
    return written


def _image_part(asked: Asked, seed: int) -> dict[str, Any]:
    drawn = picture(asked.picture.ratio, asked.picture.size, seed)
    return {"inlineData": {"mimeType": "image/png", "data": drawn}}


def _candidate(
    parts: list[dict[str, Any]] | None, reason: str, ratings: list[dict[str, Any]] | None = None
) -> dict[str, Any]:
    content: dict[str, Any] = {"role": "model"} if parts is None else {"role": "model", "parts": parts}
    candidate: dict[str, Any] = {"content": content, "finishReason": reason, "index": 0}
    return {"candidates": [candidate | ({"safetyRatings": ratings} if ratings else {})]}


def _whole(asked: Asked, model: Model, answer: dict[str, Any], written_tokens: int) -> dict[str, Any]:
    prompt, thoughts = len(asked.prompt) // 4, min(THOUGHTS[asked.thinking], asked.most_tokens)
    usage = {
        "promptTokenCount": prompt,
        "candidatesTokenCount": written_tokens,
        "thoughtsTokenCount": thoughts,
        "totalTokenCount": prompt + written_tokens + thoughts,
        "promptTokensDetails": [{"modality": "TEXT", "tokenCount": prompt}],
    }
    identifier = f"sbx{crc32(asked.prompt.encode()):08x}"
    return answer | {"usageMetadata": usage, "modelVersion": model.id, "responseId": identifier}
