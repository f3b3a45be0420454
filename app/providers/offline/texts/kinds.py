"""What a business is, in French, from the words of the map; mot-clics by trade and moment."""

from __future__ import annotations

BY_INDUSTRY = {
    "restaurant": "un restaurant",
    "dentist": "un cabinet dentaire",
    "real_estate": "un bureau de courtage immobilier",
}

# OpenStreetMap values of amenity, shop, craft and office.
BY_CATEGORY = {
    "restaurant": "un restaurant",
    "cafe": "un café",
    "fast_food": "un casse-croûte",
    "bar": "un bar",
    "pub": "un pub",
    "ice_cream": "un bar laitier",
    "dentist": "un cabinet dentaire",
    "estate_agent": "un bureau de courtage immobilier",
    "bakery": "une boulangerie",
    "pastry": "une pâtisserie",
    "butcher": "une boucherie",
    "cheese": "une fromagerie",
    "greengrocer": "une fruiterie",
    "chocolate": "une chocolaterie",
    "supermarket": "un supermarché",
    "convenience": "un dépanneur",
    "alcohol": "un magasin de vins et spiritueux",
    "florist": "une boutique de fleurs",
    "garden_centre": "un centre jardin",
    "books": "une librairie",
    "stationery": "une papeterie",
    "gift": "une boutique de cadeaux",
    "toys": "un magasin de jouets",
    "clothes": "une boutique de vêtements",
    "shoes": "un magasin de chaussures",
    "jewelry": "une bijouterie",
    "optician": "une lunetterie",
    "hairdresser": "un salon de coiffure",
    "beauty": "un salon d’esthétique",
    "pharmacy": "une pharmacie",
    "hardware": "une quincaillerie",
    "doityourself": "une quincaillerie",
    "furniture": "un magasin de meubles",
    "electronics": "un magasin d’électronique",
    "bicycle": "une boutique de vélos",
    "sports": "une boutique de sport",
    "pet": "une animalerie",
    "veterinary": "une clinique vétérinaire",
    "car_repair": "un garage",
    "car": "un concessionnaire automobile",
    "tyres": "un atelier de pneus",
    "laundry": "une buanderie",
    "dry_cleaning": "un nettoyeur",
    "photographer": "un studio de photographie",
    "plumber": "une entreprise de plomberie",
    "electrician": "une entreprise d’électricité",
    "carpenter": "un atelier de menuiserie",
    "painter": "une entreprise de peinture",
    "roofer": "une entreprise de toiture",
    "gardener": "une entreprise d’aménagement paysager",
    "brewery": "une brasserie",
    "lawyer": "un cabinet d’avocats",
    "notary": "une étude de notaires",
    "accountant": "un cabinet comptable",
    "insurance": "un cabinet d’assurance",
    "architect": "un bureau d’architectes",
    "it": "une entreprise d’informatique",
}

CUISINES = {
    "regional": "de cuisine régionale",
    "italian": "de cuisine italienne",
    "french": "de cuisine française",
    "japanese": "de cuisine japonaise",
    "chinese": "de cuisine chinoise",
    "thai": "de cuisine thaïlandaise",
    "vietnamese": "de cuisine vietnamienne",
    "korean": "de cuisine coréenne",
    "indian": "de cuisine indienne",
    "lebanese": "de cuisine libanaise",
    "greek": "de cuisine grecque",
    "mexican": "de cuisine mexicaine",
    "portuguese": "de cuisine portugaise",
    "spanish": "de cuisine espagnole",
    "asian": "de cuisine asiatique",
    "mediterranean": "de cuisine méditerranéenne",
    "american": "de cuisine américaine",
    "canadian": "de cuisine canadienne",
    "seafood": "de poissons et fruits de mer",
    "pizza": "où l’on sert de la pizza",
    "burger": "où l’on sert des hamburgers",
    "sandwich": "où l’on sert des sandwichs",
    "sushi": "où l’on sert des sushis",
    "poutine": "où l’on sert de la poutine",
    "breakfast": "où l’on sert le déjeuner",
    "crepe": "où l’on sert des crêpes",
    "ramen": "où l’on sert des ramens",
    "noodle": "où l’on sert des nouilles",
    "steak_house": "où l’on sert des grillades",
    "barbecue": "où l’on sert des grillades",
    "chicken": "où l’on sert du poulet",
    "vegetarian": "de cuisine végétarienne",
    "vegan": "de cuisine végétalienne",
}

MAIN_TAGS = {"dentist": "SoinsDentaires", "real_estate": "Immobilier"}

TRADE_TAGS = {
    "restaurant": ("MangerLocal", "SortirEnVille", "AchatLocal", "VieDeQuartier", "SaveursDuQuébec"),
    "dentist": ("SoinsDentaires", "ServicesDeProximité", "VieDeQuartier", "SantéDentaire", "EntreVoisins"),
    "real_estate": ("Immobilier", "CourtageImmobilier", "VieDeQuartier", "ChezSoi", "EntreVoisins"),
    "other": ("AchatLocal", "CommerceLocal", "EntreprisesDIci", "VieDeQuartier", "EntreVoisins"),
}

MOMENT_TAGS = {
    "sugar": "TempsDesSucres",
    "saint_jean": "SaintJean",
    "back_to_school": "Rentrée",
    "apples": "TempsDesPommes",
    "thanksgiving": "ActionDeGrâce",
    "colours": "CouleursDAutomne",
    "halloween": "Halloween",
    "november": "Novembre",
    "advent": "TempsDesFêtes",
    "holidays": "TempsDesFêtes",
    "midwinter": "HiverQuébécois",
    "spring_break": "Relâche",
    "construction": "VacancesDeLaConstruction",
    "midsummer": "ÉtéQuébécois",
}

THEMES = {
    "restaurant": "la restauration",
    "dentist": "les soins dentaires",
    "real_estate": "l’immobilier",
    "other": "les entreprises d’ici",
}

# A name that holds one of these already says what the business is.
TELLING_NAMES = {
    "restaurant": "resto restau bistro café cafe pizz cantine casse brasserie pub bar tavern rôtisserie table cuisine "
    "patate poulet grill sushi crêperie traiteur déli brûlerie boulangerie buvette frite auberge",
    "dentist": "dent orthodon denturo",
    "real_estate": "immobili immeuble courti courtage realt",
    "other": "",
}
