"""Restaurants, cafés, bars, casse-croûtes."""

from __future__ import annotations

from app.providers.contracts import Intention
from app.providers.gemini.prompts.guides import Guidance, Guide

GUIDE = Guide(
    key="restaurant",
    version="2026-11-21.1",
    words="restauration",
    rules="""\
Restauration
- Aucun plat, ingrédient, décor, terrasse, ambiance, service de livraison ou horaire attribué au prospect.
- Une cuisine donnée (« cuisine ») se raconte en général : ses gestes, ses habitudes de table, ce qu’on en connaît au \
Québec ; jamais « leur » recette.
- Aucune allégation sur la santé, la fraîcheur, l’origine ou le caractère maison des aliments. De l’alcool, rien qui \
incite à en boire.""",
    intentions={
        Intention.PRESENTATION: Guidance(
            "Fais les présentations : le nom, la ville, le genre d’endroit, la cuisine, la rue, et une raison bien \
humaine d’y penser.",
            "Rien sur le menu, les prix, la qualité ou l’équipe.",
            "le genre, la cuisine, la rue, la ville, le site",
        ),
        Intention.SEASON: Guidance(
            "Pars de « moment » : ce que la période change à l’envie de sortir manger, puis présente l’endroit.",
            "Aucun menu ni aucune activité de saison attribués au prospect.",
            "moment, la cuisine, la ville",
        ),
        Intention.ADVICE: Guidance(
            "Donne un ou deux conseils utiles à qui sort manger (réserver à plusieurs, signaler une allergie, annuler \
tôt, choisir l’heure), puis présente l’endroit.",
            "Ne dis pas que le prospect prend des réservations, livre ou offre un choix précis.",
            "le genre, la cuisine, la rue",
        ),
        Intention.BACKSTAGE: Guidance(
            "Raconte les coulisses du métier en général (mise en place, coup de feu, fournisseurs, vaisselle), puis \
présente l’endroit.",
            "Aucune scène vue chez le prospect, aucun employé, aucun fournisseur.",
            "le genre, la cuisine",
        ),
        Intention.EVENT: Guidance(
            "Annonce l’occasion du calendrier (« moment ») et ce que les gens y font à table, puis propose d’y \
penser en \
présentant l’endroit.",
            "N’annonce aucun événement du prospect ; renvoie à lui pour savoir ce qu’il prévoit.",
            "moment, la ville, le site",
        ),
        Intention.THANKS: Guidance(
            "Remercie les gens du métier de tenir des endroits ouverts dans la ville, et nomme celui-ci.",
            "Aucun merci de client, aucune visite, aucun plat.",
            "la ville, le genre, la rue",
        ),
        Intention.OFFER: Guidance(
            "Présente l’endroit, puis donne l’offre de « offre » mot à mot, entre guillemets, en disant qu’elle est \
transmise telle quelle.",
            "N’ajoute ni condition, ni date, ni prix, ni urgence à l’offre ; ne la résume pas.",
            "offre, le genre, la rue",
        ),
    },
)
