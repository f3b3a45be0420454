"""A request not to be solicited is heard; a promise to visitors, or an offer, is not one."""

from __future__ import annotations

import pytest

from app.providers.website.notices import refusals

REQUESTS = (
    "Pas de sollicitation.",
    "Aucune sollicitation.",
    "No solicitation",
    "No soliciting please",
    "Nous n’acceptons pas les offres non sollicitées.",
    "Nous n'acceptons aucune sollicitation par courriel",
    "Merci de ne pas nous envoyer de courriels publicitaires",
    "Ne pas envoyer de courriels publicitaires",
    "Veuillez ne pas nous faire parvenir d’offres de service.",
    "Les courriels commerciaux ne sont pas acceptés.",
    "Sollicitation interdite",
    "Solliciteurs s’abstenir",
    "Toute sollicitation sera refusée.",
    "Le démarchage est interdit.",
    "Prière de ne pas nous solliciter.",
    "We do not accept unsolicited offers.",
    "Please do not send us marketing emails.",
    "Unsolicited emails will be deleted.",
    "No cold calls.",
    "Sales emails are not welcome.",
    "Cette adresse ne doit pas servir à la prospection commerciale.",
    "Nous refusons toute publicité non sollicitée",
    "Les messages électroniques commerciaux sont interdits à cette adresse.",
    "Don't spam us with commercial offers",
)
OTHERS = (
    "Vous ne recevrez pas de sollicitation de notre part.",
    "Nous ne vous enverrons aucun courriel publicitaire.",
    "We will never send you unsolicited emails.",
    "Nos promotions du mois ne durent pas.",
    "Local commercial à louer, n'hésitez pas à nous contacter pour une promotion",
    "We do not sell your information for marketing.",
    "Inscrivez-vous à notre infolettre pour ne pas manquer nos promotions",
    "Ne manquez pas nos promotions!",
    "Don't miss our promotions!",
    "Vendeurs de fleurs depuis 1950",
    "Les frais de livraison ne sont pas inclus dans cette promotion.",
    "Do not hesitate to ask about our commercial rates",
    "Immeubles commerciaux et résidentiels",
    "Cette promotion n'est pas monnayable",
    "Nous ne partageons pas vos renseignements à des fins de marketing",
    "N'hésitez pas à communiquer avec notre service commercial",
)


@pytest.mark.parametrize("line", REQUESTS)
def test_a_request_not_to_be_solicited_is_heard(line: str) -> None:
    assert list(refusals(f"Bienvenue. {line}")) == [line]


@pytest.mark.parametrize("line", OTHERS)
def test_a_promise_or_an_offer_is_no_refusal(line: str) -> None:
    assert list(refusals(line)) == []
