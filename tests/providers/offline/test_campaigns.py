"""Eighty prospects a trade: nothing invented, nothing repeated, nothing a picky reader would correct."""

from __future__ import annotations

from datetime import date
from itertools import combinations, cycle

import pytest

from app.domains.compliance.french import lint
from app.domains.compliance.trade_rules import trade_findings
from app.providers.contracts import BusinessFacts, Draft, LeadFacts, WritingRequest
from app.providers.offline.texts.kinds import TRADE_TAGS
from app.providers.offline.writer import OfflineWriter

PROSPECTS = 80
TRADES = tuple(TRADE_TAGS)
DAYS = (date(2026, 11, 21), date(2027, 3, 20), date(2026, 7, 10), date(2026, 10, 9))
TOWNS = ("Trois-Rivières", "Les Îles-de-la-Madeleine", "La Tuque", "Le Bic", "L'Assomption", "Val-d'Or", "Alma")
STREETS = ("", "123 Rue St-Jean", "Boulevard de l'Église", "12-A, Chemin du Roy")
NAMES = (
    "L'Express d'Élie",
    "Chez « Rosa »",
    'Le "Vieux" Four',
    "Café 🍁 des Érables",
    "Yum!",
    "Pourquoi pas?",
    "Dr. J. Tremblay",
    "Les Délices de l’Île " + "et de la Fleur d’Été " * 9,
    "ACME Email & Shopping inc.",
    "Le meilleur spécialiste 5 étoiles",
    "{nom} [un|deux]",
    "مطعم الشام",
    "Chez Marie !",
    "iPizza",
    "40 Westt",
    "Sushi,Shop",
)
BUSINESS = BusinessFacts(name="Chez L'Érable & fils", industry="dentist", city="Shawinigan", form_of_address="tu")


def campaign(trade: str, today: date) -> list[tuple[LeadFacts, Draft]]:
    """Write for every prospect of one campaign, each time with the openings and the latest texts already there."""
    writer = OfflineWriter()
    openings: list[str] = []
    posts: list[tuple[LeadFacts, Draft]] = []
    for number in range(PROSPECTS):
        name = NAMES[number].strip() if number < len(NAMES) else f"{NAMES[number % len(NAMES)].strip()} {number}"
        lead = LeadFacts(
            name=name,
            industry=trade,
            city=TOWNS[number % len(TOWNS)] if number % 2 else TOWNS[0],
            street=STREETS[number % len(STREETS)],
            category=("", "cafe", "bar", "hairdresser")[number % 4] if trade in ("restaurant", "other") else "",
            cuisine=("", "pizza;burger", "italian")[number % 3],
            website=("", "https://www.exemple.ca/accueil", "https://facebook.com/x")[number % 3],
        )
        said = tuple(each.text for _, each in posts[-60:])
        draft = writer.write(
            WritingRequest(lead, BUSINESS, today, seed=number, avoid_openings=tuple(openings), avoid_texts=said)
        )
        openings.append(draft.text.split("\n\n")[0])
        posts.append((lead, draft))
    return posts


def word_count(text: str) -> int:
    return sum(any(letter.isalpha() for letter in word) for word in text.split())


def shingles(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[start : start + 5]) for start in range(len(words) - 4)}


@pytest.mark.parametrize(("trade", "today"), zip(TRADES, cycle(DAYS), strict=False))
def test_a_campaign_of_eighty_prospects_deserves_to_be_signed(trade: str, today: date) -> None:
    posts = campaign(trade, today)
    for lead, draft in posts:
        assert lead.name in draft.text
        assert 150 <= word_count(draft.text) <= 300, draft.text
        assert 3 <= len(draft.hashtags) <= 5
        assert len(set(draft.hashtags)) == len(draft.hashtags) and all(tag.isalnum() for tag in draft.hashtags)
        names = (lead.name, BUSINESS.name)
        assert lint(draft.text, names) == [] and lint(draft.alt_text, names) == []
        assert trade_findings(draft.text, TRADES, (*names, lead.street)) == []
        assert len(draft.alt_text) <= 500
    assert len({draft.text.split("\n\n")[0] for _, draft in posts}) == PROSPECTS
    bags = [shingles(draft.text) for _, draft in posts]
    closest = max(len(one & two) / len(one | two) for one, two in combinations(bags, 2))
    print(f"\n{trade}, {today}: closest two posts share {closest:.2f} of their five-word runs")
    assert closest <= 0.5  # the product refuses from 0.6


def test_forty_prospects_meet_forty_turns_of_phrase() -> None:
    firsts = [
        draft.text.split(". ")[0].split("\n")[0] for _, draft in campaign("restaurant", date(2026, 11, 21))[15:55]
    ]
    starts = [" ".join(first.split()[:5]) for first in firsts]
    assert len(set(starts)) >= 25


def test_one_name_met_two_hundred_times_still_opens_two_hundred_ways() -> None:
    openings: list[str] = []
    lead = LeadFacts(name="Tim Hortons", industry="restaurant", city="Alma", category="fast_food", is_chain=True)
    for seed in range(PROSPECTS):
        request = WritingRequest(lead, BUSINESS, date(2026, 11, 21), seed, tuple(openings))
        openings.append(OfflineWriter().write(request).text.split("\n\n")[0].split(". ")[0])
    assert len(set(openings)) == PROSPECTS
