"""The score ranks posts as a reader would, and says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domains.compliance.french import lint
from app.domains.contents.quality import QualityInput, assess
from app.providers.contracts import BusinessFacts, LeadFacts, WritingRequest
from app.providers.offline.writer import OfflineWriter

LEAD = LeadFacts(name="Bistro du Fleuve", industry="restaurant", city="Le Bic", street="45 Rue Racine")
DRAFT = OfflineWriter().write(
    WritingRequest(LEAD, BusinessFacts("Rôtisserie Dubé", "restaurant", "Alma"), date(2026, 11, 21), seed=4)
)
GOOD = QualityInput(
    text=DRAFT.text,
    hashtags=DRAFT.hashtags,
    alt_text=DRAFT.alt_text,
    has_picture=True,
    lead_name=LEAD.name,
    city=LEAD.city,
    business_name="Rôtisserie Dubé",
    known_words=("rue Racine",),
)
MEDIOCRE = replace(
    GOOD,
    text="Aujourd’hui, on vous parle d’un bel endroit pour manger entre amis. " + DRAFT.text.split("\n\n")[2] + " "
    "Au bout de la rue, au Bic, il y a Bistro du Fleuve. Passez les voir ce week-end !",
    hashtags=("Resto", "Manger"),
)
POOR = replace(
    GOOD,
    text="Super post !! Venez, c'est LE top, email nous pour booker.",
    hashtags=(),
    has_picture=False,
    alt_text="",
)


def part(subject: QualityInput, name: str) -> int:
    return next(each.points for each in assess(subject).parts if each.name == name)


def test_good_beats_mediocre_beats_poor() -> None:
    good, mediocre, poor = (assess(subject).total for subject in (GOOD, MEDIOCRE, POOR))
    assert good >= 85 > 70 > mediocre > 40 > poor


def test_the_parts_are_named_add_up_and_explain_themselves_in_good_french() -> None:
    for subject in (GOOD, MEDIOCRE, POOR):
        quality = assess(subject)
        assert [each.name for each in quality.parts] == [
            "Longueur",
            "Mots-clics",
            "Localité",
            "Personnalisation",
            "Français",
            "Image",
        ]
        assert quality.total == sum(each.points for each in quality.parts)
        assert sum(each.max for each in quality.parts) == 100
        for each in quality.parts:
            assert 0 <= each.points <= each.max
            assert each.sentence.endswith((".", ")")) and lint(each.sentence) == []


def test_saying_the_same_sentence_forty_times_earns_nothing() -> None:
    padded = replace(GOOD, text="Bistro du Fleuve, au Bic, est un restaurant de la rue Racine. " * 40)
    assert part(padded, "Longueur") == 0


def test_another_language_is_not_french() -> None:
    english = replace(GOOD, text="Come and eat with your friends tonight, the food is lovely and warm. " * 3)
    assert part(english, "Français") == 0


def test_a_town_with_an_article_is_recognised_in_its_contracted_form() -> None:
    assert part(GOOD, "Localité") >= 10


def test_without_the_name_the_post_could_be_about_anyone() -> None:
    assert part(replace(GOOD, lead_name="Chez Nobert"), "Personnalisation") <= 3


def test_a_missing_picture_costs_its_points() -> None:
    assert part(replace(GOOD, has_picture=False), "Image") == 0
    assert assess(GOOD).total - assess(replace(GOOD, has_picture=False)).total == 10


def test_sixty_mots_clics_are_no_better_than_five() -> None:
    assert part(replace(GOOD, hashtags=[f"Tag{n}" for n in range(60)]), "Mots-clics") < part(GOOD, "Mots-clics")
