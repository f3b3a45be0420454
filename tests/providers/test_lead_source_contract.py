"""Every source of prospects keeps the same promises, whatever is behind it.

A business added by hand needs no source: `app/domains/leads/services/adding.py` makes one FoundLead of a form,
searches nothing, meets no wire, and goes through the same storing as the FoundLeads of a search.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

import pytest

from app.providers import registry
from app.providers.contracts import FoundLead, LeadQuery, LeadSource, Place
from app.providers.errors import ProviderError, QuotaReached
from app.providers.google_places.source import GooglePlacesSource
from app.providers.openstreetmap.source import OpenStreetMapSource
from app.providers.spreadsheet import headers
from app.providers.spreadsheet.sheets import open_sheet
from app.providers.spreadsheet.source import SpreadsheetSource
from app.sandbox.behaviour import Behaviour
from app.sandbox.server import RunningSandbox

AGENT = "AstroGrowth/1.0 (+https://astrogrowth.example; a@astrogrowth.example)"
LEVIS = Place("Lévis", "QC", 46.8033, -71.1779, population=143_000)
QUERY = LeadQuery("dentist", LEVIS, limit=60)
DAY = date(2026, 11, 21)
PLAIN = """Nom;Téléphone;Ville;Responsable
Clinique Alice;418 555-0100;Lévis;Marie
Clinique Bob;;Lévis;
;418 555-0101;Lévis;
Clinique Alice;418 555-0100;Lévis;Marie
Clinique Charlie;418 555-0102;Québec;Jean
"""
RATED = "Nom;Note;Nombre d’avis\nClinique Alice;4,5;57\nClinique Bob;;\nClinique Charlie;6;12\nClinique Dave;3;1 204\n"
# Texts a source may leave empty, never absent.
TEXTS = [each.name for each in fields(FoundLead) if each.type == "str"]


@dataclass(frozen=True)
class Kind:
    """One source to hold to the contract; `service` is the twin behind it, empty where no wire is."""

    build: Callable[[RunningSandbox], LeadSource]
    service: str = ""
    path: str = ""


def spreadsheet(content: str) -> LeadSource:
    sheet = open_sheet(content.encode(), "prospects.csv")
    guessed = {"nom": "name", "telephone": "phone", "ville": "city", "note": "rating", "nombre d avis": "review_count"}
    mapping = {guessed[title]: at for at, each in enumerate(sheet.header) if (title := headers.fold(each)) in guessed}
    return SpreadsheetSource(sheet, mapping, seen_on=DAY)


KINDS = {
    "openstreetmap": Kind(
        lambda sandbox: OpenStreetMapSource([f"{sandbox.url}/api/interpreter"], AGENT), "overpass", "/api/interpreter"
    ),
    "google_places": Kind(
        lambda sandbox: GooglePlacesSource(sandbox.url, "sandbox-key", AGENT), "google_places", ":searchText"
    ),
    "import": Kind(lambda sandbox: spreadsheet(PLAIN)),
    "import of ratings": Kind(lambda sandbox: spreadsheet(RATED)),
}
WIRED = sorted(name for name, kind in KINDS.items() if kind.service)


@pytest.fixture(params=sorted(KINDS))
def source(request: pytest.FixtureRequest, sandbox: RunningSandbox) -> LeadSource:
    """Give each source in turn."""
    return KINDS[request.param].build(sandbox)


def test_each_lead_says_which_source_found_it_and_under_what_licence(source: LeadSource) -> None:
    leads = source.search(QUERY).leads
    assert leads
    assert {lead.source for lead in leads} == {source.name}
    assert all(lead.licence.strip() for lead in leads)
    assert all(type(lead.seen_on) is date for lead in leads)
    assert all(lead.source_url.startswith("https://") or not lead.source_url for lead in leads)


def test_ids_are_unique_and_the_same_at_the_next_search(source: LeadSource) -> None:
    first, second = (list(source.search(QUERY).leads) for _ in range(2))
    ids = [lead.source_id for lead in first]
    assert all(ids)
    assert len(set(ids)) == len(ids)
    assert [lead.source_id for lead in second] == ids
    assert second == first


def test_what_is_not_known_is_empty_never_none(source: LeadSource) -> None:
    assert len(TEXTS) > 10
    for lead in source.search(QUERY).leads:
        assert {name: type(getattr(lead, name)) for name in TEXTS} == dict.fromkeys(TEXTS, str)
        assert lead.name.strip() == lead.name != ""
        assert isinstance(lead.is_chain, bool)
        for told in (lead.socials, lead.details):
            assert isinstance(told, Mapping)
            assert all(isinstance(text, str) and text for pair in told.items() for text in pair)


def test_coordinates_come_in_pairs_and_on_the_globe(source: LeadSource) -> None:
    for lead in source.search(QUERY).leads:
        assert (lead.latitude is None) == (lead.longitude is None)
        assert lead.latitude is None or -90 <= lead.latitude <= 90
        assert lead.longitude is None or -180 <= lead.longitude <= 180


@pytest.mark.parametrize("limit", [1, 2])
def test_no_more_is_given_than_asked(source: LeadSource, limit: int) -> None:
    assert len(source.search(QUERY).leads) > limit
    assert len(source.search(replace(QUERY, limit=limit)).leads) <= limit


def test_what_is_left_out_and_what_is_billed_are_counted(source: LeadSource) -> None:
    answer = source.search(QUERY)
    for counts in (answer.dropped, answer.billed):
        assert all(isinstance(reason, str) and reason for reason in counts)
        assert all(type(count) is int and count >= 0 for count in counts.values())


def test_ratings_are_there_where_they_are_promised_and_only_there(source: LeadSource) -> None:
    leads = source.search(QUERY).leads
    ratings = [lead.rating for lead in leads if lead.rating is not None]
    counts = [lead.review_count for lead in leads if lead.review_count is not None]
    assert bool(ratings) == source.has_ratings
    assert all(0 <= rating <= 5 for rating in ratings)
    assert all(type(count) is int and count >= 0 for count in counts)
    assert source.has_ratings or not counts


def test_whether_its_facts_may_be_kept_is_declared(source: LeadSource) -> None:
    assert source.keeps_facts is (source.name != "google_places")


@pytest.mark.parametrize("name", WIRED)
@pytest.mark.parametrize(
    "what", ["400", "401", "403", "404", "429", "500", "503", "malformed", "truncate", "cut_before", "cut_after"]
)
def test_a_wire_that_fails_is_an_error_of_ours(sandbox: RunningSandbox, name: str, what: str) -> None:
    kind = KINDS[name]
    sandbox.state.behaviours.add(Behaviour(kind.service, what, times=-1, path=kind.path))
    with pytest.raises(ProviderError) as caught:
        kind.build(sandbox).search(QUERY)
    assert caught.value.code
    assert caught.value.permanent == (what in {"400", "401", "403", "404"})


def test_every_source_the_product_offers_is_held_to_this() -> None:
    offered = {name for name in registry.PROVIDERS if registry.can(name, LeadSource)}
    assert offered == set(WIRED)


GATINEAU = Place("Gatineau", "QC", 45.4772, -75.7016, population=265_349)


@pytest.mark.parametrize("name", WIRED)
@pytest.mark.parametrize("place", [LEVIS, GATINEAU], ids=["Lévis", "Gatineau"])
def test_nothing_outside_quebec_or_far_from_the_town_is_found(sandbox: RunningSandbox, name: str, place: Place) -> None:
    answer = KINDS[name].build(sandbox).search(LeadQuery("restaurant", place, limit=200))
    assert len(answer.leads) > 60
    for lead in answer.leads:
        assert lead.postal_code[:1].upper() in {"", "G", "H", "J"}, lead
        assert lead.latitude is None or abs(lead.latitude - place.latitude) < 0.35, lead
        assert lead.longitude is None or abs(lead.longitude - place.longitude) < 0.5, lead


@pytest.mark.parametrize("name", WIRED)
@pytest.mark.parametrize(
    ("industry", "words"),
    [("restaurant", ""), ("dentist", ""), ("real_estate", ""), ("other", "salon de coiffure"), ("other", "plombier")],
)
def test_every_trade_of_the_wizard_is_found(sandbox: RunningSandbox, name: str, industry: str, words: str) -> None:
    answer = KINDS[name].build(sandbox).search(LeadQuery(industry, LEVIS, words, limit=20))
    assert len(answer.leads) > 10
    assert all(lead.source_url.startswith("https://") for lead in answer.leads)


@pytest.mark.parametrize("name", WIRED)
def test_a_trade_nobody_has_here_is_an_answer(sandbox: RunningSandbox, name: str) -> None:
    assert list(KINDS[name].build(sandbox).search(LeadQuery("other", LEVIS, "cerfs-volants zutistes")).leads) == []


@pytest.mark.parametrize("name", WIRED)
@pytest.mark.parametrize(("industry", "words"), [("other", ""), ("other", "!"), ("inconnue", "")])
def test_a_question_without_sense_is_refused_before_anybody_is_asked(
    sandbox: RunningSandbox, name: str, industry: str, words: str
) -> None:
    before = len(sandbox.state.requests)
    with pytest.raises(ProviderError) as caught:
        KINDS[name].build(sandbox).search(LeadQuery(industry, LEVIS, words))
    assert caught.value.permanent
    assert len(sandbox.state.requests) == before


@pytest.mark.parametrize("name", WIRED)
def test_a_source_that_wants_rest_says_for_how_long(sandbox: RunningSandbox, name: str) -> None:
    kind = KINDS[name]
    sandbox.state.behaviours.add(Behaviour(kind.service, "429", times=-1, path=kind.path, retry_after=45))
    with pytest.raises(QuotaReached) as caught:
        kind.build(sandbox).search(QUERY)
    assert caught.value.retry_after_seconds == 45
