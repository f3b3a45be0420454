"""Plain words of elsewhere are said as here, and the sentence still agrees."""

from __future__ import annotations

import pytest

from app.domains.compliance.french import lint
from app.domains.compliance.french_mending import mend_words


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Ce week-end, on sort.", "Cette fin de semaine, on sort."),
        ("Passez le week-end ici.", "Passez la fin de semaine ici."),
        ("Au week-end suivant.", "Au week-end suivant."),
        ("Tous les week-ends.", "Toutes les fins de semaine."),
        ("Écrivez un e-mail ou deux mails.", "Écrivez un courriel ou deux courriels."),
        ("Un post par semaine.", "Une publication par semaine."),
        ("Bookez une table.", "Réservez une table."),
        ("Le parking est derrière.", "Le stationnement est derrière."),
        ("Nos hashtags.", "Nos mots-clics."),
        ("Un petit-déjeuner copieux.", "Un déjeuner copieux."),
        ("Au Mail Champlain, par mail, deux mails.", "Au Mail Champlain, par courriel, deux courriels."),
        ("L’email et cet e-mail, plein d’emails.", "Le courriel et ce courriel, plein de courriels."),
        ("Le workshop, ce packaging, du selfie.", "L’atelier, cet emballage, de l’égoportrait."),
        ("La newsletter, ma deadline, pas de followers.", "L’infolettre, mon échéance, pas d’abonnés."),
        ("L’empreinte digitale et le marketing digital.", "L’empreinte digitale et le marketing numérique."),
        ("Prenez RDV parceque c’est bon.", "Prenez rendez-vous parce que c’est bon."),
    ],
)
def test_a_word_is_replaced_with_what_agrees_with_it(written: str, said: str) -> None:
    assert mend_words(written) == said


def test_a_name_an_address_and_a_mot_clic_stay_as_they_are() -> None:
    text = "Le Week-end Café (week-end@exemple.ca, www.week-end.example) #WeekEnd #parking"
    assert mend_words(text, ["Week-end Café"]) == text


@pytest.mark.parametrize("word", ["courriel", "mot-clic", "publication", "fin de semaine", "magasinage"])
def test_what_is_said_instead_is_never_reproached(word: str) -> None:
    assert not lint(f"On parle de {word} ici.")
