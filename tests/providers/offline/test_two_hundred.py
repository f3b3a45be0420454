"""Two hundred prospects in each trade, judged as the product judges them: none refused, none alike."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from app.domains.contents.hashtags import normalised
from app.domains.contents.judging import Subject, judged, mended, quality, refusal
from app.domains.contents.likeness import likeness, shingles
from app.providers.contracts import BusinessFacts, Draft, Intention, LeadFacts, WritingRequest, intentions_of
from app.providers.offline.texts.kinds import TRADE_TAGS
from app.providers.offline.writer import OfflineWriter

pytestmark = pytest.mark.long

TODAY = date(2026, 11, 21)
BUSINESS = BusinessFacts("Pâtisserie Lemieux", "other", "Montréal", "vous", "pâtisserie")
PROSPECTS = 200
REMEMBERED = 60  # texts of the campaign a request carries
OFFER = "Le café est offert aux gens qui marchent jusque-là."
ALIKE, WORTH_A_THUMB = 0.6, 70
TOWNS = ("Trois-Rivières", "Lévis", "Saguenay", "Rimouski", "Val-d’Or", "Gatineau", "Alma")
STREETS = ("", "123 Rue Saint-Jean", "Boulevard des Forges", "", "48 Avenue de la Gare")
FAMILIES = [
    "Tremblay",
    "Gagnon",
    "Roy",
    "Bouchard",
    "Gauthier",
    "Morin",
    "Lavoie",
    "Fortin",
    "Ouellet",
    "Pelletier",
    "Bélanger",
    "Girard",
    "Simard",
]
SIGNS = {
    "dentist": ("Clinique dentaire {}", "Centre dentaire {}", "Cabinet dentaire Dr. {}", "{} Dentistes"),
    "real_estate": ("Immobilier {}", "Groupe {} Courtage", "{} & Associés", "Agence immobilière {}"),
    "other": ("{} et fils", "Atelier {}", "Chez {}", "Maison {} inc.", "Boutique {}"),
}
CATEGORIES = [
    "car_repair",
    "florist",
    "hairdresser",
    "hardware",
    "bakery",
    "books",
    "pharmacy",
    "optician",
    "accountant",
    "pet",
    "clothes",
]


def of_montreal(shared: Path, count: int) -> list[LeadFacts]:
    """Return restaurants, cafés and bars as OpenStreetMap knows them, whatever their names hold."""
    found = json.loads((shared / "osm_montreal_food_half.json").read_text())
    tags = [each["tags"] for each in found["elements"] if each.get("tags", {}).get("name")][:count]
    return [
        LeadFacts(
            each["name"],
            "restaurant",
            each.get("addr:city", "Montréal"),
            street=" ".join(filter(None, (each.get("addr:housenumber"), each.get("addr:street")))),
            category=each.get("amenity", ""),
            cuisine=each.get("cuisine", ""),
            website=each.get("website", ""),
        )
        for each in tags
    ]


def imagined(industry: str, count: int) -> list[LeadFacts]:
    signs = SIGNS.get(industry, SIGNS["other"])
    return [
        LeadFacts(
            signs[at % len(signs)].format(" ".join(FAMILIES[number % 13] for number in (at, at // 13)[: 1 + at // 13])),
            industry,
            TOWNS[at % len(TOWNS)],
            street=STREETS[at % len(STREETS)],
            category=CATEGORIES[at % len(CATEGORIES)] if industry == "other" else "",
            website="https://www.exemple.ca/accueil" if at % 3 == 0 else "",
        )
        for at in range(count)
    ]


def written(leads: list[LeadFacts], intention: Intention, today: date = TODAY) -> list[Draft]:
    """Write a campaign as the product does: each text knows how the others begin, and the latest of them."""
    openings: list[str] = []
    drafts: list[Draft] = []
    for seed, lead in enumerate(leads):
        said = tuple(each.text for each in drafts[-REMEMBERED:])
        request = WritingRequest(
            *(lead, BUSINESS, today, seed, tuple(openings)),
            intention=intention,
            avoid_texts=said,
            offer_words=OFFER,
        )
        drafts.append(OfflineWriter().write(request))
        found = re.match(r"[^.!?…\n]+[.!?…]*", drafts[-1].text)
        openings.append(found[0] if found else "")
    return drafts


def verdict(lead: LeadFacts, draft: Draft) -> tuple[int, list[str]]:
    """Return the score of a text and whatever is held against it."""
    subject = Subject(lead, BUSINESS, OFFER)
    text = draft.text if lead.name in draft.text else mended(draft.text, subject)
    tags = normalised(draft.hashtags, lead.city, lead.industry)
    flags = judged(text, tags, subject, by_machine=True)
    against = [each.message for each in flags] + [refusal(text, tags, flags, subject)]
    score = quality(text, tags, draft.alt_text, subject, has_picture=True).total
    return score, [f"{each} | {text}" for each in against if each]


def closest(drafts: list[Draft]) -> float:
    runs = [shingles(each.text) for each in drafts]
    return max(likeness(one, other) for one, other in combinations(runs, 2))


@pytest.mark.parametrize("industry", TRADE_TAGS)
def test_two_hundred_posts_pass_the_gate_deserve_a_thumb_and_differ(industry: str, shared_data: Path) -> None:
    leads = of_montreal(shared_data, PROSPECTS) if industry == "restaurant" else imagined(industry, PROSPECTS)
    drafts = written(leads, Intention.PRESENTATION)
    verdicts = [verdict(lead, draft) for lead, draft in zip(leads, drafts, strict=True)]
    assert [fault for _, faults in verdicts for fault in faults] == []
    good = sum(score >= WORTH_A_THUMB for score, _ in verdicts) / PROSPECTS
    lengths = [count for draft in drafts for count in word_counts(draft.text)]
    near = closest(drafts)
    print(f"\n{industry}: {good:.0%} ≥ {WORTH_A_THUMB}, closest {near:.2f}, words {min(lengths)}–{max(lengths)}")
    assert min(lengths) >= 150 and max(lengths) <= 300
    assert good >= 0.75 and near <= ALIKE
    assert all(3 <= len(draft.hashtags) <= 5 for draft in drafts)


@pytest.mark.parametrize("industry", TRADE_TAGS)
def test_every_intention_of_a_trade_passes_the_gate(industry: str, shared_data: Path) -> None:
    for at, intention in enumerate(intentions_of(industry).by_person):
        leads = of_montreal(shared_data, 500)[488:] if industry == "restaurant" else imagined(industry, 12)
        drafts = written(leads, intention, date(2026, 1 + at, 20))
        assert [fault for lead, draft in zip(leads, drafts, strict=True) for fault in verdict(lead, draft)[1]] == []
        assert closest(drafts) <= ALIKE
        assert all(0 <= draft.text.find(lead.name) < 160 for lead, draft in zip(leads, drafts, strict=True))


def test_no_sentence_comes_back_at_every_turn(shared_data: Path) -> None:
    drafts = written(of_montreal(shared_data, 100), Intention.PRESENTATION)
    sentences = Counter(each for draft in drafts for each in set(re.split(r"(?<=[.!?])\s+", draft.text)))
    assert max(sentences.values()) <= 20
    assert len(sentences) >= 400


def word_counts(text: str) -> tuple[int, int]:
    """Count words both ways people count them."""
    return sum(any(sign.isalpha() for sign in word) for word in text.split()), len(text.split())


@pytest.mark.parametrize("industry", sorted({*TRADE_TAGS} - {"restaurant"}))
def test_ten_posts_hardly_share_a_sentence(industry: str) -> None:
    drafts = written(imagined(industry, 10), Intention.PRESENTATION)
    said = Counter(each for draft in drafts for each in set(re.split(r"(?<=[.!?])\s+", draft.text)))
    assert sum(times > 1 for times in said.values()) <= 3, [each for each, times in said.items() if times > 1]
