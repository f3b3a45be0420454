"""What Gemini's models cost, thoughts and all, by the table of prices."""

from __future__ import annotations

from app.providers.prices import Price, price

# An unknown model is counted as the dearest known one: a surprise should be a pleasant one.
_DEAREST_TEXT, _DEAREST_IMAGE = "gemini-3.5-flash", "gemini-3-pro-image"


def text_cost_micros(model: str, prompt_tokens: int, output_tokens: int) -> int:
    """Return what one text cost, in millionths of a dollar."""
    known = model if price("gemini", f"{model} in") else _DEAREST_TEXT
    return round(_price(f"{known} in").of(prompt_tokens) + _price(f"{known} out").of(output_tokens))


def image_cost_micros(model: str) -> int:
    """Return what one image of 1K cost, in millionths of a dollar."""
    known = model if price("gemini", model) else _DEAREST_IMAGE
    return round(_price(known).of(1))


def _price(operation: str) -> Price:
    found = price("gemini", operation)
    assert found is not None, operation
    return found
