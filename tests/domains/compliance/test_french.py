"""The linter corrects what a Québec reader would, and nothing else."""

from __future__ import annotations

import pytest

from app.domains.compliance.french import RULES, lint, repair

NB = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "set_right"),
    [
        ("L'été arrive !", "L’été arrive!"),
        ("Vraiment ? Oui ; voilà", "Vraiment? Oui; voilà"),
        ("Voici: un, deux", f"Voici{NB}: un, deux"),
        ("Voici : un", f"Voici{NB}: un"),
        ('Il dit "bonjour" à tous', f"Il dit «{NB}bonjour{NB}» à tous"),
        ("« Bonjour » et «bonsoir»", f"«{NB}Bonjour{NB}» et «{NB}bonsoir{NB}»"),
        ("10% de 12.50$", f"10{NB}% de 12,50{NB}$"),
        ("$25 ou $3.99", f"25{NB}$ ou 3,99{NB}$"),
        ("1 500 $", f"1{NB}500{NB}$"),
        ("à 14h30, puis 16h", f"à 14{NB}h{NB}30, puis 16{NB}h"),
        ("à 9:05 ou 14 h 00", f"à 9{NB}h{NB}05 ou 14{NB}h"),
        ("le 1 décembre, Lundi", "le 1er décembre, lundi"),
        ("le 5 Mars", "le 5 mars"),
        ("la 2ème et la 1ère", "la 2e et la 1re"),
        ("un coeur et des oeufs", "un cœur et des œufs"),
        ("A Montréal", "À Montréal"),
        ("Bravo!!! Quoi??", "Bravo! Quoi?"),
        ("attendez...", "attendez…"),
        ("deux  espaces , ici .", "deux espaces, ici."),
        ("au 418-822-5555", "au 418 822-5555"),
        ("H2v4g9", "H2V 4G9"),
        ("**Gras** et ( trous )", "Gras et (trous)"),
    ],
)
def test_typographic_faults_are_found_and_mended(typed: str, set_right: str) -> None:
    assert lint(typed)
    assert repair(typed) == set_right
    assert repair(set_right) == set_right
    assert lint(set_right) == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("un email", "courriel"),
        ("des hashtags", "mots-clics"),
        ("trois dashboards", "tableaux de bord"),
        ("vos leads", "clients potentiels"),
        ("des agents immobiliers", "courtiers immobiliers"),
        ("des soins professionels", "professionnels"),
        ("ce post", "publication"),
        ("un lead", "client potentiel"),
        ("suite à votre appel", "à la suite de"),
        ("du feedback", "rétroaction"),
        ("le week-end", "fin de semaine"),
        ("le shopping", "magasinage"),
        ("la TVA", "TPS et TVQ"),
        ("Opportunité", "Occasion"),
        ("délivrer un service", "livrer"),
        ("adresser le problème", "traiter"),
        ("booker une table", "réserver"),
    ],
)
def test_words_from_elsewhere_get_their_quebec_name(written: str, said: str) -> None:
    (finding,) = lint(written)
    assert finding.replacement == said
    assert finding.excerpt == written[finding.start : finding.end]
    assert finding.reason.endswith(".")
    assert repair(written) == written


def test_addresses_tags_mentions_and_code_are_left_alone() -> None:
    text = "Voir https://a.example/x?y=1;z:2 ou info@exemple.ca #email @post exemple.com et `a ? b : c`"
    assert repair(text) == text
    assert lint(text) == []


def test_a_proper_name_is_quoted_as_it_is() -> None:
    text = "Voici L'Email Shopping !, à Alma."
    assert lint(text, ["L'Email Shopping !"]) == []
    assert lint(text) != []


@pytest.mark.parametrize(
    "sound",
    [
        f"«{NB}Bonjour!{NB}» dit-elle; il est 14{NB}h{NB}30, le samedi 21 novembre 2026.",
        f"Un rabais de 12{NB}%, soit 1{NB}234,56{NB}${NB}: c’est peu.",
        "Le centre postal, un poste, la poste et le mailing-list de l’empreinte digitale.",
        "Qu’en pensez-vous? Écrivez-nous!",
        "La prise en charge de la douleur, la suite à donner, donner suite à votre demande.",
        "Le mail Champlain est fermé, à date fixe; on s’y amuse, c’est le fun.",
        "On ne peut pas supporter les longues files; il faut supporter les frais.",
        "M. Tremblay et Mme Roy, H2V 4G9, 418 822-5555.",
    ],
)
def test_good_french_is_left_in_peace(sound: str) -> None:
    assert lint(sound) == []


def test_every_rule_says_why_and_there_are_enough() -> None:
    assert len(RULES) >= 150
    assert all(rule.reason.endswith((".", ")")) for rule in RULES)
    assert sum(bool(rule.replacement) for rule in RULES) >= 150


def test_repairing_twice_changes_nothing_more() -> None:
    messy = 'L\'ami : « allo » ... 5 % ou 5% !! A Québec , 1 Mai à 9h00 ;"fin" (  oui ) - non'
    assert repair(repair(messy)) == repair(messy)
