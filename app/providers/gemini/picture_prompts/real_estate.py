"""Scenes of homes: a street, a key, a light; never a property that seems to be for sale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.providers.gemini.picture_prompts.scenes import Scene

SCENES: Sequence[Scene] = (
    Scene(
        "Une rue résidentielle du Québec bordée d’arbres, maisons de brique à escalier extérieur, lumière dorée",
        "une rue bordée d’arbres et de maisons de brique",
    ),
    Scene(
        "Un trousseau de clés sans inscription posé sur une table de bois près d’une fenêtre, plante, lumière douce",
        "un trousseau de clés sur une table de bois",
    ),
    Scene(
        "Un salon simple et vide au petit matin, plancher de bois, grande fenêtre, plante, couverture de laine",
        "un salon clair au plancher de bois",
    ),
    Scene(
        "Un perron de bois avec une porte colorée, un pot de fleurs et une chaise, fin de journée",
        "un perron fleuri devant une porte colorée",
    ),
)
CATEGORIES: Mapping[str, Sequence[Scene]] = {}
CUISINES: Mapping[str, str] = {}
RULES = (
    "Aucune pancarte, aucun prix, aucune numérotation de porte lisible, aucune propriété luxueuse ou reconnaissable : "
    "un quartier ordinaire et imaginaire."
)
