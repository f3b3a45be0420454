"""Scenes of tables: the place and its things, never a dish that a menu would have to keep the promise of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.providers.gemini.picture_prompts.scenes import Scene

SCENES: Sequence[Scene] = (
    Scene(
        "Une table de bistro dressée près d’une grande fenêtre, vaisselle de grès vide, verres d’eau, serviettes de "
        "lin, lumière du matin, rue de quartier floue au loin",
        "une table dressée près d’une fenêtre",
    ),
    Scene(
        "Un coin de cuisine professionnelle propre et calme, casseroles de cuivre suspendues, fines herbes en pot, "
        "planche de bois, vapeur légère, lumière chaude",
        "un coin de cuisine aux casseroles de cuivre",
    ),
    Scene(
        "Un étal d’ingrédients bruts de saison sur une table de bois : légumes racines, herbes fraîches, farine, "
        "beurre, vus de haut, lumière naturelle",
        "des légumes et des herbes sur une table de bois",
    ),
    Scene(
        "Une salle de restaurant vide avant le service, chaises de bois, banquette, lampes basses, plantes vertes, "
        "fin de journée, ambiance accueillante",
        "une salle accueillante avant le service",
    ),
)
CATEGORIES: Mapping[str, Sequence[Scene]] = {
    "cafe": (
        Scene(
            "Une tasse de café fumante en céramique sur une table de bois, cuillère, journal plié sans texte lisible, "
            "fenêtre embuée, lumière douce du matin",
            "une tasse de café fumante près d’une fenêtre",
        ),
        Scene(
            "Un comptoir de café de quartier, machine à espresso chromée sans marque, tasses empilées, bocaux de "
            "grains, plante suspendue, lumière chaude",
            "un comptoir de café et ses tasses empilées",
        ),
    ),
    "bar": (
        Scene(
            "Un comptoir de bois verni le soir, verres propres suspendus, bouteilles sans étiquette en arrière-plan "
            "flou, ampoules chaudes",
            "un comptoir de bois et des verres suspendus",
        ),
    ),
    "pub": (
        Scene(
            "Une alcôve de pub en bois foncé, banquette, table ronde, lampe de laiton, soirée tranquille",
            "une alcôve de bois éclairée d’une lampe de laiton",
        ),
    ),
    "fast_food": (
        Scene(
            "Un comptoir de casse-croûte coloré au bord d’une rue, tabourets, plateaux vides, bouteilles de "
            "condiments sans étiquette, soleil d’après-midi",
            "un comptoir de casse-croûte et ses tabourets",
        ),
    ),
    "ice_cream": (
        Scene(
            "Une pile de cornets vides et de petites coupes sur un comptoir clair, couleurs pastel, soleil d’été",
            "des cornets et des coupes sur un comptoir clair",
        ),
    ),
    "bakery": (
        Scene(
            "Des sacs de farine, une planche enfarinée, un rouleau à pâte et des épis de blé, lumière du petit matin",
            "une planche enfarinée et des épis de blé",
        ),
    ),
}
# Things that set an ambience; a dish would be an invention.
CUISINES: Mapping[str, str] = {
    "italian": "basilic frais, tomates, huile d’olive, nappe à carreaux",
    "pizza": "farine, tomates, four à bois en arrière-plan",
    "french": "nappe blanche, carafe, bougie, ardoise sans inscription",
    "japanese": "bois clair, céramique sobre, baguettes posées, thé vert",
    "sushi": "bois clair, céramique sobre, baguettes posées, thé vert",
    "chinese": "théière de porcelaine, panier de bambou fermé, bois laqué",
    "thai": "citronnelle, lime, basilic thaï, bois tropical",
    "vietnamese": "menthe fraîche, lime, bol vide, baguettes, bambou",
    "korean": "petits bols vides de céramique, table basse de bois",
    "indian": "épices entières dans de petits bols de cuivre, tissu coloré",
    "lebanese": "menthe, grenade, citron, plateau de laiton, mosaïque",
    "greek": "olives, citron, murs blancs et bleus, lumière vive",
    "mexican": "limes, piments séchés, carreaux colorés, terre cuite",
    "portuguese": "azulejos bleus, citron, huile d’olive",
    "spanish": "carreaux peints, oranges, petites assiettes vides de terre cuite",
    "asian": "baguettes, bols vides de céramique, bambou, thé",
    "mediterranean": "olives, citron, romarin, lumière chaude",
    "seafood": "citron, glace concassée, filet de pêche, bois délavé",
    "coffee_shop": "grains de café, tasses de céramique",
    "breakfast": "jus d’orange, nappe claire, lumière du matin",
    "regional": "érable, bois brut, courtepointe, produits de la ferme",
    "vegetarian": "légumes frais, herbes, lin clair",
    "vegan": "légumes frais, herbes, lin clair",
}
RULES = "Aucun plat préparé au premier plan, aucun menu : une ambiance, et non la carte d’un restaurant précis."
