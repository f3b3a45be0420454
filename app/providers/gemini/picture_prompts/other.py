"""Scenes of shops and workshops, by what they sell or make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.providers.gemini.picture_prompts.scenes import Scene

SCENES: Sequence[Scene] = (
    Scene(
        "Une vitrine de commerce de quartier sans enseigne, auvent de toile, pots de fleurs, trottoir propre, lumière "
        "du matin",
        "une vitrine de quartier sous son auvent",
    ),
    Scene(
        "Un comptoir de bois dans un petit commerce accueillant, papier d’emballage, ficelle, plante, lumière douce",
        "un comptoir de bois, du papier et de la ficelle",
    ),
    Scene(
        "Une rue principale d’une petite ville du Québec, façades colorées sans enseigne, arbres, ciel clair",
        "une rue principale aux façades colorées",
    ),
    Scene(
        "Un atelier lumineux et rangé, établi de bois, outils suspendus sans marque, plante sur le rebord",
        "un atelier lumineux et son établi",
    ),
)


def _only(prompt: str, shown: str) -> Sequence[Scene]:
    return (Scene(prompt, shown),)


_HAIR = _only("Un fauteuil de salon de coiffure vide devant un miroir, peignes et fioles sans étiquette, plante",
              "un fauteuil de coiffure devant un miroir")  # fmt: skip
_CAR = _only("Un atelier de mécanique propre, outils suspendus, pneus empilés sans marque, porte ouverte au soleil",
             "un atelier de mécanique bien rangé")  # fmt: skip
_BOOKS = _only("Des rayons de livres aux dos sans titre lisible, une échelle de bois, un fauteuil, lampe chaude",
               "des rayons de livres et un fauteuil")  # fmt: skip
_WOOD = _only("Un établi de menuisier, copeaux de bois, rabot, planches d’érable, lumière de côté",
              "un établi et des copeaux de bois")  # fmt: skip
_OFFICE = _only("Un bureau de bois ordonné près d’une fenêtre, carnet fermé, crayon, tasse, plante",
                "un bureau ordonné près d’une fenêtre")  # fmt: skip
_GYM = _only("Une salle d’entraînement vide et claire, tapis roulés, poids sans marque, grande fenêtre",
             "une salle d’entraînement claire")  # fmt: skip
CATEGORIES: Mapping[str, Sequence[Scene]] = {
    "hairdresser": _HAIR,
    "beauty": _only("Des serviettes pliées, une orchidée et des galets sur une tablette claire, lumière tamisée",
                    "des serviettes pliées et une orchidée"),
    "florist": _only("Des seaux de fleurs coupées de saison sur un étal de bois, sécateur, ficelle",
                     "des seaux de fleurs sur un étal"),
    "garden_centre": _only("Des rangées de semis dans une serre, arrosoir de métal, lumière diffuse",
                           "des semis dans une serre"),
    "car_repair": _CAR,
    "car": _CAR,
    "tyres": _CAR,
    "books": _BOOKS,
    "carpenter": _WOOD,
    "cabinet_maker": _WOOD,
    "joiner": _WOOD,
    "plumber": _only("Un robinet de laiton, des raccords et une clé sur un établi propre",
                     "un robinet de laiton et des outils"),
    "electrician": _only("Une lampe allumée, du fil enroulé et des outils isolés sur un établi",
                         "une lampe et des outils sur un établi"),
    "accountant": _OFFICE,
    "lawyer": _OFFICE,
    "notary": _OFFICE,
    "insurance": _OFFICE,
    "financial": _OFFICE,
    "fitness_centre": _GYM,
    "clothes": _only("Des vêtements de laine et de lin sur des cintres de bois, sans étiquette, lumière naturelle",
                     "des vêtements sur des cintres de bois"),
    "shoes": _only("Des bottes de cuir sur un banc de bois, brosse, lacets, lumière de côté",
                   "des bottes de cuir sur un banc"),
    "jewelry": _only("Un écrin vide, du velours et des outils de joaillier sur un établi, lumière précise",
                     "un écrin et des outils de joaillier"),
    "bicycle": _only("Un vélo sans marque appuyé sur un mur de brique, outils, lumière de printemps",
                     "un vélo appuyé sur un mur de brique"),
    "pharmacy": _only("Des fioles de verre ambré sans étiquette et une plante sur une tablette blanche",
                      "des fioles de verre et une plante"),
    "veterinary": _only("Une laisse, un bol d’eau et une couverture près d’une fenêtre ensoleillée",
                        "une laisse et une couverture au soleil"),
    "pet": _only("Une laisse, un bol d’eau et une couverture près d’une fenêtre ensoleillée",
                 "une laisse et une couverture au soleil"),
    "hotel": _only("Un lit bien fait aux draps blancs, table de chevet, lampe, fenêtre sur des arbres",
                   "un lit bien fait près d’une fenêtre"),
    "guest_house": _only("Une chambre d’auberge, courtepointe, chaise de bois, fenêtre sur la campagne",
                         "une chambre d’auberge et sa courtepointe"),
}  # fmt: skip
CUISINES: Mapping[str, str] = {}
RULES = "Aucun produit de marque, aucune étiquette, aucune enseigne : une ambiance générale du métier."
