"""Google finds; nothing of what it says is kept but its ids, and its points for a month."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from flask import Flask

from app.core import clock
from app.core.db import db
from app.domains.campaigns import jobs
from app.domains.leads import services, sources, usage
from app.domains.leads.models import CachedPlace, Lead, LeadRecord, SourceUse
from app.providers.contracts import FoundLead, LeadQuery, Place
from app.sandbox.server import RunningSandbox
from tests.domains.campaigns.making import launched, search_of
from tests.domains.leads.scan import scan_database
from tests.people import Person

Drain = Callable[[], int]
LEVIS = LeadQuery("dentist", Place("Lévis", "QC", 46.8033, -71.1779, population=143_000), limit=60)


@pytest.fixture
def google(app: Flask, sandbox: RunningSandbox) -> Iterator[None]:
    """Give the application a key, and Google alone as a source."""
    before = app.config["SETTINGS"]
    app.config["SETTINGS"] = dataclasses.replace(
        before, google_places_api_key="sandbox-key", google_places_url=sandbox.url
    )
    yield
    app.config["SETTINGS"] = before


def found_by_google(person: Person) -> list[FoundLead]:
    """Search as a campaign does, with Google alone; return what it said."""
    source = next(one for one in sources.lead_sources() if one.name == sources.GOOGLE)
    answer = source.search(LEVIS)
    services.take_in(services.Batch(person.workspace.id, "dentist"), source, answer, city="Lévis")
    services.note_use(person.workspace.id, None, source.name, answer.billed)
    db.session.commit()
    return list(answer.leads)


def said(leads: list[FoundLead]) -> list[str]:
    """Return every fact that may not be kept, ids and points aside."""
    texts = {text for lead in leads for text in (lead.name, lead.phone, lead.website, lead.address) if len(text) > 5}
    return sorted(texts | {lead.phone.replace(" ", "").replace("-", "") for lead in leads if lead.phone})


def points(leads: list[FoundLead]) -> list[str]:
    """Return every coordinate."""
    return sorted({str(value) for lead in leads for value in (lead.latitude, lead.longitude) if value})


def test_no_fact_of_google_is_anywhere_but_in_its_cache(alice: Person, google: None, run_jobs: Drain) -> None:
    leads = found_by_google(alice)
    assert len(leads) > 20
    assert scan_database(said(leads)) == []
    assert scan_database(said(leads), besides=()) != [], "the cache itself holds them, so that the scan can see"
    assert {table for table, _column, _value in scan_database(points(leads))} <= {"lead_records"}


def test_a_day_later_nothing_but_ids_and_points_and_a_month_later_ids_alone(
    alice: Person, google: None, run_jobs: Drain
) -> None:
    leads = found_by_google(alice)
    with clock.frozen_at(clock.now() + timedelta(hours=24, minutes=1)):
        services.purge()
        assert db.session.query(CachedPlace).count() == 0
        assert scan_database(said(leads), besides=()) == []
        assert scan_database(points(leads), besides=()) != []
    with clock.frozen_at(clock.now() + timedelta(days=30, minutes=1)):
        services.purge()
        assert scan_database(points(leads), besides=()) == []
        assert db.session.query(LeadRecord).filter_by(source=sources.GOOGLE).count() == len(leads)


def test_no_export_carries_a_fact_of_google(alice: Person, google: None) -> None:
    leads = found_by_google(alice)
    export = alice.client.get("/prospects/export.csv").data.decode("utf-8-sig")
    assert [text for text in [*said(leads), *points(leads)] if text in export] == []
    some = db.session.query(Lead).first()
    assert alice.client.get(f"/prospects/{some.id}.vcf").status_code == 404


def test_the_page_shows_today_what_it_will_not_keep(alice: Person, google: None, run_jobs: Drain) -> None:
    leads = found_by_google(alice)
    record = db.session.query(LeadRecord).filter_by(source_id=leads[0].source_id).one()
    page = alice.client.get(f"/prospects/{record.lead_id}").text
    assert "Sur Google aujourd’hui" in page
    assert "affichées et jamais gardées" in page
    with clock.frozen_at(clock.now() + timedelta(hours=25)):
        services.purge()
        later = alice.client.get(f"/prospects/{record.lead_id}").text
        assert "Prospect trouvé sur Google" in later
        assert alice.client.post(f"/prospects/{record.lead_id}/relectures").status_code == 303
        again = alice.client.get(f"/prospects/{record.lead_id}").text
        assert "Prospect trouvé sur Google" not in again


def test_a_business_both_sources_know_is_one_prospect_with_two_records(
    alice: Person, google: None, run_jobs: Drain
) -> None:
    campaign = launched(alice, city="Lévis", industry="dentist")
    jobs.search(search_of(campaign).id)
    by_lead: dict[int, set[str]] = {}
    for record in db.session.query(LeadRecord):
        by_lead.setdefault(record.lead_id, set()).add(record.source)
    both = [sources_of for sources_of in by_lead.values() if len(sources_of) == 2]
    alone = [sources_of for sources_of in by_lead.values() if sources_of == {sources.GOOGLE}]
    assert len(both) > 20
    assert alone
    assert len(alone) < len(both)


def test_what_a_search_costs_is_written_down(alice: Person, google: None) -> None:
    found_by_google(alice)
    [use] = db.session.query(SourceUse)
    assert use.cost_micros == use.requests * 35_000
    [cost] = usage.last_days(30)
    assert (cost.source, cost.searches, round(cost.dollars, 3)) == ("google_places", 1, round(use.requests * 0.035, 3))


def test_a_nameless_prospect_is_never_written_for(alice: Person, google: None, run_jobs: Drain) -> None:
    found_by_google(alice)
    nameless = db.session.query(Lead).filter_by(name="").first()
    assert alice.client.post(f"/prospects/{nameless.id}/publications").status_code == 409
