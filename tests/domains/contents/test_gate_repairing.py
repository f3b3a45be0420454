"""What is mended without asking, and what is left to a person."""

from __future__ import annotations

import pytest

from app.domains.contents.gate.repairing import repaired
from app.domains.contents.judging import Subject, judged, mended, proposed
from app.providers.contracts import BusinessFacts, LeadFacts

NB = "\u00a0"
SUBJECT = Subject(
    LeadFacts("Le Week-end Café !", "restaurant", "Alma"), BusinessFacts("Bistro du Port", "restaurant", "Lévis")
)
TEXT = "Le Week-end Café ! est ouvert le week-end !! Écrivez un e-mail: l'équipe répond.\n\nAu menu : 10% de pain."


def test_words_are_mended_only_when_asked() -> None:
    assert "la fin de semaine!" in repaired(TEXT, SUBJECT, words=True)
    assert "fin de semaine" not in repaired(TEXT, SUBJECT, words=False)


@pytest.mark.parametrize("words", [True, False])
def test_a_repaired_text_has_nothing_left_to_repair(words: bool) -> None:
    better = repaired(TEXT, SUBJECT, words=words)
    assert repaired(better, SUBJECT, words=words) == better


def test_a_name_is_never_repaired() -> None:
    assert repaired(TEXT, SUBJECT, words=True).startswith("Le Week-end Café ! est ouvert la fin de semaine!")


def test_a_machines_text_keeps_only_the_faults_a_person_must_choose_about() -> None:
    text = mended(TEXT + " Le post chargé, une cédule.", SUBJECT)
    left = [flag.code for flag in judged(text, [], SUBJECT, by_machine=True) if flag.code.startswith("french_")]
    assert left == ["french_mot-publication", "french_mot-horaire"]


def test_a_persons_text_is_proposed_whole_and_stays_hers() -> None:
    assert proposed("Un e-mail !", SUBJECT) == "Un courriel!"
    assert proposed("Un courriel!", SUBJECT) == ""
    assert proposed("", SUBJECT) == ""
