"""What is asked of texts and mots-clics before anybody reads them."""

from __future__ import annotations

import pytest

from app.domains.contents.hashtags import normalised, typed
from app.domains.contents.judging import Subject, judged, mended, refusal
from app.domains.contents.likeness import is_near
from app.domains.contents.preview import fold
from app.providers.contracts import BusinessFacts, LeadFacts

NB = "\u00a0"
BUSINESS = BusinessFacts("Bistro du Port", "restaurant", "Lévis")
SUBJECT = Subject(LeadFacts("Chez l'Ami Pierre", "restaurant", "Trois-Rivières", street="rue des Forges"), BUSINESS)
DENTIST = Subject(LeadFacts("Clinique du Fleuve", "dentist", "Lévis"), BUSINESS)


def text_of(words: int, name: str = "Chez l'Ami Pierre") -> str:
    return f"{name} est ici. " + "mot " * (words - len(name.split()) - 2)


def test_a_machines_hashtags_are_made_fit_to_send() -> None:
    given = ["#Café de quartier", "café-de-quartier", "", "🎉", "2026", "Achat local", "Terrasse_d'été"]
    assert normalised(given, "Trois-Rivières", "restaurant") == [
        "TroisRivières", "CaféDeQuartier", "AchatLocal", "TerrasseDÉté",
    ]  # fmt: skip


def test_too_many_hashtags_are_cut_and_the_town_stays() -> None:
    tags = normalised(["Un", "Deux", "Trois", "Quatre", "Cinq", "VivreLévis"], "Lévis", "other")
    assert tags == ["Un", "Deux", "Trois", "Quatre", "VivreLévis"]


def test_too_few_hashtags_are_completed() -> None:
    assert normalised([], "Saint-Jean-sur-Richelieu", "dentist") == [
        "SaintJeanSurRichelieu", "SantéDentaire", "Dentiste",
    ]  # fmt: skip


def test_a_persons_hashtags_stay_as_she_typed_them() -> None:
    assert typed(["#Lévis ", "lévis", " ", "Trois-Rivières"]) == ["Lévis", "Trois-Rivières"]


def test_a_machines_text_gives_the_prospect_its_own_spelling_back() -> None:
    text = mended("Chez l’Ami\u00a0Pierre vous attend !\r\nÀ bientôt\x00 : c'est \u200btout.", SUBJECT)
    assert text == f"Chez l'Ami Pierre vous attend!\nÀ bientôt{NB}: c’est tout."


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (text_of(200), ""),
        (text_of(100), "gate_length"),
        (text_of(301), "gate_length"),
        (text_of(200, "Chez Ami"), "gate_name"),
        (text_of(200) + " " + "(" * 2990, "gate_too_long"),
        (text_of(200) + " Ouvert depuis 1987.", "gate_fact"),
    ],
)
def test_a_models_text_must_pass_the_gate(text: str, why: str) -> None:
    flags = judged(text, [], SUBJECT, by_machine=True)
    assert refusal(text, [], flags, SUBJECT) == why


def test_the_rules_of_both_trades_apply_to_the_text_and_its_hashtags() -> None:
    words = text_of(200, "Clinique du Fleuve")
    praised = judged(words + "C’est la meilleure clinique.", [], DENTIST, by_machine=False)
    assert [flag.blocking for flag in praised] == [True]
    assert "la meilleure" in praised[0].message
    assert judged(words, ["MeilleurDentiste"], DENTIST, by_machine=False)[0].blocking
    owner_is_dentist = Subject(SUBJECT.lead, BusinessFacts("Clinique", "dentist", "Lévis"))
    assert judged("Merci à nos patients!", [], owner_is_dentist, by_machine=False)[0].blocking


def test_what_a_person_claims_is_said_but_not_refused() -> None:
    claim = "Chez l'Ami Pierre sert des moules à 25 $ !"
    assert {flag.code.split("_")[0] for flag in judged(claim, [], SUBJECT, by_machine=False)} == {"fact", "french"}
    assert not any(flag.blocking for flag in judged(claim, [], SUBJECT, by_machine=False))
    assert [flag.code for flag in judged(claim, [], SUBJECT, by_machine=True) if flag.blocking] == ["fact_price"]


def test_a_name_is_never_reproached() -> None:
    subject = Subject(LeadFacts("Le Meilleur Burger !", "dentist", "Lévis"), BUSINESS)
    assert not judged("Le Meilleur Burger ! est à Lévis.", [], subject, by_machine=True)


def test_near_repeats_are_seen_and_others_are_not() -> None:
    text = text_of(60) + " ".join(f"mot{number}" for number in range(150))
    assert is_near(text.upper().replace(".", " !"), ["Autre chose.", text])
    assert not is_near(" ".join(f"mot{number}" for number in range(75)), [text])
    assert not is_near("", [""])


def test_the_preview_folds_where_linkedin_does() -> None:
    assert fold("Court.").shown == "Court."
    assert not fold("Court.\n").is_cut
    long = fold("Une phrase assez longue pour dépasser. " * 10)
    assert long.is_cut
    assert 190 < len(long.shown) <= 210
    assert long.shown.endswith(" Une phrase")
    assert fold("Un\n\nDeux\nTrois") == fold("Un\r\n\r\nDeux\r\nTrois")
    assert fold("Un\n\nDeux\nTrois").shown == "Un\n\nDeux"
    assert len(fold("a" * 500).shown) == 210
