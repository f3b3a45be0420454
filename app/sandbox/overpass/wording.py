"""French words from which businesses that exist nowhere are named."""

from __future__ import annotations


def _split(text: str, mark: str | None = None) -> list[str]:
    return text.split(mark)


FIRST_NAMES = _split(
    "Marguerite Albert Simone Léopold Jeannine Hector Thérèse Armand Colette Ovila Germaine Fernand Lucille Rosaire "
    "Yvonne Adélard Béatrice Normand Huguette Réjean Pauline Conrad Éliane Gaétan Noémie Ulric Florence Philémon "
    "Mathilde Aurèle Josée Zénon Clémence Onil Solange Benoît Agathe Zoé Marcel Églantine"
)
FAMILIES = _split(
    "Tremblay Gagnon Roy Côté Bouchard Gauthier Morin Lavoie Fortin Gagné Ouellet Pelletier Bélanger Lévesque Bergeron "
    "Leblanc Paquette Girard Simard Boucher Caron Beaulieu Cloutier Dubé Poirier Fournier Lapointe Leclerc Lefebvre "
    "Poulin Thibault Saint-Pierre Nadeau Martel Landry Bédard Grenier Lessard Villeneuve Hébert"
)
SPOTS = _split(
    "du Vieux Moulin|de la Gare|du Quai|de l'Église|des Érables|du Marché|de la Rivière|du Coin|des Pionniers|"
    "de la Chapelle|du Boisé|du Belvédère|des Quatre-Vents|du Héron bleu|de la Montagne|du Phare|du Pont couvert|"
    "de la Falaise|du Verger|de l'Horloge|des Sources|du Faubourg|de la Seigneurie|du Manoir|du Ruisseau|des Cèdres|"
    "du Grand Pin|de la Fontaine|du Canal|de l'Étang|des Coteaux|du Carrefour|de la Promenade|du Parc|des Moissons|"
    "de la Criée|du Rempart|des Cascades|de la Place|du Sommet",
    "|",
)
STREETS = _split(
    "Rue Principale|Rue Notre-Dame|Rue Saint-Joseph|Boulevard des Laurentides|Chemin du Lac|Avenue de l'Église|"
    "Rue Saint-Jean-Baptiste|Boulevard Saint-Laurent|Rue du Moulin|Rang Saint-Antoine|1re Avenue|2e Rue|"
    "Avenue des Érables|Rue de la Gare|Chemin du Fleuve|Rue Sainte-Anne|Boulevard Industriel|Rue du Collège|"
    "Montée des Pionniers|Rue du Marché|Avenue du Parc|Rue Commerciale|Route 138|Place du Centre",
    "|",
)
_TABLES = (("Poulet Boréal", "Q900000101"), ("Café Trois Tasses", "Q900000102"))
CHAINS = {
    "restaurant": _TABLES,
    "cafe": _TABLES,
    "fast_food": _TABLES,
    "bar": _TABLES,
    "pub": _TABLES,
    "dentist": (("Sourire Uni", "Q900000103"),),
    "estate_agent": (("Toit & Clé", "Q900000104"),),
    "": (("Nordex", "Q900000105"), ("Maison Azur", "Q900000106")),
}
GONE = "{name} (fermé)"
CUISINES = ("regional", "pizza", "italian", "sandwich;burger", "friture", "breakfast", "sushi", "poutine", "french")
NAMED_BY = {
    "restaurant": (
        "Chez {first}|Bistro {spot}|Restaurant {family}|Table {spot}|Rôtisserie {family}|Brasserie {spot}|"
        "Pizzeria {first}|Resto {spot}|La Cuisine de {first}|Auberge {spot}"
    ),
    "cafe": "Café {spot}|Café chez {first}|Brûlerie {family}|Salon de thé {spot}|Boulangerie-café {family}",
    "fast_food": "Casse-croûte {spot}|Patate {family}|Cantine chez {first}|La Frite {spot}|Poulet {family}",
    "bar": "Bar {spot}|Taverne {family}|Buvette chez {first}|Microbrasserie {spot}",
    "pub": "Pub {spot}|Pub {family}|Brasserie artisanale {first}|Taverne {spot}",
    "dentist": (
        "Clinique dentaire {family}|Centre dentaire {spot}|Clinique dentaire {spot}|Dre {first} {family}, dentiste|"
        "Dentistes {spot}|Santé dentaire {family}"
    ),
    "estate_agent": (
        "Immobilier {family}|Agence immobilière {spot}|Groupe {family} immobilier|Courtiers {spot}|"
        "{first} {family}, courtier immobilier"
    ),
}
# Everything else: OpenStreetMap key, then value and French label of the trade.
OTHER_TRADES = {
    "shop": (
        "hairdresser=Salon de coiffure|beauty=Institut de beauté|florist=Fleuriste|bakery=Boulangerie|"
        "butcher=Boucherie|pastry=Pâtisserie|convenience=Dépanneur|supermarket=Marché|clothes=Boutique|"
        "shoes=Chaussures|jewelry=Bijouterie|optician=Lunetterie|books=Librairie|bicycle=Vélos|car_repair=Garage|"
        "car=Automobiles|car_parts=Pièces d'auto|tyres=Pneus|furniture=Meubles|hardware=Quincaillerie|"
        "doityourself=Centre de rénovation|garden_centre=Centre jardin|pet=Animalerie|pet_grooming=Toilettage|"
        "toys=Jouets|gift=Boutique cadeaux|massage=Massothérapie|tattoo=Tatouage|laundry=Buanderie|"
        "dry_cleaning=Nettoyeur|electronics=Électronique|computer=Informatique|mobile_phone=Cellulaires|"
        "cheese=Fromagerie|chocolate=Chocolaterie|confectionery=Confiserie|wine=Cave à vin|alcohol=Vins et bières|"
        "greengrocer=Fruits et légumes|farm=Ferme|deli=Épicerie fine|seafood=Poissonnerie|tea=Maison de thé|"
        "sports=Sports|outdoor=Plein air|music=Musique|art=Galerie d'art|photo=Studio photo|copyshop=Imprimerie|"
        "stationery=Papeterie|travel_agency=Agence de voyages|funeral_directors=Salon funéraire|fabric=Tissus|"
        "sewing=Couture|kitchen=Cuisines|bathroom_furnishing=Salles de bain|flooring=Couvre-planchers|"
        "paint=Peintures|lighting=Luminaires|appliance=Électroménagers|second_hand=Friperie|antiques=Antiquités|"
        "cosmetics=Cosmétiques|perfumery=Parfumerie|chemist=Produits de santé|nutrition_supplements=Suppléments|"
        "motorcycle=Motos|boat=Marina|health_food=Aliments naturels|interior_decoration=Décoration"
    ),
    "craft": (
        "plumber=Plomberie|electrician=Électricien|carpenter=Menuiserie|painter=Peintre|roofer=Toitures|"
        "gardener=Paysagiste|hvac=Chauffage et climatisation|brewery=Brasserie|bakery=Boulangerie artisanale|"
        "caterer=Traiteur|photographer=Photographe|shoemaker=Cordonnerie|tailor=Tailleur|jeweller=Joaillier|"
        "locksmith=Serrurier|upholsterer=Rembourrage|glaziery=Vitrerie|winery=Vignoble|distillery=Distillerie|"
        "confectionery=Confiserie|beekeeper=Miellerie|cabinet_maker=Ébénisterie|builder=Construction|"
        "cleaning=Entretien ménager|tiler=Céramique|plasterer=Plâtrier|stonemason=Maçonnerie|"
        "metal_construction=Soudure|"
        "dressmaker=Couturière|electronics_repair=Réparation|window_construction=Portes et fenêtres|sawmill=Scierie|"
        "handicraft=Artisanat|pottery=Poterie|chimney_sweeper=Ramonage|signmaker=Enseignes|floorer=Planchers|"
        "insulation=Isolation|pest_control=Gestion parasitaire|cidery=Cidrerie|key_cutter=Clés"
    ),
    "office": (
        "accountant=Comptables|lawyer=Avocats|notary=Notaires|insurance=Assurances|architect=Architectes|"
        "company=Entreprise|it=Services informatiques|financial=Services financiers|"
        "financial_advisor=Conseillers financiers|tax_advisor=Fiscalistes|employment_agency=Agence de placement|"
        "travel_agent=Voyages|advertising_agency=Agence de publicité|consulting=Conseil|engineer=Ingénieurs|"
        "surveyor=Arpenteurs|graphic_design=Graphistes|coworking=Espace partagé|therapist=Thérapeute|"
        "interior_design=Design intérieur|property_management=Gestion immobilière|moving_company=Déménagement|"
        "construction_company=Constructions|web_design=Création de sites|marketing=Marketing|security=Sécurité"
    ),
    "amenity": (
        "pharmacy=Pharmacie|veterinary=Clinique vétérinaire|clinic=Clinique|doctors=Cabinet médical|"
        "childcare=Garderie|kindergarten=Jardin d'enfants|driving_school=École de conduite|language_school=École|"
        "music_school=École de musique|dancing_school=École de danse|ice_cream=Crèmerie|car_wash=Lave-auto|"
        "car_rental=Location d'autos|fuel=Station-service|bank=Caisse|cinema=Cinéma|theatre=Théâtre|"
        "nightclub=Boîte de nuit|animal_boarding=Pension pour animaux|coworking_space=Espace partagé|"
        "events_venue=Salle de réception|studio=Studio|spa=Spa|gym=Gymnase|community_centre=Centre communautaire|"
        "arts_centre=Centre d'art|social_facility=Résidence|boat_rental=Location de bateaux"
    ),
    "healthcare": (
        "physiotherapist=Physiothérapie|chiropractor=Chiropratique|optometrist=Optométristes|"
        "psychotherapist=Psychothérapeute|podiatrist=Podiatres|occupational_therapist=Ergothérapie|"
        "speech_therapist=Orthophonie|alternative=Naturopathie|audiologist=Audioprothésistes|midwife=Sages-femmes|"
        "nutrition_counselling=Nutritionnistes"
    ),
    "leisure": "fitness_centre=Centre de conditionnement|sports_centre=Centre sportif|dance=Danse",
    "tourism": "hotel=Hôtel|guest_house=Gîte|motel=Motel|camp_site=Camping|gallery=Galerie|museum=Musée",
}
LABELLED = "{label} {spot}|{label} {family}|{label} chez {first}|{family} – {label}"
PROVINCE = "Québec"
