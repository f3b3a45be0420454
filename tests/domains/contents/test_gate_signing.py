"""A broker's publications are signed, once; a person's short text is hers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domains.compliance.french import lint
from app.domains.contents.gate.flags import PROFILE
from app.domains.contents.gate.footer import AGENCY, footer, with_footer
from app.domains.contents.gate.wording import BROKER_IDENTITY, FACTS, HASHTAG_MALFORMED
from app.domains.contents.judging import Subject, judged
from app.domains.contents.likeness import most_alike
from app.providers.contracts import BusinessFacts, LeadFacts

BROKER = BusinessFacts(
    "Immo Roy", "real_estate", "Lévis", permit_name="Zélia Roy", permit_title="courtière immobilière",
    agency_name="Groupe Zénith",
)  # fmt: skip
CAFE = LeadFacts("Café du Quai", "restaurant", "Lévis")
SIGNED = "Zélia Roy, courtière immobilière\nGroupe Zénith, agence immobilière"


def test_a_broker_signs_with_permit_title_agency_and_mention() -> None:
    assert footer(BROKER) == SIGNED
    assert footer(replace(BROKER, permit_title="")).startswith("Zélia Roy, courtier immobilier\n")
    assert footer(replace(BROKER, agency_name="Zénith, Agence immobilière")).count("immobilière") == 2
    assert AGENCY in footer(BROKER)


def test_nobody_else_signs_so_and_nothing_is_invented() -> None:
    assert footer(replace(BROKER, industry="restaurant")) == ""
    assert footer(replace(BROKER, permit_name=" ")) == ""
    assert with_footer("Bonjour.", replace(BROKER, permit_name="")) == "Bonjour."


def test_the_footer_comes_last_and_once() -> None:
    text = with_footer("Bonjour.\n", BROKER)
    assert text == f"Bonjour.\n\n{SIGNED}"
    assert with_footer(text, BROKER) == text
    typed = "Bonjour.\n\nZELIA ROY,  Courtière immobilière — groupe zénith, agence immobilière."
    assert with_footer(typed, BROKER) == typed


def test_a_signed_text_is_reproached_nothing() -> None:
    assert judged(with_footer("Bonjour, voici Café du Quai.", BROKER), [], Subject(CAFE, BROKER), by_machine=True) == []


@pytest.mark.parametrize("missing", [{"permit_name": ""}, {"agency_name": ""}])
def test_a_profile_without_its_permit_is_said_and_blocks_nothing(missing: dict[str, str]) -> None:
    (flag,) = judged("Bonjour.", [], Subject(CAFE, replace(BROKER, **missing)), by_machine=True)
    assert (flag.code, flag.fix, flag.blocking) == ("broker_identity", PROFILE, False)


def test_a_broker_on_her_own_has_no_agency_to_name() -> None:
    alone = replace(BROKER, agency_name="", permit_title="courtière immobilière agissant à son compte")
    assert judged("Bonjour.", [], Subject(CAFE, alone), by_machine=True) == []


def test_a_persons_length_and_mots_clics_are_hers() -> None:
    assert judged("Bonjour.", ["Lévis"], Subject(CAFE, BROKER), by_machine=False) == []


def test_a_hashtag_that_would_be_cut_is_named() -> None:
    flags = judged(
        "Bonjour.", ["Trois-Rivières", "2026", "Été", "VivreLévis2026"], Subject(CAFE, BROKER), by_machine=False
    )
    assert [(flag.code, flag.message[2:16]) for flag in flags] == [
        ("hashtag_malformed", "Trois-Rivières"), ("hashtag_malformed", "2026\u00a0»\u00a0: Ce mo"[:14]),
    ]  # fmt: skip


def test_the_nearest_of_the_others_is_told() -> None:
    text = " ".join(f"mot{number}" for number in range(40))
    assert most_alike(text, ["autre chose", text + " fin", "rien"]) == (1, pytest.approx(36 / 37))
    assert most_alike(text, []) == (-1, 0.0)
    assert most_alike(text, ["tout autre chose que cela, vraiment"]) == (-1, 0.0)


@pytest.mark.parametrize("words", [*FACTS.values(), BROKER_IDENTITY, HASHTAG_MALFORMED])
def test_what_the_gate_says_is_good_french(words: str) -> None:
    assert lint(words) == []
