"""What is said of consents and of refusals."""

from __future__ import annotations

from app.core.i18n import _l

RELEVANCE = {
    "generic": _l(
        "Adresse générale, publiée par l’entreprise pour qu’on la joigne. Le message porte sur ses activités."
    ),
    "role": _l("Adresse d’une fonction, publiée par l’entreprise. Le message porte sur cette fonction."),
}
CONSENT_REFUSED = {
    "nature": _l("Seule l’adresse générale d’une entreprise, ou celle d’une fonction, vaut consentement."),
    "refusal": _l("Le site refuse la sollicitation\u00a0: son adresse ne vaut pas consentement."),
    "silenced": _l("Cette adresse est sur votre liste à ne plus contacter."),
    "proof": _l("Il faut une preuve\u00a0: l’adresse, la page, le jour et les mots autour."),
}
WRITE_REFUSED = {
    "nothing": _l("Aucun courriel connu."),
    "do_not_contact": _l("Ce prospect est sur votre liste à ne plus contacter."),
    "refusal": _l("Son site refuse la sollicitation."),
    "personal": _l("Cette adresse est celle d’une personne, pas de son entreprise."),
    "no_consent": _l("Aucun consentement en vigueur, ni preuve que l’adresse est publiée."),
    "no_identity": _l("Le message ne dit pas qui l’envoie."),
    "no_address": _l("Il manque l’adresse postale de votre entreprise."),
    "no_reach": _l("Il manque un téléphone, un courriel ou un site où vous joindre."),
    "no_unsubscribe": _l("Il manque le lien de désabonnement."),
}
