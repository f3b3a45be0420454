"""What one publication says, and does not say."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from app.providers.contracts import BusinessFacts, LeadFacts, WritingRequest
from app.providers.offline.angles import angles_of
from app.providers.offline.grammar import camel_case, street_form, town_forms
from app.providers.offline.writer import OfflineWriter

LEAD = LeadFacts(name="Bistro du Fleuve", industry="restaurant", city="Rimouski")
BUSINESS = BusinessFacts(name="Rôtisserie Dubé", industry="restaurant", city="Alma", form_of_address="tu")
REQUEST = WritingRequest(LEAD, BUSINESS, date(2026, 11, 21), seed=7)
TU = re.compile(r"\b(?:tu|te|ton|ta|tes|toi)\b", re.IGNORECASE)
VOUS = re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE)


def texts(request: WritingRequest) -> list[str]:
    return [OfflineWriter().write(replace(request, seed=seed)).text for seed in range(60)]


def test_the_same_request_gives_the_same_post() -> None:
    first, second = OfflineWriter().write(REQUEST), OfflineWriter().write(REQUEST)
    assert first == second
    assert (first.writer, first.model) == ("offline", "offline-3")


def test_no_number_appears_that_nobody_gave() -> None:
    for trade in ("restaurant", "dentist", "real_estate", "other"):
        for text in texts(replace(REQUEST, lead=replace(LEAD, industry=trade))):
            assert not re.search(r"\d", text), text


def test_the_name_and_the_town_come_before_the_fold() -> None:
    for text in texts(REQUEST):
        assert "Bistro du Fleuve" in text[:140] and "Rimouski" in text[:140]


def test_known_facts_are_told_and_unknown_ones_are_not_guessed() -> None:
    known = replace(LEAD, street="45 Rue Racine", cuisine="italian", website="https://www.fleuve.example/menu")
    told = texts(replace(REQUEST, lead=known))
    assert all("au 45, rue Racine" in text and "cuisine italienne" in text for text in told)
    assert any("fleuve.example" in text for text in told)
    assert not any("cuisine italienne" in text or "fleuve.example" in text for text in texts(REQUEST))


def test_readers_are_addressed_as_the_business_chose() -> None:
    assert not any(VOUS.search(text.replace("rendez-vous", "")) for text in texts(REQUEST))
    formal = replace(REQUEST, business=replace(BUSINESS, form_of_address="vous"))
    assert not any(TU.search(text) for text in texts(formal))


@pytest.mark.parametrize("trade", ["dentist", "real_estate"])
def test_a_dentist_or_a_broker_always_says_vous(trade: str) -> None:
    as_lead = replace(REQUEST, lead=replace(LEAD, industry=trade))
    as_business = replace(REQUEST, business=replace(BUSINESS, industry=trade))
    assert not any(TU.search(text) for text in (*texts(as_lead), *texts(as_business)))


def test_every_post_is_signed_in_the_voice_of_the_business() -> None:
    assert all("Rôtisserie Dubé" in text for text in texts(REQUEST))


def test_a_business_without_a_profile_still_gets_a_whole_post() -> None:
    bare = WritingRequest(LeadFacts("Chez Zoé", "other", ""), BusinessFacts("", "other", ""), date(2026, 6, 1), 3)
    draft = OfflineWriter().write(bare)
    assert "Chez Zoé" in draft.text and "{" not in draft.text
    assert draft.hashtags[0] == "Québec"


def test_an_opening_already_used_is_left_to_the_other_post() -> None:
    first = OfflineWriter().write(REQUEST).text.split("\n\n")[0]
    again = OfflineWriter().write(replace(REQUEST, avoid_openings=(first.upper(),))).text
    assert not again.startswith(first)


def test_each_trade_has_forty_ways_to_begin() -> None:
    for trade in ("restaurant", "dentist", "real_estate", "other"):
        angles = angles_of(LeadFacts("", trade, ""))
        assert len({hook for _, angle in angles for hook in angle.hook}) >= 40


@pytest.mark.parametrize(
    ("town", "at", "of"),
    [
        ("Alma", "à Alma", "d’Alma"),
        ("Trois-Rivières", "à Trois-Rivières", "de Trois-Rivières"),
        ("Le Bic", "au Bic", "du Bic"),
        ("Les Cèdres", "aux Cèdres", "des Cèdres"),
        ("Les Îles-de-la-Madeleine", "aux Îles-de-la-Madeleine", "des Îles-de-la-Madeleine"),
        ("La Tuque", "à La Tuque", "de La Tuque"),
        ("L'Assomption", "à L’Assomption", "de L’Assomption"),
        ("Hérouxville", "à Hérouxville", "d’Hérouxville"),
        ("Hudson", "à Hudson", "de Hudson"),
        ("Havre-Saint-Pierre", "à Havre-Saint-Pierre", "de Havre-Saint-Pierre"),
        ("Yamachiche", "à Yamachiche", "de Yamachiche"),
        ("Oka", "à Oka", "d’Oka"),
        ("Épiphanie", "à Épiphanie", "d’Épiphanie"),
        ("St-Jérôme", "à Saint-Jérôme", "de Saint-Jérôme"),
        ("", "au Québec", "du Québec"),
    ],
)
def test_a_town_is_said_as_people_say_it(town: str, at: str, of: str) -> None:
    assert (town_forms(town).at, town_forms(town).of) == (at, of)


def test_mots_clics_keep_their_accents_and_lose_the_rest() -> None:
    assert camel_case("Trois-Rivières") == "TroisRivières"
    assert camel_case("salon d’été 🍁") == "SalonDÉté"


def test_a_street_is_set_as_on_an_envelope() -> None:
    assert street_form("123 Rue St-Jean") == "au 123, rue Saint-Jean"
    assert street_form("Boulevard de l'Église") == "boulevard de l’Église"
    assert street_form("3e Rue") == "3e Rue"
    assert street_form("12 E, rue Principale") == "au 12 E, rue Principale"
    assert street_form(" ") == ""


def test_every_day_of_the_year_can_be_written() -> None:
    for ordinal in range(date(2026, 1, 1).toordinal(), date(2027, 1, 1).toordinal(), 3):
        assert "{" not in OfflineWriter().write(replace(REQUEST, today=date.fromordinal(ordinal))).text
