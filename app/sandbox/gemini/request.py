"""Read a generateContent body, and refuse what the service refuses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from app.sandbox.gemini.errors import Refused, unknown_field
from app.sandbox.gemini.models import Model


def _words(text: str) -> set[str]:
    return set(text.split())


TOP = {
    "contents",
    "systemInstruction",
    "generationConfig",
    "safetySettings",
    "tools",
    "toolConfig",
    "cachedContent",
    "labels",
    "model",
    "serviceTier",
    "store",
}
CONFIG = {
    "stopSequences",
    "responseMimeType",
    "responseSchema",
    "responseJsonSchema",
    "responseModalities",
    "candidateCount",
    "maxOutputTokens",
    "temperature",
    "topP",
    "topK",
    "seed",
    "presencePenalty",
    "frequencyPenalty",
    "responseLogprobs",
    "logprobs",
    "speechConfig",
    "thinkingConfig",
    "imageConfig",
    "mediaResolution",
}
THINKING = {"thinkingLevel", "thinkingBudget", "includeThoughts"}
CONTENT = {"role", "parts"}
PART = {"text", "inlineData", "fileData", "functionCall", "functionResponse", "thought", "thoughtSignature"}
IMAGE = {"aspectRatio", "imageSize", "personGeneration"}
PERSONS = {"ALLOW_ALL", "ALLOW_ADULT", "ALLOW_NONE"}
SCHEMA = _words(
    "type format title description nullable enum maxItems minItems properties required minProperties maxProperties "
    "minLength maxLength pattern example anyOf propertyOrdering default items minimum maximum"
)
TYPES = {"STRING", "NUMBER", "INTEGER", "BOOLEAN", "ARRAY", "OBJECT", "NULL"}


@dataclass(frozen=True)
class WantedPicture:
    """What an image model is asked to draw."""

    ratio: str
    size: str


@dataclass(frozen=True)
class Asked:
    """A request that is in order."""

    prompt: str
    schema: dict[str, Any] | None
    most_tokens: int
    thinking: str
    wants_json: bool
    picture: WantedPicture
    modalities: frozenset[str]


def camel(name: str) -> str:
    """Spell a field in camel case: the service accepts both spellings."""
    return re.sub(r"_([a-z])", lambda match: match[1].upper(), name)


def _fields(thing: object, known: set[str], where: str) -> dict[str, Any]:
    if not isinstance(thing, dict):
        raise Refused(400, f"Invalid value at '{where}': expected an object")
    read: dict[str, Any] = {}
    for name, value in thing.items():
        if camel(name) not in known:
            raise unknown_field(name, where)
        read[camel(name)] = value
    return read


def read(body: object, model: Model) -> Asked:
    """Read a whole body.

    Raises:
        Refused: a field, value or turn the service does not accept.
    """
    top = _fields(body, TOP, "")
    config = _fields(top.get("generationConfig") or {}, CONFIG, "generation_config")
    prompt = _prompt(top)
    schema = config.get("responseJsonSchema")
    if "responseSchema" in config:
        if schema is not None:
            raise Refused(400, "Only one of response_schema and response_json_schema can be set.")
        schema = config["responseSchema"]
        _check_schema(schema, "generation_config.response_schema")
    mime = config.get("responseMimeType", "text/plain")
    if schema is not None and mime != "application/json":
        raise Refused(400, "Function calling config or response schema requires response_mime_type application/json.")
    most = config.get("maxOutputTokens", 65_536)
    if not isinstance(most, int) or not 1 <= most <= 65_536:
        raise Refused(400, "max_output_tokens must be between 1 and 65537 exclusive.")
    modalities = _modalities(config, model)
    thinking, picture = _thinking(config, model), _picture(config, model)
    return Asked(prompt, schema, most, thinking, mime == "application/json", picture, modalities)


def _prompt(top: dict[str, Any]) -> str:
    contents = top.get("contents")
    if isinstance(contents, dict):
        contents = [contents]
    if not isinstance(contents, list) or not contents:
        raise Refused(400, "* GenerateContentRequest.contents: contents is not specified")
    texts: list[str] = []
    role = "user"
    for number, each in enumerate(contents):
        content = _fields(each, CONTENT, f"contents[{number}]")
        role = content.get("role", "user")
        if role not in ("user", "model"):
            raise Refused(400, "Please use a valid role: user, model.")
        texts += _texts(content, f"contents[{number}]")
    if role == "model":
        raise Refused(400, "The last turn must be a user turn: assistant prefill is not supported by this model.")
    if top.get("systemInstruction"):
        system = _fields(top["systemInstruction"], CONTENT, "system_instruction")
        _texts(system, "system_instruction")
    return "\n".join(texts)


def _texts(content: dict[str, Any], where: str) -> list[str]:
    parts = content.get("parts")
    if isinstance(parts, dict):
        parts = [parts]
    if not isinstance(parts, list) or not parts:
        raise Refused(400, f"* GenerateContentRequest.{where}.parts: must include at least one parts field")
    read = [_fields(part, PART, f"{where}.parts[{number}]") for number, part in enumerate(parts)]
    return [str(part["text"]) for part in read if "text" in part]


def _thinking(config: dict[str, Any], model: Model) -> str:
    thinking = _fields(config.get("thinkingConfig") or {}, THINKING, "generation_config.thinking_config")
    level = str(thinking.get("thinkingLevel", "medium")).lower().removeprefix("thinking_level_")
    if level not in ("minimal", "low", "medium", "high", "unspecified"):
        raise Refused(400, f"Invalid value at 'generation_config.thinking_config.thinking_level': \"{level}\"")
    if model.refuses_least_thinking and level == "minimal":
        raise Refused(400, "Thinking level MINIMAL is not supported for this model.")
    if model.refuses_least_thinking and "thinkingBudget" in thinking:
        raise Refused(400, "Thinking budget is not supported for this model. Please use thinking_level instead.")
    if "thinkingBudget" in thinking and "thinkingLevel" in thinking:
        raise Refused(400, "You can only set only one of thinking budget and thinking level.")
    return level


def _modalities(config: dict[str, Any], model: Model) -> frozenset[str]:
    wanted = config.get("responseModalities") or (["TEXT", "IMAGE"] if model.makes_pictures else ["TEXT"])
    if not isinstance(wanted, list) or not set(wanted) <= {"TEXT", "IMAGE"}:
        raise Refused(400, "Invalid value at 'generation_config.response_modalities'")
    if "IMAGE" in wanted and not model.makes_pictures:
        raise Refused(400, "The requested combination of response modalities (IMAGE) is not supported by the model.")
    if config.get("candidateCount", 1) != 1 or (model.makes_pictures and "candidateCount" in config):
        raise Refused(400, "Multiple candidates is not enabled for this model")
    return frozenset(wanted)


def _picture(config: dict[str, Any], model: Model) -> WantedPicture:
    image = _fields(config.get("imageConfig") or {}, IMAGE, "generation_config.image_config")
    if image and not model.makes_pictures:
        raise Refused(400, "Image config is not enabled for this model.")
    ratio, size = str(image.get("aspectRatio", "1:1")), str(image.get("imageSize", "1K"))
    if model.makes_pictures and ratio not in model.ratios:
        raise Refused(400, f"Invalid aspect ratio: {ratio}")
    if model.makes_pictures and size not in model.sizes:
        raise Refused(400, f"Invalid image size: {size}")
    if image.get("personGeneration", "ALLOW_ALL") not in PERSONS:
        raise Refused(400, "Invalid value at 'generation_config.image_config.person_generation'")
    return WantedPicture(ratio, size)


def _check_schema(schema: object, where: str) -> None:
    read = _fields(schema, SCHEMA, where)
    kind = str(read.get("type", "")).upper()
    if kind and kind not in TYPES:
        raise Refused(400, f"Invalid value at '{where}.type' (google.ai.generativelanguage.v1.Type)")
    if kind == "OBJECT" and not read.get("properties"):
        raise Refused(400, f"* GenerateContentRequest.{where}.properties: should be non-empty for OBJECT type")
    if kind == "ARRAY" and "items" not in read:
        raise Refused(400, f"* GenerateContentRequest.{where}.items: missing field.")
    for name in read.get("required") or []:
        if name not in (read.get("properties") or {}):
            raise Refused(400, f"* GenerateContentRequest.{where}.required: property is not defined: {name}")
    for name, inner in (read.get("properties") or {}).items():
        _check_schema(inner, f"{where}.properties[{name}]")
    if "items" in read:
        _check_schema(read["items"], f"{where}.items")
    for number, inner in enumerate(read.get("anyOf") or []):
        _check_schema(inner, f"{where}.any_of[{number}]")
