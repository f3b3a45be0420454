"""Gemini's image models: the pictures they give, the bodies they refuse, the ways they fail."""

from __future__ import annotations

import base64
import io
import time
from typing import Any

import pytest
import requests
from PIL import Image

from tests.sandbox.outside import Outside

MODEL = "gemini-nano-banana-2.1"
WIDE = {"aspectRatio": "16:9", "imageSize": "1K"}


def body(image: dict[str, Any] | None = None, prompt: str = "Une tasse de café", **config: Any) -> dict[str, Any]:
    asked = {"responseModalities": ["IMAGE"], "imageConfig": WIDE if image is None else image, **config}
    return {"contents": [{"role": "user", "parts": [{"text": prompt}]}], "generationConfig": asked}


def ask(outside: Outside, asked: dict[str, Any], model: str = MODEL, version: str = "v1beta") -> requests.Response:
    url = f"{outside.url}/{version}/models/{model}:generateContent"
    return requests.post(url, json=asked, headers={"x-goog-api-key": "k"}, timeout=5)


def parts(answer: requests.Response) -> list[dict[str, Any]]:
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["candidates"][0]["content"]["parts"]
    return found


def picture(answer: requests.Response) -> Image.Image:
    inline = next(part["inlineData"] for part in parts(answer) if "inlineData" in part)
    assert inline["mimeType"] == "image/png"
    image = Image.open(io.BytesIO(base64.b64decode(inline["data"], validate=True)))
    image.load()
    return image


@pytest.mark.parametrize("version", ["v1", "v1beta"])
@pytest.mark.parametrize("model", [MODEL, "gemini-3.1-flash-lite-image", "gemini-3-pro-image"])
def test_every_living_image_model_draws_a_real_picture(outside: Outside, model: str, version: str) -> None:
    image = picture(ask(outside, body(), model, version))
    assert (image.format, image.size) == ("PNG", (1344, 768))
    assert len(image.convert("RGB").resize((64, 64)).getcolors(5000) or range(5000)) > 20, "a picture, not a flat field"


@pytest.mark.parametrize(("ratio", "size"), [("1:1", (1024, 1024)), ("9:16", (768, 1344)), ("8:1", (2896, 352))])
def test_each_ratio_has_its_pixels(outside: Outside, ratio: str, size: tuple[int, int]) -> None:
    assert picture(ask(outside, body({"aspectRatio": ratio}))).size == size


def test_two_k_is_twice_as_wide(outside: Outside) -> None:
    assert picture(ask(outside, body(WIDE | {"imageSize": "2K"}))).size == (2688, 1536)


def test_the_same_prompt_gets_the_same_picture_and_another_one_another(outside: Outside) -> None:
    first, same = (parts(ask(outside, body()))[0]["inlineData"] for _ in range(2))
    assert first == same
    assert parts(ask(outside, body(prompt="Une rue")))[0]["inlineData"] != first


def test_words_come_with_the_picture_when_they_are_asked_for(outside: Outside) -> None:
    assert [set(each) for each in parts(ask(outside, body()))] == [{"inlineData", "thoughtSignature"}]
    both = parts(ask(outside, body(responseModalities=["TEXT", "IMAGE"])))
    assert [("text" in each, "inlineData" in each) for each in both] == [(True, False), (False, True)]


def test_what_a_picture_costs_is_told(outside: Outside) -> None:
    usage = ask(outside, body()).json()["usageMetadata"]
    assert usage["candidatesTokensDetails"] == [{"modality": "IMAGE", "tokenCount": 1120}]


@pytest.mark.parametrize(
    ("asked", "model", "words"),
    [
        (body({"aspectRatio": "1.91:1"}), MODEL, "Invalid aspect ratio"),
        (body({"aspectRatio": "8:1"}), "gemini-3-pro-image", "Invalid aspect ratio"),
        (body({"imageSize": "1k"}), MODEL, "Invalid image size: 1k"),
        (body({"imageSize": "512"}), MODEL, "Invalid image size"),
        (body({"imageSize": "2K"}), "gemini-3.1-flash-lite-image", "Invalid image size"),
        (body({"outputMimeType": "image/jpeg"}), MODEL, 'Unknown name "outputMimeType"'),
        (body({"sampleCount": 1}), MODEL, 'Unknown name "sampleCount"'),
        (body({"personGeneration": "dont_allow"}), MODEL, "person_generation"),
        (body(candidateCount=1), MODEL, "candidates"),
        (body(responseModalities=["PICTURE"]), MODEL, "response_modalities"),
        (body(), "gemini-3.8-flash", "modalities"),
        (body(responseModalities=["TEXT"]), "gemini-3.8-flash", "Image config"),
        (body() | {"prompt": "x"}, MODEL, 'Unknown name "prompt"'),
        (body(numberOfImages=2), MODEL, 'Unknown name "numberOfImages"'),
    ],
)
def test_a_body_nobody_takes_is_a_400(outside: Outside, asked: dict[str, Any], model: str, words: str) -> None:
    answer = ask(outside, asked, model)
    assert answer.status_code == 400
    assert answer.json()["error"]["status"] == "INVALID_ARGUMENT"
    assert words in answer.json()["error"]["message"]


@pytest.mark.parametrize("version", ["v1", "v1beta"])
@pytest.mark.parametrize(
    "model",
    ["imagen-4.0-generate-001", "imagen-3.0-generate-002", "gemini-2.5-flash-image", "gemini-3.1-flash-image",
     "gemini-3-pro-image-preview", "gemini-nano-banana-9"],
)  # fmt: skip
def test_a_model_that_is_gone_is_a_404(outside: Outside, model: str, version: str) -> None:
    answer = ask(outside, body(), model, version)
    assert answer.status_code == 404
    assert answer.json()["error"]["status"] == "NOT_FOUND"


def test_the_old_door_of_imagen_is_shut(outside: Outside) -> None:
    url = f"{outside.url}/v1beta/models/imagen-4.0-generate-001:predict"
    answer = requests.post(url, json={"instances": [{"prompt": "x"}]}, headers={"x-goog-api-key": "k"}, timeout=5)
    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("what", "reason"),
    [("image_safety", "IMAGE_SAFETY"), ("no_image", "NO_IMAGE"), ("image_other", "IMAGE_OTHER"),
     ("safety", "SAFETY"), ("empty_parts", "STOP")],
)  # fmt: skip
def test_an_answer_without_a_picture_is_still_a_200(outside: Outside, what: str, reason: str) -> None:
    outside.behave("gemini", what, path="nano-banana")
    candidate = ask(outside, body()).json()["candidates"][0]
    assert candidate["finishReason"] == reason
    assert "parts" not in candidate["content"]
    assert picture(ask(outside, body()))


def test_a_blocked_prompt_has_no_candidate(outside: Outside) -> None:
    outside.behave("gemini", "prompt_blocked")
    answer = ask(outside, body())
    assert answer.status_code == 200
    assert "candidates" not in answer.json()


def test_an_unfinished_picture_comes_first_and_is_marked(outside: Outside) -> None:
    outside.behave("gemini", "thoughts_first")
    found = parts(ask(outside, body()))
    assert [bool(each.get("thought")) for each in found] == [True, False]
    assert found[0]["inlineData"] != found[1]["inlineData"]


@pytest.mark.parametrize(
    ("what", "window", "limit"),
    [("quota_minute", "PerMinute", "20"), ("quota_day", "PerDay", "20"), ("quota_none", "PerDay", "0")],
)
def test_a_quota_names_its_window_and_its_limit(outside: Outside, what: str, window: str, limit: str) -> None:
    outside.behave("gemini", what)
    answer = ask(outside, body())
    assert answer.status_code == 429
    violation = answer.json()["error"]["details"][1]["violations"][0]
    assert window in violation["quotaId"]
    assert violation["quotaValue"] == limit
    assert f"limit: {limit}, model: {MODEL}" in answer.json()["error"]["message"]


def test_an_order_for_pictures_leaves_texts_alone(outside: Outside) -> None:
    outside.behave("gemini", "503", path="nano-banana")
    text = {"contents": [{"role": "user", "parts": [{"text": "Bonjour"}]}]}
    assert ask(outside, text, "gemini-3.8-flash").status_code == 200
    assert ask(outside, body()).status_code == 503
    assert ask(outside, body()).status_code == 200


def test_a_slow_picture_takes_the_time_ordered(outside: Outside) -> None:
    outside.behave("gemini", "slow", path="nano-banana", seconds=0.3)
    started = time.monotonic()
    assert picture(ask(outside, body()))
    assert time.monotonic() - started >= 0.3
