"""Trades as people of Québec say them, and their tags: « name, other name: key=value key=value »."""

from __future__ import annotations

VOCABULARY = """
restaurant, resto, restauration: amenity=restaurant
café, cafétéria, coffee shop: amenity=cafe
bar, taverne: amenity=bar
pub, brasserie: amenity=pub
restauration rapide, casse-croûte, cantine, fast food, pizzeria: amenity=fast_food amenity=restaurant
crèmerie, bar laitier, glacier: amenity=ice_cream shop=ice_cream
traiteur: craft=caterer shop=catering
microbrasserie, brasseur: craft=brewery microbrewery=yes
vignoble, vigneron: craft=winery
cidrerie: craft=cider
distillerie: craft=distillery
érablière, cabane à sucre: craft=sugar_shack amenity=restaurant
boulangerie, boulanger: shop=bakery craft=bakery
pâtisserie, pâtissier: shop=pastry shop=confectionery
boucherie, boucher, charcuterie: shop=butcher
poissonnerie, poissonnier: shop=seafood
fromagerie, fromager: shop=cheese
chocolaterie, chocolatier: shop=chocolate
confiserie, bonbon: shop=confectionery
épicerie, épicier: shop=grocery shop=convenience shop=supermarket
supermarché: shop=supermarket
dépanneur: shop=convenience
fruiterie, primeur: shop=greengrocer
produits naturels, aliments naturels: shop=health_food shop=nutrition_supplements
magasin de vin, saq: shop=alcohol shop=wine
épicerie fine, gourmet: shop=deli
torréfacteur, brûlerie: shop=coffee craft=coffee_roaster
thé, maison de thé: shop=tea
coiffeur, coiffeuse, coiffure, salon de coiffure: shop=hairdresser
barbier, barber: shop=hairdresser
esthétique, esthéticienne, esthéticien, salon de beauté, institut de beauté: shop=beauty
onglerie, manucure, ongles: shop=beauty
bronzage, salon de bronzage: shop=tanning leisure=tanning_salon
spa, centre de santé: leisure=spa shop=beauty
massage, massothérapie, massothérapeute: shop=massage healthcare=massage_therapist
tatoueur, tatouage, perçage: shop=tattoo
parfumerie: shop=perfumery
cosmétique, maquillage: shop=cosmetics
fleuriste, fleurs: shop=florist
jardinerie, centre jardin, pépinière: shop=garden_centre
paysagiste, paysagement, aménagement paysager: craft=gardener shop=landscaping
émondeur, émondage, arboriculteur: craft=arborist
plombier, plomberie: craft=plumber
électricien, électricité: craft=electrician
chauffagiste, chauffage, climatisation, ventilation: craft=hvac
menuisier, menuiserie: craft=carpenter craft=joiner
charpentier: craft=carpenter
ébéniste, ébénisterie, cuisiniste, armoires de cuisine: craft=cabinet_maker shop=kitchen
peintre en bâtiment, peintre: craft=painter
couvreur, toiture: craft=roofer
maçon, maçonnerie: craft=stonemason craft=bricklayer
carreleur, céramique: craft=tiler shop=tiles
plâtrier: craft=plasterer
vitrier, vitrerie, portes et fenêtres, fenêtre: craft=glaziery craft=window_construction shop=glaziery
serrurier, serrurerie: craft=locksmith shop=locksmith
soudeur, soudure: craft=welder
ferronnier, forgeron: craft=blacksmith craft=metal_construction
entrepreneur général, entrepreneur, construction, rénovation: office=construction_company craft=builder
piscine, pisciniste: shop=swimming_pool craft=swimming_pool
déménageur, déménagement: office=moving_company
nettoyage, entretien ménager: craft=cleaning
nettoyeur, nettoyage à sec, buanderie: shop=dry_cleaning shop=laundry
couturière, couturier, tailleur, retouche: craft=dressmaker craft=tailor shop=tailor
cordonnier, cordonnerie: craft=shoemaker shop=shoe_repair
horloger, montre: craft=watchmaker shop=watches
bijouterie, bijoutier, joaillier: shop=jewelry craft=jeweller
opticien, optométriste, lunetterie, lunettes: shop=optician healthcare=optometrist
photographe, photographie: craft=photographer shop=photo
imprimeur, imprimerie: craft=printer shop=copyshop
encadreur, encadrement: shop=frame
antiquaire, antiquité: shop=antiques
galerie, galerie d'art: shop=art
librairie, libraire: shop=books
papeterie: shop=stationery
jouets, magasin de jouets: shop=toys
musique, instruments de musique: shop=musical_instrument
vêtements, boutique de vêtements, mode, prêt-à-porter: shop=clothes
chaussures: shop=shoes
boutique, cadeaux, souvenir: shop=gift
friperie, seconde main: shop=second_hand shop=charity
meubles, ameublement: shop=furniture
matelas: shop=bed
décoration, décorateur, designer d'intérieur: shop=interior_decoration office=interior_design
quincaillerie, rénovation matériaux: shop=hardware shop=doityourself
électroménagers: shop=appliance
électronique: shop=electronics
informatique, ordinateur, réparation d'ordinateur: shop=computer office=it
téléphone, cellulaire: shop=mobile_phone
sport, articles de sport: shop=sports
vélo, vélos, bicyclette: shop=bicycle
garage, mécanicien, mécanique, réparation automobile, garagiste: shop=car_repair
carrosserie, débosselage, carrossier: shop=car_repair craft=car_painter
concessionnaire, auto usagée, concession automobile: shop=car
pneus: shop=tyres
pièces d'auto, pièces automobiles: shop=car_parts
lave-auto: amenity=car_wash
location d'auto, location de voiture: amenity=car_rental
moto, motocyclette, motoneige: shop=motorcycle shop=snowmobile
station-service, essence: amenity=fuel
garderie, cpe, service de garde: amenity=kindergarten amenity=childcare
école de conduite: amenity=driving_school
école de langue: amenity=language_school
école de musique: amenity=music_school
école de danse, danse: amenity=dancing_school leisure=dance
comptable, comptabilité, cpa, teneur de livres: office=accountant
fiscaliste, impôt: office=tax_advisor office=accountant
avocat, cabinet d'avocats, juriste: office=lawyer
notaire: office=notary
assurance, courtier d'assurance, assureur: office=insurance
conseiller financier, planificateur financier, services financiers: office=financial office=financial_advisor
courtier hypothécaire, hypothèque: office=financial office=mortgage
banque, caisse: amenity=bank
courtier immobilier, agence immobilière, immobilier: office=estate_agent
architecte, architecture: office=architect
ingénieur, génie conseil: office=engineer
arpenteur, arpenteur-géomètre: office=surveyor
évaluateur: office=property_appraiser
agence de publicité, publicité, marketing: office=advertising_agency
graphiste, design graphique: office=graphic_design craft=graphic_designer
agence de voyage, agence de voyages, voyage: shop=travel_agency office=travel_agent
agence de placement, recrutement: office=employment_agency
espace de travail partagé, coworking: amenity=coworking_space office=coworking
dentiste, clinique dentaire, dentaire: amenity=dentist healthcare=dentist
denturologiste: healthcare=dental_technician craft=dental_technician
orthodontiste: amenity=dentist healthcare=dentist
pharmacie, pharmacien: amenity=pharmacy
clinique, clinique médicale: amenity=clinic amenity=doctors
médecin: amenity=doctors healthcare=doctor
physiothérapie, physiothérapeute, physio: healthcare=physiotherapist
chiropraticien, chiro, chiropratique: healthcare=alternative healthcare=chiropractor
ostéopathe, ostéopathie: healthcare=alternative healthcare=osteopath
psychologue, psychothérapeute: healthcare=psychotherapist office=psychologist
nutritionniste, diététiste: healthcare=nutrition_counselling
podiatre, podologue: healthcare=podiatrist
audioprothésiste: shop=hearing_aids healthcare=audiologist
acupuncteur, acupuncture, naturopathe: healthcare=alternative
vétérinaire, clinique vétérinaire: amenity=veterinary
toilettage, toiletteur, toiletteuse: shop=pet_grooming
animalerie, animaux: shop=pet
pension pour animaux, chenil: amenity=animal_boarding
salon funéraire, pompes funèbres: shop=funeral_directors
gym, centre d'entraînement, entraînement, conditionnement physique: leisure=fitness_centre
yoga, studio de yoga: leisure=fitness_centre
quilles, salon de quilles: leisure=bowling_alley
golf: leisure=golf_course
cinéma: amenity=cinema
théâtre: amenity=theatre
musée: tourism=museum
hôtel, hôtellerie: tourism=hotel
motel: tourism=motel
auberge, gîte, bed and breakfast: tourism=guest_house tourism=hostel
chalet, location de chalet: tourism=chalet
camping: tourism=camp_site
entrepôt, mini-entrepôt, entreposage: shop=storage_rental
location d'outils, location d'équipement: shop=tool_hire shop=rental
tabagie: shop=tobacco
vapoteuse, vape: shop=e-cigarette
cannabis, sqdc: shop=cannabis
fournitures de bureau: shop=office_supplies
tissu, mercerie: shop=fabric shop=sewing
mariage, robe de mariée: shop=bridal shop=wedding
fête, location de salle, salle de réception: amenity=events_venue shop=party
"""
