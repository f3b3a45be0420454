"""What Gemini's models cost, in US dollars (contract of 2026-11-21; promotional prices are unverified)."""

from __future__ import annotations

from collections.abc import Mapping

MICROS = 1_000_000

# model: dollars a million tokens, given and received. Thoughts are billed as output.
TEXT_PRICES: Mapping[str, tuple[float, float]] = {
    "gemini-3.8-flash": (0.75, 3.75),
    "gemini-3.6-flash": (1.50, 7.50),
    "gemini-3.5-flash-lite": (0.30, 2.50),
    "gemini-3.5-flash": (1.50, 9.00),
}
# model: dollars an image of 1K.
IMAGE_PRICES: Mapping[str, float] = {
    "gemini-nano-banana-2.1": 0.034,
    "gemini-3.1-flash-lite-image": 0.034,
    "gemini-3-pro-image": 0.134,
}
# An unknown model is counted as the dearest known one: a surprise should be a pleasant one.
_DEAREST_TEXT = (1.50, 9.00)
_DEAREST_IMAGE = 0.134


def text_cost_micros(model: str, prompt_tokens: int, output_tokens: int) -> int:
    """Return what one text cost, in millionths of a dollar."""
    given, received = TEXT_PRICES.get(model, _DEAREST_TEXT)
    return round(prompt_tokens * given + output_tokens * received)


def image_cost_micros(model: str) -> int:
    """Return what one image cost, in millionths of a dollar."""
    return round(IMAGE_PRICES.get(model, _DEAREST_IMAGE) * MICROS)
