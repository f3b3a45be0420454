"""One touch mends a fault, and nothing around it."""

from __future__ import annotations

from app.domains.contents.gate.fixing import apply_all, apply_fix
from app.domains.contents.gate.flags import Flag
from app.domains.contents.gate.sentences import sentence_spans
from app.domains.contents.gate.wording import button
from app.domains.contents.judging import Subject, judged
from app.providers.contracts import BusinessFacts, LeadFacts

NB = "\u00a0"
SUBJECT = Subject(
    LeadFacts("Clinique du Fleuve", "dentist", "Lévis"), BusinessFacts("Bistro du Port", "restaurant", "Lévis")
)


def replacing(excerpt: str, replacement: str) -> Flag:
    return Flag("french_x", "", False, excerpt, "replace", replacement)


def removing(excerpt: str) -> Flag:
    return Flag("fact_x", "", True, excerpt, "remove_sentence")


def test_a_passage_is_replaced_wherever_it_stands_and_never_inside_a_word() -> None:
    text = "Un item, deux items, un item."
    assert apply_fix(text, replacing("item", "article")) == "Un article, deux items, un article."


def test_a_passage_inside_a_name_stays() -> None:
    text = "Item Café vend un Item."
    assert apply_fix(text, replacing("Item", "Article"), ["Item Café"]) == "Item Café vend un Article."


def test_a_passage_that_is_gone_changes_nothing() -> None:
    assert apply_fix("Rien.", replacing("item", "article")) == "Rien."
    assert apply_fix("Rien.", removing("vingt ans")) == "Rien."
    assert apply_fix("Rien.", Flag("x", "", False)) == "Rien."


def test_the_sentence_that_holds_a_passage_goes_and_the_paragraphs_stay_tidy() -> None:
    text = "Un. Ouvert depuis 1987. Trois.\n\nOuvert depuis 1987!\n\nQuatre.\nOuvert depuis 1987."
    assert apply_fix(text, removing("depuis 1987")) == "Un. Trois.\n\nQuatre."


def test_a_passage_is_found_again_after_its_blanks_were_mended() -> None:
    assert apply_fix(f"Un. La table à 25{NB}$ plaît. Deux.", removing("25 $")) == "Un. Deux."


def test_abbreviations_and_names_with_a_stop_end_no_sentence() -> None:
    text = "Voici M. Roy, du boul. Talbot. Il sourit… beaucoup! « Oui! » Et Chez Ô! Olé sert."
    pieces = [text[start:end] for start, end in sentence_spans(text, ["Chez Ô! Olé"])]
    assert pieces == ["Voici M. Roy, du boul. Talbot.", "Il sourit… beaucoup!", "« Oui! »", "Et Chez Ô! Olé sert."]


def test_removals_come_before_replacements() -> None:
    flags = [replacing("email", "courriel"), removing("un email à 25 $")]
    assert apply_all("Bonjour. C’est un email à 25 $. Par email.", flags) == "Bonjour. Par courriel."


def test_every_flag_with_a_fix_can_be_mended_until_none_is_left() -> None:
    text = "Bonjour !! Le meilleur dentiste du week-end, à 25$. Ouvert depuis 1987.\n\nVoici la clinique."
    flags = judged(text, [], SUBJECT, by_machine=True)
    assert all(flag.excerpt in text for flag in flags)
    for _ in range(3):
        text = apply_all(text, judged(text, [], SUBJECT, by_machine=True))
    assert text == "Bonjour!\n\nVoici la clinique."


def test_a_fault_of_blanks_shows_the_words_around_it() -> None:
    (flag,) = judged("On arrive ! Ensuite.", [], SUBJECT, by_machine=False)
    assert (flag.excerpt, flag.replacement) == ("arrive !", "arrive!")
    assert button(flag) == f"Remplacer par «{NB}arrive!{NB}»"


def test_a_fault_in_the_hashtags_has_no_sentence_to_remove() -> None:
    (flag,) = judged("Voici la clinique.", ["MeilleurDentiste"], SUBJECT, by_machine=False)
    assert (flag.blocking, flag.fix, button(flag)) == (True, "", "")


def test_buttons_say_what_they_do() -> None:
    assert button(removing("x")) == "Retirer cette phrase"
    assert button(Flag("x", "", False, fix="profile")) == "Compléter mon profil"
