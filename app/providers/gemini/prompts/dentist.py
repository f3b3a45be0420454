"""Dentists: the Code de déontologie des dentistes du Québec leads every sentence."""

from __future__ import annotations

from app.providers.contracts import Intention
from app.providers.gemini.prompts.guides import Guidance, Guide

GUIDE = Guide(
    key="dentist",
    version="2026-11-22.1",
    words="dentiste",
    rules="""\
Dentiste (Code de déontologie ; vaut pour le prospect comme pour l’auteur)
- Ni témoignage, ni remerciement (aucune forme de « merci »), ni comparaison, ni note ou étoile, ni recommandation.
- Ni spécialité, ni « expert », ni avant-après, ni résultat promis, ni « sans douleur », ni urgence.
- Aucun conseil de santé, aucun soin attribué au cabinet, aucun prix, aucune gratuité, aucune assurance acceptée.
- Ton posé ; « cabinet » ou « clinique », jamais « patients satisfaits ».""",
    intentions={
        Intention.PRESENTATION: Guidance(
            "Fais les présentations : le nom, la ville, la rue, et l’utilité de savoir quels services de proximité \
on a.",
            "Aucun soin, aucune qualité, aucune équipe, aucune disponibilité.",
            "la ville, la rue, le site",
        ),
        Intention.SEASON: Guidance(
            "Pars de « moment » : ce que la période change au calendrier des rendez-vous d’une famille, puis \
présente le \
cabinet.",
            "Aucun conseil sur les dents, le sucre ou l’hygiène.",
            "moment, la ville",
        ),
        Intention.ADVICE: Guidance(
            "Donne un ou deux conseils d’organisation (noter ses questions, apporter sa liste de médicaments, \
prévenir tôt \
d’un empêchement, demander la copie de son dossier), puis présente le cabinet.",
            "Aucun conseil clinique ; ne dis pas que le prospect offre ces services.",
            "la ville, la rue",
        ),
        Intention.BACKSTAGE: Guidance(
            "Raconte les métiers d’un cabinet en général (accueil, hygiène, stérilisation, fauteuil), puis présente \
celui-ci.",
            "Aucun appareil, aucune technologie, aucune scène vue chez le prospect.",
            "la ville, le genre",
        ),
        Intention.EVENT: Guidance(
            "Annonce l’occasion du calendrier (« moment ») et ce qu’elle change aux horaires de chacun, puis \
présente le \
cabinet.",
            "Aucun événement, concours ou tirage du cabinet.",
            "moment, la ville",
        ),
        Intention.OFFER: Guidance(
            "Présente le cabinet, puis donne l’information de « offre » mot à mot, entre guillemets, comme \
transmise telle \
quelle.",
            "N’ajoute ni gratuité, ni prix, ni urgence, ni promesse ; ne la vante pas.",
            "offre, la rue",
        ),
    },
)
