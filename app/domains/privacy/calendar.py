"""The calendar of retention: what is kept, for how long, and why. The purge that applies a rule notes its runs.

A rule whose code is empty is applied elsewhere, at the very moment the thing ends; nothing is to be noted of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.core.i18n import _l


@dataclass(frozen=True)
class Rule:
    """One line: `code` is the name its purge notes its runs under (core/retention.py)."""

    code: str
    what: str
    kept: str
    why: str


_LOG = _l("Comprendre ce qui s’est passé, puis oublier.")
_DAY, _MONTHS = _l("24\u00a0heures"), _l("12\u00a0mois")
RULES = (
    Rule("prospects", _l("Prospects jamais contactés"), _MONTHS, _l("Ce qui ne sert pas ne se garde pas.")),
    Rule("proofs", _l("Preuves de consentement"), _l("3\u00a0ans après leur fin"),
         _l("Le délai d’une poursuite selon la loi anti-pourriel.")),
    Rule("cached_places", _l("Renseignements venus de Google"), _DAY, _l("Les conditions de Google.")),
    Rule("points", _l("Coordonnées venues de Google"), _l("30\u00a0jours"), _l("Les conditions de Google.")),
    Rule("lead_events", _l("Historique des prospects"), _MONTHS, _LOG),
    Rule("audit_lines", _l("Journal d’activité"), _l("2\u00a0ans"), _l("Savoir qui a changé quoi.")),
    Rule("domain_events", _l("Journal de l’application"), _MONTHS, _LOG),
    Rule("mails", _l("Courriels envoyés (leur texte s’efface à l’envoi)"), _l("60\u00a0jours"),
         _l("Ne pas écrire deux fois la même chose.")),
    Rule("push_notices", _l("Avis envoyés aux téléphones"), _l("60\u00a0jours"),
         _l("Ne pas écrire deux fois la même chose.")),
    Rule("webhook_messages", _l("Messages envoyés à vos logiciels, et leurs essais"), _l("30\u00a0jours"), _LOG),
    Rule("notifications", _l("Votre liste de notifications"), _l("90\u00a0jours"), _l("Une saison suffit.")),
    Rule("approval_links", _l("Liens d’approbation des courriels"), _l("30\u00a0jours après leur fin"),
         _l("Dire pourquoi un vieux lien n’ouvre plus.")),
    Rule("kept_answers", _l("Réponses du modèle de langage"), _l("7\u00a0jours"), _l("Ne pas payer deux fois.")),
    Rule("api_requests", _l("Réponses données à vos programmes"), _DAY, _l("Ne rien faire deux fois.")),
    Rule("privacy_requests", _l("Demandes sur les renseignements personnels"), _l("3\u00a0ans après la réponse"),
         _l("Prouver qu’une réponse a été donnée.")),
    Rule("privacy_exports", _l("Fichiers exportés"), _l("7\u00a0jours"), _l("Le temps de les télécharger.")),
    Rule("", _l("Registre des incidents"), _l("5\u00a0ans au moins"), _l("La loi le demande\u00a0: rien ne l’efface.")),
    Rule("kept_incidents", _l("Incidents d’un espace fermé, chez l’exploitant"), _l("5\u00a0ans après qu’on l’a su"),
         _l("La loi le demande, même après la fermeture.")),
    Rule("", _l("Journal des décisions"), _l("Autant que l’espace"), _l("Prouver qu’une personne a approuvé.")),
    Rule("", _l("Liste à ne plus contacter (des empreintes)"), _l("Autant que l’espace"),
         _l("Ne plus jamais écrire à qui l’a demandé.")),
)  # fmt: skip
