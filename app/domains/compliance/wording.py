"""What is said of consents and of refusals."""

from __future__ import annotations

CONSENTS = {
    "express": "Consentement donné",
    "purchase": "Client depuis moins de deux ans",
    "inquiry": "Demande reçue depuis moins de six mois",
    "publication": "Adresse publiée sans refus",
}
RELEVANCE = {
    "generic": "Adresse générale, publiée par l’entreprise pour qu’on la joigne. Le message porte sur ses activités.",
    "role": "Adresse d’une fonction, publiée par l’entreprise. Le message porte sur cette fonction.",
}
CONSENT_REFUSED = {
    "nature": "Seule l’adresse générale d’une entreprise, ou celle d’une fonction, vaut consentement.",
    "refusal": "Le site refuse la sollicitation\u00a0: son adresse ne vaut pas consentement.",
    "silenced": "Cette adresse est sur votre liste à ne plus contacter.",
    "proof": "Il faut une preuve\u00a0: l’adresse, la page, le jour et les mots autour.",
}
WRITE_REFUSED = {
    "nothing": "Aucun courriel connu.",
    "do_not_contact": "Ce prospect est sur votre liste à ne plus contacter.",
    "refusal": "Son site refuse la sollicitation.",
    "personal": "Cette adresse est celle d’une personne, pas de son entreprise.",
    "no_consent": "Aucun consentement en vigueur, ni preuve que l’adresse est publiée.",
    "no_identity": "Le message ne dit pas qui l’envoie.",
    "no_address": "Il manque l’adresse postale de votre entreprise.",
    "no_reach": "Il manque un téléphone, un courriel ou un site où vous joindre.",
    "no_unsubscribe": "Il manque le lien de désabonnement.",
}
