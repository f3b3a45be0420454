"""What is mended without asking is shown, passage by passage, and the rest is left to a person."""

from __future__ import annotations

import pytest

from app.domains.contents.gate.repairing import repaired, repairs
from app.domains.contents.judging import Subject, judged, mended, proposed
from app.providers.contracts import BusinessFacts, LeadFacts

NB = "\u00a0"
SUBJECT = Subject(
    LeadFacts("Le Week-end Café !", "restaurant", "Alma"), BusinessFacts("Bistro du Port", "restaurant", "Lévis")
)
TEXT = "Le Week-end Café ! est ouvert le week-end !! Écrivez un e-mail: l'équipe répond.\n\nAu menu : 10% de pain."


def test_each_repair_says_what_where_and_why() -> None:
    found = repairs(TEXT, SUBJECT, words=True)
    assert [(each.before, each.after) for each in found][:1] == [("le week-end !!", "la fin de semaine!")]
    assert all(TEXT[each.start : each.end] == each.before and each.reason.endswith(".") for each in found)
    assert "fin de semaine" not in "".join(each.after for each in repairs(TEXT, SUBJECT, words=False))


@pytest.mark.parametrize("words", [True, False])
def test_the_repairs_put_together_make_the_repaired_text(words: bool) -> None:
    text = TEXT
    for each in reversed(repairs(TEXT, SUBJECT, words=words)):
        text = text[: each.start] + each.after + text[each.end :]
    assert text == repaired(TEXT, SUBJECT, words=words)
    assert repairs(text, SUBJECT, words=words) == []


def test_a_name_is_never_repaired() -> None:
    assert repaired(TEXT, SUBJECT, words=True).startswith("Le Week-end Café ! est ouvert la fin de semaine!")


def test_a_machines_text_keeps_only_the_faults_a_person_must_choose_about() -> None:
    text = mended(TEXT + " Le post chargé, une cédule.", SUBJECT)
    left = [flag.code for flag in judged(text, [], SUBJECT, by_machine=True) if flag.code.startswith("french_")]
    assert left == ["french_mot-publication", "french_mot-horaire"]


def test_a_persons_text_is_proposed_whole_and_stays_hers() -> None:
    assert proposed("Un e-mail !", SUBJECT) == "Un courriel!"
    assert proposed("Un courriel!", SUBJECT) == ""
    assert repairs("", SUBJECT, words=True) == []
