"""Every other trade: shops, services, crafts."""

from __future__ import annotations

from app.providers.contracts import Intention
from app.providers.gemini.prompts.guides import Guidance, Guide

GUIDE = Guide(
    key="other",
    version="2026-11-21.1",
    words="",
    rules="""\
Commerces et services
- Le métier se lit dans « genre » ou « metier » ; s’il n’y est pas, ne le devine pas à partir du nom.
- Aucun produit, marque, service, délai ou garantie attribués au prospect.
- Pour un métier d’un ordre professionnel (avocat, notaire, optométriste, vétérinaire…), ni témoignage, ni \
comparaison, ni résultat promis.""",
    intentions={
        Intention.PRESENTATION: Guidance(
            "Fais les présentations : le nom, la ville, le genre de commerce, la rue, et ce que le métier demande.",
            "Rien sur les produits, les prix ou la qualité.",
            "le genre, la rue, la ville, le site",
        ),
        Intention.SEASON: Guidance(
            "Pars de « moment » : ce que la période amène comme courses et comme projets dans ce métier, puis \
présente le \
commerce.",
            "Aucune collection, aucun arrivage, aucun horaire de saison du prospect.",
            "moment, le genre, la ville",
        ),
        Intention.ADVICE: Guidance(
            "Donne un ou deux conseils utiles à qui fait affaire avec ce métier (appeler avant, décrire son besoin, \
demander une soumission écrite), puis présente le commerce.",
            "Ne dis pas que le prospect offre ces services.",
            "le genre, la rue",
        ),
        Intention.BACKSTAGE: Guidance(
            "Raconte les coulisses du métier en général, puis présente le commerce.",
            "Aucune scène vue chez le prospect, aucun employé, aucun fournisseur.",
            "le genre, la ville",
        ),
        Intention.EVENT: Guidance(
            "Annonce l’occasion du calendrier (« moment ») et ce que les gens d’ici y font, puis présente le commerce.",
            "N’annonce aucun événement ni aucune vente du prospect.",
            "moment, la ville, le site",
        ),
        Intention.THANKS: Guidance(
            "Remercie les gens d’affaires qui font vivre la ville, et nomme celui-ci.",
            "Aucun merci de client, aucun achat.",
            "la ville, le genre, la rue",
        ),
        Intention.OFFER: Guidance(
            "Présente le commerce, puis donne l’offre de « offre » mot à mot, entre guillemets, comme transmise \
telle quelle.",
            "N’ajoute ni condition, ni date, ni prix, ni urgence ; ne la résume pas.",
            "offre, le genre, la rue",
        ),
    },
)
