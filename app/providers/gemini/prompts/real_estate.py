"""Real-estate brokers: the OACIQ's rules on advertising lead every sentence."""

from __future__ import annotations

from app.providers.contracts import Intention
from app.providers.gemini.prompts.guides import Guidance, Guide

GUIDE = Guide(
    key="real_estate",
    version="2026-11-22.1",
    words="courtage immobilier",
    rules="""\
Courtage immobilier (OACIQ ; vaut pour le prospect comme pour l’auteur)
- Titres : « courtier immobilier », « courtière immobilière », « agence » ; jamais « agent immobilier », « \
spécialiste » \
ni « expert ».
- Aucun nombre de ventes, délai, prix, rendement, évaluation gratuite, comparaison ni promesse sur une vente.
- Aucun avis sur le marché, les taux ou la valeur d’un quartier ; aucun témoignage.""",
    intentions={
        Intention.PRESENTATION: Guidance(
            "Fais les présentations : le nom, la ville, la rue, et ce que le métier de courtier demande de patience et \
d’écoute.",
            "Aucune inscription, aucun secteur desservi, aucune réussite.",
            "la ville, la rue, le site",
        ),
        Intention.SEASON: Guidance(
            "Pars de « moment » : ce que la période montre d’une maison ou d’un quartier, puis présente le bureau.",
            "Aucune tendance de marché, aucun « bon moment pour vendre ».",
            "moment, la ville",
        ),
        Intention.ADVICE: Guidance(
            "Donne un ou deux conseils d’organisation (vérifier un permis au registre de l’OACIQ, lire le \
certificat de \
localisation, visiter à deux heures différentes), puis présente le bureau.",
            "Aucun conseil juridique, fiscal ou de prix.",
            "la ville, la rue",
        ),
        Intention.BACKSTAGE: Guidance(
            "Raconte les coulisses du métier en général (appels, visites, lecture des documents, rendez-vous chez le \
notaire), puis présente le bureau.",
            "Aucune transaction, aucun client, aucune propriété précise.",
            "la ville, le genre",
        ),
        Intention.EVENT: Guidance(
            "Annonce l’occasion du calendrier (« moment ») et ce qu’elle change à la vie d’un quartier, puis \
présente le \
bureau.",
            "Aucune visite libre ni activité du prospect.",
            "moment, la ville",
        ),
        Intention.THANKS: Guidance(
            "Remercie les gens du métier de connaître la ville rue par rue, et nomme celui-ci.",
            "Aucun merci de client, aucune transaction.",
            "la ville, la rue",
        ),
        Intention.OFFER: Guidance(
            "Présente le bureau, puis donne l’offre de « offre » mot à mot, entre guillemets, comme transmise telle \
quelle.",
            "N’ajoute ni condition, ni prix, ni promesse, ni urgence.",
            "offre, la rue",
        ),
    },
)
