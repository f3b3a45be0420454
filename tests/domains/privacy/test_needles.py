"""The words a person is known by are weighed against everybody else's names at once."""

from __future__ import annotations

from collections.abc import Sequence

from app.domains.leads.models import Lead
from app.domains.privacy import erasing, needles
from tests.domains.contents import making
from tests.people import Person
from tests.statements import statements


def asked_of_others(alice: Person, leads: Sequence[Lead], typed: str = "") -> tuple[needles.Needles, int]:
    """Return what is known, and how many questions it took beyond those about the person herself."""
    with statements() as about_her:
        needles.of(leads, typed)
    with statements() as seen:
        known = needles.known(alice.workspace.id, leads, typed)
    return known, len(seen) - len(about_her)


def hers(alice: Person, count: int) -> list[Lead]:
    """Return prospects of many words: each number is written in nine ways."""
    return [making.lead(alice.workspace, f"Garage Numéro {n}", phone=f"+1418555{n:04}") for n in range(count)]


def test_one_question_is_asked_however_many_words_she_is_known_by(alice: Person) -> None:
    for count in (1, 5):
        known, asked = asked_of_others(alice, hers(alice, count), "Chez Ulric")
        assert len(known.words) > count * 9
        assert asked == 1


def test_nothing_is_asked_about_nobody(alice: Person) -> None:
    assert asked_of_others(alice, (), "café") == (needles.Needles(), 0)


def test_more_words_than_a_statement_takes_are_looked_for_in_pieces(alice: Person) -> None:
    leads = hers(alice, 150)
    making.lead(alice.workspace, "Amis du GARAGE Numéro 149")
    making.lead(alice.workspace, "Le 418 555-0003")
    known, asked = asked_of_others(alice, leads)
    words = needles.of(leads).words
    assert len(words) > 1000
    assert asked == -(-len(words) // needles.MOST_WORDS)
    assert words - known.words == {"garage numéro 149", "418 555-0003"}


def test_each_word_is_weighed_by_itself(alice: Person) -> None:
    (lead,) = hers(alice, 1)
    lead.legal_name = "Ulric et fils"
    making.lead(alice.workspace, "Cantine Chez Ulric et fils")
    making.lead(alice.workspace, "Garage Numéro 01")
    known = needles.known(alice.workspace.id, [lead])
    assert "ulric et fils" not in known.words
    assert {"garage numéro 0", "418-555-0000"} <= known.words


def test_what_she_is_known_by_is_found_once(alice: Person) -> None:
    (lead,) = hers(alice, 1)
    who = erasing.person(alice.workspace.id, "Chez Ulric", [lead.id])
    first = who.needles
    with statements() as seen:
        assert who.needles is first
    assert not seen
