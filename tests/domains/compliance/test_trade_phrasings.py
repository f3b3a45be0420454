"""Phrasings met in real life: those an order or the law refuses, and their honest neighbours that must pass."""

from __future__ import annotations

import pytest

from app.domains.compliance.trade_rules import trade_findings

NB = "\u00a0"
REFUSED = {
    "dentist": {
        "dentist_testimonial": [
            "Voici le témoignage de Claire.", "Nos patients témoignent.", "Je recommande cette clinique.",
            "On la recommande les yeux fermés.", "Nous vous recommandons leur équipe.",
            "Mon dentiste est un ange.",
            "Notre hygiéniste préférée y travaille.", "Elle m’a rassurée dès l’arrivée.",
            "Ils m’ont soigné en douceur.",
            "J’adore cette clinique.", "J’y vais depuis toujours et je suis comblé.", "Des patients satisfaits.",
            "Nos clientes sont ravies.", "Les patients disent que c’est doux.", "Un patient nous a écrit ceci.",
            "J’ai été très bien reçue.", "Une expérience incroyable, selon nos patients.",
        ],
        "dentist_thanks": [
            "Merci à l’équipe!", "Un grand merci au Dr Roy.", "Mille mercis.", "Nous remercions la clinique.",
            "Je tiens à remercier le personnel.", "Nos remerciements à tous.", "Avec toute notre gratitude.",
            "Nous sommes reconnaissants envers l’équipe.", "Notre reconnaissance est grande.",
            "Chapeau à cette équipe!",
            "Bravo à toute la clinique!", "Remercions-les.", "MERCI à vous.", "Merci, docteur.",
            "On leur dit merci.",
        ],
        "dentist_comparison": [
            "Le meilleur dentiste.", "La meilleure clinique en ville.", "Une des meilleures équipes.",
            "Le numéro un à Lévis.", "La clinique no 1.", "Mieux que les autres.", "Un service inégalé.",
            "Des soins sans pareil.", "La clinique la plus moderne.", "L’équipe la plus douce.",
            "Plus rapide que la concurrence.", "Contrairement aux autres cliniques, ici on écoute.",
            "Une clinique hors pair.", "La référence à Québec.", "Le chef de file des implants.",
            "Supérieure aux autres cliniques.", "L’équipe la plus expérimentée de la région.",
        ],
        "dentist_stars": [
            "Cinq étoiles!", "5 étoiles sur Google.", "4,9/5", "Une note de 4,8 sur 5.", "⭐⭐⭐⭐⭐", "★★★★",
            "Noté 5 sur 5.",
            "Une cote de 4,9.", "Cote Google parfaite.", "Clinique 5 étoiles.", "🌟🌟🌟", "Note Google : excellente.",
            "Quatre étoiles et demie.", "4.9 / 5", "Évaluée 10/10.",
        ],
        "dentist_specialty": [
            "Spécialiste des implants.", "Spécialisée en esthétique.", "Sa spécialité : le blanchiment.",
            "Des spécialistes du sourire.", "Spécialisés dans les facettes.", "Expert en implants.",
            "Experte des sourires.", "Spécialisation en facettes.", "Spécialiste en blanchiment.",
            "Spécialiste de la dentisterie esthétique.", "Nos spécialités : implants et facettes.",
            "Implantologue.",
            "Des experts du blanchiment.", "Un expert en esthétique dentaire.", "Spécialiste en implantologie.",
        ],
        "dentist_misleading": [
            "Un résultat garanti.", "Sourire parfait en une visite.", "Sans douleur.", "Sans aucun risque.",
            "Un soin indolore.", "100 % efficace.", "Un sourire de star.", "Nous garantissons le résultat.",
            "Résultats instantanés.", "Satisfaction garantie.", "Vous ne sentirez rien.", "Des dents parfaites.",
            "Un traitement définitif.", "Des implants à vie.", "Fini la peur du dentiste!", "Zéro douleur.",
        ],
        "dentist_before_after": [
            "Voyez l’avant-après.", "Avant et après.", "Photos avant/après.", "Un avant – après saisissant.",
            "Avant, après : la différence.",
        ],
    },
    "real_estate": {
        "broker_specialist": [
            "Spécialiste du condo.", "Spécialisé en duplex.", "Experte du Plateau.", "Une expertise locale.",
            "Hyperspécialisée.", "Nos spécialistes.", "Un expert en négociation.", "Notre spécialité : le chalet.",
            "Spécialistes de Lévis.", "Des experts à votre service.", "Spécialisation : revenus.",
            "L’expert de votre quartier.", "Des expertises variées.", "Courtière spécialisée.",
            "Un vrai spécialiste.",
        ],
        "broker_counts": [
            "Plus de 250 transactions.", "Des centaines de transactions.", "500 propriétés vendues.",
            "Vendue en 3 jours!", "Vendu en quelques heures.", "Une centaine de maisons vendues.",
            "40 ventes conclues cette année.", "Plusieurs transactions réussies.", "Des dizaines d’inscriptions.",
            "Deux cents ventes.", "12 maisons vendues.", "J’ai vendu 30 condos.", "1 000 familles logées.",
            "Vendue en une fin de semaine.", "Plus de 100 clients accompagnés.",
        ],
        "broker_comparison": [
            "Le meilleur courtier.", "Numéro un à Laval.", "La meilleure agence.", "Courtier no 1.",
            "L’équipe la plus performante.", "Un service inégalé.", "Mieux que la concurrence.", "Imbattable.",
            "Le courtier le plus connu.", "Top 1 % des courtiers.", "Le courtier par excellence.",
            "Au premier rang de la région.", "Contrairement aux autres courtiers, je réponds.", "Hors pair.",
            "Un service supérieur à celui des autres.",
        ],
        "broker_promise": [
            "Vendez plus cher.", "Vendue au meilleur prix.", "Vente garantie.", "Rendement garanti.",
            "Nous garantissons la vente.", "Votre maison se vendra plus vite.", "Sans commission.",
            "Un rendement assuré.", "Vous gagnerez de l’argent.", "Un placement sans risque.",
            "Votre propriété prendra de la valeur.", "Vendu ou je l’achète.", "Obtenez le meilleur prix.",
            "Un profit assuré.", "Doublez votre mise.", "Un investissement sûr.",
        ],
    },
    "other": {
        "fact_price": [
            f"À 25{NB}$.", "Pour 12,50 $.", "Vingt dollars le repas.", "20 % de rabais.", "À moitié prix.",
            "Livraison gratuite.", "Un rabais de fin de saison.", "À partir de 9,99 $.", "Deux pour un!",
            "C’est gratuit.", "Consultation gratuite.", "Soldes jusqu’à 50 %.", "Le deuxième est offert.",
            "Sans frais.", "Prix réduits toute la semaine.",
        ],
        "fact_award": [
            "Elle a remporté un prix.", "Une maison primée.", "Lauréat du gala.", "Une étoile Michelin.",
            "Élue entreprise de l’année.", "Ils ont gagné plusieurs médailles.", "Finaliste aux Mercuriades.",
            "Un chef récompensé.", "A reçu le prix du public.", "Médaillée d’or.", "Restaurant de l’année.",
            "Détentrice d’un prix.", "Couronnée meilleure boulangerie.", "Prix Coup de cœur du public.",
            "Recommandé par le guide Michelin.",
        ],
        "fact_review": [
            "4,8 étoiles.", "Une note de 4,8 sur 5.", "Les avis Google sont bons.", "Nos clients sont ravis.",
            "Tout le monde en parle.", "Les clients adorent.", "Une clientèle conquise.", "Noté 5/5.",
            "D’excellentes critiques.", "Des avis élogieux.", "Les habitués l’adorent.", "⭐⭐⭐⭐⭐", "Cinq étoiles!",
            "Selon les avis, on y mange bien.", "Les gens en raffolent.",
        ],
        "fact_opening": [
            "Depuis 1987.", "Depuis plus de vingt ans.", "Fondée en 1950.", "Ouvert en mai.", "Vient d’ouvrir.",
            "Nouvellement ouvert.", "Depuis des générations.", "30 ans d’expérience.",
            "Ouvrira ses portes bientôt.",
            "Établie depuis 1920.", "Depuis trois générations.", "Vient tout juste d’ouvrir.",
            "Ouverture prochaine.",
            "Depuis une décennie.", "A ouvert ses portes hier.",
        ],
        "fact_health": [
            "Bon pour la santé.", "Guérit tout.", "Soulage le stress.", "Élimine les toxines.", "Détoxifiant.",
            "Renforce votre immunité.", "Un remède miracle.", "Sans douleur.", "Riche en antioxydants.",
            "Fait maigrir.", "Prévient les maladies.", "Réduit le cholestérol.", "Aide à perdre du poids.",
            "Un aliment anticancer.", "Combat l’inflammation.",
        ],
    },
}  # fmt: skip
PASSES = {
    "dentist": [
        "La clinique reçoit petits et grands, rue Racine.", "L’orthodontie suit la croissance.",
        "Un spécialiste en orthodontie vous y reçoit.", "Prenez rendez-vous avant la rentrée.",
        "Se brosser les dents deux minutes, c’est simple.", "Dites-le si vous avez mal : on s’arrête.",
        "Certaines personnes sentent une gêne après le soin.", "La soie dentaire passe avant la brosse, ou après.",
        "Notre librairie est voisine de la clinique.", "Le nettoyage se fait en une visite ou deux.",
        "On parle de la peur du dentiste, sans jugement.",
        "Le fluor, les scellants, le protecteur buccal : posez vos questions.",
        "Les étoiles du plafond amusent les enfants.",
        "Avant le rendez-vous, notez vos questions; après, relisez-les.",
        "Le meilleur moment pour appeler est le matin.",
    ],
    "real_estate": [
        "Visitez le quartier à pied, un mardi soir.", "La courtière explique chaque étape.",
        "Une promesse d’achat se lit deux fois.", "Posez la question des taxes municipales.",
        "Le certificat de localisation a parfois dix ans.", "Le marché change selon les rues.",
        "Vendre prend du temps, et c’est normal.", "Parlez à un notaire avant de signer.",
        "Un courtier immobilier répond à vos questions.", "L’inspection avant l’achat évite des surprises.",
        "Plusieurs maisons du rang ont des galeries.", "Le meilleur moment pour visiter, c’est sous la pluie.",
        "Une évaluation municipale n’est pas un prix de vente.",
    ],
    "other": [
        "On y entre pour un pain et on en sort avec deux.", "La terrasse ouvre quand il fait beau.",
        "Merci à nos voisins!", "Un bon prix se demande au comptoir.", "Les enfants ont leur coin lecture.",
        "Une boulangerie à deux pas de l’église.", "Le prix du foin monte.",
        "Les étoiles brillent au-dessus du quai.",
        "Depuis la rue, on voit le four.", "La soupe réchauffe les mains.", "On s’ouvre l’appétit.",
        "C’est ouvert sur la rue.", "Le public est invité.", "La santé du quartier passe par ses commerces.",
        "Depuis le matin, ça sent le café.", "Elle a reçu la livraison ce matin.", "Venez sans faute.",
    ],
}  # fmt: skip
CASES = [
    pytest.param(trade, code, text, id=f"{code}-{at}")
    for trade, codes in REFUSED.items()
    for code, texts in codes.items()
    for at, text in enumerate(texts)
]


@pytest.mark.parametrize(("trade", "code", "text"), CASES)
def test_it_is_refused(trade: str, code: str, text: str) -> None:
    assert code in {finding.code for finding in trade_findings(text, [trade])}


@pytest.mark.parametrize(("trade", "text"), [(trade, text) for trade, texts in PASSES.items() for text in texts])
def test_it_passes(trade: str, text: str) -> None:
    assert trade_findings(text, [trade]) == []


def test_each_rule_is_tried_with_fifteen_phrasings() -> None:
    few = {code for codes in REFUSED.values() for code, texts in codes.items() if len(texts) < 15}
    assert few == {"dentist_before_after"}  # there are not so many ways to say it
