"""Which writer is at work: Gemini where its key is set, the offline writer otherwise and behind it."""

from __future__ import annotations

from flask import current_app

from app.domains.contents import wording
from app.providers import registry
from app.providers.contracts import TextWriter
from app.settings import Settings


def model_writer(timeout_seconds: float) -> TextWriter | None:
    """Return Gemini, each call bounded by `timeout_seconds`, or None without a key."""
    settings = _settings()
    if not settings.gemini_api_key:
        return None
    found: TextWriter = registry.load(
        "gemini",
        TextWriter,
        api_key=settings.gemini_api_key,
        base_url=settings.gemini_url,
        model=settings.gemini_text_model,
        timeout_seconds=min(settings.gemini_timeout_seconds, timeout_seconds),
    )
    return found


def offline_writer() -> TextWriter | None:
    """Return the writer that needs no key, or None where it is switched off."""
    if not _settings().offline_writer:
        return None
    found: TextWriter = registry.load("offline", TextWriter)
    return found


def model_name() -> str:
    """Return the model texts are asked of."""
    return _settings().gemini_text_model


def writer_in_use() -> str:
    """Say in French which writer is at work, and what stands behind it."""
    settings = _settings()
    if settings.gemini_api_key:
        label = f"{wording.GEMINI} ({settings.gemini_text_model})"
        return wording.WITH_FALLBACK.format(label=label) if settings.offline_writer else label
    return wording.OFFLINE if settings.offline_writer else wording.NO_WRITER


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings
