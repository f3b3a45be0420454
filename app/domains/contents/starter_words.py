"""The words of the texts to begin from: key, trade, season, title, text, mots-clics."""

from __future__ import annotations

from app.core.i18n import _l

_WINTER, _SPRING, _SUMMER, _AUTUMN, _ALWAYS = (
    _l("Hiver"),
    _l("Printemps"),
    _l("Été"),
    _l("Automne"),
    _l("Toute l’année"),
)

# fmt: off
STARTERS: tuple[tuple[str, str, str, str, str, str], ...] = (
    (
        "resto-hiver", "restaurant", _WINTER, _l("Le plat qui réchauffe"),
        "Dehors, il neige. En cuisine, [le plat du moment] mijote depuis ce matin.\n\n"
        "On le sert avec [l’accompagnement], et la table près de la fenêtre est libre jusqu’à [l’heure].\n\n"
        "Quel plat vous réconforte quand le froid s’installe?",
        "#BonneTable #Hiver",
    ),
    (
        "resto-sucres", "restaurant", _SPRING, _l("Le temps des sucres"),
        "L’érable coule, et notre carte s’en ressent.\n\n"
        "Jusqu’au [date], [le plat ou le dessert à l’érable] est au menu. Le sirop vient de [l’érablière].\n\n"
        "Plutôt sucré ou salé, votre érable?",
        "#TempsDesSucres #Érable",
    ),
    (
        "resto-terrasse", "restaurant", _SUMMER, _l("La terrasse est ouverte"),
        "Les chaises sont sorties, les bacs sont fleuris\u00a0: la terrasse vous attend dès [l’heure].\n\n"
        "Ce qu’on y sert le plus\u00a0: [deux plats de saison].\n\n"
        "Avec qui partagerez-vous votre première table de l’été?",
        "#Terrasse #Été",
    ),
    (
        "resto-recoltes", "restaurant", _AUTUMN, _l("Les récoltes arrivent"),
        "Les caisses de [légume ou fruit] sont arrivées de [la ferme] ce matin.\n\n"
        "On en fait [le plat], servi jusqu’à épuisement de la récolte.\n\n"
        "Quel légume d’automne aimeriez-vous voir dans l’assiette?",
        "#Récoltes #Automne",
    ),
    (
        "dentiste-rentree", "dentist", _AUTUMN, _l("Une boîte à lunch qui ménage les dents"),
        "La rentrée ramène les boîtes à lunch. Trois repères simples\u00a0: de l’eau plutôt que du jus, "
        "du fromage ou des crudités en collation, et les aliments collants gardés pour la maison.\n\n"
        "À la clinique, [un mot sur l’accueil des enfants].\n\n"
        "Quelle collation fait l’unanimité chez vous?",
        "#SantéDentaire #Rentrée",
    ),
    (
        "dentiste-rappel", "dentist", _ALWAYS, _l("Le bon moment pour un examen"),
        "Beaucoup de gens attendent d’avoir mal pour consulter. Un examen de routine permet de parler de prévention "
        "avant que la question devienne urgente.\n\n"
        "Nous recevons [les jours], et l’équipe répond à vos questions au [téléphone].\n\n"
        "Vous avez une question sur la routine du soir? Écrivez-nous.",
        "#Prévention #SantéDentaire",
    ),
    (
        "dentiste-fetes", "dentist", _WINTER, _l("Sucre et temps des fêtes"),
        "Les tables se garnissent\u00a0: voici de quoi profiter des fêtes sans y penser toute la journée.\n\n"
        "Mieux vaut un dessert à la fin du repas que des bouchées sucrées tout l’après-midi, "
        "et un verre d’eau après.\n\n"
        "La clinique sera fermée [les dates].",
        "#TempsDesFêtes #SantéDentaire",
    ),
    (
        "courtier-printemps", "real_estate", _SPRING, _l("Préparer la maison pour les visites"),
        "Le printemps ramène les visites. Avant la première, trois gestes comptent\u00a0: laisser entrer la lumière, "
        "dégager l’entrée, rassembler les factures des travaux.\n\n"
        "Dans [le quartier], [une observation vérifiable sur le marché, avec sa source].\n\n"
        "Par quelle pièce commenceriez-vous?",
        "#Immobilier #Printemps",
    ),
    (
        "courtier-demenagement", "real_estate", _SUMMER, _l("Le 1er juillet approche"),
        "Un déménagement se prépare mieux avec une liste\u00a0: avis de changement d’adresse, Hydro-Québec, "
        "assurances, réservation du camion.\n\n"
        "[Votre conseil, tiré de votre pratique.]\n\n"
        "Qu’avez-vous oublié, la dernière fois?",
        "#Déménagement #Immobilier",
    ),
    (
        "courtier-quartier", "real_estate", _ALWAYS, _l("Un coin du quartier"),
        "On choisit une maison, on adopte un quartier. Aujourd’hui, un mot sur [le parc, la rue ou le commerce].\n\n"
        "[Ce qu’on y trouve, en deux phrases que vous avez vérifiées.]\n\n"
        "Quel est votre endroit préféré à [la ville]?",
        "#Quartier #Immobilier",
    ),
    (
        "presentation", "", _ALWAYS, _l("Qui nous sommes"),
        "Nous sommes [le nom], à [la ville]. Notre métier\u00a0: [en une phrase].\n\n"
        "Ce qu’on nous demande le plus souvent\u00a0: [une demande]. "
        "Ce que nous aimons le plus faire\u00a0: [un travail].\n\n"
        "Une question sur notre métier? Posez-la ici.",
        "#AchatLocal",
    ),
    (
        "coulisses", "", _ALWAYS, _l("Dans les coulisses"),
        "Voici ce qu’on ne voit pas de l’extérieur\u00a0: [un geste, un outil, une étape].\n\n"
        "C’est [la personne] qui s’en occupe, [le moment de la journée].\n\n"
        "Qu’aimeriez-vous voir la prochaine fois?",
        "#Coulisses #AchatLocal",
    ),
    (
        "remerciement", "", _ALWAYS, _l("Un merci à l’équipe"),
        "Aujourd’hui, un mot pour l’équipe\u00a0: [les prénoms, avec leur accord].\n\n"
        "Cette semaine, [ce qu’elle a accompli].\n\n"
        "Et vous, qui souhaitez-vous remercier?",
        "#Équipe #Merci",
    ),
    (
        "fetes", "", _WINTER, _l("L’horaire des fêtes"),
        "Pendant le temps des fêtes, nous serons ouverts [les jours et les heures], et fermés [les dates].\n\n"
        "Pour une demande pressante\u00a0: [le moyen de vous joindre].\n\n"
        "Bon temps des fêtes à toutes et à tous!",
        "#TempsDesFêtes #AchatLocal",
    ),
    (
        "saint-jean", "", _SUMMER, _l("La Fête nationale"),
        "Le 24 juin, on fête le Québec à [la ville]\u00a0: [l’activité et le lieu].\n\n"
        "Nous serons [ouverts ou fermés] ce jour-là, [les heures].\n\n"
        "Où serez-vous pour la Saint-Jean?",
        "#FêteNationale #SaintJean",
    ),
)
# fmt: on
