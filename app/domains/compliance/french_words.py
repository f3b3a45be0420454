"""Words a Québec reader corrects: anglicisms, calques, words of France, common slips; one pair a line."""

from __future__ import annotations

import re

from app.core.i18n import _l
from app.domains.compliance.french_rules import Rule

_NETWORKS = _l("Au Québec, ce mot du numérique se dit en français.")
_BUSINESS = _l("Ce mot anglais a un équivalent français courant.")
_VERBS = _l("Ce verbe calqué de l’anglais a un équivalent français.")
_CALQUES = _l("Cette tournure est calquée de l’anglais.")
_FRANCE = _l("Ce mot est de France; ici, on dit autrement.")
_SLIPS = _l("Cette tournure est une faute courante.")
_TRADES = _l("Le métier a son mot, et parfois la loi l’impose.")

# « Le mail » is also where one strolls and shops: only what is written or sent is a « courriel ».
_SENT = ("par", "un", "mon", "votre", "notre", "vos", "des", "deux", "nos")
MAIL = "(?:" + "|".join(f"(?<={word} )" for word in _SENT) + ")mail(s)?"
# reason: (what is written, as a pattern, → what is said). Plural marks are carried by \1.
_TABLE: dict[str, tuple[tuple[str, str], ...]] = {
    _NETWORKS: (
        (r"e-?mail(s)?", r"courriel\1"),
        (MAIL, r"courriel\1"),
        (r"mél", r"courriel"),
        (r"hash-?tag", r"mot-clic"),
        (r"hash-?tags", r"mots-clics"),
        (r"post(s)?(?!-)", r"publication\1"),
        (r"poster(?= (?:sur|une|un|des|votre|vos))", r"publier"),
        (r"newsletter(s)?", r"infolettre\1"),
        (r"dashboard", r"tableau de bord"),
        (r"dashboards", r"tableaux de bord"),
        (r"upload(?:er|s)?", r"téléverser"),
        (r"download(?:er|s)?", r"télécharger"),
        (r"t?chat(?:ter| en ligne)", r"clavarder"),
        (r"follower(s)?", r"abonné\1"),
        (r"likes?", r"mention J’aime"),
        (r"liker", r"aimer"),
        (r"cookie(s)?", r"témoin\1"),
        (r"spam(s)?", r"pourriel\1"),
        (r"login|log-in", r"connexion"),
        (r"se (?:loguer|logger)", r"se connecter"),
        (r"password", r"mot de passe"),
        (r"passwords", r"mots de passe"),
        (r"username", r"nom d’utilisateur"),
        (r"settings?", r"paramètres"),
        (r"podcast(s)?", r"balado\1"),
        (r"blog(s)?", r"blogue\1"),
        (r"selfie(s)?", r"égoportrait\1"),
        (r"streaming", r"diffusion en continu"),
        (r"live(?= (?:sur|ce|à))", r"en direct"),
        (r"replay", r"rediffusion"),
        (r"bug(s)?", r"bogue\1"),
        (r"smartphone", r"téléphone intelligent"),
        (r"smartphones", r"téléphones intelligents"),
        (r"online", r"en ligne"),
        (r"offline", r"hors ligne"),
        (r"update", r"mise à jour"),
        (r"updates", r"mises à jour"),
        (r"e-commerce", r"commerce électronique"),
        (r"(?<!empreinte )(?<!empreintes )digital(?:e|es)?|digitaux", r"numérique"),
        (r"digitaliser", r"numériser"),
        (r"scroller", r"faire défiler"),
        (r"swiper", r"glisser"),
        (r"taguer|tagger", r"identifier"),
        (r"booster(?= (?:une|un|votre|vos|la|le|les|sa|ses))", r"stimuler"),
    ),
    _BUSINESS: (
        (r"lead", r"client potentiel"),
        (r"leads", r"clients potentiels"),
        (r"feed-?back(s)?", r"rétroaction"),
        (r"deadline(s)?", r"échéance\1"),
        (r"meeting(s)?", r"réunion\1"),
        (r"brainstorming", r"remue-méninges"),
        (r"challenge(s)?", r"défi\1"),
        (r"sponsor(s)?", r"commanditaire\1"),
        (r"sponsoriser", r"commanditer"),
        (r"sponsorisé(e?s?)", r"commandité\1"),
        (r"branding", r"image de marque"),
        (r"packaging", r"emballage"),
        (r"pricing", r"tarification"),
        (r"listing(s)?", r"liste\1"),
        (r"start-?up", r"jeune pousse"),
        (r"start-?ups", r"jeunes pousses"),
        (r"coworking", r"cotravail"),
        (r"networking", r"réseautage"),
        (r"workshop(s)?", r"atelier\1"),
        (r"crowdfunding", r"sociofinancement"),
        (r"burn-?out", r"épuisement professionnel"),
        (r"manager(s)?", r"gestionnaire\1"),
        (r"team-?building", r"consolidation d’équipe"),
        (r"team(s)?", r"équipe\1"),
        (r"staff", r"personnel"),
        (r"discount(s)?", r"rabais"),
        (r"cashback", r"remise en argent"),
        (r"voucher(s)?", r"bon\1"),
        (r"gift card", r"carte-cadeau"),
        (r"gift cards", r"cartes-cadeaux"),
        (r"black friday", r"Vendredi fou"),
        (r"cyber monday", r"Cyberlundi"),
        (r"boxing day", r"Après-Noël"),
        (r"thanksgiving", r"Action de grâce"),
        (r"must-have|must see|un must", r"incontournable"),
        (r"item(s)?", r"article\1"),
        (r"focus(?= sur)", r"accent"),
        (r"busy", r"occupé"),
        (r"business", r"affaires"),
        (r"trendy", r"à la mode"),
        (r"made in (?:québec|quebec|canada)", r"fait ici"),
        (r"low-?cost", r"à bas prix"),
    ),
    _VERBS: (
        (r"booke(?:r|z)", r"réserver"),
        (r"performer", r"réussir"),
        (r"délivrer(?= (?:un service|des résultats|un produit|la commande))", r"livrer"),
        (r"adresser(?= (?:un|le|ce|des|les|ces) (?:problème|enjeu|défi|question)s?)", r"traiter"),
        (
            r"supporter(?= (?:une équipe|nos commerces|un projet|une cause|l’achat local|les commerces|les artisans))",
            r"soutenir",
        ),
        (r"supportez(?= (?:les (?:commerces|artisans|gens)|nos|notre|l’achat))", r"soutenez"),
        (r"canceller", r"annuler"),
        (r"céduler", r"planifier"),
        (r"cédule(s)?", r"horaire\1"),
        (r"checker", r"vérifier"),
        (r"focusser", r"se concentrer"),
        (r"forwarder", r"transférer"),
        (r"impacter", r"avoir un effet sur"),
        (r"matcher", r"correspondre"),
        (r"switcher", r"changer"),
        (r"updater", r"mettre à jour"),
        (r"initier(?= (?:un|une|le|la) (?:projet|démarche|discussion|processus))", r"lancer"),
        (r"finaliser(?= (?:une|la) vente)", r"conclure"),
    ),
    _CALQUES: (
        (r"faire du sens", r"avoir du sens"),
        (r"fait(?= du sens\b)", r"a"),
        (r"prendre action", r"agir"),
        (r"prendre une marche", r"faire une promenade"),
        (r"prendre pour acquis", r"tenir pour acquis"),
        (r"prendre avantage de", r"profiter de"),
        (r"mettre l’emphase", r"mettre l’accent"),
        (r"à date(?! (?:fixe|précise|donnée|convenue))", r"à ce jour"),
        (r"en bout de ligne", r"au bout du compte"),
        (r"(?<!prise )(?<!prises )(?<!prend )(?<!prendre )(?<!prenons )(?<!prennent )en charge de", r"responsable de"),
        (r"bon matin", r"bonjour"),
        (r"sauver (?=du temps|de l’argent)", r"gagner "),
        (r"avoir de besoin", r"avoir besoin"),
        (r"payer une visite", r"rendre visite"),
        (r"appliquer (?:pour|sur) un poste", r"postuler"),
        (r"remplir une application", r"remplir une demande"),
        (r"rencontrer(?= (?:les exigences|les objectifs|un objectif|les délais))", r"satisfaire"),
        (r"opportunité(s)?", r"occasion\1"),
        (r"versatile(s)?", r"polyvalent\1"),
        (r"momentum", r"élan"),
        (r"à la fin de la journée(?=, (?:ce|c’))", r"au bout du compte"),
        (r"dans le fond(?=,)", r"au fond"),
        (r"pour une fraction du prix", r"à bien moindre prix"),
        (r"siéger sur", r"siéger à"),
        (r"sur (?:le|un) comité", r"au comité"),
        (r"retourner (?:un|votre|l’) ?appel", r"rappeler"),
        (r"être confortable avec", r"être à l’aise avec"),
        (r"vente de garage", r"vente-débarras"),
        (r"ventes de garage", r"ventes-débarras"),
        (r"temps supplémentaire", r"heures supplémentaires"),
    ),
    _FRANCE: (
        (r"week-?end(s)?", r"fin de semaine"),
        (r"shopping", r"magasinage"),
        (r"parking(s)?", r"stationnement\1"),
        (r"SMS", r"texto"),
        (r"TVA", r"TPS et TVQ"),
        (r"fast-?food(s)?", r"restauration rapide"),
        (r"petit[- ]déjeuner(s)?", r"déjeuner\1"),
        (r"happy hour|after-?work", r"cinq à sept"),
        (r"take-?(?:away|out)", r"pour emporter"),
        (r"pressing", r"nettoyeur"),
        (r"numéro vert", r"numéro sans frais"),
        (r"carte bleue|CB", r"carte de débit"),
        (r"drive(?= (?:du|de|pour))", r"service au volant"),
        (r"SAV", r"service après-vente"),
        (r"baby-?sitter(s)?", r"gardienne ou gardien"),
        (r"food-?truck", r"camion de cuisine"),
        (r"food-?trucks", r"camions de cuisine"),
        (r"chewing-gum", r"gomme à mâcher"),
        (r"escape game", r"jeu d’évasion"),
        (r"vide-greniers?", r"vente-débarras"),
        (r"lycée", r"école secondaire"),
        (r"lycées", r"écoles secondaires"),
        (r"myrtille(s)?", r"bleuet\1"),
    ),
    _SLIPS: (
        (r"malgré que", r"bien que"),
        (r"voire même", r"voire"),
        (r"au jour d’aujourd’hui", r"aujourd’hui"),
        (r"comme même", r"quand même"),
        (r"pallier à", r"pallier"),
        (
            r"(?<!donner )(?<!donne )(?<!donnez )(?<!donné )(?<!faire )(?<!fait )(?<!font )(?<!la )(?<!une )(?<!de )"
            r"suite à(?! (?:donner|venir))",
            r"à la suite de",
        ),
        (r"en terme de", r"en matière de"),
        (r"si j’aurais", r"si j’avais"),
        (r"si (?:vous auriez|tu aurais)", r"si vous aviez"),
        (r"parmis", r"parmi"),
        (r"biensûr|biensur", r"bien sûr"),
        (r"quelque soit", r"quel que soit"),
        (r"sa fait", r"ça fait"),
        (r"plusieures", r"plusieurs"),
        (r"aujourdhui|aujourd hui", r"aujourd’hui"),
        (r"rendez vous(?= (?:avec|chez|à|du|de))", r"rendez-vous"),
        (r"RDV", r"rendez-vous"),
        (r"bonne journer", r"bonne journée"),
        (r"acceuil", r"accueil"),
        (r"acceuil(l(?:ir|ant|e|ons|ez|i|ie))", r"accueil\1"),
        (r"language(?= (?:français|anglais))", r"langage"),
        (r"connection(s)?", r"connexion\1"),
        (r"addresse(s)?", r"adresse\1"),
        (r"traffic", r"trafic"),
        (r"professionel(le)?(s)?", r"professionnel\1\2"),
        (r"apeller", r"appeler"),
        (r"parceque", r"parce que"),
    ),
    _TRADES: (
        (r"agent immobilier", r"courtier immobilier"),
        (r"agents immobiliers", r"courtiers immobiliers"),
        (r"agente immobilière", r"courtière immobilière"),
        (r"open house", r"visite libre"),
        (r"check-?up", r"examen"),
        (r"salle à diner", r"salle à manger"),
    ),
}


def _code(new: str) -> str:
    return "mot-" + re.sub(r"\W+", "-", new.replace(r"\1", "")).strip("-").lower()


WORDS: tuple[Rule, ...] = tuple(
    Rule(_code(new), re.compile(rf"(?<![\w-])(?:{old})(?![\w-])", re.IGNORECASE), new, reason)
    for reason, pairs in _TABLE.items()
    for old, new in pairs
)

# Where any of these words begins, in a text without capitals: one reading instead of one a word.
STARTS = re.compile(
    r"(?<![\w-])(?=(?:"
    + "|".join(re.sub(r"(?<!\\)[A-ZÀ-Ü]", lambda m: m[0].lower(), old) for pairs in _TABLE.values() for old, _ in pairs)
    + r")(?![\w-]))"
)
