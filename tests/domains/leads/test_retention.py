"""What is past its time goes by itself, by pieces; what must stay, stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.core.events import DomainEvent
from app.core.schedule import PERIODIC
from app.domains.campaigns.models import Campaign
from app.domains.compliance.models import Consent
from app.domains.contents.models import Content, Writing
from app.domains.leads import jobs
from app.domains.leads.models import CachedPlace, Lead, LeadEvent, LeadRecord
from app.domains.leads.services import purge, retention
from tests.people import Person

THEN = datetime(2026, 1, 31, 17, tzinfo=UTC)
EARLY, LATE = datetime(2027, 1, 31, 16, tzinfo=UTC), datetime(2027, 1, 31, 18, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _then() -> Iterator[None]:
    with clock.frozen_at(THEN):
        yield


def lead(person: Person, **values: Any) -> Lead:
    """Add a prospect."""
    row = Lead(workspace_id=person.workspace.id, industry="restaurant", name="Café", name_key="cafe", **values)
    db.session.add(row)
    db.session.flush()
    return row


def left(model: type[Any]) -> int:
    """Count the rows of a table."""
    return db.session.scalar(select(func.count(model.id))) or 0


def purge_at(moment: datetime) -> dict[str, int]:
    """Purge at a moment."""
    db.session.commit()
    with clock.frozen_at(moment):
        return purge()


def test_a_prospect_never_contacted_goes_after_twelve_months(alice: Person) -> None:
    lead(alice)
    assert purge_at(EARLY)["prospects"] == 0
    assert purge_at(LATE)["prospects"] == 1
    assert left(Lead) == 0


def test_the_length_is_the_workspace_s_own(alice: Person, charlie: Person) -> None:
    alice.workspace.retention_months = 6
    kept = lead(charlie)
    lead(alice)
    assert purge_at(datetime(2026, 7, 31, 18, tzinfo=UTC))["prospects"] == 1
    assert db.session.scalars(select(Lead.id)).all() == [kept.id]


@pytest.mark.parametrize("months", [0, -5, 10**9])
def test_a_strange_length_neither_stops_it_nor_deletes_everything(alice: Person, months: int) -> None:
    alice.workspace.retention_months = months
    lead(alice)
    assert purge_at(THEN + timedelta(days=20))["prospects"] == 0


def test_one_who_was_contacted_or_has_changed_since_is_kept(alice: Person) -> None:
    lead(alice, last_contacted_at=THEN)
    lead(alice, updated_at=THEN + timedelta(days=30))
    assert purge_at(LATE)["prospects"] == 0


@pytest.mark.parametrize("kind", ["content", "writing"])
def test_one_that_was_written_for_is_kept_be_it_under_the_name_of_one_merged_into_it(alice: Person, kind: str) -> None:
    shown = lead(alice)
    merged = lead(alice, merged_into_id=shown.id)
    campaign = Campaign(workspace_id=alice.workspace.id, name="Lévis")
    db.session.add(campaign)
    db.session.flush()
    mine: dict[str, Any] = {"workspace_id": alice.workspace.id, "campaign_id": campaign.id, "lead_id": merged.id}
    db.session.add(
        Content(**mine, text="t", hashtags=[], alt_text="a", quality={}, writer="offline")
        if kind == "content"
        else Writing(**mine)
    )
    assert purge_at(LATE)["prospects"] == 0


def test_one_goes_with_those_merged_into_it_and_all_that_hangs_on_them(alice: Person) -> None:
    shown = lead(alice)
    merged = lead(alice, merged_into_id=shown.id)
    for row in (shown, merged):
        db.session.add(LeadEvent(workspace_id=alice.workspace.id, lead_id=row.id, kind="merged"))
    db.session.add(Consent(workspace_id=alice.workspace.id, lead_id=shown.id, kind="publication", digest="d",
                           seen_on=date(2026, 1, 31)))  # fmt: skip
    assert purge_at(LATE)["prospects"] == 1
    assert (left(Lead), left(LeadEvent), left(Consent)) == (0, 0, 0)


def test_a_demonstration_is_left_alone(alice: Person) -> None:
    alice.workspace.is_demo = True
    row = lead(alice)
    db.session.add_all([
        LeadEvent(workspace_id=alice.workspace.id, lead_id=row.id, kind="visited"),
        DomainEvent(name="leads.ready", subject_id=1, workspace_id=alice.workspace.id, payload={}),
        Consent(workspace_id=alice.workspace.id, kind="express", digest="d", seen_on=date(2020, 1, 1), ended_at=THEN),
    ])  # fmt: skip
    purge_at(THEN + timedelta(days=3000))
    assert (left(Lead), left(LeadEvent), left(DomainEvent), left(Consent)) == (1, 1, 1, 1)


def test_thousands_go_by_pieces(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "PIECE", 10)
    for _number in range(25):
        lead(alice)
    assert purge_at(LATE)["prospects"] == 25


def test_facts_held_for_a_day_go_at_their_minute(alice: Person) -> None:
    db.session.add(CachedPlace(source="google_places", source_id="p1", facts={"name": "Café"}, expires_at=THEN))
    db.session.add(CachedPlace(source="google_places", source_id="p2", facts={}, expires_at=THEN + timedelta(hours=1)))
    assert purge_at(THEN)["cached_places"] == 1
    assert db.session.scalars(select(CachedPlace.source_id)).all() == ["p2"]


def test_a_point_goes_after_its_month_and_its_record_stays(alice: Person) -> None:
    row = lead(alice)
    mine: dict[str, Any] = {"workspace_id": alice.workspace.id, "lead_id": row.id, "licence": "l", "facts": {},
                            "seen_on": date(2026, 1, 31), "latitude": 46.8, "longitude": -71.2}  # fmt: skip
    db.session.add(LeadRecord(**mine, source="google_places", source_id="p", point_until=THEN + timedelta(days=30)))
    db.session.add(LeadRecord(**mine, source="openstreetmap", source_id="node/1"))
    assert purge_at(THEN + timedelta(days=29))["points"] == 0
    assert purge_at(THEN + timedelta(days=30))["points"] == 1
    points = {record.source: (record.latitude, record.longitude) for record in db.session.scalars(select(LeadRecord))}
    assert points == {"google_places": (None, None), "openstreetmap": (46.8, -71.2)}
    assert purge_at(THEN + timedelta(days=31))["points"] == 0


def test_the_logs_go_after_twelve_months(alice: Person) -> None:
    row = lead(alice, last_contacted_at=THEN)
    db.session.add_all([
        LeadEvent(workspace_id=alice.workspace.id, lead_id=row.id, kind="visited"),
        DomainEvent(name="leads.ready", subject_id=1, workspace_id=alice.workspace.id, payload={}),
    ])  # fmt: skip
    early = purge_at(EARLY)
    assert (early["lead_events"], early["domain_events"]) == (0, 0)
    late = purge_at(LATE)
    assert (late["lead_events"], late["domain_events"]) == (1, 1)


def test_one_rule_that_fails_does_not_keep_the_others_back(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> int:
        raise RuntimeError("broken")

    monkeypatch.setattr(retention, "_prospects", fails)
    db.session.add(CachedPlace(source="google_places", source_id="p1", facts={}, expires_at=THEN))
    assert purge_at(THEN)["cached_places"] == 1


def test_it_is_rung_each_hour_away_from_what_people_wait_for(alice: Person) -> None:
    [periodic] = [one for one in PERIODIC if one.job.endswith("leads.jobs.purge")]
    assert (periodic.every_seconds, periodic.on) == (3600, "bulk")
    jobs.purge()
