"""What an order or the law would refuse is caught; ordinary sentences are not."""

from __future__ import annotations

import pytest

from app.domains.compliance.french import lint
from app.domains.compliance.trade_rules import trade_findings
from app.domains.compliance.trade_tables import DENTIST, EVERYONE, REAL_ESTATE


def codes(text: str, *industries: str, facts: tuple[str, ...] = ()) -> set[str]:
    return {finding.code for finding in trade_findings(text, industries, facts)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Merci à toute l’équipe de la clinique.", "dentist_thanks"),
        ("Je recommande ce cabinet à tous.", "dentist_testimonial"),
        ("Mon dentiste m’a redonné le sourire.", "dentist_testimonial"),
        ("C’est le meilleur dentiste de Rimouski.", "dentist_comparison"),
        ("La clinique la plus douce en ville.", "dentist_comparison"),
        ("Une cote de 5 étoiles ⭐⭐⭐⭐⭐", "dentist_stars"),
        ("Spécialiste en implants.", "dentist_specialty"),
        ("Voyez l’avant-après de ce sourire.", "dentist_before_after"),
        ("Un résultat garanti.", "dentist_misleading"),
    ],
)
def test_a_dentist_may_not_say_it(text: str, code: str) -> None:
    findings = [finding for finding in trade_findings(text, ["dentist"]) if finding.code == code]
    assert findings and findings[0].blocking and findings[0].excerpt in text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Spécialiste du condo à Laval.", "broker_specialist"),
        ("Plus de 250 transactions conclues.", "broker_counts"),
        ("Vendue en 3 jours!", "broker_counts"),
        ("Le courtier numéro un du secteur.", "broker_comparison"),
        ("Vendez plus cher avec nous.", "broker_promise"),
        ("Votre agent immobilier.", "broker_title"),
    ],
)
def test_a_broker_may_not_say_it(text: str, code: str) -> None:
    assert code in codes(text, "real_estate")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("La table d’hôte à 29 $.", "fact_price"),
        ("La maison a remporté un prix.", "fact_award"),
        ("Noté 4,8 étoiles.", "fact_review"),
        ("Ouvert depuis 1987.", "fact_opening"),
        ("Au service des familles depuis 20 ans.", "fact_opening"),
        ("Un bouillon bon pour la santé.", "fact_health"),
        ("Nous avons soupé ici hier.", "fact_visit"),
    ],
)
def test_nobody_may_invent_it(text: str, code: str) -> None:
    (finding,) = [finding for finding in trade_findings(text, ["restaurant"]) if finding.code == code]
    assert not finding.blocking


def test_what_the_facts_hold_is_not_reproached() -> None:
    text = "Le Meilleur Sourire, au 29 $ du coin, ouvert depuis 1987."
    assert codes(text, "dentist", facts=("Le Meilleur Sourire", "29 $", "Fondée en 1987")) == set()


def test_a_before_after_with_its_caution_passes() -> None:
    text = "Avant et après : les résultats varient d’une personne à l’autre."
    assert "dentist_before_after" not in codes(text, "dentist")


def test_a_recognised_specialty_passes() -> None:
    assert codes("Spécialiste en orthodontie.", "dentist") == set()


def test_a_restaurant_is_not_held_to_the_dentist_rules() -> None:
    assert codes("Merci à nos voisins!", "restaurant") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Bonne Action de grâce à tous les gens de Rimouski.",
        "C’est une clinique dentaire, rue Racine, à Alma.",
        "Le plus simple est d’appeler. Plus on se connaît, mieux on se parle.",
        "Avant de visiter, prenez des notes; après, relisez-les.",
    ],
)
def test_ordinary_sentences_pass_everywhere(text: str) -> None:
    assert codes(text, "dentist", "real_estate", "restaurant", "other") == set()


def test_every_message_is_good_french() -> None:
    for rule in (*EVERYONE, *DENTIST, *REAL_ESTATE):
        assert lint(rule.message) == [], rule.message
