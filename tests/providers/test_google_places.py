"""Google is asked little, exactly, and its errors are told apart."""

from __future__ import annotations

import pytest

from app.providers.contracts import LeadQuery, Place
from app.providers.errors import PermissionMissing, ProviderError, QuotaReached, Refused
from app.providers.google_places import prices
from app.providers.google_places.refresher import GooglePlacesRefresher
from app.providers.google_places.source import GooglePlacesSource
from app.sandbox.behaviour import Behaviour
from app.sandbox.server import RunningSandbox

LEVIS = Place("Lévis", "QC", 46.8033, -71.1779, population=143_000)
AGENT = "AstroGrowth/1.0 (+https://astrogrowth.example; a@astrogrowth.example)"


def source(sandbox: RunningSandbox, key: str = "sandbox-key") -> GooglePlacesSource:
    """Return a source over the twin."""
    return GooglePlacesSource(sandbox.url, key, AGENT)


def test_a_search_follows_its_pages_and_counts_what_is_billed(sandbox: RunningSandbox) -> None:
    answer = source(sandbox).search(LeadQuery("dentist", LEVIS, limit=60))
    asked = [line for line in sandbox.state.requests if line["service"] == "google_places"]
    assert len(answer.leads) > 20
    assert answer.billed == {prices.TEXT_SEARCH: len(asked)}
    assert prices.cost_cents(answer.billed) == len(asked) * 3_500 / 1_000
    assert all("sandbox-key" not in str(line) for line in asked), "the key travels in a header alone"
    assert answer.dropped.get("closed", 0) > 0


def test_a_large_town_is_looked_at_by_pieces_within_a_bound(sandbox: RunningSandbox) -> None:
    montreal = Place("Montréal", "QC", 45.5088, -73.5878, population=1_762_949)
    answer = source(sandbox).search(LeadQuery("restaurant", montreal, limit=500))
    assert len(answer.leads) > 60
    assert len({lead.source_id for lead in answer.leads}) == len(answer.leads)
    assert answer.billed[prices.TEXT_SEARCH] <= 15


@pytest.mark.parametrize(
    ("what", "error", "code"),
    [("429", QuotaReached, "quota"), ("403", PermissionMissing, "permission_missing"), ("500", ProviderError, ""),
     ("503", ProviderError, ""), ("400", Refused, "refused"), ("malformed", ProviderError, "malformed"),
     ("cut_after", ProviderError, ""), ("truncate", ProviderError, "")],
)  # fmt: skip
def test_each_failure_has_its_error(sandbox: RunningSandbox, what: str, error: type[ProviderError], code: str) -> None:
    sandbox.state.behaviours.add(Behaviour("google_places", what, times=-1, path=":searchText"))
    with pytest.raises(error) as raised:
        source(sandbox).search(LeadQuery("dentist", LEVIS))
    assert not code or raised.value.code == code
    assert raised.value.permanent == (error in (PermissionMissing, Refused))


def test_what_an_error_interrupts_is_kept_with_its_bill(sandbox: RunningSandbox) -> None:
    montreal = Place("Montréal", "QC", 45.5088, -73.5878, population=1_762_949)
    sandbox.state.behaviours.add(Behaviour("google_places", "500", times=-1, skip=3, path=":searchText"))
    answer = source(sandbox).search(LeadQuery("restaurant", montreal, limit=500))
    assert answer.billed == {prices.TEXT_SEARCH: 3}
    assert answer.leads


def test_a_bad_key_is_named(sandbox: RunningSandbox) -> None:
    with pytest.raises(Refused) as raised:
        source(sandbox, key="wrong").search(LeadQuery("dentist", LEVIS))
    assert raised.value.code == "key_refused"


def test_a_place_is_fetched_again_or_known_to_be_gone(sandbox: RunningSandbox) -> None:
    lead = source(sandbox).search(LeadQuery("dentist", LEVIS)).leads[0]
    refresher = GooglePlacesRefresher(sandbox.url, "sandbox-key", AGENT)
    again = refresher.fetch(lead.source_id)
    assert again is not None
    assert (again.name, again.phone) == (lead.name, lead.phone)
    assert refresher.fetch("ChIJ000_0") is None
