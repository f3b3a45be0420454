"""Scenes of a dental clinic: calm places; neither a patient, nor a result, nor anything that frightens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.providers.gemini.picture_prompts.scenes import Scene

SCENES: Sequence[Scene] = (
    Scene(
        "Une salle d’attente lumineuse et vide, fauteuils de bois clair, plante verte, grande fenêtre, tons doux",
        "une salle d’attente lumineuse",
    ),
    Scene(
        "Une brosse à dents de bambou dans un verre, sur un rebord de céramique blanche, serviette pliée, lumière "
        "du matin",
        "une brosse à dents dans un verre, au matin",
    ),
    Scene(
        "Un comptoir d’accueil de clinique sobre et vide, bois clair, bouquet discret, lumière naturelle",
        "un comptoir d’accueil sobre et fleuri",
    ),
    Scene(
        "Une pomme verte, un verre d’eau et une plante sur une table claire près d’une fenêtre, ambiance fraîche",
        "une pomme verte et un verre d’eau près d’une fenêtre",
    ),
)
CATEGORIES: Mapping[str, Sequence[Scene]] = {}
CUISINES: Mapping[str, str] = {}
RULES = (
    "Aucun sourire, aucune bouche, aucune dent, aucun instrument, aucun soin en cours, aucune comparaison avant et "
    "après, aucune promesse de résultat."
)
