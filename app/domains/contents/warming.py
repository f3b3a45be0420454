"""Do once, before a worker's processes are forked from it, what each would do again: imports, patterns, types."""

from __future__ import annotations

from importlib import import_module

from app.domains.contents.judging import Subject, judged, mended, quality
from app.providers import registry
from app.providers.contracts import BusinessFacts, LeadFacts
from app.settings import Settings

_SAMPLE = "À La Halte, à Alma, on prend le temps. Une bonne table se reconnaît à ceux qui y reviennent."


def warm(settings: Settings) -> None:
    """Judge a sentence, and import all that draws and writes; nothing is asked of anybody."""
    subject = Subject(LeadFacts("La Halte", "restaurant", "Alma"), BusinessFacts("Agence", "other", "Alma"))
    text = mended(_SAMPLE, subject)
    judged(text, ["Alma"], subject, by_machine=True)
    quality(text, ["Alma"], "", subject, has_picture=True)
    registry.prepare("drawn")
    for module in ("overlay", "thumbnails"):
        import_module(f"app.providers.drawn.{module}")
    if settings.gemini_api_key:
        registry.prepare("gemini")
        import_module("google.genai.types").GenerateContentResponse.model_rebuild()
