"""Gemini: the texts it writes, the bodies it refuses, the ways it fails."""

from __future__ import annotations

import base64
import io
import json
from typing import Any

import pytest
import requests
from PIL import Image

from tests.sandbox.outside import Outside

FACTS = {"profile": {"name": "Restaurant Moi"}, "prospect": {"name": "Chez Été (l'original)", "city": "Trois-Rivières"}}
SCHEMA = {
    "type": "OBJECT",
    "properties": {
        "text": {"type": "STRING"},
        "hashtags": {"type": "ARRAY", "items": {"type": "STRING"}, "minItems": 3, "maxItems": 5},
        "alt_text": {"type": "STRING", "maxLength": 120},
    },
    "required": ["text", "hashtags", "alt_text"],
    "propertyOrdering": ["text", "hashtags", "alt_text"],
}
STRUCTURED = {"responseMimeType": "application/json", "responseSchema": SCHEMA}


def body(config: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    prompt = f"Rédigez une publication.\n{json.dumps(FACTS, ensure_ascii=False)}"
    asked: dict[str, Any] = {"contents": [{"role": "user", "parts": [{"text": prompt}]}]}
    return asked | ({"generationConfig": config} if config else {}) | changes


def generate(
    outside: Outside, asked: dict[str, Any], model: str = "gemini-3.8-flash", key: str = "k", version: str = "v1"
) -> requests.Response:
    headers = {"x-goog-api-key": key} if key else {}
    url = f"{outside.url}/{version}/models/{model}:generateContent"
    return requests.post(url, json=asked, headers=headers, timeout=5)


def written(answer: requests.Response) -> dict[str, Any]:
    assert answer.status_code == 200, answer.text
    read: dict[str, Any] = json.loads(answer.json()["candidates"][0]["content"]["parts"][0]["text"])
    return read


@pytest.mark.parametrize("version", ["v1", "v1beta"])
def test_a_post_about_the_prospect_is_written_as_the_schema_asks(outside: Outside, version: str) -> None:
    answer = generate(outside, body(STRUCTURED), version=version)
    post = written(answer)
    assert list(post) == ["text", "hashtags", "alt_text"]
    assert "Chez Été (l'original)" in post["text"]
    assert "Restaurant Moi" not in post["text"]
    assert 150 <= len(post["text"].split()) <= 300
    assert 3 <= len(post["hashtags"]) <= 5
    assert len(post["alt_text"]) <= 120
    usage = answer.json()["usageMetadata"]
    assert usage["totalTokenCount"] == sum(
        usage[each] for each in ("promptTokenCount", "candidatesTokenCount", "thoughtsTokenCount")
    )


def test_snake_case_and_json_schema_are_accepted_too(outside: Outside) -> None:
    schema = {"type": "object", "properties": {"corps": {"$ref": "#/$defs/t"}}, "$defs": {"t": {"type": "string"}}}
    config = {"response_mime_type": "application/json", "response_json_schema": schema}
    asked = {"contents": body()["contents"], "generation_config": config}
    assert "Chez Été (l'original)" in written(generate(outside, asked))["corps"]


def test_the_same_prompt_gets_the_same_text(outside: Outside) -> None:
    assert written(generate(outside, body(STRUCTURED))) == written(generate(outside, body(STRUCTURED)))


@pytest.mark.parametrize("key", ["", "invalid-key"])
def test_a_bad_key_is_refused(outside: Outside, key: str) -> None:
    answer = generate(outside, body(), key=key)
    if key:
        assert answer.status_code == 400
        assert answer.json()["error"]["details"][0]["reason"] == "API_KEY_INVALID"
    else:
        assert answer.status_code == 403


@pytest.mark.parametrize(
    ("model", "version", "words"),
    [
        ("gemini-2.0-flash", "v1beta", "no longer available"),
        ("gemini-1.5-pro", "v1beta", "no longer available"),
        ("gemini-2.5-flash", "v1beta", "no longer available to new users"),
        ("gemini-9-flash", "v1beta", "is not found for API version v1beta"),
        ("gemini-flash-latest", "v1", "is not found for API version v1"),
        ("gemini-2.5-flash-image", "v1beta", "no longer available"),
        ("imagen-4.0-generate-001", "v1beta", "no longer available"),
    ],
)
def test_a_retired_or_unknown_model_is_a_404(outside: Outside, model: str, version: str, words: str) -> None:
    answer = generate(outside, body(), model=model, version=version)
    assert answer.status_code == 404
    assert answer.json()["error"]["status"] == "NOT_FOUND"
    assert words in answer.json()["error"]["message"]


def test_a_floating_name_lives_on_v1beta(outside: Outside) -> None:
    assert generate(outside, body(), model="gemini-flash-latest", version="v1beta").status_code == 200


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (body(temperature=1), 'Unknown name "temperature": Cannot find field.'),
        (body({"temprature": 1}), "Unknown name \"temprature\" at 'generation_config'"),
        (body({"thinkingConfig": {"thinkingLevel": "MINIMAL"}}), "MINIMAL is not supported for this model"),
        (body({"thinkingConfig": {"thinkingBudget": 0}}), "Thinking budget is not supported"),
        (body({"thinkingConfig": {"thinkingLevel": "huge"}}), "thinking_level"),
        (body(contents=[]), "contents is not specified"),
        (body(contents=[{"role": "system", "parts": [{"text": "x"}]}]), "valid role"),
        (body(contents=[{"role": "user", "parts": []}]), "parts"),
        (body(contents=[{"role": "user", "parts": [{"txt": "x"}]}]), 'Unknown name "txt"'),
        (
            body(contents=[{"role": "user", "parts": [{"text": "x"}]}, {"role": "model", "parts": [{"text": "{"}]}]),
            "prefill",
        ),
        (body({"responseSchema": SCHEMA}), "response_mime_type"),
        (body({**STRUCTURED, "responseSchema": {"type": "OBJECT"}}), "should be non-empty"),
        (body({**STRUCTURED, "responseSchema": {**SCHEMA, "additionalProperties": False}}), "additionalProperties"),
        (body({**STRUCTURED, "responseJsonSchema": {"type": "object"}}), "Only one of"),
        (body({"responseModalities": ["IMAGE"]}), "modalities"),
        (body({"candidateCount": 2}), "candidates"),
        (body({"maxOutputTokens": 0}), "max_output_tokens"),
    ],
)
def test_a_body_the_service_does_not_take_is_a_400(outside: Outside, asked: dict[str, Any], words: str) -> None:
    answer = generate(outside, asked)
    assert answer.status_code == 400
    assert answer.json()["error"]["status"] == "INVALID_ARGUMENT"
    assert words in answer.json()["error"]["message"]


def test_temperature_is_accepted_and_ignored(outside: Outside) -> None:
    warm = generate(outside, body(STRUCTURED | {"temperature": 1, "topP": 0.9, "topK": 4}))
    assert written(warm) == written(generate(outside, body(STRUCTURED)))


@pytest.mark.parametrize(("limit", "empty"), [(50, True), (250, False)])
def test_a_small_limit_is_eaten_by_thinking(outside: Outside, limit: int, empty: bool) -> None:
    candidate = generate(outside, body({"maxOutputTokens": limit})).json()["candidates"][0]
    assert candidate["finishReason"] == "MAX_TOKENS"
    assert ("parts" not in candidate["content"]) is empty


@pytest.mark.parametrize(
    ("what", "reason"), [("empty_parts", "STOP"), ("max_tokens", "MAX_TOKENS"), ("safety", "SAFETY")]
)
def test_an_answer_without_text_is_still_a_200(outside: Outside, what: str, reason: str) -> None:
    outside.behave("gemini", what)
    candidate = generate(outside, body()).json()["candidates"][0]
    assert candidate["finishReason"] == reason
    assert "parts" not in candidate["content"]


def test_a_blocked_prompt_has_no_candidate(outside: Outside) -> None:
    outside.behave("gemini", "prompt_blocked")
    answer = generate(outside, body())
    assert answer.status_code == 200
    assert "candidates" not in answer.json()
    assert answer.json()["promptFeedback"]["blockReason"] == "SAFETY"


@pytest.mark.parametrize(
    ("what", "window"), [("quota_minute", "PerMinute"), ("quota_day", "PerDay"), ("429", "PerMinute")]
)
def test_a_quota_names_its_window(outside: Outside, what: str, window: str) -> None:
    outside.behave("gemini", what)
    answer = generate(outside, body())
    assert answer.status_code == 429
    details = answer.json()["error"]["details"]
    assert window in details[1]["violations"][0]["quotaId"]
    assert details[2]["retryDelay"].endswith("s")


@pytest.mark.parametrize(("what", "status"), [("500", "INTERNAL"), ("503", "UNAVAILABLE")])
def test_the_service_falls_ill_and_recovers(outside: Outside, what: str, status: str) -> None:
    outside.behave("gemini", what)
    assert generate(outside, body()).json()["error"]["status"] == status
    assert generate(outside, body()).status_code == 200


def test_an_image_model_draws(outside: Outside) -> None:
    config = {"responseModalities": ["IMAGE"], "imageConfig": {"aspectRatio": "16:9", "imageSize": "1K"}}
    parts = generate(outside, body(config), model="gemini-nano-banana-2.1").json()["candidates"][0]["content"]["parts"]
    inline = next(part["inlineData"] for part in parts if "inlineData" in part)
    with Image.open(io.BytesIO(base64.b64decode(inline["data"]))) as image:
        assert image.format == "PNG"
        assert 1.7 < image.width / image.height < 1.85


@pytest.mark.parametrize("image", [{"aspectRatio": "1.91:1"}, {"imageSize": "1k"}, {"outputMimeType": "image/png"}])
def test_an_image_nobody_offers_is_refused(outside: Outside, image: dict[str, str]) -> None:
    assert generate(outside, body({"imageConfig": image}), model="gemini-nano-banana-2.1").status_code == 400


def test_the_list_of_models_holds_living_ones_only(outside: Outside) -> None:
    headers = {"x-goog-api-key": "k"}
    listed = requests.get(f"{outside.url}/v1beta/models", headers=headers, timeout=5).json()["models"]
    names = [each["name"] for each in listed]
    assert "models/gemini-3.8-flash" in names
    assert "models/gemini-2.0-flash" not in names
    url = f"{outside.url}/v1/models"
    assert requests.get(f"{url}/gemini-3.8-flash", headers=headers, timeout=5).status_code == 200
    assert requests.get(f"{url}/gemini-2.0-flash", headers=headers, timeout=5).status_code == 404
