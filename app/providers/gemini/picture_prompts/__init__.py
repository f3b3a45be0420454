"""What the image model is asked. Nothing of a prospect enters: tables give every word, so nothing can be injected.

The name and the town come later, with the brand. Raise VERSION whenever a word changes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import ModuleType

from app.providers.contracts import PictureRequest
from app.providers.drawn.wording import NBSP
from app.providers.drawn.wording import alternative_text as poster_text
from app.providers.gemini.picture_prompts import dentist, other, real_estate, restaurant
from app.providers.gemini.picture_prompts.occasions import OCCASIONS
from app.providers.gemini.picture_prompts.scenes import Scene

VERSION = "2026-11-21.1"
RATIOS: Mapping[str, float] = {"16:9": 16 / 9, "1:1": 1.0, "4:5": 0.8, "9:16": 9 / 16}
STYLES: Sequence[str] = (
    "Photographie réaliste, objectif de 35 mm, faible profondeur de champ, couleurs naturelles",
    "Photographie éditoriale sobre, lumière naturelle, composition aérée",
    "Illustration réaliste à la gouache, aplats doux, texture de papier légère",
)
RULES = (
    "Aucun texte, aucune lettre, aucun chiffre, aucun logo, aucune marque, aucun filigrane dans l’image. Aucune "
    "personne, aucun visage, aucune main. Aucun lieu reconnaissable ni commerce précis : une évocation générale. "
    "Laisser le tiers inférieur calme et peu détaillé."
)
_TRADES: Mapping[str, ModuleType] = {"restaurant": restaurant, "dentist": dentist, "real_estate": real_estate}


def prompt_of(request: PictureRequest) -> str:
    """Return the French prompt of one picture, the same for the same request."""
    trade = _TRADES.get(request.industry, other)
    details = [trade.CUISINES[word] for word in _words(request.cuisine) if word in trade.CUISINES][:1]
    details += [OCCASIONS[word] for word in _words(request.occasion) if word in OCCASIONS][:1]
    style = STYLES[request.seed // 7 % len(STYLES)]
    parts = [f"{style}.", f"{scene_of(request).prompt}, au Québec."]
    if details:
        parts.append(f"Touches discrètes : {' ; '.join(details)}.")
    return " ".join([*parts, trade.RULES, RULES])


def scene_of(request: PictureRequest) -> Scene:
    """Return the scene of a request: its category's when known, its trade's otherwise."""
    trade = _TRADES.get(request.industry, other)
    category = next((word for word in _words(request.category) if word in trade.CATEGORIES), "")
    scenes: Sequence[Scene] = trade.CATEGORIES.get(category, trade.SCENES)
    return scenes[request.seed % len(scenes)]


def alternative_text(request: PictureRequest) -> str:
    """Say what the picture shows, that a machine made it, and whose name and town are laid over it."""
    poster = poster_text(request.name, request.city)
    return f"{poster}. En fond, une image générée{NBSP}: {scene_of(request).shown}"


def ratio_of(width: int, height: int) -> str:
    """Return the ratio the model offers that loses least when cropped to this size."""
    asked = width / height
    return min(RATIOS, key=lambda ratio: max(asked / RATIOS[ratio], RATIOS[ratio] / asked))


def _words(found: str) -> list[str]:
    # « amenity=cafe », « italian;pizza », « Back to school »: keys of ours, or nothing.
    parts = re.split(r"[;,]", found.rpartition("=")[2].casefold())
    return [re.sub(r"[\s-]+", "_", part.strip()) for part in parts]
