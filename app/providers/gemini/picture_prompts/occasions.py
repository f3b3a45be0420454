"""The touch of the moment, laid lightly on any scene."""

from __future__ import annotations

from collections.abc import Mapping

OCCASIONS: Mapping[str, str] = {
    "new_year": "lendemain de fêtes, neige fraîche et lumière d’hiver",
    "midwinter": "hiver québécois, neige au bord de la fenêtre, chaleur à l’intérieur",
    "winter": "hiver québécois, neige au bord de la fenêtre, chaleur à l’intérieur",
    "valentine": "quelques fleurs rouges et roses, lumière tamisée",
    "spring_break": "neige qui brille au soleil, tuques et mitaines sur un crochet",
    "sugar": "temps des sucres : chaudière de métal, érables dans la neige qui fond, lumière de mars",
    "easter": "branches de saule, tulipes, lumière de printemps",
    "earth_day": "pousses vertes, terre brune, lumière claire",
    "spring": "premiers bourgeons, lumière claire du printemps",
    "may": "premiers bourgeons, lumière claire du printemps",
    "mothers_day": "bouquet de lilas et de tulipes",
    "patriots": "lilas en fleurs, ciel clair de mai",
    "june": "verdure fraîche, soleil de juin",
    "fathers_day": "verdure fraîche, soleil de juin",
    "saint_jean": "guirlandes bleues et blanches sans drapeau ni inscription, soirée d’été",
    "moving": "boîtes de carton sans inscription, soleil d’été",
    "canada_day": "plein été, fenêtre ouverte, verdure",
    "summer": "plein été, fenêtre ouverte, verdure",
    "midsummer": "plein été, fenêtre ouverte, verdure",
    "construction": "plein été, fenêtre ouverte, chaise longue au loin",
    "august": "récoltes d’août, tournesols, lumière dorée",
    "back_to_school": "sac de toile et crayons, lumière de septembre",
    "labour_day": "lumière de fin d’été, verdure dense",
    "apples": "pommes fraîchement cueillies dans un panier",
    "autumn": "feuilles d’automne, lumière dorée",
    "colours": "érables rouges et orangés par la fenêtre",
    "thanksgiving": "courges, feuilles d’érable et blé, lumière dorée",
    "small_business_week": "érables rouges et orangés par la fenêtre",
    "halloween": "citrouilles non sculptées et feuilles mortes",
    "november": "lumière grise de novembre, bougie, laine",
    "first_snow": "premiers flocons par la fenêtre, lumière douce, laine",
    "late_autumn": "lumière grise de novembre, bougie, laine",
    "advent": "branches de sapin, petites lumières blanches",
    "holidays": "temps des fêtes : branches de sapin, petites lumières blanches, neige",
}
