"""Which models answer, which are gone, and how each takes thinking (contracts 03 and 04, 2026-11-21)."""

from __future__ import annotations

from dataclasses import dataclass

SUCCESSOR = "gemini-3.8-flash"
RATIOS = frozenset(["1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"])
# The Nano Banana 2 family draws bands too.
MORE_RATIOS = RATIOS | {"1:4", "4:1", "1:8", "8:1"}
ALL_SIZES = ("1K", "2K", "4K")


@dataclass(frozen=True)
class Model:
    """A model that answers."""

    id: str
    label: str
    makes_pictures: bool = False
    refuses_least_thinking: bool = False
    sizes: tuple[str, ...] = ()
    ratios: frozenset[str] = frozenset()


LIVING = {
    model.id: model
    for model in (
        Model("gemini-3.8-flash", "Gemini 3.8 Flash", refuses_least_thinking=True),
        Model("gemini-3.7-flash", "Gemini 3.7 Flash", refuses_least_thinking=True),
        Model("gemini-3.6-flash", "Gemini 3.6 Flash"),
        Model("gemini-3.5-flash", "Gemini 3.5 Flash"),
        Model("gemini-3.5-flash-lite", "Gemini 3.5 Flash-Lite"),
        Model("gemini-3.1-flash-lite", "Gemini 3.1 Flash-Lite"),
        Model("gemini-3-flash-preview", "Gemini 3 Flash Preview"),
        Model("gemini-3.1-pro-preview", "Gemini 3.1 Pro Preview"),
        Model("gemini-nano-banana-2.1", "Nano Banana 2.1", makes_pictures=True, sizes=ALL_SIZES, ratios=MORE_RATIOS),
        Model(
            "gemini-3.1-flash-lite-image", "Nano Banana 2 Lite", makes_pictures=True, sizes=("1K",), ratios=MORE_RATIOS
        ),
        Model("gemini-3-pro-image", "Nano Banana Pro", makes_pictures=True, sizes=ALL_SIZES, ratios=RATIOS),
    )
}
# Floating names exist on v1beta only.
ALIASES = {"gemini-flash-latest": "gemini-3.8-flash", "gemini-pro-latest": "gemini-3.1-pro-preview"}
SHUT_DOWN = {
    "gemini-2.0-flash",
    "gemini-2.0-flash-001",
    "gemini-2.0-flash-lite",
    "gemini-2.0-flash-lite-001",
    "gemini-3-pro-preview",
    "gemini-2.5-flash-image",
    "gemini-3.1-flash-image",
    "gemini-3.1-flash-image-preview",
    "gemini-3-pro-image-preview",
    "imagen-3.0-generate-002",
    "imagen-4.0-generate-001",
    "imagen-4.0-ultra-generate-001",
    "imagen-4.0-fast-generate-001",
}
CLOSED_TO_NEW = {"gemini-2.5-flash", "gemini-2.5-pro", "gemini-2.5-flash-lite"}


def living_model(name: str, version: str) -> Model | str:
    """Find a model, or give the message of the 404 it earns."""
    resolved = ALIASES.get(name, name) if version == "v1beta" else name
    if resolved in LIVING:
        return LIVING[resolved]
    if name in CLOSED_TO_NEW:
        return (
            f"This model models/{name} is no longer available to new users. "
            "Please update your code to use a newer model for the latest features and improvements."
        )
    if name in SHUT_DOWN or name.startswith(("gemini-1.", "gemini-pro")):
        return f"This model models/{name} is no longer available. Please update your code to use models/{SUCCESSOR}"
    return (
        f"models/{name} is not found for API version {version}, or is not supported for generateContent. "
        "Call ModelService.ListModels to see the list of available models and their supported methods."
    )


def described(model: Model) -> dict[str, object]:
    """Write a model as the list of models does."""
    return {
        "name": f"models/{model.id}",
        "version": model.id.removeprefix("gemini-"),
        "displayName": model.label,
        "inputTokenLimit": 65_536 if model.makes_pictures else 1_048_576,
        "outputTokenLimit": 4_096 if model.makes_pictures else 65_536,
        "supportedGenerationMethods": ["generateContent", "countTokens"],
        "thinking": True,
    }
