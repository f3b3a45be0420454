"""The score says why, part by part, and what would raise each."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.core.i18n import speaking
from app.domains.compliance.french import lint
from app.domains.contents.quality import Part, QualityInput, as_columns, assess, kept_parts
from tests.domains.contents.labelling import example, input_of
from tests.labelled import labelled

GOOD = example()
SHORT = replace(GOOD, text=" ".join(GOOD.text.split()[:40]))
FRENCH_PARTS = ["Pertinence", "Français", "Mots-clics", "Image", "Longueur", "Variété", "Conformité"]


def part(subject: QualityInput, name: str) -> Part:
    return next(each for each in assess(subject).parts if each.name == name)


def test_the_seven_parts_add_up_to_a_hundred_and_to_the_total_when_nothing_disqualifies() -> None:
    for one in labelled():
        quality = assess(input_of(one))
        assert [each.name for each in quality.parts] == FRENCH_PARTS
        assert sum(each.max for each in quality.parts) == 100
        assert all(0 <= each.points <= each.max for each in quality.parts)
        added = sum(each.points for each in quality.parts)
        assert quality.total <= added
        if "sous 50" not in " ".join(each.sentence for each in quality.parts):
            assert quality.total == added


def test_each_part_says_why_and_what_would_raise_it_in_good_french() -> None:
    for one in labelled():
        for each in assess(input_of(one)).parts:
            assert each.sentence.endswith((".", ")"))
            full = each.points == each.max
            assert each.raise_by == "" if full else each.raise_by.startswith("Pour gagner des points\u00a0: ")
            if one.label != "faulty":  # a faulty text's own words are quoted
                assert lint(f"{each.sentence} {each.raise_by}", [one.facts["name"]]) == []


def test_what_is_kept_names_the_advice_as_the_pages_and_the_interface_do() -> None:
    kept = as_columns(assess(SHORT))
    assert set(kept["parts"][0]) == {"name", "points", "max", "sentence", "raise", "why", "advice"}
    assert kept["total"] == assess(SHORT).total


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"lead_name": "Chez Nobert"}, "Pertinence"),
        ({"text": "Come and eat with your friends tonight, the food is lovely and it is warm. " * 5}, "Français"),
        ({"text": SHORT.text}, "Longueur"),
        ({"text": GOOD.text.upper(), "lead_name": ""}, "Français"),
        ({"text": f"{GOOD.text} Offert par [nom du commerce]."}, "Conformité"),
        ({"text": f"{GOOD.text} C’est la meilleure clinique.", "industries": {"dentist"}}, "Conformité"),
        ({"text": f"{GOOD.text} Depuis 1987, un plat à 27 $."}, "Conformité"),
    ],
)
def test_a_disqualifying_fault_holds_the_score_under_half_and_its_part_says_so(
    change: dict[str, str], name: str
) -> None:
    subject = replace(GOOD, **change)
    assert assess(subject).total < 50
    assert "la note reste sous 50" in part(subject, name).sentence


def test_one_unknown_figure_costs_points_and_a_known_one_none() -> None:
    priced = replace(GOOD, text=f"{GOOD.text} La soupe est à 8\u00a0$.")
    assert part(priced, "Conformité").points == 0 and assess(priced).total >= 70
    assert "8\u00a0$" in part(priced, "Conformité").sentence
    told = replace(priced, facts=("La soupe est à 8\u00a0$.",))
    assert part(told, "Conformité").points == part(told, "Conformité").max


def test_the_score_rises_with_each_thing_given() -> None:
    bare = replace(GOOD, hashtags=(), has_picture=False, alt_text="")
    pictured = replace(bare, has_picture=True)
    described = replace(pictured, alt_text=GOOD.alt_text)
    tagged = replace(described, hashtags=GOOD.hashtags)
    totals = [assess(each).total for each in (bare, pictured, described, tagged)]
    assert totals == sorted(set(totals))


def test_a_town_with_an_article_is_recognised_in_its_contracted_form() -> None:
    text = GOOD.text.replace("à Rimouski", "aux Éboulements").replace("Rimouski", "là-bas")
    assert "ville" not in part(replace(GOOD, city="Les Éboulements", text=text), "Pertinence").raise_by


def test_a_text_like_anothers_of_the_campaign_is_less_varied() -> None:
    copied = replace(GOOD, others=("Autre chose.", GOOD.text.replace("novembre", "décembre")))
    assert part(copied, "Variété").points < part(GOOD, "Variété").points
    assert "ressemble" in part(copied, "Variété").sentence


@pytest.mark.parametrize("text", ["", "   \n", "!!!", "12 34", "🎉", "a"])
def test_next_to_nothing_is_judged_without_a_fault(text: str) -> None:
    quality = assess(replace(GOOD, text=text, hashtags=[], has_picture=False, alt_text="", city="", lead_name=""))
    assert 0 <= quality.total < 50


def test_a_score_kept_is_explained_in_the_reader_s_language() -> None:
    subject = replace(GOOD, hashtags=[f"Mot{number}" for number in range(9)], text=f"{GOOD.text} email")
    with speaking("en"):
        kept = json.loads(json.dumps(as_columns(assess(subject))))
        parts = {str.__str__(part.name): part for part in kept_parts(kept)}
        assert parts["Mots-clics"].sentence == "There are 9\u00a0hashtags; 3 to 5 are enough."
        assert parts["Mots-clics"].raise_by.startswith("To gain points: keep 3 to 5 hashtags")
        assert parts["Français"].sentence.startswith("1\u00a0point to correct, namely: In Québec, this digital term")
    assert [part.sentence for part in kept_parts(kept)] == [part["sentence"] for part in kept["parts"]]
    assert kept["parts"][2]["raise"].startswith("Pour gagner des points\u00a0: garder"), "programs read French"


def test_a_score_of_before_keeps_its_french() -> None:
    row = {"name": "Longueur", "points": 1, "max": 10, "sentence": "Le texte compte 3 mots.", "raise": "Viser plus."}
    with speaking("en"):
        [part] = kept_parts({"total": 1, "parts": [row]})
        assert (part.sentence, part.raise_by) == ("Le texte compte 3 mots.", "Viser plus.")
