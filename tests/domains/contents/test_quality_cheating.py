"""What fills a text without telling anything earns nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domains.contents.quality import Quality, QualityInput, assess
from tests.domains.contents.labelling import example

GOOD, MEDIOCRE = example(), example("mediocre")


def points(found: Quality, name: str) -> int:
    return next(part.points for part in found.parts if part.name == name)


def first_words(subject: QualityInput, count: int) -> str:
    return " ".join(subject.text.split()[:count])


def test_a_sentence_said_forty_times_is_worth_nothing() -> None:
    sentence = f"{GOOD.lead_name}, à {GOOD.city}, est un restaurant de la rue Saint-Germain. "
    padded = assess(replace(GOOD, text=sentence * 20))
    assert padded.total < 50
    assert points(padded, "Longueur") == 0 and points(padded, "Variété") <= 2


def test_a_short_text_said_twice_does_not_gain_from_it() -> None:
    short = replace(GOOD, text=first_words(GOOD, 100))
    twice = replace(GOOD, text=f"{short.text}\n\n{short.text}")
    assert assess(twice).total <= assess(short).total


def test_a_word_slipped_into_each_copy_fools_nobody() -> None:
    sentence = "La Marmite du Quai est un restaurant {} québécois de la rue Saint-Germain, à Rimouski. "
    adverbs = (
        "bien",
        "très",
        "vraiment",
        "toujours",
        "encore",
        "aussi",
        "donc",
        "si",
        "plutôt",
        "assez",
        "déjà",
        "tout",
    )
    assert assess(replace(GOOD, text="".join(map(sentence.format, adverbs)))).total < 50


def test_naming_the_prospect_in_each_sentence_costs_points() -> None:
    stuffed = GOOD.text.replace(". ", f". {GOOD.lead_name}! ").replace("\n\n", f"\n\n{GOOD.lead_name}! ")
    assert assess(replace(GOOD, text=stuffed)).total < min(50, assess(GOOD).total)


def test_naming_the_town_again_and_again_costs_points() -> None:
    again = replace(GOOD, text=f"{GOOD.text} " + f"{GOOD.city} " * 15)
    assert assess(again).total < 50


def test_keywords_in_a_row_are_not_a_text() -> None:
    words = ["poutine", "resto", "frites", "sauce", "fromage", "livraison", "terrasse", "brunch", "pizza", "burger"]
    stuffed = f"{GOOD.lead_name} {GOOD.city} " + " ".join(f"{one} {other}" for one in words for other in words)
    found = assess(replace(GOOD, text=stuffed))
    assert found.total < 50
    assert points(found, "Français") == 0


@pytest.mark.parametrize("subject", [GOOD, MEDIOCRE])
def test_pasting_mots_clics_in_the_text_does_not_lengthen_it(subject: QualityInput) -> None:
    short = replace(subject, text=first_words(subject, 80))
    tags = " ".join(f"#MotClic{at}De{subject.city}" for at in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    pasted = assess(replace(short, text=f"{short.text}\n\n{tags}"))
    assert pasted.total <= assess(short).total
    assert points(pasted, "Longueur") == points(assess(short), "Longueur")


def test_sixty_mots_clics_are_worse_than_five() -> None:
    many = replace(GOOD, hashtags=[*GOOD.hashtags, *(f"Poutine{letter}" for letter in "ABCDEFGHIJKLMNOPQRST")])
    assert points(assess(many), "Mots-clics") < points(assess(GOOD), "Mots-clics")


def test_a_question_mark_alone_is_not_an_invitation_for_a_text_of_anybody() -> None:
    asked = replace(MEDIOCRE, text=f"{MEDIOCRE.text} ???????")
    assert assess(asked).total <= assess(MEDIOCRE).total


def test_ready_made_phrases_added_to_a_good_text_lower_it() -> None:
    fluff = (
        " Une expérience inoubliable vous attend dans une ambiance chaleureuse et conviviale. L’équipe passionnée "
        "offre un service personnalisé et un savoir-faire unique. Il y en a pour tous les goûts, n’hésitez pas!"
    )
    first, _, last = GOOD.text.rpartition("\n\n")
    assert assess(replace(GOOD, text=f"{first}{fluff}\n\n{last}")).total < assess(GOOD).total
